/** The page that lists a folder's ADRs, as a table or a list, and how a row of it is written. */

import { lineStart, writtenEnd } from "../../text/lines.ts";
import { dirname } from "../../text/paths.ts";
import { type Edit, encloses, type Span } from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { type LinkSpace, resolveLink } from "../../workspace/links/links.ts";
import { isRead } from "../../workspace/workspace.ts";
import { type AdrIndex, type AdrPlace, adrNumber, collectionOf } from "../index/adrs.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { DATE_COLUMN, STATUS_COLUMN, TITLE_COLUMN } from "../model/fieldNames.ts";
import { idOfPath } from "../model/index.ts";
import { adrAddress } from "./edits.ts";
import { rowLike } from "./rowForm.ts";

type Column = "link" | "title" | "status" | "date" | "other";

export interface ListingRow {
  /** The whole line, without its line end. */
  readonly span: Span;
  readonly link: PageLink;
  /** The file that the link leads to; `undefined` where there is none. */
  readonly target: string | undefined;
  /** The cell that states the status, in a table that has such a column. */
  readonly status: Span | undefined;
}

export interface Listing {
  readonly kind: "table" | "list";
  readonly columns: readonly Column[];
  /** The first cell or item: where a finding about the whole listing stands. */
  readonly head: Span;
  readonly rows: readonly ListingRow[];
  /** The characters before the link of a list item. */
  readonly lead: string;
  /** True for one that adr-log is about to write. */
  readonly byTool?: boolean;
  /** After the last row, before its line end. */
  readonly end: number;
}

/** The largest table or list of the page whose rows link to files of its folder. */
export function readListing(page: ReadPage, links: LinkSpace): Listing | undefined {
  const candidates = [...tables(page, links), ...lists(page, links)].filter(({ rows }) => rows.length > 0);
  return candidates.sort((a, b) => b.rows.length - a.rows.length)[0];
}

function tables(page: ReadPage, links: LinkSpace): Listing[] {
  return page.facts.tables.map((table) => {
    const [header = [], ...body] = table.rows;
    const named = header.map((cell) => columnOf(page.text.slice(cell.start, cell.end)));
    const statusAt = named.indexOf("status");
    const rows = body.flatMap((cells) => {
      const [first] = cells;
      const last = cells.at(-1);
      if (!first || !last) return [];
      const span = lineAround(page.text, first.start);
      return rowOf(page, links, span, statusAt < 0 ? undefined : cells[statusAt]);
    });
    const head = header[0] ?? table.span;
    const columns = rows[0] ? withLink(page, table.rows, rows[0].link, named) : named;
    return { kind: "table", columns, head, rows, lead: "", end: table.span.end };
  });
}

/** The columns with the one in which the links are, where the header says of none that it is. */
function withLink(
  { text }: ReadPage,
  rows: readonly (readonly Span[])[],
  link: PageLink,
  named: readonly Column[],
): readonly Column[] {
  if (named.includes("link") || named.includes("title")) return named;
  const cells = rows.find((row) => row.some((cell) => encloses(cell, link.span))) ?? [];
  const at = cells.findIndex((cell) => encloses(cell, link.span));
  const shown = text.slice(link.text.start, link.text.end);
  const column = /^\W*(?:ADR[-_ ]?)?\d+\W*$/i.test(shown) ? "link" : "title";
  return named.map((one, i) => (i === at ? column : one));
}

