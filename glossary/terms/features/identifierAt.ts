/** Terms in identifiers: `userStoryId`, `USER_STORY` and `user-story` are about user stories. */

import { type Span, touches } from "../../text/span.ts";
import { matchIn } from "../index/matcher.ts";
import { nearestFirst } from "../index/nearest.ts";
import { insideCode } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";

const IDENTIFIER = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{2,80}/gu;
/** `parseHTTPRequest2` is parse, HTTP, Request, 2. */
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;

/**
 * The term in the identifier at an offset within a code span, with the part of the identifier that names it. Only in
 * identifiers of several words: a single word in code mostly is a command or a value, not a term.
 */
export function identifierAt(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
): { span: Span; terms: readonly Term[] } | undefined {
  const code = page.facts.codeSpans.find((span) => touches(span, offset));
  if (!code) return undefined;
  const { start, end } = insideCode(page.text, code);
  for (const match of page.text.slice(start, end).matchAll(IDENTIFIER)) {
    const at = start + match.index;
    if (!touches({ start: at, end: at + match[0].length }, offset)) continue;
    const words = [...match[0].matchAll(WORD)].map(({ index, 0: word }) => ({ start: at + index, word }));
    if (words.length < 2) continue;
    const found = inWords(snapshot, page, words).find(({ span }) => touches(span, offset));
    if (found) return { span: found.span, terms: nearestFirst(found.terms, page.path) };
  }
  return undefined;
}

/** Matches in the words written with spaces between them, at the places where they stand. */
function inWords(
  { matcher }: TermsView,
  { path }: ReadPage,
  words: readonly { readonly start: number; readonly word: string }[],
): { span: Span; terms: readonly Term[] }[] {
  const text = words.map(({ word }) => word).join(" ");
  const ends: number[] = [];
  for (const { word } of words) ends.push((ends.at(-1) ?? -1) + 1 + word.length);
  return matchIn(matcher, text, { start: 0, end: text.length }, path).flatMap(({ span, terms }) => {
    const first = words[ends.findIndex((end) => end > span.start)];
    const last = words[ends.findIndex((end) => end >= span.end)];
    return first && last ? [{ span: { start: first.start, end: last.start + last.word.length }, terms }] : [];
  });
}
