/** Changes to decision records that concern several files at once. */
import type { FileChange } from "../rules/rule.ts";
import { basename, dirname } from "../text/paths.ts";
import type { Edit } from "../text/span.ts";
import { relationEdit, statusEdit } from "../workspace/adrEdits.ts";
import { readListing } from "../workspace/adrListing.ts";
import { type AdrPlace, collectionOf } from "../workspace/adrs.ts";
import type { ReadPage, Snapshot } from "../workspace/workspace.ts";
import { nextDigits, rowChange } from "./adrNew.ts";
import { usesOf } from "./adrUses.ts";

/** A change of this module: those of rules, and a file that gets another name. */
export type AdrChange = FileChange | { readonly kind: "rename"; readonly path: string; readonly to: string };

/** The record at a path. */
export function placeAt({ adrs }: Snapshot, path: string): AdrPlace | undefined {
  const record = adrs.records.get(path);
  return record && { path, record };
}

/** The page that lists the records around `path`. */
export function indexOf({ adrs }: Snapshot, path: string): string | undefined {
  return collectionOf(adrs, path)?.index;
}

/**
 * Marks `old` as superseded by `by`, in both records and in the index. `created` says that `by` is about to be
 * written with its own link.
 */
export function supersede(
  snapshot: Snapshot,
  old: AdrPlace,
  by: AdrPlace,
  created: boolean,
  index: ReadPage | undefined,
): FileChange[] {
  const changes: FileChange[] = [edit(old.path, relationEdit(old, "superseded-by", by))];
  const known = by.record.relations.some(({ kind }) => kind === "supersedes");
  if (!created && !known) changes.push(edit(by.path, relationEdit(by, "supersedes", old)));
  const cell = index && statusCell(snapshot, index, old.path, "Superseded");
  const row = index && created ? rowChange(snapshot, index, by) : undefined;
  return merged([...changes, ...(cell ? [cell] : []), ...(row ? [row] : [])]);
}

/** Another status, in the record and in the index; `undefined` where the record states none. */
export function setStatus(
  snapshot: Snapshot,
  { path, record }: AdrPlace,
  status: string,
  index: ReadPage | undefined,
): FileChange[] | undefined {
  const own = statusEdit(record, status);
  if (!own) return undefined;
  const cell = index && statusCell(snapshot, index, path, status);
  return [edit(path, own), ...(cell ? [cell] : [])];
}

/** The next free number for a record: its file, its title, and everything that refers to it and to nothing else. */
export function renumber(
  snapshot: Snapshot,
  { path, record }: AdrPlace,
  page: ReadPage,
): AdrChange[] | undefined {
  const { id } = record;
  const digits = nextDigits(collectionOf(snapshot.adrs, path));
  if (!id || digits === "") return undefined;
  const inFolder = /^(?:readme|index)\.\w+$/i.test(basename(path));
  const named = inFolder ? dirname(path) : path;
  const name = basename(named);
  if (!name.includes(id.digits)) return undefined;
  const to = named.slice(0, named.length - name.length) + name.replace(id.digits, digits);
  const target = inFolder ? `${to}/${basename(path)}` : to;
  const edits = new Map<string, Edit[]>();
  const add = (at: string, one: Edit) => edits.set(at, [...(edits.get(at) ?? []), one]);

  const title = page.text.slice(record.titleSpan.start, record.titleSpan.end);
  const at = title.indexOf(id.digits);
  if (at >= 0 && at < 8) {
    const start = record.titleSpan.start + at;
    add(path, { span: { start, end: start + id.digits.length }, text: digits });
  }
  for (const use of usesOf(snapshot, path)) {
    if (use.kind === "number") {
      const text = `ADR-${digits}`;
      add(use.path, { span: use.span, text });
      continue;
    }
    const exports = snapshot.pages.get(use.path)?.exports;
    const link = exports?.links.find(({ span }) => span.start === use.span.start);
    if (!link) continue;
    const url = link.url.replace(name, basename(to));
    if (link.destination.end - link.destination.start === link.url.length)
      add(use.path, { span: link.destination, text: url });
    const mention = exports?.adr.mentions.find(
      ({ key, span }) => key === id.key && link.text.start <= span.start && span.end <= link.text.end,
    );
    if (mention) add(use.path, { span: mention.span, text: `ADR-${digits}` });
  }
  const changes = [...edits].map(
    ([file, some]): AdrChange => ({ kind: "edit", path: file, edits: unique(some) }),
  );
  return [...changes, inFolder ? { kind: "rename", path, to: target } : { kind: "rename", path, to }];
}

function statusCell(
  snapshot: Snapshot,
  index: ReadPage,
  path: string,
  status: string,
): FileChange | undefined {
  const row = readListing(index, snapshot.links)?.rows.find(({ target }) => target === path);
  return row?.status && edit(index.path, { span: row.status, text: status });
}

function edit(path: string, one: Edit): FileChange {
  return { kind: "edit", path, edits: [one] };
}

/** One change for each file. */
function merged(changes: readonly FileChange[]): FileChange[] {
  const edits = new Map<string, Edit[]>();
  for (const change of changes)
    if (change.kind === "edit") edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
  return [
    ...changes.filter(({ kind }) => kind === "create"),
    ...[...edits].map(([path, some]): FileChange => ({ kind: "edit", path, edits: unique(some) })),
  ];
}

/** A definition that several links share is changed once. */
function unique(edits: readonly Edit[]): Edit[] {
  return edits.filter((one, i) => edits.findIndex(({ span }) => span.start === one.span.start) === i);
}
