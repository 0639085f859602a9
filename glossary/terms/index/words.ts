/**
 * Words of running text: runs of letters, marks, digits and `_`; a character of a script written without spaces
 * is a word of its own. Most words of a text begin no name, so they are ruled out by a few bits before anything is
 * allocated for them.
 */
import { nameKey } from "../model/term.ts";

export interface Word {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** What names are compared by: see `nameKey`. */
  readonly key: string;
}

/** Words that may begin a name. Never denies one that was added; may let others pass. */
export type FirstWords = Uint8Array;

const KIND = { other: 0, word: 1, alone: 2, unknown: 3 } as const;
const LETTER = /[\p{L}\p{M}\p{N}_]/u;
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;
const KINDS = new Uint8Array(65_536).fill(KIND.unknown);

/** Character classes, found once for each character that occurs. Surrogates count by the pair. */
function kindAt(text: string, at: number, code: number): number {
  const known = KINDS[code] as number;
  if (known !== KIND.unknown) return known;
  if (code >= 0xd800 && code <= 0xdfff) {
    const point = text.codePointAt(code >= 0xdc00 ? at - 1 : at) ?? 0;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : KIND.other;
  }
  const kind = classify(String.fromCharCode(code));
  KINDS[code] = kind;
  return kind;
}

function classify(char: string): number {
  return ALONE.test(char) ? KIND.alone : LETTER.test(char) ? KIND.word : KIND.other;
}

/** The first word at or after `at`; `undefined` where there is none before `end`. */
export function nextWord(text: string, at: number, end: number): Word | undefined {
  let start = at;
  let kind: number = KIND.other;
  for (; start < end; start++) {
    kind = kindAt(text, start, text.charCodeAt(start));
    if (kind !== KIND.other) break;
  }
  if (start >= end) return undefined;
  const stop = wordEnd(text, start, end, kind);
  return { start, end: stop, key: nameKey(text.slice(start, stop)) };
}

function wordEnd(text: string, start: number, end: number, kind: number): number {
  let stop = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  if (kind === KIND.word)
    while (stop < end && kindAt(text, stop, text.charCodeAt(stop)) === KIND.word) stop++;
  return Math.min(stop, end);
}

/** All words between two offsets. */
export function wordsIn(text: string, start: number, end: number): Word[] {
  const found: Word[] = [];
  for (let word = nextWord(text, start, end); word; word = nextWord(text, word.end, end)) found.push(word);
  return found;
}

const BITS = 1 << 16;

/** A set without words; see `addFirstWord` for what is ruled out. */
export function noFirstWords(): FirstWords {
  return new Uint8Array(BITS >> 3);
}

/** Adds the key of a word. Only keys of plain ASCII are told apart; the others always pass. */
export function addFirstWord(set: FirstWords, key: string): void {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = mix(hash, key.charCodeAt(i));
  const bit = hash & (BITS - 1);
  set[bit >> 3] = (set[bit >> 3] as number) | (1 << (bit & 7));
}

function mix(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/**
 * The offset of the first word at or after `at` that may begin a name; -1 where there is none before `end`. `at`
 * must not be inside a word.
 */
export function nextFirst(set: FirstWords, text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    let code = text.charCodeAt(i);
    let kind = kindAt(text, i, code);
    if (kind === KIND.other) {
      i++;
      continue;
    }
    if (kind === KIND.alone) return i;
    const start = i;
    let hash = 0;
    let plain = true;
    do {
      // Lower case for A–Z; other letters are folded by `nameKey`, so their words are let through.
      if (code >= 65 && code <= 90) code += 32;
      else if (code > 127 || code === 95) plain = false;
      hash = mix(hash, code);
      if (++i >= end) break;
      code = text.charCodeAt(i);
      kind = kindAt(text, i, code);
    } while (kind === KIND.word);
    const bit = hash & (BITS - 1);
    if (!plain || ((set[bit >> 3] as number) & (1 << (bit & 7))) !== 0) return start;
  }
  return -1;
}
