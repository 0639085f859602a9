/**
 * Changes to pages of increments: lines put in at the right place, in the form that SpecWeave reads. Pages may be
 * closed: where lines begin, how they end and where things stand is all that is needed.
 */

import { type LineStarts, positionAt } from "../../text/lines.ts";
import type { Edit, Span } from "../../text/span.ts";
import type { Page } from "../index/view.ts";
import type { Increment } from "../model/increment.ts";
import {
  canonicalId,
  criterionPrefix,
  type IncrementField,
  type IncrementPage,
  type Task,
} from "../model/index.ts";
import { hasTasks } from "../model/place.ts";
import { doneWord } from "./state.ts";

/** A page of an increment, open or closed. */
export interface IncrementTarget {
  readonly path: string;
  readonly lines: LineStarts;
  readonly page: IncrementPage;
}

/** A page as a target; `undefined` for one that belongs to no increment. */
export function targetOf(page: Page | undefined): IncrementTarget | undefined {
  const increment = page?.exports.increment;
  return page && increment && { path: page.path, lines: page.lines, page: increment };
}

/** The start of the line behind the one that `offset` is in; `undefined` in the last line. */
function nextLine({ lines }: IncrementTarget, offset: number): number | undefined {
  return lines[positionAt(lines, offset).line + 1];
}

/** Puts lines in behind the one that `offset` is in. */
export function linesAfter(target: IncrementTarget, offset: number, added: readonly string[]): Edit {
  const { newline, length } = target.page;
  const next = nextLine(target, offset);
  const text = added.join(newline);
  if (next !== undefined) return { span: { start: next, end: next }, text: text + newline };
  // The last line has an end of its own only where another one, an empty one, comes after it.
  const end = { start: length, end: length };
  return target.lines.at(-1) === length
    ? { span: end, text: text + newline }
    : { span: end, text: newline + text };
}

/** Puts lines in before the one that `offset` is in. */
export function linesBefore(
  { lines, page }: IncrementTarget,
  offset: number,
  added: readonly string[],
): Edit {
  const start = lines[positionAt(lines, offset).line] as number;
  return { span: { start, end: start }, text: added.join(page.newline) + page.newline };
}

/** True where both offsets are in one line. */
function sameLine({ lines }: IncrementTarget, a: number, b: number): boolean {
  return positionAt(lines, a).line === positionAt(lines, b).line;
}

/** An id as it is written in new text; as it stands where it has no form that SpecWeave reads. */
export function writtenId(key: string): string {
  return canonicalId(key) ?? withProject(key);
}

/** `US-SPE-001`, `AC-SPE-US1-01`: what is numbered within a project. */
function withProject(key: string): string {
  return key.replace(
    /^(US-[A-Z]{2,8}-)(\d{1,2})$|^(AC-[A-Z]{2,8}-US\d+-)(\d)$/,
    (_all, story, number, criterion, digit) =>
      story ? `${story}${number.padStart(3, "0")}` : `${criterion}${digit.padStart(2, "0")}`,
  );
}

/** `- [ ] **AC-US1-04**: Title` */
export function criterionLine(id: string, title: string, mark = " "): string {
  return `- [${mark}] **${id}**: ${title}`;
}

/** `### T-001: Title`, `### US-001: Title`; `rest` is put behind it as it is. */
export function headingLine(id: string, title: string, rest = ""): string {
  return `### ${id}: ${title}${rest}`;
}

/** The id for another task of an increment: one more than any there is, and `further` ones on. */
export function nextTask({ tasks }: Increment, further = 0): string {
  return writtenId(`T-${most([...tasks.keys()], /^T-(?:\d{1,6}-T-)?(\d{1,6})/) + 1 + further}`);
}

/** The id for another story of an increment: more than any there is, or that criteria name in their ids. */
export function nextStory({ stories, criteria }: Increment, further = 0): string {
  const own = most([...stories.keys()], /^US-(?:[A-Z]{2,8}-)?(\d{1,6})/);
  const named = most([...criteria.keys()], /^AC-US[A-Z]?(\d{1,6})/);
  return writtenId(`US-${Math.max(own, named) + 1 + further}`);
}

