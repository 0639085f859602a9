/**
 * All ADRs of a workspace together: by number, and by the folder that they share. The index outlives edits that only
 * move things, so it knows no positions: those are looked up on the pages as they are now (`positions.ts`).
 */

import { append } from "../../text/groups.ts";
import { ancestors, basename, dirname, stem } from "../../text/paths.ts";
import { type LinkSpace, resolveLink } from "../../workspace/links/links.ts";
import { isSetAside } from "../../workspace/samples.ts";
import {
  type AdrExports,
  type AdrId,
  type AdrRecord,
  type AdrStyle,
  isSerial,
  type KnownEntry,
  type KnownRecord,
  type Relation,
  SIDECAR,
} from "../model/index.ts";
import type { Sidecar } from "./sidecar.ts";
import type { AdrTool } from "./tools.ts";

/** An ADR file. */
export interface AdrPlace {
  readonly path: string;
  readonly record: KnownRecord;
}

/** A decision within another page. */
export interface EntryPlace {
  readonly path: string;
  readonly entry: KnownEntry;
  /** Which of the entries of its page it is. */
  readonly at: number;
}

/** The ADRs of one folder: they share numbers, an index, a style and habits. */
export interface AdrCollection {
  readonly folder: string;
  /** By path. */
  readonly records: readonly AdrPlace[];
  readonly byKey: ReadonlyMap<string, readonly AdrPlace[]>;
  /** The numbers of pages in the folder that are no records: sign-posts where one was. */
  readonly taken: readonly AdrId[];
  /** The pages that list them; new rows go to the first. */
  readonly indexes: readonly string[];
  /** The tool that a file of its own names the folder to. */
  readonly tool: AdrTool["tool"] | undefined;
  /** The style that most of them have. */
  readonly style: AdrStyle | undefined;
  /** How often each status word is used. */
  readonly statuses: ReadonlyMap<string, number>;
}

export interface AdrIndex {
  /** Records by path. */
  readonly records: ReadonlyMap<string, KnownRecord>;
  readonly byKey: ReadonlyMap<string, readonly AdrPlace[]>;
  readonly entries: ReadonlyMap<string, readonly EntryPlace[]>;
  readonly collections: ReadonlyMap<string, AdrCollection>;
  /** What tools say of where records are kept. */
  readonly tools: readonly AdrTool[];
  /** True where some page lies in the folder of SpecWeave. */
  readonly usesSpecWeave: boolean;
}

/** The folder whose ADRs a path belongs to: a README in a numbered folder belongs to the one above. */
export function collectionFolder(path: string): string {
  const folder = dirname(path);
  return /^(?:readme|index)$/i.test(stem(path)) && isSerial(path) ? dirname(folder) : folder;
}

/** All ADRs of the pages. `beside`: what stands in the `kep.yaml` files and in those of tools, by their paths. */
export function buildAdrs(
  pages: ReadonlyMap<string, { readonly exports: { readonly adr: AdrExports } }>,
  beside: ReadonlyMap<string, Sidecar | AdrTool> = new Map(),
): AdrIndex {
  const tools = [...beside.values()].filter((one): one is AdrTool => "tool" in one);
  const records = new Map<string, KnownRecord>();
  const byKey = new Map<string, AdrPlace[]>();
  const entries = new Map<string, EntryPlace[]>();
  const folders = new Map<string, AdrPlace[]>();
  const indexes = new Map<string, string[]>();
  const taken = new Map<string, AdrId[]>();
  const some = [...pages].filter(
    ([, { exports }]) => exports.adr.record || exports.adr.candidate || exports.adr.entries.length > 0,
  );
  const promoted = promotedOf(some, tools);
  for (const [path, { exports }] of some.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { entries: inside } = exports.adr;
    const read = promoted.get(path) ?? exports.adr.record;
    const record = read && withSidecar(read, beside.get(`${dirname(path)}/${SIDECAR}`));
    for (const [at, entry] of inside.entries()) append(entries, entry.id.key, { path, entry, at });
    if (record?.kind === "index") append(indexes, dirname(path), path);
    if (record?.kind === "stub" && record.id) {
      append(taken, collectionFolder(path), record.id);
      append(byKey, record.id.key, { path, record });
    }
    if (record?.kind !== "record") continue;
    const place = { path, record };
    records.set(path, record);
    // `ADR-12` is never the twelfth KEP or RFC.
    if (record.id && !isProposal(record)) append(byKey, record.id.key, place);
    append(folders, collectionFolder(path), place);
  }
  const collections = new Map(
    [...folders].map(([folder, some]) => {
      const tool = tools.find(({ folders }) => folders.includes(folder))?.tool;
      const found = { folder, indexes: indexes.get(folder) ?? [], taken: taken.get(folder) ?? [], tool };
      return [folder, collect(found, some)] as const;
    }),
  );
  const usesSpecWeave = [...pages.keys()].some((path) => path.startsWith(".specweave/"));
  return { records, byKey, entries, collections, tools, usesSpecWeave };
}

