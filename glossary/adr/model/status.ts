/** What a status says. Where it stands is told by statusPlaces.ts. */
import { patternOf } from "../../languages/merge.ts";
import type { Span } from "../../text/span.ts";
import { Phrases } from "./phrases.ts";
import { STATUS_WORDS, type StatusKind } from "./statusWords.ts";
import { hasSubstance } from "./substance.ts";

export interface AdrStatus {
  /** The value as written, without markup, at most 120 characters. */
  readonly text: string;
  /** The first word or words, compared: `accepted`, `ready for implementation`, `partially accepted`. */
  readonly word: string;
  readonly kind: StatusKind | undefined;
  readonly span: Span;
  /** `sidecar`: in a file beside the page. */
  readonly place: "matter" | "section" | "line" | "table" | "title" | "sidecar";
  /** A value that still is a list of what it could be. */
  readonly placeholder: boolean;
  /** The last of several lines with a date each; another status is written below it. */
  readonly dated?: DatedLine | undefined;
}

/** A line such as `2026-11-05 accepted`, in pieces: what stands before the date, between and behind both. */
export interface DatedLine {
  readonly before: string;
  readonly date: string;
  readonly between: string;
  readonly status: string;
  readonly after: string;
  readonly statusFirst: boolean;
  /** What stands between two such lines. */
  readonly gap: string;
}

const MOST = 120;
const KINDS = new Map(
  STATUS_WORDS.flatMap(([kind, words]) =>
    [...words, ...words.map(withoutAccents)].map((word) => [word, kind] as const),
  ),
);
const WORDS = new Phrases([...KINDS.keys()]);

/** “Partially”, “conditionally”: words before a status that leave it what it is. */
const QUALIFIERS = new RegExp(
  `^(?:(?:${patternOf(({ adr }) => adr?.qualifiers)})(?:(?<=[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Hangul}])|(?![\\p{L}\\p{M}]))[\\s-]*){1,3}`,
  "iu",
);

/** As many people write it: `Acceptee`. */
function withoutAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** Reads a status as written; `undefined` for what says nothing: “n/a”, “?”, a mark alone, a text that is struck out. */
export function readStatus(raw: string, span: Span, place: AdrStatus["place"]): AdrStatus | undefined {
  const line = raw.slice(0, 2_000).replace(/<!--[^>]{0,500}-->/g, "");
  const placeholder = isChoice(line);
  const text = plain(line).slice(0, MOST).trim();
  if (text === "") return undefined;
  const bare = text.toLowerCase().replace(/^[^\p{L}]+/u, "");
  const known = knownAtStart(bare);
  if (!known && !placeholder && !hasSubstance(text)) return undefined;
  const first = /^[\p{L}'’]+(?: [\p{L}'’]+){0,3}/u.exec(bare)?.[0] ?? "";
  if (placeholder) return { text, word: "", kind: undefined, span, place, placeholder };
  return { text, word: known?.word ?? first, kind: known?.kind, span, place, placeholder };
}

/** The kind of a status by its words. */
export function statusKind(text: string): StatusKind | undefined {
  return knownAtStart(text)?.kind;
}

/** True for a text that is a status and nothing else. */
export function isStatus(text: string): boolean {
  const found = WORDS.findAtStart(text);
  return found !== undefined && found.start === 0 && found.end === text.length;
}

/** The status that a text begins with, with the words before it that leave it what it is. */
function knownAtStart(text: string): { word: string; kind: StatusKind | undefined; end: number } | undefined {
  const found = WORDS.findAtStart(text);
  if (found) return { word: found.phrase, kind: KINDS.get(found.phrase), end: found.end };
  const qualifier = QUALIFIERS.exec(text)?.[0] ?? "";
  const behind = qualifier === "" ? undefined : WORDS.findAtStart(text.slice(qualifier.length));
  return (
    behind && {
      word: `${qualifier.toLowerCase()}${behind.phrase}`,
      kind: KINDS.get(behind.phrase),
      end: qualifier.length + behind.end,
    }
  );
}

