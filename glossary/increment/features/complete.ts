/** Completes what the fields of an increment and its front matter can say: ids, statuses, priorities, projects, types. */

import { withoutMarkup } from "../../markdown/excerpt.ts";
import { firstFrom, type Span, touches } from "../../text/span.ts";
import { type Completion, PLAIN } from "../../workspace/answers.ts";
import { incrementOf } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Writing } from "../layouts/layout.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment, Placed } from "../model/increment.ts";
import {
  type Criterion,
  type Definition,
  isSpecification,
  kindOfLabel,
  STATUSES,
  type Task,
} from "../model/index.ts";
import { INCREMENT_TYPES, PRIORITIES } from "../model/words.ts";
import { incrementTitle } from "./title.ts";

/** What can stand at an offset, the likeliest first; `undefined` where no field of an increment is being written. */
export function incrementCompletion(
  snapshot: IncrementView,
  page: ReadPage,
  offset: number,
): Completion[] | undefined {
  const increment = incrementOf(snapshot.increments, page);
  if (!increment) return undefined;
  const layout = layoutOf(increment);
  const own = layout.writingAt?.(page, offset);
  const matter = page.matter.span;
  if (!own && matter && offset < matter.end) return inMatter(snapshot, increment, page, offset);
  const writing = layout.writingAt ? own : writingAt(page, offset);
  if (writing?.kind === "increment") return others(snapshot, increment, page, writing);
  return writing && (words(snapshot, page, writing) ?? ids(increment, page, writing, offset));
}

/** The field whose value the offset is in or behind. */
function writingAt({ text, facts }: ReadPage, offset: number): Writing | undefined {
  const field = facts.fields[firstFrom(facts.fields, offset) - 1];
  const kind = field && kindOfLabel(field.label);
  if (!field || !kind) return undefined;
  const { value } = field;
  const start = Math.min(value.start, offset);
  if (start < field.labelSpan.end || /[\r\n]/.test(text.slice(field.labelSpan.end, offset))) return undefined;
  // The label ends with its colon, in the emphasis or behind it.
  if (!/^[:：*_ \t]*[:：][*_]*[ \t]*$/.test(text.slice(field.labelSpan.end, start))) return undefined;
  if (offset > value.end && !/^[ \t]*$/.test(text.slice(value.end, offset))) return undefined;
  const before = /[\w-]*$/.exec(text.slice(start, offset)) as RegExpExecArray;
  const behind = /^[\w-]*/.exec(text.slice(offset, Math.max(value.end, offset))) as RegExpExecArray;
  const word = { start: offset - before[0].length, end: offset + behind[0].length };
  const end = Math.max(value.end, offset);
  return {
    kind,
    value: { start, end },
    word,
    others: `${text.slice(start, word.start)} ${text.slice(word.end, end)}`,
  };
}

/** The ids of the other increments in the same layout. */
function others(
  { increments }: IncrementView,
  { id: own, layout }: Increment,
  page: ReadPage,
  { word, others: beside }: Writing,
): Completion[] {
  const { textOf } = layoutOf({ layout }).notation;
  const named = new Set(beside.match(/\w+(?:[.-]\w+)*/g));
  const space = needsSpace(page.text, word);
  return [...increments.units.values()].flatMap((one) => {
    const text = one.id === undefined || one.layout !== layout || one.id === own ? "" : textOf(one.id);
    const found = text === "" || named.has(text) ? undefined : increments.at(one.unit);
    if (!found) return [];
    const detail = withoutMarkup(incrementTitle(found));
    const note = found.status?.what.text ?? "";
    const shown = { label: text, detail, note, filter: text, replace: word, text: space + text };
    return [{ ...PLAIN, kind: "reference", ...shown }];
  });
}

function ids(increment: Increment, page: ReadPage, place: Writing, offset: number): Completion[] | undefined {
  const own = page.exports.increment;
  // A specification defines what others refer to.
  if (!own || own.place.role === "spec" || own.place.role === "requirements") return undefined;
  const task = own.tasks.find(({ span }) => touches(span, offset));
  const found = candidates(increment, place.kind, task);
  if (!found) return undefined;
  const named = new Set(place.others.match(/\w+(?:[.-]\w+)*/g));
  const space = needsSpace(page.text, place.word);
  return found
    .filter(({ what: { id } }) => !named.has(id.text))
    .map(({ what: { id, title }, note }) => ({
      ...PLAIN,
      kind: "reference",
      label: id.text,
      detail: withoutMarkup(title),
      note,
      filter: id.text,
      replace: place.word,
      text: space + id.text,
    }));
}

interface Candidate {
  readonly what: Definition;
  readonly note: string;
}

function candidates(
  increment: Increment,
  kind: Writing["kind"],
  task: Task | undefined,
): readonly Candidate[] | undefined {
  switch (kind) {
    case "story":
      return firsts(increment.stories).map((what) => ({ what, note: what.priority?.text ?? "" }));
    case "criteria":
      return criteriaFor(increment, task);
    case "references":
      return [...criteriaFor(increment, task), ...requirements(increment)];
    case "dependencies":
      return task ? tasksFor(increment, task) : undefined;
    default:
      return undefined;
  }
}

