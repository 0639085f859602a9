/** The state of an ADR, wherever its style keeps it. */
import { patternOf } from "../../languages/merge.ts";
import { writtenEnd } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { Phrases } from "./phrases.ts";
import type { Part } from "./sections.ts";
import { type AdrSource, matterValue } from "./source.ts";
import { STATUS_WORDS, type StatusKind } from "./statusWords.ts";

export interface AdrStatus {
  /** The value as written, without markup, at most 120 characters. */
  readonly text: string;
  /** The first word or words, compared: `accepted`, `ready for implementation`. */
  readonly word: string;
  readonly kind: StatusKind | undefined;
  readonly span: Span;
  /** `sidecar`: in a file beside the page. */
  readonly place: "matter" | "section" | "line" | "table" | "sidecar";
  /** A value that still is a list of what it could be. */
  readonly placeholder: boolean;
}

const MOST = 120;
const KINDS = new Map(
  STATUS_WORDS.flatMap(([kind, words]) =>
    [...words, ...words.map(withoutAccents)].map((word) => [word, kind] as const),
  ),
);
const WORDS = new Phrases([...KINDS.keys()]);

/** As many people write it: `Acceptee`. */
function withoutAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** Reads a status as written. */
export function readStatus(raw: string, span: Span, place: AdrStatus["place"]): AdrStatus | undefined {
  const line = raw.slice(0, 2_000).replace(/<!--[^>]{0,500}-->/g, "");
  const placeholder = isChoice(line);
  const text = plain(line).slice(0, MOST).trim();
  if (text === "") return undefined;
  const bare = text.toLowerCase().replace(/^[^\p{L}]+/u, "");
  const known = WORDS.findAtStart(bare)?.phrase;
  const first = /^[\p{L}'’]+(?: [\p{L}'’]+){0,3}/u.exec(bare)?.[0] ?? "";
  return {
    text,
    word: known ?? first,
    kind: known === undefined ? undefined : KINDS.get(known),
    span,
    place,
    placeholder,
  };
}

/** The kind of a status by its words. */
export function statusKind(text: string): StatusKind | undefined {
  const found = WORDS.findAtStart(text);
  return found && KINDS.get(found.phrase);
}

