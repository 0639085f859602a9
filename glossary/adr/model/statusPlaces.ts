/** Where a record states its status, whatever its style. */
import { patternOf } from "../../languages/merge.ts";
import type { Heading } from "../../markdown/facts.ts";
import { writtenEnd } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { idOfTitle } from "./id.ts";
import { LINE } from "./lineParts.ts";
import { statesRelation } from "./relations.ts";
import { inherited, type Part } from "./sections.ts";
import { type AdrSource, matterValue } from "./source.ts";
import {
  type AdrStatus,
  type DatedLine,
  dayNumber,
  isStatus,
  readDated,
  readStatus,
  STRUCK,
  statusKind,
} from "./status.ts";

export interface Statuses {
  /** The one that counts first. */
  readonly statuses: readonly AdrStatus[];
  /** A place for a status that says none: “n/a”, “?”. */
  readonly blank: Span | undefined;
}

/** Every place in the head of an ADR that states its status. `heading`: the title. */
export function statusesOf(
  source: AdrSource,
  visible: string,
  parts: readonly Part[],
  head: Span,
  heading: Heading | undefined,
): Statuses {
  const found: AdrStatus[] = [];
  let blank: Span | undefined;
  const add = (
    span: Span,
    place: AdrStatus["place"],
    dated?: DatedLine,
    raw = source.text.slice(span.start, span.end),
  ) => {
    const status = readStatus(dated?.status ?? raw, span, place);
    if (status) found.push(dated ? { ...status, dated } : status);
    else if (raw.trim() !== "") blank ??= span;
  };
  const matter = matterValue(source, "status", "state");
  if (matter) add(matter.span, "matter", undefined, matter.value);

  const label = parts.find((part) => isStatusLabel(part) && part.span.start < head.end);
  const line = label && labelled(source.text, visible, label);
  if (line) add(line, "line");

  const section = parts.find(
    ({ kind, meaning, name }) => kind === "heading" && meaning === "status" && isShortName(name),
  );
  if (section) {
    const own = ofSection(source, visible, section, parts);
    if (own) add(own.span, "section", own.dated);
  }
  for (const { rows, span } of source.facts.tables) {
    const own = section && section.own.start <= span.start && span.start < section.own.end;
    if (span.start >= head.end && !own) continue;
    const cell = statusCell(source.text, rows) ?? (own ? lastCell(source.text, rows) : undefined);
    if (cell) add(cell, "table");
  }
  const last = found.length === 0 ? elsewhere(source, visible, parts, head, heading) : undefined;
  if (last) add(last.span, last.place);
  // The front matter may speak of the page: `status: current`.
  const statuses =
    found.length > 1 && found[0]?.kind === undefined && found[1]?.kind !== undefined
      ? [...found.slice(1), found[0] as AdrStatus]
      : found;
  return { statuses, blank };
}

function isStatusLabel({ kind, meaning, name }: Part): boolean {
  return kind === "label" && meaning === "status" && isShortName(name);
}

/** The value on the line of a label; of one that stands alone the known status below it. */
function labelled(text: string, visible: string, label: Part): Span | undefined {
  const line = lineFrom(text, visible, label.span.end, false);
  if (line) return line;
  const below = lineFrom(text, visible, label.span.end, true, label.own.end);
  return below && statusKind(text.slice(below.start, below.end)) ? below : undefined;
}

