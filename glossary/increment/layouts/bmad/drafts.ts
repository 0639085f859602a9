/** New stories, and what is added to them, in the form of the tool's own template. `{{…}}` is what the author fills in. */

import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter, taskTitle } from "../../edits/edits.ts";
import { incrementSlug } from "../../edits/name.ts";
import { uncovered } from "../../index/increments.ts";
import type { IncrementView, ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Criterion, Task } from "../../model/model.ts";
import { TASK_COLUMN } from "../kiro/words.ts";
import type { Around, Covering, Files, NewIncrement } from "../layout.ts";
import { sharedWords } from "../likeness.ts";
import { BMAD, numberOf, storiesFolder } from "./places.ts";

const OUTCOME = "**Given** {{what there is}} **When** {{what happens}} **Then** {{what can be seen}}";
const DONE = "{{What is done}}";

/** The epics that stories of a folder belong to, the last one first. */
export function epicsIn(view: IncrementView, root: string): readonly string[] {
  const epics = new Set(storiesIn(view, root).map(([epic]) => epic));
  return [...epics].sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || (a < b ? 1 : -1));
}

/** The file of a new story, the next one of its epic. */
export function storyFile(wanted: NewIncrement, { view, root }: Around): Files {
  const epic = /^\d{1,3}[a-z]?$/i.exec(wanted.epic?.trim() ?? "")?.[0] ?? epicsIn(view, root)[0] ?? "1";
  const numbers = storiesIn(view, root).flatMap(([one, number]) =>
    one === epic ? [Number.parseInt(number, 10)] : [],
  );
  const number = Math.max(0, ...numbers) + 1;
  const lines = [
    `# Story ${epic}.${number}: ${wanted.title}`,
    "",
    "Status: ready-for-dev",
    "",
    "## Story",
    "",
    "As a {{role}},",
    "I want {{action}},",
    "so that {{benefit}}.",
    "",
    "## Acceptance Criteria",
    "",
    `1. ${OUTCOME}`,
    "",
    "## Tasks / Subtasks",
    "",
    `- [ ] Task 1: ${DONE} (AC: #1)`,
    "  - [ ] 1.1 {{A step of it}}",
    "",
    "## Dev Notes",
    "",
    "- {{What has to be known: patterns, parts of the program, tests}}",
    "",
    "### References",
    "",
    "- [Source: {{path}}#{{section}}]",
    "",
    "## Dev Agent Record",
    "",
    "### Agent Model Used",
    "",
    "### Debug Log References",
    "",
    "### Completion Notes List",
    "",
    "### File List",
  ];
  return [[`${epic}-${number}-${incrementSlug(wanted.title)}.md`, `${lines.join("\n")}\n`]];
}

function storiesIn({ increments }: IncrementView, root: string): (readonly [epic: string, number: string])[] {
  return [...increments.units.values()].flatMap(({ layout, unit }) => {
    const number = layout === BMAD && storiesFolder(unit) === root ? numberOf(unit) : undefined;
    return number ? [number] : [];
  });
}

/** Behind the last criterion, in the manner of that; `undefined` on a page without any. */
export function addCriterion({ text }: ReadPage, target: IncrementTarget): Edit | undefined {
  const last = target.page.criteria.at(-1);
  if (!last) return undefined;
  const written = text.slice(last.id.span.start, last.id.span.end);
  const number = Number.parseInt((/\d+/.exec(written) as RegExpExecArray)[0], 10) + 1;
  const before = text
    .slice(last.nameSpan.start, last.id.span.start)
    .replace(/^\d+(?=[.)])/, String(number))
    .replace(/\[[xX]\]/, "[ ]");
  const behind = (
    /^[\])]?[.)]?(?:\*\*|__)?[:.)]?(?:\*\*|__)?/.exec(
      text.slice(last.id.span.end, last.nameSpan.end),
    ) as RegExpExecArray
  )[0];
  const label = written.replace(/\d+[a-z]?/i, String(number));
  const isNumber = label === String(number) && !before.includes("*");
  const line = `${before}${label}${isNumber ? "." : closed(before, behind)} ${OUTCOME}`;
  const isApart = text
    .slice(Math.max(0, last.nameSpan.start - 4), last.nameSpan.start)
    .replaceAll("\r", "")
    .endsWith("\n\n");
  return linesAfter(target, last.span.end, isApart && !/^[-*+\d]/.test(line) ? ["", line] : [line]);
}

