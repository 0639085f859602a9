/** Where on a page its entries begin and end, so that another one can be written between them. */
import type { Facts, Heading } from "../../markdown/facts.ts";
import { lineStart } from "../../text/lines.ts";
import { encloses, firstFrom, type Span } from "../../text/span.ts";
import type { Entry } from "../model/term.ts";

/** An entry with all that belongs to it. */
export interface EntryPlace {
  readonly title: string;
  /** The start of its first line, with the anchors above it. */
  readonly start: number;
  /** Behind its last character: its paragraphs, lists and rows, without line ends. */
  readonly end: number;
}

/** A heading such as `## C` or `## A–F`, below which the entries with that letter stand. */
export interface LetterHeading {
  readonly from: string;
  readonly to: string;
  readonly depth: number;
  readonly start: number;
  /** Behind the heading, and behind the last character of what stands below it. */
  readonly end: number;
  readonly close: number;
}

/** By place. `all` are the entries of the page, of whatever kind: one ends where another begins. */
export function entryPlaces(
  text: string,
  facts: Facts,
  entries: readonly Entry[],
  all: readonly Entry[],
): EntryPlace[] {
  const starts = all
    .map(({ nameSpan }) => lineStart(text, nameSpan.start))
    .sort((a, b) => a - b)
    .map((start) => ({ span: { start, end: start } }));
  return entries
    .map((entry) => ({
      title: entry.title,
      start: withAnchors(text, lineStart(text, entry.nameSpan.start)),
      end: blockEnd(text, facts, entry, starts),
    }))
    .sort((a, b) => a.start - b.start);
}

/** Anchors in lines of their own belong to what follows them. */
function withAnchors(text: string, start: number): number {
  const above =
    /(?:^|\n)((?:[ \t]*(?:(?:<a\s[^<>\n]{1,200}>(?:<\/a>)?[ \t]*)+|\([\w-]{1,100}\)=)[ \t]*\r?\n(?:[ \t]*\r?\n)?)+)$/;
  return start - (above.exec(text.slice(Math.max(0, start - 600), start))?.[1]?.length ?? 0);
}

function blockEnd(
  text: string,
  facts: Facts,
  entry: Entry,
  starts: readonly { readonly span: Span }[],
): number {
  const { kind, span, nameSpan } = entry;
  const line = lineEnd(text, Math.max(span.end, nameSpan.end));
  if (kind === "table" || kind === "abbreviation") return trimmed(text, nameSpan.end, line);
  const heading = facts.headings[firstFrom(facts.headings, nameSpan.start + 1) - 1];
  if (kind === "heading" && heading) return trimmed(text, nameSpan.end, sectionEnd(text, facts, heading));
  const item = itemOf(facts, entry);
  if (item) return trimmed(text, nameSpan.end, item.end);
  if (kind === "definition-list") return indentedEnd(text, span.start, span.end);
  // Paragraphs: up to the next entry or heading.
  const from = Math.max(line, span.end);
  const next = starts[firstFrom(starts, from)]?.span.start ?? text.length;
  const below = facts.headings[firstFrom(facts.headings, from)]?.span.start ?? text.length;
  return trimmed(text, nameSpan.end, Math.min(next, below));
}

function itemOf({ items }: Facts, { nameSpan }: Entry): { readonly end: number } | undefined {
  for (let i = firstFrom(items, nameSpan.start + 1) - 1; i >= 0; i--) {
    const item = items[i];
    if (item && encloses(item.span, nameSpan))
      return item.lead && encloses(item.lead, nameSpan) ? item.span : undefined;
    if (item?.depth === 0) return undefined;
  }
  return undefined;
}

/** Lines that are indented further than the entry, and blank lines between them, go on with it. */
function indentedEnd(text: string, start: number, end: number): number {
  const lead = start - lineStart(text, start);
  let at = lineEnd(text, end);
  let last = at;
  while (at < text.length) {
    const next = lineEnd(text, at + (text.startsWith("\r\n", at) ? 2 : 1));
    const line = text.slice(at, next).replace(/^\r?\n/, "");
    if (/\S/.test(line)) {
      if (line.length - line.trimStart().length <= lead + 1) break;
      last = next;
    }
    at = next;
  }
  return trimmed(text, end, last);
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n/);
  return end < 0 ? text.length : from + end;
}

/** Where what stands below a heading ends. */
function sectionEnd(text: string, { headings }: Facts, { span, depth }: Heading): number {
  for (let i = firstFrom(headings, span.start + 1); i < headings.length; i++) {
    const next = headings[i] as Heading;
    if (next.depth <= depth) return withAnchors(text, next.span.start);
  }
  return text.length;
}

function trimmed(text: string, from: number, end: number): number {
  return from + text.slice(from, end).trimEnd().length;
}

const LETTERS = /^(\p{L}|\d|#)(?:\s*[-–—]\s*(\p{L}|\d))?$/u;

/** The headings that are letters; none where there is only one. */
export function letterHeadings(text: string, facts: Facts): LetterHeading[] {
  const found = facts.headings.flatMap((heading): LetterHeading[] => {
    const match = LETTERS.exec(heading.text.trim());
    if (!match) return [];
    const [, from = "", to = from] = match.map((one) => one?.toUpperCase());
    const { start, end } = heading.span;
    const close = trimmed(text, end, sectionEnd(text, facts, heading));
    return [{ from, to, depth: heading.depth, start, end, close }];
  });
  return found.length > 1 ? found : [];
}
