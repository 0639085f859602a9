/** Which entries are about one thing. */

import { append } from "../../text/groups.ts";
import { dirname, join, stem } from "../../text/paths.ts";
import { glossaryFolder, glossaryPlace } from "../../workspace/glossaryFolder.ts";
import { type Entry, isDefining, nameKey, numberlessKey } from "../model/term.ts";

/** Finds the page a link leads to; `undefined` where there is none. */
export type ResolvePage = (from: string, url: string) => string | undefined;

/**
 * The entries in groups, one for each term, in the order of their first members. Entries belong together when
 * their links lead to the same page, when they stand at the same place of mirrored glossaries, or when they
 * share their main name within one glossary; by another name only where it leads to one group. Rows that only
 * link to a page without a term are navigation: they are in no group.
 */
export function joinEntries(
  entries: readonly Entry[],
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
): Entry[][] {
  const pages = new Set(entries.flatMap((entry) => (entry.kind === "page" ? [entry.path] : [])));
  const known = entries.flatMap((entry) => {
    const strong = strongKeys(entry, pages, resolve, mirrors);
    return strong.length > 0 ? [{ entry, strong }] : [];
  });
  const sets = new Sets(known.length);
  const first = new Map<string, number>();
  for (const [i, { strong }] of known.entries()) {
    for (const key of strong) {
      const other = first.get(key);
      if (other === undefined) first.set(key, i);
      else if (!isApart(known[i]?.entry as Entry, known[other]?.entry as Entry, key)) sets.join(i, other);
    }
  }
  joinByAliases(
    known.map(({ entry }) => entry),
    sets,
    mirrors,
  );
  const groups = new Map<number, Entry[]>();
  for (const [i, { entry }] of known.entries()) {
    append(groups, sets.find(i), entry);
  }
  return [...groups.values()];
}

/** True for two rows of one file of which one is called like several of the other: `Case` and `Cases` are two terms there. */
function isApart(a: Entry, b: Entry, key: string): boolean {
  return (
    key.startsWith("name:") &&
    a.path === b.path &&
    a.kind === b.kind &&
    isDefining(a) &&
    a.summary !== "" &&
    b.summary !== "" &&
    nameKey(a.names[0] as string) !== nameKey(b.names[0] as string)
  );
}

/** An alias joins two groups unless one file has both as different things: "CD" is delivery and deployment. */
function joinByAliases(entries: readonly Entry[], sets: Sets, mirrors: ReadonlyMap<string, string>): void {
  const byName = new Map<string, number[]>();
  const placesOf = new Map<number, Set<string>>();
  for (const [i, entry] of entries.entries()) {
    const home = homeOf(entry, mirrors);
    // `SLI, SLO, SLA` is three things, and words that people also say are no proof of anything.
    const names =
      entry.title.includes(",") || entry.kind === "contextive" ? entry.names.slice(0, 1) : entry.names;
    for (const name of names) {
      append(byName, `${home}\n${numberlessKey(name)}`, i);
    }
    const root = sets.find(i);
    const places = placesOf.get(root) ?? new Set<string>();
    placesOf.set(root, places);
    const place = placeOf(entry.path, mirrors);
    places.add(place);
    // Each page of a glossary is about a thing of its own.
    if (entry.kind === "page") places.add(`pages:${home}`);
  }
  const apart = new Set<string>();
  for (const [, [first, ...others]] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const other of others) {
      const [a, b] = [sets.find(first as number), sets.find(other)];
      // Two groups that one file has as different things stay apart: more places make no difference.
      if (a === b || apart.has(`${a} ${b}`)) continue;
      const [few, many] = [placesOf.get(a), placesOf.get(b)].sort(bySize) as [Set<string>, Set<string>];
      if ([...few].some((place) => many.has(place))) {
        apart.add(`${a} ${b}`);
        continue;
      }
      sets.join(a, b);
      for (const place of few) many.add(place);
      placesOf.set(sets.find(a), many);
    }
  }
}

function bySize(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  return (a?.size ?? 0) - (b?.size ?? 0);
}

function strongKeys(
  entry: Entry,
  pages: ReadonlySet<string>,
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  const home = homeOf(entry, mirrors);
  if (entry.kind === "page") found.push(`page:${placeOf(entry.path, mirrors)}`);
  if (entry.link) {
    const navigates = entry.kind === "category" || entry.kind === "index";
    const target = resolve(entry.path, entry.link);
    if (target !== undefined && pages.has(target)) found.push(`page:${placeOf(target, mirrors)}`);
    // A row that leads to a page which defines no term, or out of the glossary, is a way to that page.
    else if (navigates && (target !== undefined || !leadsToTerm(entry))) return [];
    else if (target === undefined && leadsToTerm(entry))
      found.push(`link:${home}:${lastSegment(entry.link)}`);
  }
  found.push(`name:${home}:${numberlessKey(entry.names[0] as string)}`);
  return found;
}

/** What the names of an entry are unique in. */
function homeOf({ path, kind, context, scope }: Entry, mirrors: ReadonlyMap<string, string>): string {
  if (kind === "contextive") return `context:${path}:${nameKey(context?.name ?? "")}`;
  if (scope) return `document:${path}`;
  const { home } = glossaryPlace(path);
  return mirrors.get(home) ?? home;
}

/** A file, the same for all copies of it. */
function placeOf(path: string, mirrors: ReadonlyMap<string, string>): string {
  const { home, rest } = glossaryPlace(path);
  return `${mirrors.get(home) ?? home}:${rest}`;
}

/** True where the address of an entry is one that a term of the same glossary could have. */
function leadsToTerm({ kind, path, link }: Entry): boolean {
  const [address = ""] = link.split(/[?#]/);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) || /^(?:readme|index)?$/i.test(lastSegment(address)))
    return false;
  if (kind === "category" || /(?:^|\/)(?:glossar(?:y|ies)|terms?)\//i.test(address)) return true;
  return !address.startsWith("/") && glossaryFolder(join(dirname(path), address) ?? "") !== undefined;
}

/** What a page at this address would be called. */
export function lastSegment(url: string): string {
  return stem((url.split(/[?#]/)[0] as string).replace(/(?<!\/)\/+$/, "")).toLowerCase();
}

/** Disjoint sets of numbers; of each the smallest stands for it. */
class Sets {
  readonly #up: number[];

  constructor(size: number) {
    this.#up = Array.from({ length: size }, (_, i) => i);
  }

  find(one: number): number {
    let at = one;
    while (this.#up[at] !== at) {
      const up = this.#up[at] as number;
      this.#up[at] = this.#up[up] as number;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    this.#up[high] = low;
  }
}
