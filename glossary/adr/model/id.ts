/** Numbers of ADRs: `0043`, `0031-001`. Compared without leading zeros, shown as written. */
import { basename, dirname, stem } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";

export interface AdrId {
  /** What is compared: `43`, `31-1`. */
  readonly key: string;
  /** As written, without `ADR-`: `0043`. */
  readonly digits: string;
}

function makeId(main: string, sub: string | undefined): AdrId {
  const key = sub === undefined ? String(Number(main)) : `${Number(main)}-${Number(sub)}`;
  return { key, digits: sub === undefined ? main : `${main}-${sub}` };
}

const DATED = /^\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)/;
const FILE_NUMBER = /^(?:adr|ad|dr|decision)?[-_ .#]{0,2}(\d{1,5})(?:-(\d{2,3}))?(?=$|[-_ .](?!\d))/i;

/** The number in a file name, or in the name of the folder of a README; dates are none. */
export function idOfPath(path: string): AdrId | undefined {
  const name = /^(?:readme|index)$/i.test(stem(path)) ? basename(dirname(path)) : stem(path);
  if (DATED.test(name)) return undefined;
  const match = FILE_NUMBER.exec(name);
  return match ? makeId(match[1] as string, match[2]) : undefined;
}

/** True for the names of files that are numbered or dated, in a folder of such files. */
export function isSerial(path: string): boolean {
  const name = /^(?:readme|index)$/i.test(stem(path)) ? basename(dirname(path)) : stem(path);
  return DATED.test(name) || /^\d{4}-\d{2}-xx/i.test(name) || FILE_NUMBER.test(name);
}

const TITLE =
  /^\s*(?:\[?(?:adr|ad|dr|decision(?: record)?)[-_ #:]{0,3}(\d{1,5})(?:-(\d{1,3}))?\]?(?![\d-]*\d)|(\d{1,5})(?:-(\d{2,3}))?[.):](?=\s)|(\d{1,3}|0\d{3})(?=\s[–—]\s))[\s:.)\-–—|]*/i;

/** The number that a title begins with, and how long that is: `ADR-0043: `, `43. `. */
export function idOfTitle(title: string): { readonly id: AdrId; readonly length: number } | undefined {
  const match = TITLE.exec(title.slice(0, 120));
  if (!match) return undefined;
  const main = match[1] ?? match[3] ?? match[5];
  return main === undefined ? undefined : { id: makeId(main, match[2] ?? match[4]), length: match[0].length };
}

const PLAIN = /^\s*(\d{1,4})\s+(?=\p{Lu})/u;

/**
 * The number that a title begins with, without a sign behind it: “1 Keep logs”. It may as well be a part of the title,
 * as in “2 Phase Commit”: where the file name has it behind its own number it is.
 */
export function plainIdOfTitle(title: string, path: string): ReturnType<typeof idOfTitle> {
  const match = PLAIN.exec(title.slice(0, 40));
  const number = match?.[1];
  const rest = stem(path)
    .split(/[-_ .]+/)
    .slice(1);
  if (
    !match ||
    number === undefined ||
    rest.some((word) => /^\d+$/.test(word) && Number(word) === Number(number))
  )
    return undefined;
  return { id: makeId(number, undefined), length: match[0].length };
}

/** A number alone: `12`, `ADR-12`, `#12`, `[0012]`. */
export function idOfText(text: string): AdrId | undefined {
  const match = /^\s*\[?(?:adr|ad|dr)?[-_ #]{0,2}(\d{1,5})(?:-(\d{1,3}))?\]?\s*$/i.exec(text.slice(0, 40));
  return match ? makeId(match[1] as string, match[2]) : undefined;
}

/** `ADR-0043` in a text. */
export interface Mention {
  readonly key: string;
  readonly span: Span;
}

const MENTION = /(?<![\p{L}\p{N}_/.-])ADR[- ]?(\d{1,5})(?:-(\d{1,3}))?(?![\p{L}\p{N}_]|-\d|-\p{L}+\.mdx?)/gu;

/** All mentions of ADR numbers in a text. `hidden` gives the places, ascending, in which they do not count. */
export function mentionsIn(text: string, hidden: () => readonly Span[]): Mention[] {
  if (!text.includes("ADR")) return [];
  const found: Mention[] = [];
  let holes: readonly Span[] | undefined;
  let hole = 0;
  for (const match of text.matchAll(MENTION)) {
    holes ??= hidden();
    const span = { start: match.index, end: match.index + match[0].length };
    while (hole < holes.length && (holes[hole] as Span).end <= span.start) hole++;
    if ((holes[hole]?.start ?? span.end) < span.end) continue;
    found.push({ key: makeId(match[1] as string, match[2]).key, span });
  }
  return found;
}