/** What closes a label: bold that has begun ends, even where the last title was bold, too. */
function closed(before: string, behind: string): string {
  const mark = /\*\*|__/.exec(before)?.[0] ?? "";
  return mark === "" || behind.includes(mark) ? behind || ":" : `:${mark}`;
}

/** A new task behind the last one, or in the section of tasks that has none; `undefined` on a page without such a section. */
export function addTask(
  target: IncrementTarget,
  number: number,
  title: string,
  criteria: readonly string[],
  page?: ReadPage,
): Edit | undefined {
  const own = target.page.tasks.filter(
    ({ fields }) => !fields.some(({ kind, none, label }) => kind === "criteria" && none && label === ""),
  );
  const last = own.at(-1);
  const named =
    criteria.length === 0 ? "" : ` (AC: ${criteria.map((one) => one.replace(/^\D*/, "#")).join(", ")})`;
  if (last?.form === "heading")
    return linesAfter(target, last.bodyEnd, [
      "",
      `${"#".repeat(last.depth)} Task ${number}: ${title}${named}`,
      "",
      `- [ ] ${number}.1 ${DONE}`,
    ]);
  const line = `- [ ] Task ${number}: ${title}${named}`;
  if (last) return linesAfter(target, last.bodyEnd, [line]);
  const heading = page?.facts.headings.find(({ depth, text }) => depth === 2 && TASK_COLUMN.test(text));
  return heading && linesAfter(target, heading.span.end, ["", line]);
}

/** The number of another task. */
export function nextTask({ tasks }: Pick<Increment, "tasks">, further = 0): number {
  const numbers = [...tasks.keys()].map((key) => Number(/^T-(\d+)/.exec(key)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1 + further;
}

/** Adds a criterion to those that a task names: behind the last of them, else at the end of its line. */
function nameCriterion(task: Task, id: string): Edit | undefined {
  const fields = task.fields.filter(({ kind, none }) => kind === "criteria" && !none);
  const last = fields.flatMap(({ ids }) => ids).at(-1);
  const number = id.replace(/^\D*/, "");
  if (last) return { span: { start: last.span.end, end: last.span.end }, text: `, #${number}` };
  if (fields.length > 0) return undefined;
  return { span: { start: task.nameSpan.end, end: task.nameSpan.end }, text: ` (AC: #${number})` };
}

/** Tasks that name criteria in brackets: `(AC: #1)`. */
export const BY_BRACKETS: Covering = {
  tasks: ({ page: { tasks } }, criterion) => bestFirst(tasks, criterion),
  name: (_target, task, id) => nameCriterion(task, id),
  task(increment, target, { id, title }, further) {
    const number = nextTask(increment, further);
    const words = taskTitle(title) || `Satisfy ${id.text}`;
    const edit =
      addTask(target, number, words, [id.text]) ??
      linesAfter(target, target.page.length, [`- [ ] Task ${number}: ${words}`]);
    return { id: String(number), edit };
  },
  choices: (increment, _target, task) =>
    uncovered(increment)
      .slice(0, MOST)
      .flatMap(({ criterion: { what } }) => {
        const edit = nameCriterion(task, what.id.text);
        return edit ? [{ title: `Let it satisfy ${what.id.text}`, edit }] : [];
      }),
  define: () => undefined,
};

const MOST = 5;

function bestFirst(tasks: readonly Task[], criterion: Criterion): Task[] {
  return tasks
    .filter(({ fields }) => !fields.some(({ kind, none }) => kind === "criteria" && none))
    .map((task) => ({ task, score: sharedWords(task, criterion) }))
    .sort((a, b) => b.score - a.score)
    .map(({ task }) => task);
}