/** What a page of a folder is called but for its words: `adr-000-`. */
function shapeOf(path: string): string {
  const name = /^(?:readme|index)$/i.test(stem(path)) ? basename(dirname(path)) : stem(path);
  return (/^\D{0,10}\d+(?:-\d+)*/.exec(name)?.[0] ?? "").toLowerCase().replace(/\d/g, "0");
}

type Said = readonly (readonly [path: string, page: { readonly exports: { readonly adr: AdrExports } }])[];

/** As many records have to be around a page that could be one of them. */
const AROUND = 2;

/** The pages that are records because their neighbours of the same kind of name are, or because a tool keeps records there. */
function promotedOf(pages: Said, tools: readonly AdrTool[]): ReadonlyMap<string, AdrRecord> {
  const promoted = new Map<string, AdrRecord>();
  const records = new Map<string, number>();
  const waiting = new Map<string, [path: string, record: AdrRecord][]>();
  for (const [path, { exports }] of pages) {
    const { record, candidate } = exports.adr;
    const group = `${collectionFolder(path)}/${shapeOf(path)}`;
    if (record?.kind === "record") records.set(group, (records.get(group) ?? 0) + 1);
    if (candidate) append(waiting, group, [path, candidate]);
  }
  const folders = new Set(tools.flatMap(({ folders }) => folders));
  for (const [group, some] of waiting) {
    const around = records.get(group) ?? 0;
    for (const [path, candidate] of some)
      if ((around >= AROUND && around >= some.length) || folders.has(collectionFolder(path)))
        promoted.set(path, { ...candidate, kind: "record" });
  }
  return promoted;
}

function withSidecar(record: AdrRecord, sidecar: Sidecar | AdrTool | undefined): KnownRecord {
  if (!sidecar || "tool" in sidecar || record.role !== "kep") return record;
  return {
    ...record,
    title: sidecar.title ?? record.title,
    status: record.status ?? sidecar.status,
    date: record.date ?? sidecar.date,
  };
}

function isProposal({ role }: KnownRecord): boolean {
  return role === "kep" || role === "rfc";
}

function collect(
  found: Pick<AdrCollection, "folder" | "indexes" | "taken" | "tool">,
  records: readonly AdrPlace[],
): AdrCollection {
  const byKey = new Map<string, AdrPlace[]>();
  const statuses = new Map<string, number>();
  const styles = new Map<AdrStyle, number>();
  for (const place of records) {
    const { id, status, style } = place.record;
    if (id) append(byKey, id.key, place);
    if (status && !status.placeholder) statuses.set(status.word, (statuses.get(status.word) ?? 0) + 1);
    styles.set(style, (styles.get(style) ?? 0) + 1);
  }
  const [style] = [...styles].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { ...found, records, byKey, style, statuses };
}

/** The collection that an ADR or its index belongs to. */
export function collectionOf(adrs: AdrIndex, path: string): AdrCollection | undefined {
  return adrs.collections.get(collectionFolder(path)) ?? adrs.collections.get(dirname(path));
}

/** How many of the ADRs around `path` a test holds for, that one left out; 0 where it stands alone. */
export function shareOf(
  { records }: AdrCollection,
  path: string,
  test: (record: KnownRecord) => boolean,
): number {
  const others = records.filter((one) => one.path !== path);
  return others.length === 0 ? 0 : others.filter(({ record }) => test(record)).length / others.length;
}

/** What a number may stand for. */
export interface AdrTarget {
  readonly path: string;
  /** With its number: `ADR-0043: Title`. */
  readonly name: string;
  readonly record: KnownRecord | undefined;
  /** A decision within the page, which is no record. */
  readonly entry: EntryPlace | undefined;
}

