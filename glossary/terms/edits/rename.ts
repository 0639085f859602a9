/** Writes a name in the place of another one: in the same number, with capitals where that one had them. */

import { slug } from "../../markdown/slug.ts";
import type { Edit, Span } from "../../text/span.ts";
import { formsOf, isPlural } from "../index/wordForms.ts";
import { isAcronym, nameKey, type Term } from "../model/term.ts";

export interface Rename {
  /** What is written instead. */
  readonly name: string;
  readonly edit: Edit;
}

/**
 * Writes the term's name at `span`, where a form of `avoided` stands. An article before it becomes the one that the
 * new name needs. With `asItIs` the name keeps its capitals wherever it stands.
 */
export function renameAt(text: string, span: Span, avoided: string, term: Term, asItIs = false): Rename {
  const written = text.slice(span.start, span.end);
  const form = inNumber(written, avoided, term);
  const name = asItIs ? form : inCase(written, avoided, form, isSentenceStart(text, span.start));
  // The name may be the text of a link, or emphasised.
  const above = text.slice(Math.max(0, span.start - 7), span.start);
  const article = /(?<![\p{L}\p{N}])(an?)[ \t][[*_]{0,3}$/iu.exec(above);
  const plain = { name, edit: { span, text: name } };
  if (!article || /\p{N}/u.test(name[0] ?? "") || isAcronym(name.split(" ")[0] as string)) return plain;
  const given = article[1] as string;
  const wanted = beginsWithVowel(name) ? "an" : "a";
  if (given.toLowerCase() === wanted) return plain;
  const start = span.start - article[0].length;
  const before = given[0] + wanted.slice(1) + article[0].slice(given.length);
  return { name, edit: { span: { start, end: span.end }, text: before + name } };
}

/** What a name is in addresses and file names: `idempotency-key`. May be empty. */
export function addressName(name: string): string {
  return slug(name);
}

/** The term's name in the number of what is written. */
function inNumber(written: string, avoided: string, { name, plurals }: Term): string {
  // In capitals everything looks like an acronym.
  const isMany = isPlural(isAcronym(avoided) ? written : written.toLowerCase());
  const other = (many: boolean) => formsOf(name, plurals).find((form) => isPlural(form) === many) ?? name;
  // What the glossary gives as it is written stands for the name as it is written, but one thing is never many.
  if (nameKey(written) === nameKey(avoided)) return !isMany && isPlural(name) ? other(false) : name;
  return other(isMany);
}

/** The name with the capitals of what is written. Words with capitals of their own keep them. */
function inCase(written: string, avoided: string, name: string, startsSentence: boolean): string {
  const isShort = isAcronym(avoided);
  if (!isShort && written === written.toUpperCase() && written !== written.toLowerCase())
    return isAcronym(name) ? name : name.toUpperCase();
  const lower = name.replace(WORD, (word) =>
    /^\p{Lu}[\p{Ll}\p{M}'’]*$/u.test(word) ? word.toLowerCase() : word,
  );
  const first = lower.replace(WORD, (word, at: number) => (at === 0 ? capitalised(word) : word));
  const capitals = written.split(/[\s-]+/).map((word) => /^\p{Lu}/u.test(word));
  if (isShort || !capitals.includes(true)) return isShort && startsSentence ? first : lower;
  if (capitals.length > 1)
    return capitals.includes(false) ? (capitals[0] ? first : lower) : lower.replace(WORD, capitalised);
  return startsSentence ? first : lower.replace(WORD, capitalised);
}

/** What space and hyphens part: `Next.js` is one word. */
const WORD = /[^\s-]+/g;

/** With a capital at the beginning, unless the word has capitals of its own, as `gRPC` and `iPhone` do. */
function capitalised(word: string): string {
  return /\p{Lu}/u.test(word) ? word : word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** True after a full stop and at the start of a paragraph, a list item or a cell. */
function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at).replace(/[*_"'“‘([\]]+$/, "");
  return /(?:^|[.!?:…][ \t]+|\n[ \t]*|[|>][ \t]*|(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)$/.test(before);
}

/** As it is spoken, so far as letters tell. */
function beginsWithVowel(word: string): boolean {
  return (
    /^(?:[aeio](?!ne(?:\b|[- ])|nce\b)|u(?!ni(?!n)|se|su|ti|ra|ro)|hour|honest|heir)/i.test(word) &&
    !/^eu/i.test(word)
  );
}
