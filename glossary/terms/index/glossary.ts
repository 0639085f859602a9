/** Joins the entries of all pages into terms. Deterministic: the order in which pages came does not matter. */

import { slug } from "../../markdown/slug.ts";
import { append } from "../../text/groups.ts";
import { stem } from "../../text/paths.ts";
import { glossaryPlace } from "../../workspace/glossaryFolder.ts";
import type { Scope } from "../model/scope.ts";
import { distinct, type Entry, isDefining, nameKey, type Term } from "../model/term.ts";
import { joinEntries, lastSegment, type ResolvePage } from "./joinEntries.ts";

export interface Glossary {
  /** By id. */
  readonly terms: ReadonlyMap<string, Term>;
  /** Terms by the compared form of each of their names. */
  readonly byName: ReadonlyMap<string, readonly Term[]>;
  /** The term that a page defines. */
  readonly byPage: ReadonlyMap<string, Term>;
}

/** Of the entries of a term the first of these states its definition. */
const KIND_ORDER = {
  page: 0,
  contextive: 0,
  category: 1,
  heading: 1,
  list: 1,
  table: 1,
  "definition-list": 1,
  section: 1,
  index: 2,
  abbreviation: 2,
  usage: 3,
} as const;

/**
 * `preferred` orders glossaries by their homes: of two mirrored ones the first states the definition. The same
 * name in two glossaries, in two contexts or in two documents is that of two terms.
 */
export function buildGlossary(
  entries: readonly Entry[],
  resolve: ResolvePage,
  mirrors: ReadonlyMap<string, string>,
  preferred: (home: string) => number,
): Glossary {
  const ranks = new Map(entries.map((entry) => [entry, rank(entry, preferred)]));
  const rankOf = (entry: Entry) => ranks.get(entry) as number;
  const sorted = entries.toSorted((a, b) => rankOf(a) - rankOf(b) || order(a, b));
  const terms = new Map<string, Term>();
  const counts = new Map<string, number>();
  const free = (base: string) => {
    let n = counts.get(base) ?? 1;
    const named = () => (n === 1 ? base : `${base}-${n}`);
    while (terms.has(named())) n++;
    // The next namesake goes on from here.
    counts.set(base, n + 1);
    return named();
  };
  for (const members of joinEntries(sorted, resolve, mirrors)) {
    const term = makeTerm(members, free);
    if (term) terms.set(term.id, term);
  }
  const byName = new Map<string, Term[]>();
  const byPage = new Map<string, Term>();
  for (const term of terms.values()) {
    for (const key of new Set([term.name, ...term.aliases].map(nameKey))) append(byName, key, term);
    for (const entry of term.entries) if (entry.kind === "page") byPage.set(entry.path, term);
  }
  return { terms: new Map([...terms].sort(([a], [b]) => compare(a, b))), byName, byPage };
}

function rank(entry: Entry, preferred: (home: string) => number): number {
  return KIND_ORDER[entry.kind] * 1_000 + preferred(glossaryPlace(entry.path).home);
}

function order(a: Entry, b: Entry): number {
  return compare(a.path, b.path) || a.span.start - b.span.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `free`: an id that no other term has, made of this one. */
function makeTerm(members: readonly Entry[], free: (base: string) => string): Term | undefined {
  const defining = members.filter(isDefining);
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
  return {
    id: free(base),
    name: name as string,
    aliases,
    plurals: distinct(defining.flatMap(({ plurals }) => plurals)),
    avoid: avoided(members, names),
    category: categoryOf(members),
    definition: described?.definition ?? "",
    summary: described?.summary ?? "",
    useWhen: first((entry) => entry.useWhen),
    avoidWhen: first((entry) => entry.avoidWhen),
    examples: [...new Set(members.flatMap((entry) => entry.examples))],
    meta: members.flatMap((entry) => entry.meta),
    context: main.context,
    scope: scopeOf(defining),
    entries: members,
  };
}

/** The names to avoid that are not names of it elsewhere. */
function avoided(members: readonly Entry[], names: ReadonlyMap<string, string>): string[] {
  const found = new Map<string, string>();
  for (const name of members.flatMap(({ avoid }) => avoid)) {
    const key = nameKey(name);
    if (!names.has(key) && !found.has(key)) found.set(key, name);
  }
  return [...found.values()];
}

/** A term holds wherever one of its entries does. */
function scopeOf(entries: readonly Entry[]): Scope | undefined {
  const scopes = entries.map(({ scope }) => scope);
  const [first] = scopes;
  if (!first || scopes.includes(undefined)) return undefined;
  const all = scopes as Scope[];
  const within = [...new Set(all.flatMap((scope) => scope.within))];
  return {
    within,
    paths: all.some(({ paths }) => paths.length === 0) ? [] : [...new Set(all.flatMap(({ paths }) => paths))],
  };
}

/** The page's own word for it, else the category page it stands on, else the heading of the list. */
function categoryOf(members: readonly Entry[]): string {
  return members.map(({ category }) => category).find((category) => category !== "") ?? "";
}
