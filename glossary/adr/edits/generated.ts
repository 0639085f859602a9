/** The part of an index that is generated: between two comments, such as `<!-- adrlog -->` and `<!-- adrlogstop -->`. */

import type { Edit, Span } from "../../text/span.ts";
import type { AdrIndex, AdrPlace } from "../index/adrs.ts";
import type { ReadPage } from "../index/view.ts";
import { statusKind } from "../model/index.ts";
import { type Listing, type ListingRow, listingRow, statusWord } from "./listing.ts";

const COMMENT = /^<!--[ \t]*([^\r\n]{1,60}?)[ \t]*-->/;
const CLOSING = /^\/|(?:^|[-_: ])(?:end|stop)(?=$|[-_: ])|stop$/;
const OPENING = /(?:^|[-_: ])(?:begin|start)(?=$|[-_: ])/;

/** What stands between the two comments of the first pair that speaks of ADRs or decisions. */
export function generatedPart({ text, facts }: ReadPage): Span | undefined {
  const open = new Map<string, number>();
  for (const { span } of facts.html) {
    const match = COMMENT.exec(text.slice(span.start, span.end));
    const name = match?.[1]?.toLowerCase() ?? "";
    if (!match || !/adr|decision/.test(name)) continue;
    const base = name
      .replace(CLOSING, "")
      .replace(OPENING, "")
      .replace(/[-_: ]/g, "");
    const start = open.get(base);
    if (!CLOSING.test(name)) open.set(base, span.start + match[0].length);
    else if (start !== undefined) return { start, end: span.start };
  }
  return undefined;
}

/** A list without any item yet, where a generated one is to be. */
export function emptyListing(page: ReadPage): Listing | undefined {
  const part = generatedPart(page);
  if (!part) return undefined;
  // adr-log 2.2.0 writes `* [ADR-0001](0001-a.md) - A`.
  const byTool = /adrlog/i.test(page.text.slice(page.text.lastIndexOf("<!--", part.start), part.start));
  return {
    kind: "list",
    columns: [],
    rows: [],
    lead: byTool ? "* " : "- ",
    byTool,
    head: part,
    end: part.start,
  };
}

/**
 * The generated part with a row for each record and no other rows. Rows that are there stay as they are written, but
 * for a status that does not hold any more. `undefined` where something else stands among the rows.
 */
export function regenerated(
  page: ReadPage,
  part: Span,
  listing: Listing | undefined,
  records: readonly AdrPlace[],
  adrs: AdrIndex,
): Edit | undefined {
  const { text } = page;
  const rows = listing?.rows ?? [];
  const first = rows[0]?.span.start ?? part.end;
  const last = rows.at(-1)?.span.end ?? part.end;
  const among = text
    .slice(first, last)
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (among.length > rows.length || first < part.start || last > part.end) return undefined;
  const form = listing ?? emptyListing(page);
  if (!form) return undefined;
  const written = (place: AdrPlace): string => {
    const row = rows.find(({ target }) => target === place.path);
    if (row) return rowText(text, row, place);
    return listingRow(form, page, place, adrs);
  };
  const [one, other] = [rows[0]?.target, rows.at(-1)?.target];
  const newestFirst = one !== undefined && other !== undefined && one > other;
  const lines = (newestFirst ? records.toReversed() : records).map(written).join("\n");
  return rows.length > 0
    ? { span: { start: first, end: last }, text: lines }
    : { span: part, text: `\n\n${lines}\n\n` };
}

function rowText(text: string, row: ListingRow, place: AdrPlace): string {
  const { span, status } = row;
  if (!status || !isStale(text, row, place)) return text.slice(span.start, span.end);
  return text.slice(span.start, status.start) + statusWord(place) + text.slice(status.end, span.end);
}

/** True where the status of a row contradicts the record: *accepted* and *implemented* do not. */
export function isStale(text: string, { status }: ListingRow, { record }: AdrPlace): boolean {
  const kind = status && statusKind(text.slice(status.start, status.end).replace(/^[^\p{L}]+/u, ""));
  const own = record.status;
  if (!kind || !own?.kind || own.placeholder || kind === own.kind) return false;
  return !(holds(kind) && holds(own.kind));
}

function holds(kind: string): boolean {
  return kind === "accepted" || kind === "implemented";
}
