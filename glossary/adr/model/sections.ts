/** The parts of an ADR by what they are about: headings, bold lines that act as headings, and labels. */
import { patternOf } from "../../languages/merge.ts";
import type { Heading, Table } from "../../markdown/facts.ts";
import { remembered } from "../../text/remembered.ts";
import type { Span } from "../../text/span.ts";
import { LABEL, LINE, namedLines } from "./lineParts.ts";
import { Phrases } from "./phrases.ts";
import type { AdrSource } from "./source.ts";
import { isStatus } from "./status.ts";
import { type Meaning, REASON_LABELS, SECTION_WORDS } from "./words.ts";

/** A heading or label with what belongs to it. */
export interface Part {
  readonly kind: "heading" | "label";
  /** Of a heading 1 to 6; a bold line that acts as one 7; a label 8. */
  readonly depth: number;
  readonly name: string;
  readonly meaning: Meaning | undefined;
  /** A label that introduces a reason: `**Why not**: …`. */
  readonly reason: boolean;
  /** The heading or label itself. */
  readonly span: Span;
  /** What follows, up to the next part of any kind. */
  readonly own: Span;
  /** What follows, up to the next part of the same or a higher level. */
  readonly whole: Span;
  /** The nearest part above it. */
  readonly parent: Part | undefined;
}

/** Phrases by the place of their list: of several in one name the first list decides. */
const RANKS = new Map<string, number>();
for (const [rank, [, list]] of SECTION_WORDS.entries())
  for (const phrase of list) if (!RANKS.has(phrase)) RANKS.set(phrase, rank);
const NAMES = new Phrases([...RANKS.keys()]);
const REASON = new Phrases(REASON_LABELS);
const MOST_WORDS = 10;

/** What a heading or label is about. A sentence may speak of a problem, or ask for a reason, and mention anything else. */
export function meaningOf(name: string): Meaning | undefined {
  const meaning = SECTION_WORDS[rankOf(name)]?.[0];
  return bareName(name).split(" ").length <= MOST_WORDS || meaning === "context" ? meaning : undefined;
}

/** The place of the list that decides; names are the same in all records. */
const rankOf = remembered((name): number => {
  const bare = bareName(name);
  let best = SECTION_WORDS.length;
  if (bare === "" || bare.split(" ").length > 2 * MOST_WORDS) return best;
  for (const { phrase } of NAMES.all(bare)) best = Math.min(best, RANKS.get(phrase) ?? best);
  return best;
});

/** True for labels such as "Why not" and "Rejected because", with a few words more. */
export function introducesReason(name: string): boolean {
  const bare = bareName(name);
  const found = REASON.findAtStart(bare);
  return found !== undefined && bare.slice(found.end).split(" ").length <= 5;
}

/** True where a name says what it is about, and at most one word more: "Decision", "2. Decision Outcome". */
function isExact(name: string): boolean {
  const bare = bareName(name);
  return bare.split(" ").length <= 2 && meaningOf(bare) !== undefined;
}

/** True where each word of a name is of what a section is called: "Decision Outcome", but not "Database Choices". */
export const isSectionName = remembered((name): boolean => {
  const bare = bareName(name);
  if (bare === "" || bare.split(" ").length > MOST_WORDS || meaningOf(bare) === undefined) return false;
  let rest = bare;
  for (const { start, end } of [...NAMES.all(bare)].toReversed())
    rest = rest.slice(0, start) + rest.slice(end);
  return !/[\p{L}\p{N}]/u.test(rest.replace(JOINING, ""));
});

/** “Proposed” alone on its line is a status. */
function isLineName(name: string): boolean {
  return isSectionName(name) && !isStatus(bareName(name));
}

function isLabel(name: string): boolean {
  return isExact(name) || introducesReason(name);
}

/** Small words between the words of one name: "Context and Problem Statement". */
const JOINING = new RegExp(`(?<!\\p{L})(?:${patternOf(({ adr }) => adr?.joining)})(?!\\p{L})`, "gu");

