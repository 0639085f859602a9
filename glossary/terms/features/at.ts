/** What stands at a place in a page. */

import { type Span, touches } from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import { resolveLink, type Target } from "../../workspace/links/links.ts";
import { deedsOf } from "../index/deeds.ts";
import { termOfTarget } from "../index/linkedTerm.ts";
import { type Matcher, matchIn } from "../index/matcher.ts";
import { nearestFirst } from "../index/nearest.ts";
import { insideCode } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";

export interface LinkAt {
  readonly link: PageLink;
  readonly target: Target;
  /** The term whose page or entry the link leads to. */
  readonly term: Term | undefined;
}

/** The innermost link at an offset. */
export function linkAt(snapshot: TermsView, page: ReadPage, offset: number): LinkAt | undefined {
  const link = page.exports.links.findLast(
    ({ span, destination }) => touches(span, offset) || touches(destination, offset),
  );
  if (!link || link.image) return undefined;
  const target = resolveLink(snapshot.links, page.path, link.url);
  const term = target.kind === "page" ? termOfTarget(snapshot.glossary, target) : undefined;
  return { link, target, term };
}

/** The glossary name written at an offset, and its terms, the nearest first. */
export function useAt(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
): { span: Span; terms: readonly Term[] } | undefined {
  return nameAt(snapshot, snapshot.matcher, page, offset);
}

/** The same where a verb made of a name is written: “retried” for *Retry*. Such a verb explains itself by the name, and is no use of it. */
export function deedAt(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
): { span: Span; terms: readonly Term[] } | undefined {
  return nameAt(snapshot, deedsOf(snapshot.glossary), page, offset);
}

function nameAt(snapshot: TermsView, matcher: Matcher, page: ReadPage, offset: number) {
  const code = snapshot.settings.zones.includes("code") ? page.facts.codeSpans : [];
  const inCode = code.map((span) => ({ span: insideCode(page.text, span) }));
  for (const { span } of [...page.facts.prose, ...inCode]) {
    if (!touches(span, offset)) continue;
    const found = matchIn(matcher, page.text, span, page.path).find((match) => touches(match.span, offset));
    if (found) return { span: found.span, terms: nearestFirst(found.terms, page.path) };
  }
  return undefined;
}
