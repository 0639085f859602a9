/** Where a term is defined, linked to and used in running text: references and highlights. */

import { overlaps, type Span, touches } from "../../text/span.ts";
import { nearestFirst } from "../index/nearest.ts";
import { usesOn } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { isDefining, nameKey, type Term } from "../model/term.ts";
import { linkAt, useAt } from "./at.ts";
import { addressesOf, leadsTo } from "./renameTermEdits.ts";

export interface TermUse {
  readonly span: Span;
  /** True where an entry of the glossary defines the term. */
  readonly defines: boolean;
}

/** The term at an offset: of an entry, a link or a name; `undefined` where none stands. */
export function termAt(snapshot: TermsView, page: ReadPage, offset: number): Term | undefined {
  const entry = page.exports.terms.entries.find((one) => isDefining(one) && touches(one.nameSpan, offset));
  const defined =
    entry &&
    snapshot.glossary.byName
      .get(nameKey(entry.names[0] as string))
      ?.find(({ entries }) =>
        entries.some(({ path, nameSpan }) => path === page.path && nameSpan.start === entry.nameSpan.start),
      );
  const known = defined ?? linkAt(snapshot, page, offset)?.term;
  if (known) return known;
  const use = useAt(snapshot, page, offset);
  return use && !snapshot.isTaken(page, use.span) ? use.terms[0] : undefined;
}

/** All places of a term on a page, by place. */
export function termUses(snapshot: TermsView, page: ReadPage, term: Term): TermUse[] {
  const { path, exports } = page;
  const names = addressesOf(snapshot, term);
  const defining = term.entries.filter((entry) => entry.path === path && isDefining(entry));
  const links = exports.links.filter((link) => leadsTo(snapshot, path, link, term, names));
  const written = usesOn(page, snapshot.matcher).filter(
    ({ terms, span }) => nearestFirst(terms, path)[0] === term && !snapshot.isTaken(page, span),
  );
  const found: TermUse[] = [];
  for (const use of [
    ...defining.map(({ nameSpan }) => ({ span: nameSpan, defines: true })),
    ...links.map(({ text }) => ({ span: text, defines: false })),
    ...written.map(({ span }) => ({ span, defines: false })),
  ])
    if (!found.some(({ span }) => overlaps(span, use.span))) found.push(use);
  return found.sort((a, b) => a.span.start - b.span.start);
}