/** `[proposed, accepted…]`, `draft | review | approved`, `{status}`; not `{Active}`. */
function isChoice(line: string): boolean {
  const [, single] = /^[\s"']*\{([^{}|,/]{2,40})\}[\s"']*$/.exec(line) ?? [];
  if (single !== undefined && isStatus(single.trim())) return false;
  if (/^[\s"']*\{[^}]*\}?|^[\s"']*<[^>]*>\s*$/.test(line)) return true;
  const [first = ""] = line.split("#");
  const parts = first.replace(/[[\]"'`*]/g, "").split(/[|,/]/);
  if (parts.length < 3) return false;
  const choices = parts
    .map((one) => one.trim())
    .filter((one) => one.split(" ").length <= 3 && statusKind(one) !== undefined);
  return choices.length >= 3;
}

/** What is struck out holds no more. */
export const STRUCK = String.raw`~~[^~\n]{1,200}~~|<(?:del|s|strike)>[^<\n]{1,200}<\/(?:del|s|strike)>`;
const STRUCK_OUT = new RegExp(STRUCK, "gi");

function plain(line: string): string {
  return line
    .replace(STRUCK_OUT, "")
    .replace(/\s#\s.*$/, "")
    .replace(/!?\[([^[\]]{0,200})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/<\/?[a-z][^<>\n]{0,100}>/gi, "")
    .replace(/[*_`~{}]|\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'[\]:/→>-]+|(?<![\s"'\]\\])[\s"'\]\\]+$/g, "");
}

const DAY = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`;
const LEAD = String.raw`[ \t>]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?[*_([]{0,3}`;
const DATE_FIRST = new RegExp(
  `^(${LEAD})(${DAY})([\\])*_]{0,3}[ \\t]*[:,–—-]?[ \\t]*[*_]{0,2})(?=\\p{L})`,
  "u",
);
const STATUS_FIRST = new RegExp(
  `^(${LEAD})(\\p{L}[^\\n\\d]{1,60}?)([*_]{0,3}[ \\t]*[:,(–—-]?(?:[ \\t]+\\p{L}{2,5})?[ \\t]*[*_(]{0,2})(${DAY})([)*_\\]]{0,3})`,
  "u",
);

/** A line that states a status and its day; `undefined` for every other one. */
export function readDated(line: string): Omit<DatedLine, "gap"> | undefined {
  const first = DATE_FIRST.exec(line);
  if (first) {
    const [all, before = "", date = "", between = ""] = first;
    const rest = line.slice(all.length);
    const known = knownAtStart(rest);
    if (!known) return undefined;
    const status = rest.slice(0, known.end);
    const after = /^[*_]{0,3}/.exec(rest.slice(known.end))?.[0] ?? "";
    return { before, date, between, status, after, statusFirst: false };
  }
  const [, before = "", status = "", between = "", date = "", after = ""] = STATUS_FIRST.exec(line) ?? [];
  return date !== "" && statusKind(status) !== undefined
    ? { before, date, between, status, after, statusFirst: true }
    : undefined;
}

/** A day as digits that can be compared: `20261105`. */
export function dayNumber(date: string): number {
  const parts = date.split(/[-/.]/).map(Number);
  const [year = 0, month = 0, day = 0] = date.length > 4 && /^\d{4}/.test(date) ? parts : parts.reverse();
  return year * 10_000 + month * 100 + day;
}

/** The line below a dated one that states another status since `day` (`2025-01-31`). */
export function nextDated(line: DatedLine, status: string, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const sign = /[-/.]/.exec(line.date)?.[0] ?? "-";
  const written = /^\d{4}/.test(line.date) ? [year, month, date] : [date, month, year];
  const [first, second] = line.statusFirst ? [status, written.join(sign)] : [written.join(sign), status];
  return `${line.gap}${line.before}${first}${line.between}${second}${line.after}`;
}
