/** Where decisions stand, on the pages as they are now. */
import type { Span } from "../../text/span.ts";
import type { AdrRecord } from "../model/index.ts";
import type { AdrTarget, EntryPlace } from "./adrs.ts";
import type { AdrView } from "./view.ts";

/** A record, and where on its page what it says stands. */
export interface PlacedAdr {
  readonly path: string;
  readonly record: AdrRecord;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The record at a path; `undefined` where there is none. What is said in a file beside the page stands nowhere on it. */
export function placeAt({ adrs, pages }: AdrView, path: string): PlacedAdr | undefined {
  const known = adrs.records.get(path);
  const said = pages.get(path)?.exports.adr;
  const own = said?.record ?? said?.candidate;
  if (!known || !own) return undefined;
  const status = own.status ?? (known.status && { ...known.status, span: NOWHERE });
  return { path, record: { ...own, kind: known.kind, title: known.title, date: known.date, status } };
}

/** The title of the record at a path; the start of the file where there is none. */
export function titleAt({ pages }: AdrView, path: string): Span {
  const said = pages.get(path)?.exports.adr;
  return (said?.record ?? said?.candidate)?.titleSpan ?? NOWHERE;
}

/** The id and the title of a decision within a page. */
export function entryAt({ pages }: AdrView, { path, at }: EntryPlace): Span {
  return pages.get(path)?.exports.adr.entries[at]?.nameSpan ?? NOWHERE;
}

/** The title of a decision, in a file of its own or within a page. */
export function targetAt(view: AdrView, { path, entry }: AdrTarget): Span {
  return entry ? entryAt(view, entry) : titleAt(view, path);
}
