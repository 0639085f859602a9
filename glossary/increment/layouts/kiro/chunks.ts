/** `tasks.md` in pieces, so that a key in one task makes only that task be read again. */
import type { Facts, Heading } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { firstFrom, type Span, shift } from "../../../text/span.ts";
import { movedField } from "../../model/fields.ts";
import { movedId, type WrittenId } from "../../model/ids.ts";
import type { Task } from "../../model/model.ts";
import { movedState } from "../../model/state.ts";

/** What a piece of a page says. */
export interface Chunk {
  readonly tasks: readonly Task[];
  /** What it names, in order. */
  readonly named: readonly WrittenId[];
}

interface Known {
  start: number;
  chunk: Chunk;
}

/** By their texts: what begins with a task at the margin depends on nothing outside of it. */
const known = new Map<string, Known>();
const MOST = 4_000;

/** What `read` finds in a piece, remembered by its text where `isOpen`. */
export function chunkAt(text: string, { start, end }: Span, isOpen: boolean, read: () => Chunk): Chunk {
  if (!isOpen) return read();
  const own = text.slice(start, end);
  const before = known.get(own);
  if (before) {
    if (before.start !== start) {
      before.chunk = movedChunk(before.chunk, start - before.start);
      before.start = start;
    }
    return before.chunk;
  }
  if (known.size >= MOST) known.clear();
  const chunk = read();
  known.set(ownCopy(own), { start, chunk });
  return chunk;
}

/** The same `by` UTF-16 units further on. */
export function movedChunk({ tasks, named }: Chunk, by: number): Chunk {
  return { tasks: tasks.map((task) => movedTask(task, by)), named: named.map((id) => movedId(id, by)) };
}

/** Where pieces begin: at headings, and at the tasks at the margin, whose offsets are given in order. */
export function piecesOf(length: number, headings: readonly Heading[], tasks: readonly number[]): Span[] {
  const starts = new Set([0]);
  let at = 0;
  for (const { span } of headings) {
    for (; at < tasks.length && (tasks[at] as number) < span.start; at++) starts.add(tasks[at] as number);
    starts.add(span.start);
  }
  for (; at < tasks.length; at++) starts.add(tasks[at] as number);
  const all = [...starts];
  return all.map((start, i) => ({ start, end: all[i + 1] ?? length }));
}

/** True for a place in a block of code. */
export function isInCode({ codes }: Pick<Facts, "codes">, offset: number): boolean {
  const before = codes[firstFrom(codes, offset + 1) - 1];
  return before !== undefined && offset < before.span.end;
}

function movedTask(task: Task, by: number): Task {
  const { id, title, nameSpan, titleSpan, span, bodyEnd, form, depth, flaws, state, work, fields } = task;
  const { stories, under, criteria, dependencies, priority, steps, scenarios, marks } = task;
  return {
    id: movedId(id, by),
    title,
    nameSpan: shift(nameSpan, by),
    titleSpan: shift(titleSpan, by),
    span: shift(span, by),
    bodyEnd: bodyEnd + by,
    form,
    depth,
    flaws,
    state: state && movedState(state, by),
    work,
    fields: fields.map((field) => movedField(field, by)),
    stories,
    under,
    criteria,
    dependencies,
    priority,
    steps:
      steps.length === 0
        ? steps
        : steps.map((step) => ({ ...step, box: shift(step.box, by), text: shift(step.text, by) })),
    scenarios,
    marks:
      marks.length === 0 ? marks : marks.map((mark) => ({ text: mark.text, span: shift(mark.span, by) })),
  };
}
