/** Tasks as OpenSpec 1.13.2 counts them: by boxes, and by numbers within `## 1.` */

import type { Span } from "../../../../text/span.ts";
import { activeIncrement } from "../../../index/active.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import type { Increment } from "../../../model/increment.ts";
import { openSpecPage } from "../page.ts";
import { rootOf } from "../places.ts";
import { type Check, edited, mend, ownOf, type Told, told } from "./told.ts";

const TASK = /^\s*(?:[-*+]|\d{1,9}[.)])\s*\[(?:\s*([^\]\s]?)\s*\](?![([])|\s+\])\s*(.*)/;
const GROUP = /^ {0,3}##(?!#)(?:[ \t]+|[ \t]*\r?$)/;
const NUMBERED = /^ {0,3}##[ \t]+(\d+)\.(?:[ \t]|\r?$)/;
const ID = /^(\d+(?:\.\d+)+(?:[A-Za-z]+)?)(?=\s|$)/;

/** A line with a box. */
export interface TaskLine {
  readonly span: Span;
  readonly isDone: boolean;
  /** Its number; "" where it has none. */
  readonly id: string;
  readonly idSpan: Span;
  /** Behind the number, in small letters. */
  readonly title: string;
  /** The number of the group that it stands in; `undefined` outside of any. */
  readonly group: string | undefined;
}

/** The lines of a text with boxes, wherever they stand. Linear in its length. */
export function taskLines(text: string): TaskLine[] {
  const found: TaskLine[] = [];
  let group: string | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    if (GROUP.test(line)) group = NUMBERED.exec(line)?.[1];
    const match = line.includes("[") && line.length < 10_000 ? TASK.exec(line) : null;
    if (match) {
      const said = match[2] ?? "";
      const at = start + match[0].length - said.length;
      const id = ID.exec(said)?.[1] ?? "";
      found.push({
        span: { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length },
        isDone: match[1]?.toLowerCase() === "x",
        id,
        idSpan: { start: at, end: at + id.length },
        title: said.slice(id.length).trim().toLowerCase(),
        group,
      });
    }
    start += line.length + 1;
  }
  return found;
}

/** Whether the workflow of a change is the one that comes with OpenSpec, whose tasks are known. */
function isUsual(view: IncrementView, increment: Increment): boolean {
  const settings = [...increment.pages.values()].flatMap((one) => openSpecPage(one)?.settings ?? []);
  if (settings.some(({ problem }) => problem !== undefined)) return false;
  const configured = openSpecPage(increment.configuration)?.settings;
  const schema = settings[0]?.schema || configured?.schema || USUAL;
  return (
    schema.replace(/\.ya?ml$/, "") === USUAL &&
    !view.links.folders.has(`${rootOf(increment.unit)}/schemas/${USUAL}`)
  );
}

const USUAL = "spec-driven";

function tasksOn(page: ReadPage, view: IncrementView): Increment | undefined {
  const at = ownOf(page, view);
  return at && page.path === `${at.increment.unit}/tasks.md` && isUsual(view, at.increment)
    ? at.increment
    : undefined;
}

export const taskNumbers: Check = function* (page, view) {
  const increment = openSpecPage(page.exports.increment) && activeIncrement(page, view);
  if (!increment || page.path !== `${increment.unit}/tasks.md`) return;
  const usual = isUsual(view, increment);
  const firsts = new Map<string, TaskLine>();
  for (const task of taskLines(page.text)) {
    const { id, idSpan, group, title } = task;
    if (id === "") continue;
    const isCompared = usual && group !== undefined;
    const [own = ""] = id.split(".");
    if (isCompared && bare(own) !== bare(group))
      yield told(
        idSpan,
        `The task ${id} stands in group ${group}, and its number points to group ${own}: move it there, or renumber it`,
      );
    const first = firsts.get(id);
    if (!first) firsts.set(id, task);
    // Where OpenSpec compares nothing, a task may be said again.
    else if (isCompared || (title !== "" && title !== first.title))
      yield told(idSpan, `There is a task ${id} above already: give this one another number`, {
        related: [{ path: page.path, span: first.idSpan, message: `${id} stands here, too` }],
        mends: () => renumbered(page, task),
      });
  }
};

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

/** The next number of the group, for a task of two numbers. */
function renumbered(page: ReadPage, { idSpan, group, id }: TaskLine) {
  if (group === undefined || !/^\d+\.\d+$/.test(id)) return [];
  const numbers = taskLines(page.text).flatMap((one) =>
    one.group === group ? Number(/^\d+\.(\d+)/.exec(one.id)?.[1] ?? 0) : [],
  );
  const next = `${group}.${Math.max(0, ...numbers) + 1}`;
  return mend(`Renumber to ${next}`, edited(page, { span: idSpan, text: next }));
}

const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)]))\s+\S/;

export const tasksNotCounted: Check = function* (page, view) {
  if (!tasksOn(page, view) || taskLines(page.text).length > 0) return;
  const [first] = itemLines(page);
  if (!first) return;
  yield told(
    first.span,
    "No line here has a box, so OpenSpec counts no task and archives the change as done: write each as “- [ ] 1.1 …”",
    { mends: () => boxed(page) },
  );
};

interface ItemLine {
  readonly span: Span;
  /** `-` or `1.` */
  readonly marker: Span;
}

/** Lines that begin as items do, but for those in code, comments and front matter; OpenSpec looks for no more than that. */
function itemLines({ text, lines, facts, matter }: ReadPage): ItemLine[] {
  const hidden = [
    ...facts.codes.filter(({ fenced }) => fenced),
    ...facts.html.filter(({ inline }) => !inline),
    ...(matter.span ? [{ span: matter.span }] : []),
  ];
  return [...lines].flatMap((start, i) => {
    const end = lines[i + 1] ?? text.length;
    const line = text.slice(start, Math.min(end, start + 10_000)).trimEnd();
    const match = ITEM.exec(line);
    const marks = match?.[1]?.trimStart() ?? "";
    if (!match || columns(line) >= 4 || hidden.some(({ span }) => span.start <= start && start < span.end))
      return [];
    const at = start + (match[1]?.length ?? 0) - marks.length;
    return [{ span: { start: at, end: start + line.length }, marker: { start: at, end: at + marks.length } }];
  });
}

/** How far a line is indented; a tab leads to the next column that four divides. */
function columns(line: string): number {
  let column = 0;
  for (const character of line)
    if (character === " ") column++;
    else if (character === "\t") column += 4 - (column % 4);
    else break;
  return column;
}

function boxed(page: ReadPage) {
  const edits = itemLines(page).map(({ marker }) => ({ span: marker, text: "- [ ]" }));
  return mend("Give each item a box", edited(page, ...edits));
}

/** Open tasks of a change in the archive, which OpenSpec takes for done. */
export function* openInArchive(page: ReadPage): Iterable<Told> {
  const place = page.exports.increment?.place;
  if (place?.shelf !== "archived" || page.path !== `${place.unit}/tasks.md`) return;
  const tasks = taskLines(page.text);
  const open = tasks.filter(({ isDone }) => !isDone);
  if (open.length === 0) return;
  yield told(
    open[0]?.span ?? { start: 0, end: 0 },
    `${open.length} of ${tasks.length} tasks are open, and the change is archived: tick what is done, and move what is not to another change`,
    {
      related: open.slice(1, 20).map(({ span }) => ({ path: page.path, span, message: "Open, too" })),
    },
  );
}
