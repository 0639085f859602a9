/** Joins the entries of all pages into terms. Deterministic: the order in which pages came does not matter. */

import { glossaryFolder } from "../domain/glossaryFolder.ts";
import { type Entry, nameKey, numberlessKey, type Term } from "../domain/term.ts";
import { slug } from "../markdown/slug.ts";
import { dirname, join, stem } from "../text/paths.ts";

export interface Glossary {
  /** By id. */
  readonly terms: ReadonlyMap<string, Term>;
  /** Terms by the compared form of each of their names. */
  readonly byName: ReadonlyMap<string, readonly Term[]>;
  /** The term that a page defines. */
  readonly byPage: ReadonlyMap<string, Term>;
}

/** Finds the page a link leads to; `undefined` where there is none. */
export type ResolvePage = (from: string, url: string) => string | undefined;

const KIND_ORDER = { page: 0, category: 1, index: 2, usage: 3 } as const;

/**
 * Entries belong to one term when their links lead to the same page, when they stand in mirrored glossaries at
 * the same place, or when they share a name within one glossary. `preferred` orders glossary folders: of two
 * mirrored ones the first states the definition.
 */
export function buildGlossary(
  entries: readonly Entry[],
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
  preferred: (folder: string) => number,
): Glossary {
  const sorted = entries.toSorted((a, b) => rank(a, preferred) - rank(b, preferred) || order(a, b));
  const pages = new Set(sorted.flatMap((entry) => (entry.kind === "page" ? [entry.path] : [])));
  const groups = group(sorted, pages, resolve, mirrors);
  const terms = new Map<string, Term>();
  for (const members of groups) {
    // Rows that only link to a page without a term of its own are navigation.
    const term = makeTerm(members, terms);
    if (term) terms.set(term.id, term);
  }
  const byName = new Map<string, Term[]>();
  const byPage = new Map<string, Term>();
  for (const term of terms.values()) {
    for (const key of new Set([term.name, ...term.aliases].map(nameKey))) push(byName, key, term);
    for (const entry of term.entries) if (entry.kind === "page") byPage.set(entry.path, term);
  }
  return { terms: new Map([...terms].sort(([a], [b]) => compare(a, b))), byName, byPage };
}

function rank(entry: Entry, preferred: (folder: string) => number): number {
  return KIND_ORDER[entry.kind] * 1_000 + preferred(glossaryFolder(entry.path) ?? "");
}

function order(a: Entry, b: Entry): number {
  return compare(a.path, b.path) || a.span.start - b.span.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Disjoint sets over the entries' keys. */
function group(
  entries: readonly Entry[],
  pages: ReadonlySet<string>,
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
): Entry[][] {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    const up = parent.get(key);
    if (up === undefined || up === key) return key;
    const root = find(up);
    parent.set(key, root);
    return root;
  };
  const keysOf = entries.map((entry) => keys(entry, pages, resolve, mirrors));
  for (const all of keysOf) {
    const [first, ...rest] = all.map(find);
    for (const key of rest) parent.set(find(key), find(first as string));
  }
  const members = new Map<string, Entry[]>();
  for (const [i, entry] of entries.entries()) {
    const first = keysOf[i]?.[0];
    if (first !== undefined) push(members, find(first), entry);
  }
  return [...members.values()];
}

function keys(
  entry: Entry,
  pages: ReadonlySet<string>,
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
): string[] {
  const folder = glossaryFolder(entry.path) ?? "";
  const scope = mirrors.get(folder) ?? folder;
  const mirrored = (path: string) => {
    const at = glossaryFolder(path) ?? "";
    return `page:${mirrors.get(at) ?? at}${path.slice(at.length)}`;
  };
  const found: string[] = [];
  if (entry.kind === "page") found.push(mirrored(entry.path));
  if (entry.link) {
    const target = resolve(entry.path, entry.link);
    // A row that leads to a page which defines no term is a way to that page, not an entry.
    if (target !== undefined && !pages.has(target)) return [];
    if (target !== undefined) found.push(mirrored(target));
    // So is one that leads out of the glossary.
    else if (!leadsToTerm(entry)) return [];
    else found.push(`link:${scope}:${lastSegment(entry.link)}`);
  }
  // One page's names may be another's aliases only by their main name: `SLI, SLO, SLA` is three things.
  const list = entry.title.includes(",");
  for (const name of list ? entry.names.slice(0, 1) : entry.names)
    found.push(`name:${scope}:${numberlessKey(name)}`);
  return found;
}

/** True where the address of an entry is one that a term of the same glossary could have. */
function leadsToTerm({ kind, path, link }: Entry): boolean {
  const [address = ""] = link.split(/[?#]/);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) || /^(?:readme|index)?$/i.test(lastSegment(address)))
    return false;
  if (kind === "category" || /(?:^|\/)(?:glossar(?:y|ies)|terms?)\//i.test(address)) return true;
  return !address.startsWith("/") && glossaryFolder(join(dirname(path), address) ?? "") !== undefined;
}

function lastSegment(url: string): string {
  return stem((url.split(/[?#]/)[0] as string).replace(/\/+$/, "")).toLowerCase();
}

function makeTerm(members: readonly Entry[], taken: ReadonlyMap<string, Term>): Term | undefined {
  const defining = members.filter(({ kind }) => kind !== "usage");
  const [main] = defining;
  // A "When to Use" row alone defines nothing.
  if (!main) return undefined;
  const names = new Map<string, string>();
  for (const { names: all } of [...defining, ...members]) {
    for (const name of all) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  const [name, ...aliases] = names.values();
  const first = (pick: (entry: Entry) => string) => members.map(pick).find((text) => text !== "") ?? "";
  const described = defining.find(({ summary }) => summary !== "");
  const linked = members.find(({ link }) => link !== "");
  const base =
    (main.kind === "page" ? stem(main.path) : linked ? lastSegment(linked.link) : slug(name as string)) ||
    "term";
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return {
    id,
    name: name as string,
    aliases,
    category: categoryOf(members),
    definition: described?.definition ?? "",
    summary: described?.summary ?? "",
    useWhen: first((entry) => entry.useWhen),
    avoidWhen: first((entry) => entry.avoidWhen),
    entries: members,
  };
}

/** The page's own word for it, else the category page it stands on, else the heading of the list. */
function categoryOf(members: readonly Entry[]): string {
  return members.map(({ category }) => category).find((category) => category !== "") ?? "";
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