/** `[proposed, accepted…]`, `draft | review | approved`, `{status}`. */
function isChoice(line: string): boolean {
  if (/^[\s"']*\{[^}]*\}?|^[\s"']*<[^>]*>\s*$/.test(line)) return true;
  const [first = ""] = line.split("#");
  const choices = first
    .replace(/[[\]"'`*]/g, "")
    .split(/[|,/]/)
    .filter((one) => statusKind(one.trim()) !== undefined && one.trim().split(" ").length <= 3);
  return choices.length >= 3;
}

function plain(line: string): string {
  return line
    .replace(/\s#\s.*$/, "")
    .replace(/!?\[([^[\]]{0,200})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/[*_`~]|\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s"'[\]:-]+|(?<![\s"'\]])[\s"'\]]+$/g, "");
}

/** Every place in the head of an ADR that states its status, the one that counts first. */
export function statusesOf(
  source: AdrSource,
  visible: string,
  parts: readonly Part[],
  head: Span,
): AdrStatus[] {
  const found: AdrStatus[] = [];
  const add = (raw: string, span: Span, place: AdrStatus["place"]) => {
    const status = readStatus(raw, span, place);
    if (status) found.push(status);
  };
  const matter = matterValue(source, "status", "state");
  if (matter) add(matter.value, matter.span, "matter");

  const label = parts.find(
    (part) =>
      part.kind === "label" &&
      part.meaning === "status" &&
      part.span.start < head.end &&
      isShortName(part.name),
  );
  if (label) {
    const line = lineFrom(source.text, visible, label.span.end, false);
    if (line) add(source.text.slice(line.start, line.end), line, "line");
  }
  const section = parts.find(
    ({ kind, meaning, name }) => kind === "heading" && meaning === "status" && isShortName(name),
  );
  if (section) {
    const inName = statusInName(source.text, section);
    const own = ownLine(source.text, visible, section, parts);
    if (inName) add(source.text.slice(inName.start, inName.end), inName, "section");
    else if (own) {
      const raw = source.text.slice(own.start, own.end);
      // "Current status" may just as well describe how things are.
      if (!/^current/i.test(section.name) || statusKind(plain(raw))) add(raw, own, "section");
    } else {
      const inner = parts.find(({ parent, kind }) => parent === section && kind === "label");
      const value = inner && lineFrom(source.text, visible, inner.span.end, false);
      if (value && statusKind(plain(source.text.slice(value.start, value.end))))
        add(source.text.slice(value.start, value.end), value, "section");
    }
  }
  for (const { rows, span } of source.facts.tables) {
    const own = section && section.own.start <= span.start && span.start < section.own.end;
    if (span.start >= head.end && !own) continue;
    const cell = statusCell(source.text, rows);
    if (cell) add(source.text.slice(cell.start, cell.end), cell, "table");
  }
  if (found.length === 0) {
    const line = GIVEN_UP.exec(visible.slice(head.start, head.end));
    const start = head.start + (line?.index ?? 0) + (line?.[1]?.length ?? 0);
    if (line)
      add(
        source.text.slice(start, start + (line[2] as string).length),
        { start, end: start + (line[2] as string).length },
        "line",
      );
  }
  // The front matter may speak of the page: `status: current`.
  return found.length > 1 && found[0]?.kind === undefined && found[1]?.kind !== undefined
    ? [...found.slice(1), found[0] as AdrStatus]
    : found;
}

/** `## Status: Accepted`, as it is written. */
function statusInName(text: string, { span }: Part): Span | undefined {
  const line = text.slice(span.start, writtenEnd(text, span.start)).replace(/(?<![ \t#*_])[ \t#*_]+$/, "");
  const said = /[-–—:：]\s*(\p{L}.*)$/u.exec(line)?.[1];
  if (said === undefined || !statusKind(plain(said))) return undefined;
  const end = span.start + line.length;
  return { start: end - said.length, end };
}

/** A line of the head that says by itself that the decision holds no more. */
const GIVEN_UP = new RegExp(
  `^([ \\t>*_~]*)((?:${patternOf(({ adr }) => adr?.givenUp?.by)}) by\\b[^\\n]*|(?:${patternOf(({ adr }) => adr?.givenUp?.alone)})(?=[.!*_ \\t]*$))`,
  "im",
);

/** The first line of a section; a bold line alone; of boxes the one that is ticked. No line of a table. */
function ownLine(text: string, visible: string, section: Part, parts: readonly Part[]): Span | undefined {
  const boxes = [...text.slice(section.own.start, section.own.end).matchAll(BOX)];
  if (boxes.length > 0) {
    const ticked = boxes.find(([, mark]) => mark !== " ");
    if (!ticked) return undefined;
    const start = section.own.start + ticked.index + ticked[0].length - (ticked[2] as string).length;
    return { start, end: start + (ticked[2] as string).trimEnd().length };
  }
  const line = lineFrom(text, visible, section.own.start, true, section.own.end);
  if (line) return text[line.start] === "|" ? undefined : line;
  const bold = parts.find(({ parent, depth }) => parent === section && depth === BOLD);
  return bold && lineFrom(text, visible, bold.span.start, true, bold.span.end);
}

/** What `Part` calls a bold line that acts as a heading. */
const BOLD = 7;
const BOX = /^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(.*)$/gm;

type Rows = AdrSource["facts"]["tables"][number]["rows"];

const STATUS_CELL = new RegExp(
  `^[\\s*_]*(?:${patternOf(({ adr }) => adr?.fields?.statusCell)})[\\s*_:]*$`,
  "i",
);

/** The cell beside `Status` in a table of names and values, or the one below it in a table of a single row. */
function statusCell(text: string, rows: Rows): Span | undefined {
  const isStatus = (cell: Span | undefined) =>
    cell !== undefined && STATUS_CELL.test(text.slice(cell.start, cell.end));
  const [header = []] = rows;
  if (header.length === 2) {
    const beside = rows.find(([name]) => isStatus(name))?.[1];
    if (beside && !isStatus(header[0])) return beside;
  }
  const column = rows.length === 2 ? header.findIndex(isStatus) : -1;
  return column < 0 ? undefined : rows[1]?.[column];
}

function isShortName(name: string): boolean {
  return !NOT_STATUS.test(name);
}

/** Words that make it the status of something else. */
const NOT_STATUS = new RegExp(`\\b(?:${patternOf(({ adr }) => adr?.fields?.notStatus)})`, "i");

/** The rest of the line at `from`, or with `below` the first line that has text before `end`. */
function lineFrom(
  text: string,
  visible: string,
  from: number,
  below: boolean,
  end = text.length,
): Span | undefined {
  for (let start = from; start < end; ) {
    const newline = text.indexOf("\n", start);
    const stop = Math.min(newline < 0 ? text.length : newline, end);
    if (visible.slice(start, stop).trim() !== "") {
      const line = text.slice(start, stop);
      const lead = /^[\s>]*(?:[-*+][ \t]+)?/.exec(line)?.[0].length ?? 0;
      const shown = line.slice(lead).trimEnd();
      // A second field on the line is not part of the status: `Accepted · **Date**: …`.
      const other = /[|·•,;]\s*\*\*\p{L}|<!--|\s\s#|<br/u.exec(shown);
      const length = other?.index ? shown.slice(0, other.index).trimEnd().length : shown.length;
      return { start: start + lead, end: start + lead + length };
    }
    if (!below || newline < 0) return undefined;
    start = newline + 1;
  }
  return undefined;
}