function columnOf(name: string): Column {
  const bare = name.replace(/[*_`]/g, "").trim().toLowerCase();
  if (/^(?:#|id|no\.?|nr\.?|num(?:ber)?|adr|record|link|file|n°)$/.test(bare)) return "link";
  if (TITLE_COLUMN.test(bare)) return "title";
  if (STATUS_COLUMN.test(bare)) return "status";
  if (DATE_COLUMN.test(bare)) return "date";
  return "other";
}

/** Root lists; items that stand together are one list. */
function lists(page: ReadPage, links: LinkSpace): Listing[] {
  const { facts, text } = page;
  const groups: { rows: ListingRow[]; head: Span; lead: string; end: number }[] = [];
  for (const { span, depth, lead, marker } of facts.items) {
    if (depth > 0 || !lead) continue;
    const line = lineAround(text, span.start);
    const [row] = rowOf(page, links, line, undefined);
    const last = groups.at(-1);
    const apart = last ? text.slice(last.end, span.start).trim() !== "" : true;
    if (!row) continue;
    if (!last || apart) {
      const before = text.slice(marker.start, row.link.span.start);
      groups.push({ rows: [row], head: lead, lead: before, end: line.end });
    } else {
      last.rows.push(row);
      last.end = Math.max(line.end, span.end);
    }
  }
  return groups.map((one) => ({ kind: "list" as const, columns: [], ...one }));
}

function rowOf(page: ReadPage, links: LinkSpace, span: Span, status: Span | undefined): ListingRow[] {
  const own = page.exports.links.filter(
    (link) => !link.image && span.start <= link.span.start && link.span.end <= span.end,
  );
  for (const link of own) {
    if (/^[a-z][a-z+.-]*:|^\/\/|^#/i.test(link.url)) continue;
    const target = resolveLink(links, page.path, link.url);
    if (target.kind === "page" && inFolder(page.path, target.path))
      return [{ span, link, target: target.path, status }];
    // A record is meant, whatever has become of the end of its address.
    const meant =
      /\.mdx?(?:#|$)/i.test(link.url) || idOfPath(target.kind === "missing" ? target.path : "") !== undefined;
    if (target.kind === "missing" && inFolder(page.path, target.path) && meant)
      return [{ span, link, target: undefined, status }];
  }
  return [];
}

function inFolder(page: string, target: string): boolean {
  const folder = dirname(page);
  return (
    target !== page &&
    target.startsWith(folder === "" ? "" : `${folder}/`) &&
    !/^(?:readme|index)\./i.test(target.slice(folder.length + 1))
  );
}

function lineAround(text: string, at: number): Span {
  return { start: lineStart(text, at), end: writtenEnd(text, at) };
}

/** The changes that make indexes state another status for a record, in those that state one. */
export function statusCells(
  links: LinkSpace,
  indexes: readonly ReadPage[],
  path: string,
  status: string,
): FileChange[] {
  return indexes.flatMap((index): FileChange[] => {
    const rows = readListing(index, links)?.rows.filter(({ target }) => target === path) ?? [];
    const cells = rows.flatMap((row) => row.status ?? []);
    const edits = cells.map((span) => ({ span, text: status }));
    return edits.length > 0 ? [{ kind: "edit", path: index.path, edits }] : [];
  });
}

/** The same in the indexes of the folder of `path` that are open. */
export function openStatusCells({ adrs, pages, links }: AdrView, path: string, status: string): FileChange[] {
  const indexes = (collectionOf(adrs, path)?.indexes ?? []).flatMap((one) => {
    const page = pages.get(one);
    return isRead(page) ? [page] : [];
  });
  return statusCells(links, indexes, path, status);
}

/** A row for an ADR in the form of the rows that there are, the nearest one first; else in that of its columns or marker. */
export function listingRow(listing: Listing, page: ReadPage, place: AdrPlace, adrs: AdrIndex): string {
  const from = page.path;
  const rows = listing.kind === "list" ? listing.rows.toReversed() : [];
  for (const row of rows) {
    const model = row.target === undefined ? undefined : adrs.records.get(row.target);
    const written =
      model && rowLike(page.text, row, { path: row.target as string, record: model }, from, place);
    if (written !== undefined) return written;
  }
  const { record, path } = place;
  const address = adrAddress(from, path);
  const title = record.title.replace(/\|/g, "\\|");
  const number = adrNumber(record) || title;
  if (listing.byTool && record.id) return `${listing.lead}[${number}](${address}) - ${title}`;
  if (listing.kind === "list")
    return `${listing.lead}[${record.id ? `${number}: ${title}` : title}](${address})`;
  const linked = listing.columns.includes("link") ? "link" : "title";
  const cells = listing.columns.map((column) => {
    if (column === linked) return `[${column === "link" ? number : title}](${address})`;
    if (column === "title") return title;
    if (column === "status") return statusWord(place);
    return column === "date" ? (record.date ?? "") : "";
  });
  return `| ${cells.join(" | ")} |`;
}

/** Where a new row goes, and what stands around it: at the end, or at the top where the newest stands first. */
export function newRow({ rows, end }: Listing, row: string): Edit {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first?.target && last?.target && first.target > last.target)
    return { span: { start: first.span.start, end: first.span.start }, text: `${row}\n` };
  return { span: { start: end, end }, text: `\n${row}` };
}

/** The status as a row states it: `Superseded` for `Superseded by [ADR-0004](…)`. */
export function statusWord({ record: { status } }: AdrPlace): string {
  const word = status?.word ?? "";
  return word.charAt(0).toUpperCase() + word.slice(1);
}
