/** Where a decision is referred to, and what stands above its title because of that. */
import { touches } from "../../text/span.ts";
import type { Lens, Outlined, Use, UseHere } from "../../workspace/answers.ts";
import { adrName, successorsOf } from "../index/adrs.ts";
import { placeAt } from "../index/positions.ts";
import { usesOf } from "../index/uses.ts";
import type { AdrTermsPage, AdrTermsView, AdrView, ReadPage } from "../index/view.ts";
import { adrAt } from "./at.ts";

/** The references to the decision at an offset: the one that is referred to there, or the page's own at its title. */
export function adrReferences(snapshot: AdrTermsView, page: AdrTermsPage, offset: number): Use[] | undefined {
  const at = adrAt(snapshot, page, offset);
  const own = placeAt(snapshot, page.path)?.record;
  const [target] = at?.targets ?? [];
  if (target?.record) return usesOf(snapshot, target.path);
  if (own?.kind === "record" && own.titleSpan.start <= offset && offset <= own.titleSpan.end)
    return usesOf(snapshot, page.path);
  return undefined;
}

/** All mentions of a number on a page, of the one at an offset; `undefined` where none stands. */
export function adrHighlights(page: ReadPage, offset: number): UseHere[] | undefined {
  const { mentions } = page.exports.adr;
  const at = mentions.find(({ span }) => touches(span, offset));
  return at && mentions.filter(({ key }) => key === at.key).map(({ span }) => ({ span, defines: false }));
}

/** Above the title of a record: what supersedes it, and in how many documents it is used. */
export function adrLenses(snapshot: AdrView, page: ReadPage): Lens[] {
  const record = placeAt(snapshot, page.path)?.record;
  if (record?.kind !== "record") return [];
  const span = record.titleSpan;
  const successors = successorsOf({ path: page.path, record }, snapshot.adrs, snapshot.links);
  const lenses = successors.map(
    (place): Lens => ({
      span,
      title: `superseded by ${adrName(place.record)}`,
      opens: place,
      shows: [],
    }),
  );
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

/** The decisions recorded within a page that no heading shows in the outline already. */
export function adrSymbols(page: ReadPage): Outlined[] {
  return page.exports.adr.entries
    .filter(({ form }) => form !== "heading")
    .map(({ prefix, id, title, span, nameSpan }) => ({
      kind: "decision",
      name: `${prefix}-${id.digits}: ${title}`,
      detail: "decision",
      span,
      nameSpan,
    }));
}
