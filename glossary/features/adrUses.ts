/** Where a decision is referred to, and what stands above its title because of that. */
import { basename, stem } from "../text/paths.ts";
import type { Span } from "../text/span.ts";
import { type AdrPlace, adrName, resolveNumber, resolveRelation, slugOf } from "../workspace/adrs.ts";
import { resolveLink } from "../workspace/links.ts";
import type { ReadPage, Snapshot } from "../workspace/workspace.ts";
import { adrAt } from "./adrAt.ts";

export interface AdrUse {
  readonly path: string;
  readonly span: Span;
  /** A link's address, a number, or both in one. */
  readonly kind: "link" | "number";
}

/** All links to a record, and all numbers that mean it and no other, by page. */
export function usesOf(snapshot: Snapshot, path: string): AdrUse[] {
  const { adrs, links, pages } = snapshot;
  const key = adrs.records.get(path)?.id?.key;
  const name = slugOf(path) === stem(path) ? stem(path) : basename(path.slice(0, path.lastIndexOf("/")));
  const found: AdrUse[] = [];
  for (const [from, { exports }] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (from === path) continue;
    const linked: Span[] = [];
    for (const { url, span } of exports.links) {
      // Most addresses name another file: those need not be resolved.
      if (!url.includes(name)) continue;
      const target = resolveLink(links, from, url);
      if (target.kind !== "page" || target.path !== path) continue;
      linked.push(span);
      found.push({ path: from, span, kind: "link" });
    }
    for (const mention of exports.adr.mentions) {
      if (
        mention.key !== key ||
        linked.some(({ start, end }) => start <= mention.span.start && mention.span.end <= end)
      )
        continue;
      const targets = resolveNumber(adrs, from, mention.key);
      if (targets.length === 1 && targets[0]?.path === path)
        found.push({ path: from, span: mention.span, kind: "number" });
    }
  }
  return found;
}

/** The references to the decision at an offset: the one that is referred to there, or the page's own at its title. */
export function adrReferences(snapshot: Snapshot, page: ReadPage, offset: number): AdrUse[] | undefined {
  const at = adrAt(snapshot, page, offset);
  const own = page.exports.adr.record;
  const [target] = at?.targets ?? [];
  if (target?.record) return usesOf(snapshot, target.path);
  if (own?.kind === "record" && own.titleSpan.start <= offset && offset <= own.titleSpan.end)
    return usesOf(snapshot, page.path);
  return undefined;
}

export interface AdrLens {
  readonly span: Span;
  readonly title: string;
  /** The record to open. */
  readonly opens: AdrPlace | undefined;
  /** The places to show. */
  readonly shows: readonly AdrUse[];
}

/** Above the title of a record: what supersedes it, and in how many documents it is used. */
export function adrLenses(snapshot: Snapshot, page: ReadPage): AdrLens[] {
  const { record } = page.exports.adr;
  if (record?.kind !== "record") return [];
  const span = record.titleSpan;
  const successors = record.relations
    .filter(({ kind }) => kind === "superseded-by")
    .flatMap((relation) => resolveRelation(snapshot.adrs, snapshot.links, page.path, relation));
  const seen = new Set<string>([page.path]);
  const lenses: AdrLens[] = successors.flatMap((place) => {
    if (seen.has(place.path)) return [];
    seen.add(place.path);
    return [{ span, title: `superseded by ${adrName(place.record)}`, opens: place, shows: [] }];
  });
  if (!snapshot.complete) return lenses;
  // That the index lists it says nothing about its use.
  const uses = usesOf(snapshot, page.path).filter(
    ({ path }) => snapshot.pages.get(path)?.exports.adr.record?.kind !== "index",
  );
  const documents = new Set(uses.map(({ path }) => path)).size;
  if (documents > 0)
    lenses.push({
      span,
      title: `used in ${documents} ${documents === 1 ? "document" : "documents"}`,
      opens: undefined,
      shows: uses,
    });
  return lenses;
}

export interface AdrSymbol {
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** The decisions recorded within a page that no heading shows in the outline already. */
export function adrSymbols(page: ReadPage): AdrSymbol[] {
  return page.exports.adr.entries
    .filter(({ form }) => form !== "heading")
    .map(({ prefix, id, title, span, nameSpan }) => ({
      name: `${prefix}-${id.digits}: ${title}`,
      detail: "decision",
      span,
      nameSpan,
    }));
}
