/** Finds phrases of a list in a text as whole words, whatever their case and what punctuation joins them. */

export interface Found {
  /** As it stands in the list. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly written: string;
  /** Without `^` and `$`. */
  readonly phrase: string;
  readonly words: readonly string[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/**
 * `^phrase` only matches at the start, `phrase$` only at the end. In scripts without spaces a phrase matches
 * anywhere. A table instead of a regular expression: hundreds of alternatives take that half a second to compile.
 */
export class Phrases {
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #unspaced: Phrase[] = [];
  /** How many words the longest one has. */
  #mostWords = 1;

  constructor(list: readonly string[]) {
    for (const written of new Set(list)) {
      const atStart = written.startsWith("^");
      const atEnd = written.endsWith("$");
      const phrase = written.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
      const words = (phrase.match(WORD) ?? []).map(lower);
      const one = { written, phrase, words, atStart, atEnd };
      this.#mostWords = Math.max(this.#mostWords, words.length);
      const [first] = words;
      if (UNSPACED.test(phrase)) this.#unspaced.push(one);
      else if (first !== undefined) this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), one]);
    }
    for (const some of this.#byFirst.values()) some.sort((a, b) => b.words.length - a.words.length);
    this.#unspaced.sort((a, b) => b.phrase.length - a.phrase.length);
  }

  /** The first match; of several at one place the longest. */
  find(text: string): Found | undefined {
    for (const found of this.all(text)) return found;
    return undefined;
  }

  /** The match that begins with the text; of that no more is read than a phrase has. */
  findAtStart(text: string): Found | undefined {
    const lead = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
    const words = wordsAround(text, lead, this.#mostWords);
    for (let i = 0; i < words.length && (words[i] as Word).start <= lead; i++) {
      const found = this.#at(words, i, text);
      if (found) return { phrase: found.phrase, start: found.start, end: found.end };
    }
    if (this.#unspaced.length === 0) return undefined;
    const beginning = text.slice(0, lead + (this.#unspaced[0] as Phrase).phrase.length);
    if (!UNSPACED.test(beginning)) return undefined;
    for (const one of this.#unspaced)
      for (const found of unspacedIn(one, text, beginning)) if (found.start <= lead) return found;
    return undefined;
  }

  test(text: string): boolean {
    return this.find(text) !== undefined;
  }

  /** All matches, those of spaced scripts first. */
  *all(text: string): Generator<Found> {
    const words = wordsOf(text);
    for (let i = 0; i < words.length; i++) {
      const found = this.#at(words, i, text);
      if (!found) continue;
      yield { phrase: found.phrase, start: found.start, end: found.end };
      i += found.words - 1;
    }
    if (this.#unspaced.length === 0 || !UNSPACED.test(text)) return;
    for (const one of this.#unspaced) yield* unspacedIn(one, text, text);
  }

  #at(words: readonly Word[], i: number, text: string): (Found & { readonly words: number }) | undefined {
    const { text: first, start } = words[i] as Word;
    const match = this.#byFirst.get(first)?.find((one) => matches(one, words, i, text));
    if (!match) return undefined;
    const last = words[i + match.words.length - 1] as Word;
    return { phrase: match.written, start, end: last.end, words: match.words.length };
  }
}

/** Where a phrase of a script without spaces stands in a part of `text` that begins with it. */
function* unspacedIn(
  { written, phrase, atStart, atEnd }: Phrase,
  text: string,
  part: string,
): Generator<Found> {
  for (let at = part.indexOf(phrase); at >= 0; at = part.indexOf(phrase, at + phrase.length)) {
    const end = at + phrase.length;
    if ((!atStart || text.slice(0, at).trim() === "") && (!atEnd || text.slice(end).trim() === ""))
      yield { phrase: written, start: at, end };
  }
}

function matches({ words, atStart, atEnd }: Phrase, all: readonly Word[], at: number, text: string): boolean {
  if ((atStart && at > 0) || (atEnd && at + words.length !== all.length)) return false;
  for (let i = 1; i < words.length; i++) {
    const before = all[at + i - 1] as Word;
    const word = all[at + i];
    if (!word || word.text !== words[i]) return false;
    if (word.start - before.end > 4 || /[.!?:;(]/.test(text.slice(before.end, word.start))) return false;
  }
  return true;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD))
    words.push({ text: lower(match[0]), start: match.index, end: match.index + match[0].length });
  return words;
}

/** The words up to `lead`, and as many behind it as `most`: enough to compare a phrase, and to know whether that is all. */
function wordsAround(text: string, lead: number, most: number): Word[] {
  const words: Word[] = [];
  let behind = 0;
  for (const match of text.matchAll(WORD)) {
    words.push({ text: lower(match[0]), start: match.index, end: match.index + match[0].length });
    if (match.index > lead && ++behind >= most) break;
  }
  return words;
}

function lower(word: string): string {
  return word.toLowerCase().replace("i̇", "i");
}
