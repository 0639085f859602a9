/** Whether a text says why. */
import { type Found, Phrases } from "./phrases.ts";
import {
  ARGUING,
  BACKWARD,
  BECAUSE,
  BECAUSE_OF_THAT,
  BECAUSE_UNSPACED,
  CLAUSE,
  DECIDING_WORDS,
  ENCLOSED,
  GAINS,
  POINTERS,
  PURPOSES,
  SINCE,
  VACUOUS,
  WEIGHING,
} from "./reasonWords.ts";
import { countWords } from "./substance.ts";

const CONNECTIVE = new Phrases(BECAUSE);
const UNSPACED = new Phrases(BECAUSE_UNSPACED);
const PURPOSE = new Phrases(PURPOSES);
const GAIN = new Phrases(GAINS);
const POSTPOSITION = new Phrases(BECAUSE_OF_THAT);
const VAIN = new Phrases(VACUOUS);
const POINTER = new Phrases(POINTERS);
const ARGUES = new Phrases(ARGUING);
const DECIDING = new Phrases(DECIDING_WORDS);
const WEIGHS = new Phrases(WEIGHING);
/** The rest of a sentence. */
const REST = /^[^.!?。！？;\n]*(?:\n(?![ \t]*\n)[^.!?。！？;\n]*){0,6}/;

export type Cause = "real" | "vacuous";

/** The best reason in a text: one with at least three words after its connective, else one that says nothing. */
export function causeIn(text: string): Cause | undefined {
  let vacuous = false;
  for (const { end, start, extra, backward } of connectives(text)) {
    const after = text.slice(end, end + 600);
    const rest = REST.exec(after)?.[0] ?? "";
    if (isVain(rest)) vacuous = true;
    else if (countWords(rest) + extra >= 3 || isListed(after)) return "real";
    else if (backward && concludes(text, start)) return "real";
    else if (countWords(rest) > 0) vacuous = true;
  }
  for (const { start, end } of enclosing(text)) {
    const sentence = text.slice(Math.max(0, start - 300), end).split(/[.!?\n]\s/);
    if (countWords(sentence.at(-1) as string) >= 3) return "real";
  }
  for (const { start } of UNSPACED.all(text)) {
    if (countWords(text.slice(Math.max(0, start - 60), start + 60)) >= 6) return "real";
  }
  return vacuous ? "vacuous" : undefined;
}

function* connectives(
  text: string,
): Generator<Pick<Found, "start" | "end"> & { extra: number; backward: boolean }> {
  for (const { start, end } of CONNECTIVE.all(text)) yield { start, end, extra: 0, backward: true };
  for (const pattern of [PURPOSE, GAIN])
    for (const { start, end } of pattern.all(text)) yield { start, end, extra: 1, backward: false };
  for (const pattern of [SINCE, CLAUSE])
    for (const { index, 0: found } of text.matchAll(pattern))
      yield { start: index, end: index + found.length, extra: 0, backward: false };
}

/** Connectives with the reason before them, or within. */
function* enclosing(text: string): Generator<Pick<Found, "start" | "end">> {
  yield* POSTPOSITION.all(text);
  for (const { index, 0: found } of text.matchAll(ENCLOSED))
    yield { start: index, end: index + found.length };
}

/** A reason that says nothing, and no more. */
function isVain(rest: string): boolean {
  const found = VAIN.findAtStart(rest);
  return found !== undefined && countWords(rest.slice(found.end)) === 0;
}

/** "because" and a colon, the reasons in a list below. */
function isListed(after: string): boolean {
  const lines = /^[^\n]{0,40}[:,]?[ \t]*\n\s*(?:[-*+]|\d{1,2}[.)]|[a-z][.)])[ \t]+([^\n]+)/.exec(after);
  return lines !== null && countWords(lines[1] as string) >= 3;
}

/** A connective for which the reason came before: "… does not scale, therefore Redis". */
function concludes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  return (
    BACKWARD.test(text.slice(at, at + 30)) && countWords(before.slice(before.lastIndexOf("\n\n") + 1)) >= 8
  );
}

/** True where a text only says where the reason can be read. */
export function isPointer(text: string): boolean {
  return POINTER.test(text) && countWords(text) < 25;
}

/** True where a sentence says both that something was decided and why. */
export function decides(text: string): boolean {
  return sentences(text).some((sentence) => DECIDING.test(sentence) && causeIn(sentence) === "real");
}

/** True where a sentence both argues (about us, a problem, a choice) and gives a cause. */
export function argues(text: string): boolean {
  return sentences(text).some((sentence) => ARGUES.test(sentence) && causeIn(sentence) === "real");
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?。！？])\s+|\n\s*\n|\n[ \t]*[-*+] /);
}

/** True where a text weighs one thing against another. */
export function weighs(text: string): boolean {
  return WEIGHS.test(text);
}