/** The decisions that a number means in the page `from`: its own first, then files, the nearest folder's only, then entries elsewhere. */
export function resolveNumber(adrs: AdrIndex, from: string, key: string): AdrTarget[] {
  const entries = (adrs.entries.get(key) ?? []).filter(({ entry }) => entry.prefix === "ADR");
  const own = entries.filter(({ path }) => path === from);
  const files = nearest(adrs.byKey.get(key) ?? [], from);
  if (own.length > 0 && files.length === 0) return own.map(entryTarget);
  return files.length > 0 ? files.map(recordTarget) : entries.map(entryTarget);
}

/** Of records in several folders those in the folder that is nearest to `from`. */
function nearest(places: readonly AdrPlace[], from: string): readonly AdrPlace[] {
  if (places.length < 2) return places;
  const below = belowOf(places);
  for (const folder of ancestors(dirname(from))) {
    const found = below.get(folder);
    if (found) return found;
  }
  return [];
}

const BELOW = new WeakMap<readonly AdrPlace[], ReadonlyMap<string, readonly AdrPlace[]>>();

/**
 * By each folder above some of the records, those in the first of the folders below it. Thousands of folders may have a
 * record of the same number, and each of their pages may name it: nobody looks at all of them each time.
 */
function belowOf(places: readonly AdrPlace[]): ReadonlyMap<string, readonly AdrPlace[]> {
  const known = BELOW.get(places);
  if (known) return known;
  const below = new Map<string, AdrPlace[]>();
  const active = places.filter(({ path }) => !isSetAside(path));
  for (const place of active.length > 0 ? active : places) {
    const own = collectionFolder(place.path);
    for (const folder of ancestors(dirname(place.path))) {
      const first = below.get(folder)?.[0];
      if (!first || collectionFolder(first.path) === own) append(below, folder, place);
    }
  }
  BELOW.set(places, below);
  return below;
}

/** A record as what a link or a number may lead to; an entry within a page is another kind. */
export function recordTarget({ path, record }: AdrPlace): AdrTarget {
  return { path, name: adrName(record), record, entry: undefined };
}

function entryTarget(place: EntryPlace): AdrTarget {
  const { path, entry } = place;
  const name = `${entry.prefix}-${entry.id.digits}: ${entry.title}`;
  return { path, name, record: undefined, entry: place };
}

/** `ADR-0043: Title`, or the title of an ADR without a number. */
export function adrName(record: Pick<KnownRecord, "id" | "role" | "title">): string {
  const number = adrNumber(record);
  return number === "" ? record.title : `${number}: ${record.title}`;
}

/** `ADR-0043`; `KEP-1234` and `RFC-2094` for proposals; "" without a number. */
export function adrNumber({ id, role }: Pick<KnownRecord, "id" | "role">): string {
  const prefix = role === "kep" ? "KEP" : role === "rfc" ? "RFC" : "ADR";
  return id ? `${prefix}-${id.digits}` : "";
}

/** The ADRs that a relation leads to: one for a link, all with that number in the folder for a number. */
export function resolveRelation(
  adrs: AdrIndex,
  links: LinkSpace,
  from: string,
  { url, key }: Pick<Relation, "url" | "key">,
): AdrPlace[] {
  if (url !== undefined) {
    const target = resolveLink(links, from, url);
    const record = target.kind === "page" ? adrs.records.get(target.path) : undefined;
    if (record && target.kind === "page") return [{ path: target.path, record }];
    if (target.kind === "page" || target.kind === "file") return [];
  }
  if (key === undefined) return [];
  const own = collectionOf(adrs, from)?.byKey.get(key);
  if (own) return [...own];
  const found = nearest(adrs.byKey.get(key) ?? [], from);
  // Where a link names a file that is gone, one of the same number elsewhere is meant only if it has that name.
  const name = url === undefined ? undefined : basename(/^[^#?]*/.exec(url)?.[0] ?? "");
  return found.filter(({ path }) => name === undefined || basename(path) === name);
}

/** The records that a record says it is superseded by, each once; empty where it names none that is there. */
export function successorsOf(
  { path, record }: { readonly path: string; readonly record: KnownRecord | undefined },
  adrs: AdrIndex,
  links: LinkSpace,
): AdrPlace[] {
  const found = (record?.relations ?? [])
    .filter(({ kind }) => kind === "superseded-by")
    .flatMap((relation) => resolveRelation(adrs, links, path, relation));
  const paths = new Set([path]);
  return found.filter((one) => !paths.has(one.path) && paths.add(one.path));
}

/** The file name without its extension, or the folder's for a README in a numbered folder. */
export function slugOf(path: string): string {
  return /^(?:readme|index)$/i.test(stem(path)) && isSerial(path) ? basename(dirname(path)) : stem(path);
}
