/** Where a term is defined, linked to and used in running text: references and highlights. */

import { touches, withoutOverlaps } from "../../text/span.ts";
import type { References, UseHere } from "../../workspace/answers.ts";
import { nearest } from "../index/nearest.ts";
import { otherLinks, otherTerm } from "../index/otherLinks.ts";
import { usesOn } from "../index/uses.ts";
import type { ReadPage, SaysTerms, TermsView } from "../index/view.ts";
import { isDefining, nameKey, type Term } from "../model/term.ts";
import { linkAt, useAt } from "./at.ts";
import { pagesAbout, searchFor } from "./renameTerm.ts";
import { addressesOf, leadsTo } from "./termNames.ts";

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
export function termUses(snapshot: TermsView, page: ReadPage, term: Term): UseHere[] {
  const { path, exports } = page;
  const names = addressesOf(snapshot, term);
  const defining = term.entries.filter((entry) => entry.path === path && isDefining(entry));
  const links = exports.links.filter((link) => leadsTo(snapshot, path, link, term, names));
  const written = usesOn(page, snapshot.matcher).filter(
    ({ terms, span }) => nearest(terms, path) === term && !snapshot.isTaken(page, span),
  );
  const others = otherLinks(page).flatMap((link) =>
    link.form !== "html" && otherTerm(snapshot, page, link) === term ? [link.text ?? link.target] : [],
  );
  return withoutOverlaps<UseHere>([
    ...defining.map(({ nameSpan }) => ({ span: nameSpan, defines: true })),
    ...links.map(({ text }) => ({ span: text, defines: false })),
    ...others.map((span) => ({ span, defines: false })),
    ...written.map(({ span }) => ({ span, defines: false })),
  ]);
}

/** Where the term at an offset is used. Uses in running text are known only of open pages: the others have to be read. */
export function termReferences(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
): References<SaysTerms> | undefined {
  const term = termAt(snapshot, page, offset);
  return (
    term && {
      kind: "search",
      paths: pagesAbout(snapshot, term),
      search: searchFor(term),
      usesOn: (one) => termUses(snapshot, one, term),
    }
  );
}

/** The same on the page alone. */
export function termHighlights(snapshot: TermsView, page: ReadPage, offset: number): UseHere[] | undefined {
  const term = termAt(snapshot, page, offset);
  return term && termUses(snapshot, page, term);
}
