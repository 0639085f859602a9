/** Everything that the engine says of a state, as rows of plain data. */
import {
  adrCompletion,
  adrDefinition,
  adrFolders,
  adrHighlights,
  adrHover,
  adrLenses,
  adrLog,
  adrReferences,
  adrSymbols,
  completion,
  countFindings,
  definition,
  diagnose,
  documentLinks,
  hover,
  idDefinition,
  idHighlights,
  idHover,
  idReferences,
  incrementCompletion,
  incrementLenses,
  incrementReport,
  incrementSymbols,
  isRead,
  layoutsFor,
  pagesAbout,
  performanceLensAt,
  quantityHover,
  type ReadPage,
  RULES,
  renamableId,
  renamableTerm,
  type Snapshot,
  termAt,
  termUses,
  traceability,
  withClosed,
} from "./engine.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

/** Where somebody may ask something. */
export interface Spot {
  readonly path: string;
  readonly offset: number;
}

/** One answer: what was asked, where, and what came. */
export interface Answer {
  readonly kind: string;
  readonly where: string;
  readonly said: string;
}

/** Beginnings and ends of words, and other places, in open pages. */
export function drawSpots(random: Random, { texts, open }: World, count: number): Spot[] {
  const paths = [...open];
  if (paths.length === 0) return [];
  return Array.from({ length: count }, () => {
    const path = random.pick(paths);
    const text = texts.get(path) ?? "";
    const offset = random.below(text.length + 1);
    // Ids, names and links are where most can be said.
    const near = /(?:[A-Z]{1,4}-?\w*\d|\]\(|\[|\b[A-Za-z]{3,})/g;
    near.lastIndex = offset;
    const found = random.chance(0.8) ? near.exec(text) : null;
    return { path, offset: found ? found.index + random.below(found[0].length + 1) : offset };
  });
}

/** A rule that throws is a fault by itself. */
export function fail(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} fails on ${path}`, { cause: error });
}

/** What is said of all files, and at some places. */
export function answersOf(snapshot: Snapshot, spots: readonly Spot[]): Answer[] {
  const answers: Answer[] = [];
  const say = (kind: string, where: string, said: unknown) =>
    answers.push({ kind, where, said: plain(said) });
  sayOfAll(snapshot, say);
  for (const page of [...snapshot.pages.values()].sort(byPath))
    if (isRead(page)) sayOfPage(snapshot, page, say);
  for (const { path, offset } of spots) {
    const page = snapshot.pages.get(path);
    if (isRead(page)) sayAt(snapshot, page, offset, say);
  }
  return answers;
}

type Say = (kind: string, where: string, said: unknown) => void;

function sayOfAll(snapshot: Snapshot, say: Say): void {
  const { glossary, links, increments, pages } = snapshot;
  // Closed ones are read anew whenever they change.
  say("pages", "", [...pages.values()].filter(isRead).sort(byPath));
  say(
    "terms",
    "",
    [...glossary.terms.values()].map(({ entries, ...term }) => [
      term,
      entries.map(({ path, title }) => [path, title]),
    ]),
  );
  say("folders", "", [...links.folders].sort());
  say("log", "", adrLog(snapshot));
  say("adr folders", "", adrFolders(snapshot, "docs/x.md"));
  for (const { folder, records, index, style, statuses } of snapshot.adrs.collections.values())
    say("collection", folder, [records.map(({ path }) => path), index, style, [...statuses].sort()]);
  say("increments", "", [...increments.folders]);
  say("layouts", "", layoutsFor(snapshot, "x.md"));
  for (const folder of increments.folders.keys()) {
    say("traceability", folder, traceability(snapshot, folder));
    const increment = increments.at(folder);
    if (increment) say("report", folder, incrementReport(withClosed(snapshot), increment, []));
  }
}

function sayOfPage(snapshot: Snapshot, page: ReadPage, say: Say): void {
  const { path } = page;
  const found = diagnose(RULES, snapshot, page, fail);
  say("findings", path, found);
  say("count", path, countFindings(found));
  say("symbols", path, [incrementSymbols(page), adrSymbols(page)]);
  say("lenses", path, [
    adrLenses(snapshot, page).map(({ opens, ...lens }) => ({ ...lens, opens: opens?.path })),
    incrementLenses(snapshot, page),
    performanceLensAt(snapshot, page),
  ]);
  say("links", path, documentLinks(snapshot, page));
}

function sayAt(snapshot: Snapshot, page: ReadPage, offset: number, say: Say): void {
  const where = `${page.path}:${offset}`;
  const ask = (kind: string, answer: (snapshot: Snapshot, page: ReadPage, offset: number) => unknown) =>
    say(kind, where, answer(snapshot, page, offset));
  ask("hover of an id", idHover);
  ask("hover of a decision", adrHover);
  ask("hover of a term", hover);
  ask("hover of a quantity", quantityHover);
  ask("definition of an id", idDefinition);
  ask("definition of a decision", adrDefinition);
  ask("definition of a term", definition);
  ask("references of an id", (...at) => sorted(idReferences(...at)));
  ask("references of a decision", (...at) => sorted(adrReferences(...at)));
  ask("highlights of an id", idHighlights);
  say("highlights of a decision", where, adrHighlights(page, offset));
  const term = termAt(snapshot, page, offset);
  if (term) {
    say("uses of a term", where, termUses(snapshot, page, term));
    say("pages about a term", where, [...new Set(pagesAbout(snapshot, term))].sort());
  }
  ask("completion of fields", incrementCompletion);
  ask("completion of decisions", adrCompletion);
  say("completion of terms", where, completion(snapshot, page, offset, true));
  ask("name of an id", renamableId);
  ask("name of a term", (...at) => {
    const found = renamableTerm(...at);
    return found?.kind === "name" ? { ...found, paths: [...found.paths].sort() } : found;
  });
}

/** Lists over all files come in the order in which files became known. */
function sorted<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** Plain data as text. Texts and facts of pages are left out: they are the same for the same text. */
export function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, one: unknown) => {
      if (key === "facts" || key === "sections" || key === "lines" || key === "matter") return undefined;
      if (one instanceof Map || one instanceof Set) return [...one];
      if (one instanceof RegExp) return String(one);
      return typeof one === "function" ? undefined : one;
    }) ?? ""
  );
}

/** The first answer in which two states differ; `undefined` where they say the same. */
export function difference(
  a: readonly Answer[],
  b: readonly Answer[],
):
  | { readonly kind: string; readonly where: string; readonly one: string; readonly other: string }
  | undefined {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [a[i], b[i]];
    if (one?.kind === other?.kind && one?.where === other?.where && one?.said === other?.said) continue;
    return {
      kind: one?.kind ?? other?.kind ?? "",
      where: one?.where ?? other?.where ?? "",
      one: one?.said ?? "nothing",
      other: other?.said ?? "nothing",
    };
  }
  return undefined;
}