/** The id for another criterion of a story; `story` is its key. */
export function nextCriterion({ criteria }: Increment, story: string, further = 0): string {
  const prefix = criterionPrefix(story);
  const own = [...criteria.keys()].filter((key) => key.startsWith(prefix));
  const last = most(
    own.map((key) => key.slice(prefix.length)),
    /^(\d{1,6})/,
  );
  return writtenId(`${prefix}${last + 1 + further}`);
}

function most(keys: readonly string[], pattern: RegExp): number {
  return keys.reduce((max, key) => Math.max(max, Number(pattern.exec(key)?.[1] ?? 0)), 0);
}

/** How the tasks of a page write their fields; SpecWeave's own way where they have none. */
export interface TaskStyle {
  readonly story: string;
  readonly criteria: string;
  readonly status: string;
  /** What says that a task is open, and that it is done. */
  readonly open: string;
  readonly done: string;
  /** Story and criteria on one line, with `|` between them. */
  readonly piped: boolean;
  /** A blank line between the status and the test. */
  readonly apart: boolean;
  /** `undefined` where the tasks say nothing of tests. */
  readonly test: string | undefined;
}

/** As SpecWeave reads tasks. It has them in one line of fields, too, but then its status sync sees no status (1.0.593). */
export const TASK_STYLE: TaskStyle = {
  story: "User Story",
  criteria: "Satisfies ACs",
  status: "Status",
  open: "pending",
  test: "Test",
  done: "completed",
  piped: false,
  apart: true,
};

const STYLES = new WeakMap<IncrementPage, TaskStyle>();

/** How the tasks of a page are written. */
export function taskStyle(target: IncrementTarget): TaskStyle {
  const known = STYLES.get(target.page);
  if (known) return known;
  const { tasks } = target.page;
  const fields = tasks.flatMap((task) => task.fields);
  const label = (kind: IncrementField["kind"], fits: (field: IncrementField) => boolean = () => true) =>
    commonest(fields.flatMap((field) => (field.kind === kind && fits(field) ? [field.label] : [])));
  const lineOf = ({ span }: IncrementField) => positionAt(target.lines, span.start).line;
  /** Whether most tasks that have both fields have them so. */
  const mostly = (
    kinds: readonly [IncrementField["kind"], IncrementField["kind"]],
    distance: (lines: number) => boolean,
    otherwise: boolean,
  ): boolean => {
    const both = tasks.flatMap((task) => {
      const [one, two] = [fieldOf(task, kinds[0]), fieldOf(task, kinds[1])];
      return one && two ? [distance(lineOf(two) - lineOf(one))] : [];
    });
    return both.length === 0 ? otherwise : both.filter(Boolean).length * 2 > both.length;
  };
  // Where the status stands on that line too, it is not done so again: nothing ticks the criteria of such a task.
  const piped =
    mostly(["story", "criteria"], (lines) => lines === 0, TASK_STYLE.piped) &&
    !mostly(["criteria", "status"], (lines) => lines === 0, false);
  const tested = tasks.filter((task) => fieldOf(task, "test")).length;
  const style: TaskStyle = {
    story: label("story") ?? TASK_STYLE.story,
    criteria: label("criteria", ({ keys }) => keys.length > 0) ?? TASK_STYLE.criteria,
    status: label("status") ?? TASK_STYLE.status,
    open:
      commonest(tasks.flatMap(({ state }) => (state?.mark === " " && state.word ? [state.word] : []))) ??
      TASK_STYLE.open,
    done: doneWord(target.page),
    piped,
    apart: mostly(["status", "test"], (lines) => lines > 1, TASK_STYLE.apart),
    test: tested * 2 > tasks.length || tasks.length === 0 ? TASK_STYLE.test : undefined,
  };
  STYLES.set(target.page, style);
  return style;
}

function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The first field of a kind that a task has. */
export function fieldOf({ fields }: Task, kind: IncrementField["kind"]): IncrementField | undefined {
  return fields.find((field) => field.kind === kind);
}

/** A scenario to be completed by the author. */
export const SCENARIO = "Given … → When … → Then …";

