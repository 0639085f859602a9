/** The ADR in a page whose text is at hand. */

import { isSample, isSetAside } from "../../workspace/samples.ts";
import {
  type AdrDocument,
  type AdrRecord,
  type JudgedEntry,
  judge,
  judgeEntries,
  readAdr,
  type StatusKind,
  type Verdict,
} from "../model/index.ts";
import { collectionOf, shareOf } from "./adrs.ts";
import type { AdrView, ReadPage } from "./view.ts";

const CLOSED: ReadonlySet<StatusKind> = new Set(["superseded", "deprecated", "rejected"]);

/** The ADR in a page, where rules may speak of it: not put away, not a sample, not closed by its status. */
export function activeAdr(page: ReadPage, snapshot: AdrView): AdrDocument | undefined {
  if (keptRecord(page, snapshot)?.kind !== "record" || isClosedKind(stateOf(page, snapshot)))
    return undefined;
  const document = adrOf(page);
  return document && !isClosed(document) ? document : undefined;
}

/** What a page is as an ADR, open or closed, where rules may speak of it; its text is not read for that. */
export function keptRecord(page: Pick<ReadPage, "path" | "exports">, view: AdrView): AdrRecord | undefined {
  return isSetAside(page.path) || isSample(page.path) ? undefined : recordIn(page, view);
}

/** What a page is as an ADR; a candidate only where those around it make it one. */
function recordIn(
  { path, exports }: Pick<ReadPage, "path" | "exports">,
  { adrs }: AdrView,
): AdrRecord | undefined {
  const { record, candidate } = exports.adr;
  return record ?? (candidate && adrs.records.has(path) ? { ...candidate, kind: "record" } : undefined);
}

/** True for a status that says that a decision does not hold any more. */
export function isClosedKind(kind: StatusKind | undefined): boolean {
  return kind !== undefined && CLOSED.has(kind);
}

/** The kind of the status that counts for the ADR in a page, be it there or in a file beside it. */
export function stateOf({ path }: ReadPage, { adrs }: AdrView): StatusKind | undefined {
  return adrs.records.get(path)?.status?.kind;
}

/** True for a record without a status where at least half of two or more others have one. */
export function lacksStatus({ path }: ReadPage, { adrs }: AdrView): boolean {
  const collection = collectionOf(adrs, path);
  if (adrs.records.get(path)?.status || !collection || collection.records.length < 3) return false;
  return shareOf(collection, path, ({ status }) => status !== undefined) >= 0.5;
}

/** True for a decision that does not hold any more, by its status or its title. */
function isClosed({ statuses, title }: Pick<AdrDocument, "statuses" | "title">): boolean {
  return (
    statuses.some(({ kind }) => isClosedKind(kind)) ||
    /\((?:superseded|deprecated|obsolete|rejected|withdrawn)\b/i.test(title)
  );
}

const READ = new WeakMap<object, AdrDocument | null>();

/** A page read as an ADR; read once as long as the page stays the same. */
export function adrOf(page: ReadPage): AdrDocument | undefined {
  const known = READ.get(page);
  if (known !== undefined) return known ?? undefined;
  const { path, text, facts, matter, exports } = page;
  const record = exports.adr.record ?? exports.adr.candidate;
  const document = record && readAdr({ path, text, facts, matter, role: record.role });
  READ.set(page, document ?? null);
  return document;
}

const JUDGED = new WeakMap<object, Verdict>();

/** Whether the ADR in a page says why. */
export function verdictOf(page: ReadPage, document: AdrDocument): Verdict {
  const known = JUDGED.get(document);
  if (known) return known;
  const verdict = judge(page, document);
  JUDGED.set(document, verdict);
  return verdict;
}

/** The decisions recorded within a page, judged; none where rules should be silent. */
export function activeEntries(page: ReadPage): JudgedEntry[] {
  const { entries } = page.exports.adr;
  if (entries.length === 0 || isSetAside(page.path) || isSample(page.path)) return [];
  return judgeEntries(page, entries);
}
