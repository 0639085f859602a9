/** Dates of ADRs. */
import type { Span } from "../../text/span.ts";
import type { Part } from "./sections.ts";
import { type AdrSource, matterValue } from "./source.ts";

export interface AdrDate {
  readonly text: string;
  readonly span: Span;
  /** False for a date that no calendar has: `2020-01-45`. Forms that are not known count as valid. */
  readonly valid: boolean;
}

const NUMERIC = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;

/** The date a text begins with or is; `undefined` where there is no digit. */
export function readDate(text: string, span: Span): AdrDate | undefined {
  const bare = text.slice(0, 60).trim();
  if (!/\d/.test(bare)) return undefined;
  const match = NUMERIC.exec(bare);
  if (!match) return { text: bare, span, valid: true };
  const [all, year, month, day] = match;
  const start = span.start + text.indexOf(all);
  return {
    text: all,
    span: { start, end: start + all.length },
    valid: exists(Number(year), Number(month), Number(day)),
  };
}

/** True for a day of the calendar. Year, day, month is a habit of some: then that is tried too. */
function exists(year: number, month: number, day: number): boolean {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] as number);
}

/** All dates in the head of an ADR, the one of the decision first. */
export function datesOf(source: AdrSource, parts: readonly Part[], head: Span): AdrDate[] {
  const { text } = source;
  const found: AdrDate[] = [];
  const matter = matterValue(source, "date", "decided", "decision-date", "created", "updated");
  if (matter) {
    const date = readDate(matter.value, matter.span);
    // A date in front matter may be quoted; its span is what is between the quotes.
    if (date) found.push(date);
  }
  for (const { rows, span } of source.facts.tables) {
    if (span.start >= head.end || rows.length !== 2) continue;
    const [header = [], row = []] = rows;
    const cell = row[header.findIndex(({ start, end }) => /^date$/i.test(text.slice(start, end).trim()))];
    const date = cell && readDate(text.slice(cell.start, cell.end), cell);
    if (date) found.push(date);
  }
  for (const part of parts) {
    if (part.meaning !== "date") continue;
    const heading = part.kind === "heading";
    if (!heading && part.span.start >= head.end) continue;
    const from = heading ? text.slice(part.own.start, part.own.end).search(/\S/) : 0;
    if (from < 0) continue;
    const start = heading ? part.own.start + from : part.span.end;
    const line = /^[^\r\n|·]*/.exec(text.slice(start, start + 200))?.[0] ?? "";
    const date = readDate(line, { start, end: start + line.trimEnd().length });
    if (date) found.push(date);
  }
  return found;
}

/** The date in a file or folder name. */
export function dateOfName(name: string): string | undefined {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(name);
  return match && exists(Number(match[1]), Number(match[2]), Number(match[3]))
    ? `${match[1]}-${match[2]}-${match[3]}`
    : undefined;
}