/** The criteria that no task covers yet, then the others; in each those of the task's own stories first. */
function criteriaFor(increment: Increment, task: Task | undefined): Candidate[] {
  const own = new Set(task && (task.stories.length > 0 ? task.stories : [task.under]));
  const isOwn = ({ story }: Criterion) => story !== undefined && own.has(story);
  const rank = ({ what, covered }: { what: Criterion; covered: boolean }) =>
    (covered ? 2 : 0) + (isOwn(what) ? 0 : 1);
  return [...increment.coverage.values()]
    .map(({ criterion: { what }, tasks }) => ({ what, covered: tasks.length > 0 }))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ what, covered }) => ({ what, note: covered ? "" : "not covered" }));
}

function requirements({ pages }: Increment): Candidate[] {
  return [...pages.values()].flatMap(({ others }) =>
    others.filter(({ id }) => id.kind === "requirement").map((what) => ({ what, note: "" })),
  );
}

/** The tasks before this one, the nearest first, then those behind it; none that wait for it. */
function tasksFor(increment: Increment, task: Task): Candidate[] {
  const all = firsts(increment.tasks).filter(
    ({ id, dependencies }) => id.key !== task.id.key && !dependencies.includes(task.id.key),
  );
  const before = all.filter(({ span }) => span.start < task.span.start).reverse();
  const behind = all.filter(({ span }) => span.start > task.span.start);
  return [...before, ...behind].map((what) => ({ what, note: what.work === "unknown" ? "" : what.work }));
}

function firsts<T>(all: ReadonlyMap<string, readonly Placed<T>[]>): T[] {
  return [...all.values()].flatMap(([first]) => (first ? [first.what] : []));
}

/** Words for a field that holds no ids; `undefined` for other fields. */
function words(snapshot: IncrementView, page: ReadPage, { kind, value }: Writing): Completion[] | undefined {
  const all = wordsOf(snapshot, page, kind);
  if (!all) return undefined;
  return offered(page.text, [...new Set(all)], value, needsSpace(page.text, value));
}

function offered(source: string, all: readonly string[], replace: Span, space: string): Completion[] {
  const written = source.slice(replace.start, replace.end);
  // A word that stands there already is to be exchanged for any of the others.
  const before = all.includes(written) ? `${written} ` : "";
  return all.map((word) => ({
    ...PLAIN,
    kind: "value",
    label: word,
    filter: before + word,
    replace,
    text: space + word,
  }));
}

function wordsOf(
  snapshot: IncrementView,
  page: ReadPage,
  kind: Writing["kind"],
): readonly string[] | undefined {
  const tasks = page.exports.increment?.tasks ?? [];
  switch (kind) {
    case "status":
      return tasks.length > 0 ? statuses(page, tasks) : undefined;
    case "priority":
      return PRIORITIES;
    case "project":
      return projects(snapshot, page);
    default:
      return undefined;
  }
}

/** As the tasks of the page say how far they are, the commonest first; and what is missing of open and done. */
function statuses({ text }: ReadPage, tasks: readonly Task[]): string[] {
  const counts = new Map<string, number>();
  for (const { state } of tasks) {
    const written = state && state.word !== undefined ? text.slice(state.span.start, state.span.end) : "";
    if (/^(?:\[.\] )?[\p{L} _-]{1,30}$/u.test(written)) counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const boxed = used.length === 0 || used.some((word) => word.startsWith("["));
  const has = (mark: string) => used.some((word) => word.startsWith(mark));
  return [
    ...used,
    ...(boxed && !has("[ ]") ? ["[ ] pending"] : []),
    ...(boxed && !has("[x]") ? ["[x] completed"] : []),
  ];
}

/** The projects of the configuration, and those that stories of the page name. */
function projects({ increments }: IncrementView, page: ReadPage): string[] {
  const named = (page.exports.increment?.stories ?? []).flatMap(({ project }) => project?.text || []);
  return [...increments.projects, ...named];
}

/** After `status:`, `priority:`, `type:` and `project:` of the front matter. */
function inMatter(
  snapshot: IncrementView,
  increment: Increment,
  page: ReadPage,
  offset: number,
): Completion[] | undefined {
  const { text } = page;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const match = /^([\w-]+):([ \t]*)(["']?)([\w-]*)$/.exec(text.slice(lineStart, offset));
  if (!match) return undefined;
  const [, key = "", space = "", quote = "", typed = ""] = match;
  const words = matterWords(snapshot, increment, page, key);
  if (!words) return undefined;
  const behind = /^[\w-]*/.exec(text.slice(offset, offset + 60)) as RegExpExecArray;
  const replace = { start: offset - typed.length, end: offset + behind[0].length };
  return offered(text, words, replace, space === "" && quote === "" ? " " : "");
}

function matterWords(
  snapshot: IncrementView,
  increment: Increment,
  page: ReadPage,
  key: string,
): readonly string[] | undefined {
  const own = layoutOf(increment).matterWords?.(key, increment, snapshot);
  if (own) return own;
  if (key === "priority") return PRIORITIES;
  if (key === "project") return projects(snapshot, page);
  const place = page.exports.increment?.place;
  if (!place || !isSpecification(place)) return undefined;
  return key === "type" ? INCREMENT_TYPES : key === "status" ? STATUSES : undefined;
}

/** A colon wants a space behind it. */
function needsSpace(text: string, { start }: Span): string {
  return /[:：,*_]/.test(text[start - 1] ?? "") ? " " : "";
}
