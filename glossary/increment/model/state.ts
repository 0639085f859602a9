/** How far a task or criterion is, by its box or its status field. */
import { ownCopy } from "../../text/ownCopy.ts";
import { type Span, shift } from "../../text/span.ts";
import type { State } from "./model.ts";
import { workOf, workOfMark } from "./words.ts";

const BOX = /^\[([ xX~\-/>])\]/;

/** Reads `[x] completed`, `[ ]`, `✅ Done`, `pending`; `undefined` where it says nothing that is known. */
export function readState(text: string, span: Span): State | undefined {
  const whole = text.slice(span.start, span.end);
  const box = BOX.exec(whole);
  const from = box ? 3 + (/^\s*/.exec(whole.slice(3)) as RegExpExecArray)[0].length : 0;
  const word = (/^[^(|\r\n<]*/.exec(whole.slice(from)) as RegExpExecArray)[0].trimEnd();
  const said = workOf(word);
  if (!box && !said) return undefined;
  const start = span.start + from;
  return {
    // The box is what tools look at; words may say more of one that is not ticked.
    work: box ? workOfBoxed(box[1] as string, said) : (said as State["work"]),
    box: box ? { start: span.start, end: span.start + 3 } : undefined,
    mark: box?.[1],
    word: word === "" ? undefined : ownCopy(word),
    wordSpan: word === "" ? undefined : { start, end: start + word.length },
    span,
  };
}

function workOfBoxed(mark: string, said: State["work"] | undefined): State["work"] {
  const work = workOfMark(mark);
  return work === "open" && (said === "deferred" || said === "dropped") ? said : work;
}

/** The state that a box alone tells. */
export function stateOfBox(mark: string, box: Span): State {
  return { work: workOfMark(mark), box, mark, word: undefined, wordSpan: undefined, span: box };
}

/** The same `by` UTF-16 units further on. */
export function movedState(state: State, by: number): State {
  const { work, box, mark, word, wordSpan, span } = state;
  return {
    work,
    box: box && shift(box, by),
    mark,
    word,
    wordSpan: wordSpan && shift(wordSpan, by),
    span: shift(span, by),
  };
}
