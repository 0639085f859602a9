/** What is asked at a place, answered by the domains in their order. All of it looks up; nothing is parsed. */
import { DOMAINS, type ReadPage, type Said, type Snapshot } from "./domains.ts";
import type {
  Completion,
  Completions,
  Destination,
  DocumentLink,
  Hover,
  Lens,
  Outlined,
  References,
  Typing,
  UseHere,
} from "./workspace/answers.ts";
import type { Refused, RenamePlan } from "./workspace/renaming.ts";

/** The first hover that a domain has; `undefined` where there is nothing to say. */
export function hover(snapshot: Snapshot, page: ReadPage, offset: number): Hover | undefined {
  for (const domain of DOMAINS) {
    const found = domain.hover?.(snapshot, page, offset);
    if (found) return found;
  }
  return undefined;
}

/** Completions and the domain that has them, which `describe` asks again. */
export interface Completed extends Completions {
  readonly domain: string;
}

const NOTHING: Completed = { domain: "", items: [] };

/** What can be written at an offset, by the first domain that has something to say there; no items elsewhere. */
export function complete(snapshot: Snapshot, page: ReadPage, offset: number, typing: Typing): Completed {
  for (const domain of DOMAINS) {
    const found = domain.complete?.(snapshot, page, offset, typing);
    if (found) return { domain: domain.name, ...found };
  }
  return NOTHING;
}

/** The documentation of a completion of `domain`; `undefined` when there is no longer such a thing. */
export function describe(snapshot: Snapshot, domain: string, id: Completion["id"]): string | undefined {
  return DOMAINS.find(({ name }) => name === domain)?.describe?.(snapshot, id);
}

/** Where what stands at an offset is defined: all that the domains know, those that yield only if no other one does. */
export function definition(snapshot: Snapshot, page: ReadPage, offset: number): Destination[] {
  const found = DOMAINS.flatMap((domain) =>
    domain.yields ? [] : (domain.definition?.(snapshot, page, offset) ?? []),
  );
  if (found.length > 0) return found;
  return DOMAINS.flatMap((domain) =>
    domain.yields ? (domain.definition?.(snapshot, page, offset) ?? []) : [],
  );
}

/** Where what stands at an offset is used; `undefined` where nothing stands that is. */
export function references(snapshot: Snapshot, page: ReadPage, offset: number): References<Said> | undefined {
  for (const domain of DOMAINS) {
    const found = domain.references?.(snapshot, page, offset);
    if (found) return found;
  }
  return undefined;
}

/** The same on the page alone. */
export function highlights(
  snapshot: Snapshot,
  page: ReadPage,
  offset: number,
): readonly UseHere[] | undefined {
  for (const domain of DOMAINS) {
    const found = domain.highlights?.(snapshot, page, offset);
    if (found) return found;
  }
  return undefined;
}

/** The plan for a rename at an offset; `undefined` where nothing stands that has a name. */
export function planRename(
  snapshot: Snapshot,
  page: ReadPage,
  offset: number,
): RenamePlan<Snapshot> | Refused | undefined {
  for (const domain of DOMAINS) {
    const found = domain.rename?.(snapshot, page, offset);
    if (found) return found;
  }
  return undefined;
}

/** The outline of a page, beyond its headings. */
export function symbols(page: ReadPage): Outlined[] {
  return DOMAINS.flatMap((domain) => domain.symbols?.(page) ?? []);
}

/** The lines above places of a page. What answers first stands last: nearest to what it is about. */
export function lenses(snapshot: Snapshot, page: ReadPage): Lens[] {
  return DOMAINS.toReversed().flatMap((domain) => domain.lenses?.(snapshot, page) ?? []);
}

/** The links of a page that no editor finds by itself. */
export function documentLinks(snapshot: Snapshot, page: ReadPage): DocumentLink[] {
  return DOMAINS.flatMap((domain) => domain.links?.(snapshot, page) ?? []);
}

/** The characters after which an editor asks for completions. */
export const TRIGGERS: readonly string[] = [
  ...new Set(DOMAINS.toReversed().flatMap(({ triggers }) => triggers ?? [])),
];
