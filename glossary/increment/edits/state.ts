/** Changes of how far increments, tasks and criteria are. Pages may be closed: spans are all that is needed. */

import { likeBefore } from "../../text/casing.ts";
import type { Edit, Span } from "../../text/span.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import type { Increment, Placed } from "../model/increment.ts";
import type { Criterion, IncrementPage, IncrementStatus, State, Step, Task } from "../model/index.ts";
import { workOf } from "../model/index.ts";

/** How far something is to be. */
export type Goal = "open" | "done";

/** Words that can be replaced as a whole: `Not Started`, `✅ COMPLETE`; a sentence stays as it is. */
const WORDS = /^(?:[^\p{L}\p{N}\s]{1,4}\s{0,2})?\p{L}[\p{L}_-]{0,20}(?: \p{L}{1,12})?$/u;

/**
 * Edits after which a state says `goal`. `word` is what the page calls that; it stands where a word stood. Empty where
 * nothing can be changed.
 */
export function stateEdits(state: State | undefined, goal: Goal, word: string): Edit[] {
  if (!state) return [];
  const edits = state.box ? [markEdit(state.box, goal)] : [];
  const said = state.word;
  if (state.wordSpan && said !== undefined && WORDS.test(said) && workOf(said) !== goal)
    edits.push({ span: state.wordSpan, text: likeBefore(said.replace(/^[^\p{L}]+/u, ""), word) });
  return edits;
}

/** The mark between the brackets of a box. */
export function markEdit(box: Span, goal: Goal): Edit {
  return { span: { start: box.start + 1, end: box.end - 1 }, text: goal === "done" ? "x" : " " };
}

/** The word with which the tasks of a page say that they are done. */
export function doneWord({ tasks }: Pick<IncrementPage, "tasks">): string {
  const words = tasks.flatMap(({ state }) =>
    state?.work === "done" && state.word && /^\p{L}{1,12}$/u.test(state.word) ? [state.word] : [],
  );
  return words[0] ?? "completed";
}

/** The boxes of a task that are not ticked. */
export function openSteps({ steps }: Task): Step[] {
  return steps.filter(({ work }) => work === "open");
}

/** What of a completed increment is still open: criteria, and tasks that say so themselves. */
export function openWork({ coverage, tasks }: Increment): {
  readonly criteria: readonly Placed<Criterion>[];
  readonly tasks: readonly Placed<Task>[];
} {
  return {
    criteria: [...coverage.values()].flatMap(({ criterion }) =>
      criterion.what.state?.work === "open" ? [criterion] : [],
    ),
    tasks: [...tasks.values()].flat().filter(({ what }) => what.state?.work === "open"),
  };
}

/** Writes the word for a status wherever the increment states one. */
export function setStatus({ statuses }: Increment, word: string): FileChange[] {
  return changesOf(statuses.map(({ path, what }) => ({ path, edits: [statusEdit(what, word)] })));
}

/** A status in the place of another one, in the form that it has there. */
export function statusEdit({ span, text, from }: IncrementStatus, word: string): Edit {
  return { span, text: from === "line" ? likeBefore(text, word.replaceAll("_", " ")) : word };
}

/** One change for each page. */
export function changesOf(
  all: readonly { readonly path: string; readonly edits: readonly Edit[] }[],
): FileChange[] {
  const byPath = new Map<string, Edit[]>();
  for (const { path, edits } of all)
    if (edits.length > 0) byPath.set(path, [...(byPath.get(path) ?? []), ...edits]);
  return [...byPath].map(([path, edits]) => ({ kind: "edit", path, edits }));
}

/** Where a finding about the whole increment stands on its specification: the status, else the title, else the start. */
export function headSpan({ status, titleSpan }: IncrementPage): Span {
  return status?.span ?? titleSpan ?? { start: 0, end: 0 };
}