/** What a new task says. */
export interface NewTask {
  readonly id: string;
  readonly title: string;
  readonly story: string | undefined;
  readonly criteria: readonly string[];
  /** Open unless this says otherwise. */
  readonly done?: boolean;
  /** How it is tested; `SCENARIO` where it is not known yet. */
  readonly scenario?: string;
}

/** A task as lines. */
export function taskLines(style: TaskStyle, task: NewTask): string[] {
  const { id, title, story, criteria, done = false, scenario = SCENARIO } = task;
  const links = [
    ...(story === undefined ? [] : [`**${style.story}**: ${story}`]),
    ...(criteria.length === 0 ? [] : [`**${style.criteria}**: ${criteria.join(", ")}`]),
  ];
  const status = `**${style.status}**: ${done ? `[x] ${style.done}` : `[ ] ${style.open}`}`;
  const fields = style.piped && links.length > 0 ? [links.join(" | ")] : links;
  return [
    headingLine(id, title),
    "",
    ...fields,
    status,
    ...(style.test === undefined ? [] : [...(style.apart ? [""] : []), `**${style.test}**: ${scenario}`]),
  ];
}

/** A title for a task that satisfies a criterion: its first words. */
export function taskTitle(criterion: string): string {
  const [sentence = ""] = criterion
    .replace(/[*_`✓✗]|\p{Extended_Pictographic}\uFE0F?/gu, "")
    .split(/[;:](?!\S)|\.(?=\s*$|\s\p{Lu})| \(|[\r\n]/u);
  const words = sentence.trim();
  if (words.length <= 70) return words;
  const cut = words.lastIndexOf(" ", 70);
  return words.slice(0, cut > 20 ? cut : 70);
}

/** The tasks that name a story or stand under its heading; `story` is its key. */
export function tasksOfStory({ page }: IncrementTarget, story: string | undefined): Task[] {
  return page.tasks.filter(
    ({ under, stories, form }) =>
      form === "heading" && story !== undefined && (under === story || stories.includes(story)),
  );
}

/** Puts a new task behind the last one of its story, else at the end of the story's group, else of the page. */
export function addTask(target: IncrementTarget, task: NewTask, story: string | undefined): Edit {
  const { tasks, groups, length } = target.page;
  const lines = taskLines(taskStyle(target), task);
  const own = tasksOfStory(target, story);
  const after = own.at(-1) ?? tasks.findLast(({ form }) => form === "heading");
  const group = own.length > 0 ? undefined : groups.findLast(({ id }) => id.key === story);
  if (group) return linesAfter(target, group.nameSpan.end, ["", ...lines]);
  if (!after) return linesAfter(target, length, [...(endsBlank(target) ? [] : [""]), ...lines]);
  const ruled = ruleBehind(target, after);
  return linesAfter(target, after.bodyEnd, ["", ...(ruled ? ["---", ""] : []), ...lines]);
}

/** True where tasks or stories are set apart by rules: something stands behind the last line of this one. */
export function ruleBehind(
  { lines, page }: IncrementTarget,
  { bodyEnd, span }: Pick<Task, "bodyEnd" | "span">,
): boolean {
  const last = positionAt(lines, Math.max(bodyEnd, span.end - 1)).line;
  for (let line = positionAt(lines, bodyEnd).line + 1; line <= last; line++) {
    const end = lines[line + 1] ?? page.length;
    if (end - (lines[line] as number) > page.newline.length) return true;
  }
  return false;
}

function endsBlank({ lines, page }: IncrementTarget): boolean {
  const last = lines.at(-1) ?? 0;
  return page.length === 0 || (last === page.length && (lines.at(-2) ?? 0) === last - page.newline.length);
}

/**
 * Adds a criterion to those that a task names: behind the last one in its field, in place of `N/A`, else in a field of
 * its own. `undefined` where it names them in a way that cannot be added to.
 */
export function addCriterion(target: IncrementTarget, task: Task, id: string): Edit | undefined {
  if (task.form !== "heading") return undefined;
  const named = task.fields.filter(({ kind }) => kind === "criteria" || kind === "references");
  const field = named.find(({ ids }) => ids.some(({ kind }) => kind === "criterion"));
  if (field) {
    const { end } = (field.ids.findLast(({ kind }) => kind === "criterion") as { span: Span }).span;
    return { span: { start: end, end }, text: `, ${id}` };
  }
  const own = fieldOf(task, "criteria");
  if (!own) return task.criteria.length === 0 ? addField(target, task, "criteria", id) : undefined;
  if (task.criteria.length > 0 || !own.none) return undefined;
  const { start, end } = own.value;
  return { span: own.value, text: start === end ? ` ${id}` : id };
}

/** Adds a field to a task that has none of its kind: behind its story, before its other fields, below its heading. */
export function addField(
  target: IncrementTarget,
  task: Task,
  kind: "criteria" | "story",
  value: string,
): Edit | undefined {
  if (task.form !== "heading") return undefined;
  const text = `**${taskStyle(target)[kind]}**: ${value}`;
  const story = kind === "criteria" ? fieldOf(task, "story") : undefined;
  const next = task.fields.find((field) => !isBeside(target, task, field));
  if (story) {
    const others = task.fields.filter(({ span }) => sameLine(target, span.start, story.span.start));
    const { end } = story.value;
    return others.length > 1 || taskStyle(target).piped
      ? { span: { start: end, end }, text: ` | ${text}` }
      : linesAfter(target, story.span.end, [indentOf(target, story) + text]);
  }
  if (next && next.span.start < firstOther(task))
    return linesBefore(target, next.span.start, [indentOf(target, next) + text]);
  return linesAfter(target, task.nameSpan.end, ["", text]);
}

/** Writes a new value in a field, and another field behind it: on the same line where there are others, else below. */
export function fieldBeside(
  target: IncrementTarget,
  { fields }: Task,
  field: IncrementField,
  value: string,
  other: { readonly label: string; readonly value: string },
): Edit[] {
  const piped = fields.some((one) => one !== field && sameLine(target, one.span.start, field.span.start));
  const text = `**${other.label}**: ${other.value}`;
  if (piped) return [{ span: field.value, text: `${value} | ${text}` }];
  const edits = [{ span: field.value, text: value }];
  return [...edits, linesAfter(target, field.value.end, [indentOf(target, field) + text])];
}

/** True for a field on the heading's own line. */
function isBeside(target: IncrementTarget, task: Task, { span }: IncrementField): boolean {
  return sameLine(target, span.start, task.nameSpan.start);
}

/** Where the steps or scenarios of a task begin: fields behind them may belong to these. */
function firstOther({ steps, scenarios }: Task): number {
  return Math.min(
    ...[...steps.map(({ box }) => box), ...scenarios.map(({ span }) => span)].map(({ start }) => start),
  );
}

/** `- ` for a field that is a list item. */
function indentOf({ lines }: IncrementTarget, { span }: IncrementField): string {
  const { character } = positionAt(lines, span.start);
  return character >= 2 ? `${" ".repeat(character - 2)}- ` : "";
}

/** Puts a criterion behind the last one of its story, else below the label `Acceptance Criteria`, else at the story's end. */
export function newCriterion(target: IncrementTarget, story: string, line: string): Edit | undefined {
  const { page } = target;
  const own = page.criteria.filter(({ under, standing }) => under === story && standing === "definition");
  const last = own.at(-1);
  if (last) return linesAfter(target, last.span.end, [line]);
  const found = page.stories.find(({ id }) => id.key === story);
  if (!found) return undefined;
  const label = found.fields.find(({ kind, text }) => kind === "criteria" && text === "");
  if (label) return linesAfter(target, label.span.end, ["", line]);
  return linesAfter(target, found.bodyEnd, ["", "**Acceptance Criteria**:", "", line]);
}

/** The pages of an increment on which a task can be changed, that of its tasks first. */
export function tasksTarget(
  { pages }: Increment,
  all: ReadonlyMap<string, Page>,
): IncrementTarget | undefined {
  for (const [path, page] of pages) if (hasTasks(page.place)) return targetOf(all.get(path));
  return undefined;
}
