/** Changes to decision records that concern several files at once. */
import type { Edit } from "../../text/span.ts";
import { type FileChange, inLineEnds } from "../../workspace/fileChange.ts";
import { relationEdit, statusEdit } from "../edits/edits.ts";
import { statusCells } from "../edits/listing.ts";
import { freeDigits, renumber as renumberTo } from "../edits/numbers.ts";
import { collectionOf } from "../index/adrs.ts";
import { isSupersededBy } from "../index/circle.ts";
import type { PlacedAdr } from "../index/positions.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { rowChanges } from "./new.ts";

/** The pages that list the records around `path`; empty where there is none. */
export function indexesOf({ adrs }: AdrView, path: string): readonly string[] {
  return collectionOf(adrs, path)?.indexes ?? [];
}

/**
 * Marks `old` as superseded by `by`, in both records and in the indexes that list it. `created` says that `by` is about to be
 * written with its own link. `day`: `2025-01-31`, where records state the days of their statuses. `undefined` where `by` is itself superseded by `old`.
 */
export function supersede(
  snapshot: AdrView,
  old: PlacedAdr,
  by: PlacedAdr,
  created: boolean,
  indexes: readonly ReadPage[],
  day?: string,
): readonly FileChange[] | undefined {
  if (!created && isSupersededBy(snapshot, by, old)) return undefined;
  const changes: FileChange[] = [edit(old.path, relationEdit(old, "superseded-by", by, snapshot.adrs, day))];
  const known = by.record.relations.some(({ kind }) => kind === "supersedes");
  if (!created && !known)
    changes.push(edit(by.path, relationEdit(by, "supersedes", old, snapshot.adrs, day)));
  return merged(snapshot, [
    ...changes,
    ...statusCells(snapshot.links, indexes, old.path, "Superseded"),
    ...(created ? rowChanges(snapshot, indexes, by) : []),
  ]);
}

/** Another status, in the record and in the indexes that list it; `undefined` where the record states none. */
export function setStatus(
  snapshot: AdrView,
  { path, record }: PlacedAdr,
  status: string,
  indexes: readonly ReadPage[],
  day?: string,
): FileChange[] | undefined {
  const own = statusEdit(record, status, day);
  if (!own) return undefined;
  return [edit(path, own), ...statusCells(snapshot.links, indexes, path, status)];
}

/** The next free number for a record. */
export function renumber(snapshot: AdrView, place: PlacedAdr, page: ReadPage): FileChange[] | undefined {
  return renumberTo(snapshot, place, page, freeDigits(snapshot.adrs, place.path));
}

function edit(path: string, one: Edit): FileChange {
  return { kind: "edit", path, edits: [one] };
}

/** One change for each file. */
function merged(snapshot: AdrView, changes: readonly FileChange[]): readonly FileChange[] {
  const edits = new Map<string, Edit[]>();
  for (const change of changes)
    if (change.kind === "edit") edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
  return inLineEnds(snapshot, [
    ...changes.filter(({ kind }) => kind === "create"),
    ...[...edits].map(([path, some]): FileChange => ({ kind: "edit", path, edits: unique(some) })),
  ]);
}

/** A definition that several links share is changed once. */
function unique(edits: readonly Edit[]): Edit[] {
  return edits.filter((one, i) => edits.findIndex(({ span }) => span.start === one.span.start) === i);
}
