/**
 * Words in capitals that documents use as names, and what they say of them. All of it is read only where a rule asks
 * for it: see `countsAcronyms`.
 */

import type { Facts } from "../../markdown/facts.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import type { Settings } from "../../workspace/settings/settings.ts";
import { isCommonCapitals } from "../model/commonCapitals.ts";
import { expansionBefore, isSpelledOut, phrasesFor, STANDS_FOR } from "../model/expansion.ts";

/** What a page says of a word in capitals. */
export interface PageAcronym {
  readonly name: string;
  /** In running text or in a table. */
  readonly used: boolean;
  /** It is there in small letters, too. */
  readonly ordinary: boolean;
  /** It is told what it stands for. */
  readonly expanded: boolean;
  /** A phrase in capitals that begins with its letters; "" where there is none. */
  readonly phrase: string;
}

/** The rule that needs acronyms to be counted. */
export const UNDEFINED_ACRONYM = "glossary/undefined-acronym";

const NONE: readonly PageAcronym[] = [];

/** True where the rule is on for at least some files. */
export function countsAcronyms({ rules, overrides }: Settings): boolean {
  return [rules, ...overrides.map((one) => one.rules)].some(
    (one) => (one[UNDEFINED_ACRONYM] ?? "off") !== "off",
  );
}

const CAPITALS = /[A-Z][A-Z0-9]{1,5}(?![A-Z0-9])/g;

/** True for a word by itself: no part of an identifier, a path, a number (`US-001`) or a contraction (`DON'T`). */
function isWord(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}_./\\@#$&’'-]/u.test(text[start - 1] ?? " ") &&
    /^s?(?![\p{L}\p{N}_/&-]|[.’']\p{L})/u.test(text.slice(end, end + 3))
  );
}

/** True among other words in capitals, as in `NICE TO HAVE`; `PCI DSS` are two names. */
function isShouted(text: string, start: number, end: number): boolean {
  const before = /(?:\b[A-Z]{2,12} ){0,2}$/.exec(text.slice(Math.max(0, start - 26), start))?.[0] ?? "";
  const after = /^(?: [A-Z]{2,12}\b){0,2}/.exec(text.slice(end, end + 26))?.[0] ?? "";
  return (before + after).split(" ").length > 2;
}

/** The acronyms in running text and tables, each at its first place, without those that everybody knows. */
export function acronymsIn(text: string, { prose }: Pick<Facts, "prose">): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const { span, zone } of prose) {
    if (zone !== "body" && zone !== "table") continue;
    for (const { 0: name, index } of text.slice(span.start, span.end).matchAll(CAPITALS)) {
      const start = span.start + index;
      const end = start + name.length;
      if (found.has(name) || isCommonCapitals(name)) continue;
      if (isWord(text, start, end) && !isShouted(text, start, end)) found.set(name, { start, end });
    }
  }
  return found;
}

/** What a page says of acronyms. */
export function readAcronyms(text: string, facts: Pick<Facts, "prose">): readonly PageAcronym[] {
  const used = acronymsIn(text, facts);
  const expanded = expandedIn(text);
  if (used.size + expanded.size === 0) return NONE;
  const names = new Set([...used.keys(), ...expanded]);
  const ordinary = ordinaryWords(used.keys(), text, facts);
  const phrases = phrasesFor(names, text);
  return [...names].sort().map((name) => ({
    name,
    used: used.has(name),
    ordinary: ordinary.has(name),
    expanded: expanded.has(name),
    phrase: phrases.get(name) ?? "",
  }));
}

const BRACKETED = /[(（]([A-Z][A-Z0-9]{1,5})s?(?=[)）,;:])/g;
const TOLD = new RegExp(
  `[A-Z][A-Z0-9]{1,5}(?![A-Z0-9])s?[*_\`"”]{0,3}[ \\t]{0,3}(?:([(（])|[:=|–—-]|${STANDS_FOR}\\b)[ \\t*_"“|–—-]{0,9}`,
  "g",
);

/** The acronyms that the text spells out: in comments and code, too, which people read as well. */
function expandedIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 1: name = "", index } of text.matchAll(BRACKETED)) {
    const before = withoutMarks(text.slice(Math.max(0, index - 150), index));
    if (!found.has(name) && expansionBefore(name, before) !== "") found.add(name);
  }
  for (const { 0: all, 1: bracket, index } of text.matchAll(TOLD)) {
    const name = /^[A-Z0-9]+/.exec(all)?.[0] as string;
    if (found.has(name) || /[\p{L}\p{N}]/u.test(text[index - 1] ?? " ")) continue;
    const after = text.slice(index + all.length, index + all.length + 150);
    const inside = bracket ? withoutMarks(/^[^()（）]*/.exec(after)?.[0] as string).trim() : "";
    if (isSpelledOut(name, after) || (inside !== "" && expansionBefore(name, inside) === inside))
      found.add(name);
  }
  return found;
}

function withoutMarks(text: string): string {
  return text.replace(/[*_`"“”[\]]/g, "");
}

/** Of these words in capitals those that running text has with small letters, too. */
function ordinaryWords(
  names: Iterable<string>,
  text: string,
  { prose }: Pick<Facts, "prose">,
): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const found = new Set<string>();
  // Where the length changes with the case, offsets say nothing.
  if (lower.length !== text.length) return found;
  for (const name of names) {
    const word = name.toLowerCase();
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (!/[a-z]/.test(text.slice(at, end)) || !isWord(text, at, end)) continue;
      const next = prose[firstFrom(prose, at + 1) - 1];
      if (!next || next.span.end < end) continue;
      found.add(name);
      break;
    }
  }
  return found;
}
