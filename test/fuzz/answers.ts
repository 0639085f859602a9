/** Everything that the engine says of a state, as rows of plain data. */
import {
  ANSWERING,
  adrFolders,
  adrLog,
  diagnose,
  incrementReport,
  isRead,
  layoutsFor,
  performanceLensAt,
  type ReadPage,
  RULES,
  type Snapshot,
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
  /** What it is the text of. */
  readonly value: unknown;
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
    answers.push({ kind, where, said: plain(said), value: said });
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
  for (const { folder, records, indexes, style, statuses } of snapshot.adrs.collections.values())
    say("collection", folder, [records.map(({ path }) => path), indexes, style, [...statuses].sort()]);
  say("increments", "", [...increments.units]);
  say(
    "layouts",
    "",
    layoutsFor(snapshot, "x.md").map(({ id }) => id),
  );
  for (const folder of increments.units.keys()) {
    say("traceability", folder, traceability(snapshot, folder));
    const increment = increments.at(folder);
    if (increment) say("report", folder, incrementReport(withClosed(snapshot), increment, []));
  }
}

function sayOfPage(snapshot: Snapshot, page: ReadPage, say: Say): void {
  const { path } = page;
  say("facts", path, page.facts);
  say("findings", path, diagnose(RULES, snapshot, page, fail));
  say("lens of performance", path, performanceLensAt(snapshot, page));
  for (const { name, symbols, lenses, links } of ANSWERING) {
    if (symbols) say(`outline of ${name}`, path, symbols(page));
    if (lenses)
      say(
        `lenses of ${name}`,
        path,
        lenses(snapshot, page).map(({ opens, ...lens }) => ({ ...lens, opens: opens?.path })),
      );
    if (links) say(`links of ${name}`, path, links(snapshot, page));
  }
}

const TYPING = { invoked: true, trigger: undefined };

/** Each domain by itself: what one says must not hide what another one would. */
function sayAt(snapshot: Snapshot, page: ReadPage, offset: number, say: Say): void {
  const where = `${page.path}:${offset}`;
  for (const domain of ANSWERING) {
    const { name } = domain;
    if (domain.hover) say(`hover of ${name}`, where, domain.hover(snapshot, page, offset));
    if (domain.definition) say(`definition of ${name}`, where, domain.definition(snapshot, page, offset));
    if (domain.highlights) say(`highlights of ${name}`, where, domain.highlights(snapshot, page, offset));
    const completions = domain.complete?.(snapshot, page, offset, TYPING);
    if (domain.complete) say(`completion of ${name}`, where, completions);
    const [first] = completions?.items ?? [];
    if (first && first.id !== "") say(`description of ${name}`, where, domain.describe?.(snapshot, first.id));
    const uses = domain.references?.(snapshot, page, offset);
    if (uses?.kind === "known") say(`references of ${name}`, where, sorted(uses.uses));
    if (uses?.kind === "search") {
      const { paths, search } = uses;
      say(`references of ${name}`, where, [[...new Set(paths)].sort(), search, uses.usesOn(page)]);
    }
    const plan = domain.rename?.(snapshot, page, offset);
    if (plan?.kind === "plan") {
      const { paths, ...needs } = plan.needs();
      say(`name in ${name}`, where, [plan.span, plan.name, needs, [...new Set(paths)].sort()]);
    } else if (domain.rename) say(`name in ${name}`, where, plan);
  }
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
    const isSame = one?.kind === other?.kind && one?.where === other?.where;
    if (isSame && one?.said === other?.said) continue;
    // Keys of the same data may stand in another order.
    if (isSame && inOrder(one?.value) === inOrder(other?.value)) continue;
    return {
      kind: one?.kind ?? other?.kind ?? "",
      where: one?.where ?? other?.where ?? "",
      one: one ? inOrder(one.value) : "nothing",
      other: other ? inOrder(other.value) : "nothing",
    };
  }
  return undefined;
}

/** As `plain`, with the keys of objects in the order of the alphabet. */
function inOrder(value: unknown): string {
  return JSON.stringify(JSON.parse(plain(value) || "null"), (_key, one: unknown) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
