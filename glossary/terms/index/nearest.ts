/** Which of the terms of one name holds in a document, and which is meant there. */
import { append } from "../../text/groups.ts";
import { ancestors, dirname } from "../../text/paths.ts";
import { languagesIn } from "../../workspace/glossaryFolder.ts";
import { admits, depthOf } from "../model/scope.ts";
import type { Term } from "../model/term.ts";
import { inLanguageOf } from "./languages.ts";

/** Of so many it is as quick to look at each. */
const FEW = 8;

/** Terms of one name by place: each specification of thousands may define the same words. */
interface Places {
  /** Those that hold everywhere. */
  readonly everywhere: readonly Term[];
  /** Where the others stand in the list, by the folders and files that they hold in. */
  readonly within: ReadonlyMap<string, readonly number[]>;
}

const PLACES = new WeakMap<readonly Term[], Places>();

/** The terms of a list that hold in the document at `path`, in their order; mostly all of them. */
export function holdingIn(terms: readonly Term[], path: string): readonly Term[] {
  if (terms.length <= FEW)
    return terms.every(({ scope }) => scope === undefined)
      ? terms
      : terms.filter(({ scope }) => admits(scope, path));
  const { everywhere, within } = placesOf(terms);
  if (within.size === 0) return terms;
  const near = [path, ...ancestors(dirname(path))].flatMap((place) => within.get(place) ?? []);
  const own = [...new Set(near)].filter((i) => admits(terms[i]?.scope, path));
  if (own.length === 0) return everywhere;
  if (everywhere.length > 0) return terms.filter(({ scope }) => admits(scope, path));
  return own.sort((a, b) => a - b).map((i) => terms[i] as Term);
}

function placesOf(terms: readonly Term[]): Places {
  const known = PLACES.get(terms);
  if (known) return known;
  const within = new Map<string, number[]>();
  for (const [i, { scope }] of terms.entries())
    for (const place of scope?.within ?? []) append(within, place, i);
  const found = { everywhere: terms.filter(({ scope }) => scope === undefined), within };
  PLACES.set(terms, found);
  return found;
}

/**
 * The terms of a shared name that may be meant in the document at `from`, in its language where there are such, the
 * nearest first: the one of the document itself, then by the longest folder that the document shares with its scope or its definition.
 */
export function nearestFirst(terms: readonly Term[], from: string): readonly Term[] {
  const holding = holdingIn(terms, from);
  if (holding.length < 2) return holding;
  const admitted = inLanguageOf(holding, from);
  const above = new Map(ancestors(dirname(from)).map((folder, i) => [folder, i]));
  const distance = ({ entries, scope }: Term) => {
    if (scope) return above.size - 1 - depthOf(scope, from) - (scope.paths.length > 0 ? 0.5 : 0);
    let least = above.size;
    for (const { path } of entries) least = Math.min(least, wayTo(above, path));
    return least;
  };
  const distances = new Map(admitted.map((term) => [term, distance(term)]));
  return admitted.toSorted((a, b) => (distances.get(a) as number) - (distances.get(b) as number));
}

/** How far up the folder lies that holds both; `above` numbers the folders of one. */
function wayTo(above: ReadonlyMap<string, number>, path: string): number {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const at = above.get(folder);
    if (at !== undefined) return at;
    if (folder === "") return above.size;
  }
}

/** By language and by folder the first term that is defined in it or below it. */
const BY_FOLDER = new WeakMap<readonly Term[], Map<string, ReadonlyMap<string, Term>>>();

/** The first of `nearestFirst`; `undefined` where none holds there. */
export function nearest(terms: readonly Term[], from: string): Term | undefined {
  const holding = holdingIn(terms, from);
  if (holding.length <= FEW || placesOf(holding).within.size > 0) return nearestFirst(holding, from)[0];
  const folders = firstByFolder(holding, from);
  for (const folder of ancestors(dirname(from))) {
    const found = folders.get(folder);
    if (found) return found;
  }
  return holding[0];
}

function firstByFolder(terms: readonly Term[], from: string): ReadonlyMap<string, Term> {
  const languages = BY_FOLDER.get(terms) ?? new Map<string, ReadonlyMap<string, Term>>();
  BY_FOLDER.set(terms, languages);
  const language = languagesIn(dirname(from));
  const known = languages.get(language);
  if (known) return known;
  const found = new Map<string, Term>();
  for (const term of inLanguageOf(terms, from))
    for (const { path } of term.entries)
      for (const folder of ancestors(dirname(path))) if (!found.has(folder)) found.set(folder, term);
  languages.set(language, found);
  return found;
}