const bareName = remembered((name) =>
  name
    .slice(0, 200)
    .replace(/[*_`]/g, "")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/(?<![^\p{L}\p{N})?？])[^\p{L}\p{N})?？]+$/u, "")
    .replace(/\s+/g, " ")
    .toLowerCase(),
);

/** The heading that is the title: the first of level 1, unless it already is a section. */
export function titleHeading({ facts }: AdrSource): Heading | undefined {
  const first = facts.headings.find(({ depth }) => depth === 1);
  return first && !isSectionName(first.text) && !/^(?:summary|abstract)$/i.test(first.text.trim())
    ? first
    : undefined;
}

/** All parts in order. `visible` is the page's visible text. */
export function partsOf(source: AdrSource, visible: string): Part[] {
  const { facts, text } = source;
  const title = titleHeading(source);
  const starts: Omit<Part, "own" | "whole" | "parent">[] = [];
  for (const heading of facts.headings) {
    if (heading === title) continue;
    starts.push(part("heading", heading.depth, heading.text, heading.span));
  }
  const fields = new Set(facts.fields.map(({ labelSpan }) => labelSpan.start));
  for (const { span, label, labelSpan, value } of facts.fields)
    starts.push(
      part("label", LABEL, label, { start: span.start, end: Math.max(labelSpan.end, value.start) }),
    );
  for (const { span } of facts.paragraphs) {
    if (text[span.start] !== "*" && text[span.start] !== "_") continue;
    const bold = facts.emphases.length > 0 && BOLD_LINE.exec(text.slice(span.start, span.end));
    if (bold && !fields.has(span.start + 2)) starts.push(part("heading", LINE, bold[1] as string, span));
  }
  for (const match of visible.matchAll(PLAIN_LABEL)) {
    const label = match[1] as string;
    const start = match.index + match[0].indexOf(label);
    if (!isLabel(label)) continue;
    if (facts.headings.some(({ span }) => span.start <= start && start < span.end)) continue;
    starts.push(part("label", LABEL, label, { start, end: match.index + match[0].length }));
  }
  const taken = new Set(starts.flatMap(({ span, name }) => [span.start, text.indexOf(name, span.start)]));
  for (const { kind, depth, name, span } of namedLines(source, visible, isLineName, isLabel))
    if (!taken.has(span.start)) starts.push(part(kind, depth, name, span));
  for (const table of facts.tables) starts.push(...fieldParts(table, text));
  starts.sort((a, b) => a.span.start - b.span.start || b.depth - a.depth);
  // What stands above the title ends there.
  const above = title ? starts.filter(({ span }) => span.start < title.span.start) : [];
  if (!title || above.length === 0) return nest(starts, text.length);
  return [...nest(above, title.span.start), ...nest(starts.slice(above.length), text.length)];
}

/** What the status model reads from tables by itself. */
const STATED: ReadonlySet<Meaning | undefined> = new Set(["status", "date", "deciders"]);

/** The rows of a table of names and values as labels: `| Decision | Use one queue |`. Empty for other tables. */
function fieldParts(table: Table, text: string): Omit<Part, "own" | "whole" | "parent">[] {
  if (!isFieldTable(table, text)) return [];
  return table.rows.flatMap(([name, value]) => {
    if (!name || !value) return [];
    const label = text.slice(name.start, name.end);
    const span = { start: name.start, end: value.start };
    return [part("label", LABEL, STATED.has(meaningOf(label)) ? "" : label, span)];
  });
}

/** True for a table whose rows are the fields of a decision, two of them at least. */
export function isFieldTable({ rows, depth }: Table, text: string): boolean {
  if (depth > 0 || rows[0]?.length !== 2) return false;
  const meanings = new Set<Meaning | undefined>();
  for (const [name] of rows) {
    const label = name ? text.slice(name.start, name.end) : "";
    if (label !== "" && isExact(label)) meanings.add(meaningOf(label));
  }
  return meanings.size >= 2 && meanings.has("decision");
}

/** A paragraph that is all bold. */
const BOLD_LINE = /^(?:\*\*|__)([^*_\n]{2,80})(?:\*\*|__)[:：]?$/;
/** `Rationale: …` without bold, at the start of a line or list item. */
const PLAIN_LABEL =
  /^[ \t>]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?(\p{L}[\p{L} '’]{1,30}?)[ \t]?(?::(?=[ \t\r\n]|$)|：)/gmu;

function part(kind: Part["kind"], depth: number, name: string, span: Span) {
  const reason = kind === "label" && introducesReason(name);
  return { kind, depth, name, meaning: statesStatus(name) ? "status" : meaningOf(name), reason, span };
}

/** True for a heading that states the status, whatever that is: `Status: Superseded by ADR-0002`. */
function statesStatus(name: string): boolean {
  const colon = name.search(/[:：]/);
  return colon > 0 && isExact(name.slice(0, colon)) && meaningOf(name.slice(0, colon)) === "status";
}

function nest(starts: readonly Omit<Part, "own" | "whole" | "parent">[], end: number): Part[] {
  const parts: Part[] = [];
  const open: Part[] = [];
  const ends = wholeEnds(starts, end);
  for (const [i, one] of starts.entries()) {
    while (open.length > 0 && (open.at(-1) as Part).depth >= one.depth) open.pop();
    const next = starts[i + 1]?.span.start ?? end;
    const made: Part = {
      ...one,
      own: { start: one.span.end, end: Math.max(one.span.end, next) },
      whole: { start: one.span.end, end: Math.max(one.span.end, ends[i] as number) },
      parent: open.at(-1),
    };
    parts.push(made);
    open.push(made);
  }
  return parts;
}

/** Where each part ends with all that is below it. */
function wholeEnds(
  starts: readonly { readonly depth: number; readonly span: Span }[],
  end: number,
): number[] {
  const ends: number[] = new Array(starts.length).fill(end);
  const open: number[] = [];
  for (const [i, { depth, span }] of starts.entries()) {
    while (open.length > 0 && (starts[open.at(-1) as number] as { depth: number }).depth >= depth)
      ends[open.pop() as number] = span.start;
    open.push(i);
  }
  return ends;
}

/** What a part is about, or else what the nearest part above it is about. */
export function inherited(part: Part): Meaning | undefined {
  for (let at: Part | undefined = part; at; at = at.parent) if (at.meaning) return at.meaning;
  return undefined;
}