/** The value below a heading, or in it: “Status: accepted”. */
function ofSection(
  { text }: AdrSource,
  visible: string,
  section: Part,
  parts: readonly Part[],
): { span: Span; dated?: DatedLine } | undefined {
  const inName = statusInName(text, section);
  if (inName) return { span: inName };
  const dated = lastDated(text, visible, section.own);
  if (dated) return dated;
  const own = ownLine(text, visible, section, parts);
  // "Current status" may just as well describe how things are.
  if (own) {
    const says =
      !/^current/i.test(section.name) || readStatus(text.slice(own.start, own.end), own, "section")?.kind;
    return says ? { span: own } : undefined;
  }
  const inner = parts.find(({ parent, kind }) => parent === section && kind === "label");
  // Of “**Proposed.** Not yet discussed” the bold word is the status, not the name of one.
  const from = inner && isStatus(bareName(inner.name)) ? inner.span.start : inner?.span.end;
  const value = from === undefined ? undefined : lineFrom(text, visible, from, false);
  return value && readStatus(text.slice(value.start, value.end), value, "section")?.kind
    ? { span: value }
    : undefined;
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

/** `## Status: Accepted`, as it is written. */
function statusInName(text: string, { span }: Part): Span | undefined {
  const line = text.slice(span.start, writtenEnd(text, span.start)).replace(/(?<![ \t#*_])[ \t#*_]+$/, "");
  const said = /[-–—:：]\s*(\p{L}.*)$/u.exec(line)?.[1];
  if (said === undefined) return undefined;
  const place = { start: span.start + line.length - said.length, end: span.start + line.length };
  return readStatus(said, place, "section")?.kind ? place : undefined;
}

/** Lines that say when the decision had which status: the last day counts, of one day the last line. */
function lastDated(
  text: string,
  visible: string,
  { start, end }: Span,
): { span: Span; dated: DatedLine } | undefined {
  let last: { span: Span; dated: DatedLine } | undefined;
  let count = 0;
  let before = start;
  for (const { start: at, end: stop } of linesOf(text, visible, start, end)) {
    const read = readDated(text.slice(at, stop));
    if (!read) continue;
    count++;
    const between = text.slice(before, at);
    const gap = count > 1 && between.trim() === "" ? between : "\n\n";
    before = stop;
    if (last && dayNumber(read.date) < dayNumber(last.dated.date)) continue;
    last = { span: { start: at, end: stop }, dated: { ...read, gap } };
  }
  return last && (count > 1 || !last.dated.statusFirst) ? last : undefined;
}

/** Where people write it who write it nowhere else: in a line that gives the decision up, below a heading, in the title. */
function elsewhere(
  { text }: AdrSource,
  visible: string,
  parts: readonly Part[],
  head: Span,
  heading: Heading | undefined,
): { span: Span; place: "line" | "title" } | undefined {
  const line = GIVEN_UP.exec(visible.slice(head.start, head.end));
  if (line) {
    const start = head.start + line.index + (line[1] as string).length;
    return { span: { start, end: start + (line[2] as string).length }, place: "line" };
  }
  const label = parts.find(
    (part) =>
      isStatusLabel(part) &&
      part.span.start < head.start + NEAR_TOP &&
      !(part.parent && inherited(part.parent)),
  );
  const value = label && lineFrom(text, visible, label.span.end, false);
  if (value) return { span: value, place: "line" };
  const title = heading && inTitle(text.slice(heading.content.start, heading.content.end));
  if (!heading || !title) return undefined;
  const start = heading.content.start + title.start;
  return { span: { start, end: start + title.text.length }, place: "title" };
}

/** Characters below the title within which a status may stand below a heading of any name. */
const NEAR_TOP = 1_000;
const BEFORE_TITLE =
  /^\s*(?:\[([^[\]]{2,40})\]|\(([^()]{2,40})\)|([\p{L} -]{2,40}?)(?=\s?[:：])|([\p{L} ]{2,40}?)(?=\s[–—-]\s))/u;
const BEHIND_TITLE = /[[(]([^[\]()]{2,80})[\])]\s*$|\s[–—-]\s([\p{L} ]{2,40})$/u;

/** `Draft: …`, `[Accepted] …`, `… (superseded)`. */
function inTitle(title: string): { text: string; start: number } | undefined {
  const from = idOfTitle(title)?.length ?? 0;
  const before = BEFORE_TITLE.exec(title.slice(from));
  const first = before?.slice(1).find((one) => one !== undefined);
  if (first !== undefined && isStatus(first.trim()))
    return { text: first.trim(), start: title.indexOf(first, from) };
  const behind = BEHIND_TITLE.exec(title.slice(from));
  const last = behind?.[1] ?? behind?.[2];
  const says =
    last !== undefined && (isStatus(last) || /\bby\b/i.test(last)) && statusKind(last) !== undefined;
  return says ? { text: last, start: title.lastIndexOf(last) } : undefined;
}

/** A line of the head that says by itself that the decision holds no more. */
const GIVEN_UP = new RegExp(
  `^([ \\t>*_~]*)((?:${patternOf(({ adr }) => adr?.givenUp?.by)}) by\\b[^\\n]*|(?:${patternOf(({ adr }) => adr?.givenUp?.alone)})(?=[.!*_ \\t]*$))`,
  "im",
);

/** The first line of a section that may state a status; a bold line alone; of boxes the one that is ticked. No line of a table. */
function ownLine(text: string, visible: string, section: Part, parts: readonly Part[]): Span | undefined {
  const boxes = [...text.slice(section.own.start, section.own.end).matchAll(BOX)];
  if (boxes.length > 0) {
    const ticked = boxes.find(([, mark]) => mark !== " ");
    if (!ticked) return undefined;
    const start = section.own.start + ticked.index + ticked[0].length - (ticked[2] as string).length;
    return { start, end: start + (ticked[2] as string).trimEnd().length };
  }
  let relation: Span | undefined;
  for (const { start, end } of linesOf(text, visible, section.own.start, section.own.end)) {
    if (text[start] === "|") return relation;
    const line = valueIn(text, start, end);
    if (!line || isGuidance(text.slice(start, line.end))) continue;
    const known = statusKind(text.slice(line.start, line.end)) !== undefined;
    if (known || !(relation || statesRelation(text.slice(start, end)))) return line;
    // “Supersedes 2” says nothing of this record; its status may stand below.
    relation ??= line;
  }
  if (relation) return relation;
  const bold = parts.find(({ parent, depth }) => parent === section && depth === LINE);
  return bold && lineFrom(text, visible, bold.span.start, true, bold.span.end);
}

const BOX = /^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(.*)$/gm;

/** A sentence in a quote: what the template says about statuses. */
function isGuidance(line: string): boolean {
  return (
    /^[ \t]*>/.test(line) &&
    line.split(/\s+/).length > 6 &&
    statusKind(line.replace(/^[ \t>*_]+/, "")) === undefined
  );
}

type Rows = AdrSource["facts"]["tables"][number]["rows"];

const STATUS_CELL = new RegExp(
  `^[\\s*_]*(?:${patternOf(({ adr }) => adr?.fields?.statusCell)})[\\s*_:]*$`,
  "i",
);

/** The cell beside `Status` in a table of names and values, or the one below it in a table of a single row. */
function statusCell(text: string, rows: Rows): Span | undefined {
  const [header = []] = rows;
  if (header.length === 2) {
    const beside = rows.find(([name]) => isStatusCell(text, name))?.[1];
    if (beside && !isStatusCell(text, header[0])) return beside;
  }
  const column = rows.length === 2 ? header.findIndex((cell) => isStatusCell(text, cell)) : -1;
  return column < 0 ? undefined : rows[1]?.[column];
}

/** In the section about the status, a table of days: the cell of the last one. */
function lastCell(text: string, rows: Rows): Span | undefined {
  const [header = [], ...body] = rows;
  const column = header.findIndex((cell) => isStatusCell(text, cell));
  if (column < 0 || body.length === 0) return undefined;
  const dated = body.map((row) => ({
    cell: row[column],
    day: dayNumber(
      /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.exec(
        row.map(({ start, end }) => text.slice(start, end)).join(" "),
      )?.[0] ?? "0",
    ),
  }));
  return dated.reduce((last, one) => (one.day >= last.day ? one : last)).cell;
}

function isStatusCell(text: string, cell: Span | undefined): boolean {
  return cell !== undefined && STATUS_CELL.test(text.slice(cell.start, cell.end));
}

function isShortName(name: string): boolean {
  return !NOT_STATUS.test(name);
}

/** Words that make it the status of something else. */
const NOT_STATUS = new RegExp(`\\b(?:${patternOf(({ adr }) => adr?.fields?.notStatus)})`, "i");

/** Lines that have text, without line ends. */
function* linesOf(text: string, visible: string, from: number, end: number): Generator<Span> {
  for (let start = from; start < end; ) {
    const newline = text.indexOf("\n", start);
    const stop = Math.min(newline < 0 ? text.length : newline, end);
    if (visible.slice(start, stop).trim() !== "") {
      const cut = text[stop - 1] === "\r" ? stop - 1 : stop;
      yield { start, end: cut };
    }
    if (newline < 0) return;
    start = newline + 1;
  }
}

/** The rest of the line at `from`, or with `below` the first line that has a value before `end`. */
function lineFrom(
  text: string,
  visible: string,
  from: number,
  below: boolean,
  end = text.length,
): Span | undefined {
  const newline = text.indexOf("\n", from);
  const stop = below || newline < 0 ? end : Math.min(newline, end);
  for (const line of linesOf(text, visible, from, stop)) {
    const value = valueIn(text, line.start, line.end);
    if (value) return value;
  }
  return undefined;
}

const LEAD = new RegExp(`^[\\s>]*(?:[-*+][ \\t]+)?(?:(?:${STRUCK})[\\s,;/→>-]*)*`, "i");
const STRUCK_END = new RegExp(`(?:${STRUCK})$`, "i");
/** A second field on the line is no part of the status: `Accepted · **Date**: …`; nor is a line behind a lone \r. */
const OTHER = /\r|[|·•,;]\s*(?:\*\*\p{L}|\p{Lu}[\p{L} ]{1,20}:\s)|<!--|\s\s#|<br/u;

/** What a line says without its marker, what is struck out and what else stands on it; with the lines on which it goes on. */
function valueIn(text: string, start: number, end: number): Span | undefined {
  const line = text.slice(start, end);
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const shown = line.slice(lead).trimEnd();
  const other = OTHER.exec(shown);
  const own = without(without(other?.index ? shown.slice(0, other.index) : shown, /\\$/), STRUCK_END);
  // Of `**Status: Active**` the label has taken the first two stars.
  const closed = (own.match(/\*\*|__/g)?.length ?? 0) % 2 === 1 ? without(own, /(?:\*\*|__)$/) : own;
  if (closed === "") return undefined;
  const from = start + lead;
  return {
    start: from,
    end: other ? from + closed.length : wrappedEnd(text, from + closed.length, end, closed),
  };
}

function without(text: string, ending: RegExp): string {
  return text.trimEnd().replace(ending, "").trimEnd();
}

/** What goes on: a bracket that is open, a comma, a word that wants another one. */
const UNFINISHED = new RegExp(`(?:[,(]|(?<!\\p{L})(?:${patternOf(({ adr }) => adr?.unfinished)}))$`, "iu");

/** The end of a status that goes on in the next lines of its paragraph; `at` where it does not. */
function wrappedEnd(text: string, at: number, lineEnd: number, value: string): number {
  let end = at;
  let said = value;
  for (let from = lineEnd; end - at < 300; ) {
    const next = /^\r?\n([ \t]*(?![ \t]|[-*+>#|]|\d{1,2}[.)][ \t]|[\p{L} ]{1,30}:[ \t])[^\r\n]{1,300})/u.exec(
      text.slice(from, from + 340),
    );
    const line = next?.[1];
    const open = (said.match(/[[(]/g)?.length ?? 0) > (said.match(/[\])]/g)?.length ?? 0);
    if (!next || line === undefined || line.trim() === "") return end;
    if (!open && !UNFINISHED.test(said) && !/^[ \t]*\p{Ll}/u.test(line)) return end;
    if (!open && statusKind(line.trim()) !== undefined && statusKind(said) !== undefined) return end;
    from += next[0].length;
    end = from - (line.length - line.trimEnd().length);
    said = `${said} ${line.trim()}`;
  }
  return end;
}
