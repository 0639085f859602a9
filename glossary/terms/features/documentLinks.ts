/** Links to click: glossary links, other site paths, and the first use of each term in a section. */

import type { DocumentLink } from "../../workspace/answers.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { nearest } from "../index/nearest.ts";
import { usesIn } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { isRouted } from "./definition.ts";

/**
 * Site paths are resolved to files; relative links are left to the editor, which knows them. Plain terms are
 * linked at their first use in each level-2 section, as people link them by hand.
 */
export function documentLinks(snapshot: TermsView, page: ReadPage): DocumentLink[] {
  const found: DocumentLink[] = [];
  for (const { url, destination, image } of page.exports.links) {
    if (image || !isRouted(url)) continue;
    const target = resolveLink(snapshot.links, page.path, url);
    if (target.kind !== "page") continue;
    const term = snapshot.glossary.byPage.get(target.path);
    found.push({
      span: destination,
      path: target.path,
      target: { start: 0, end: 0 },
      tooltip: `Go to “${term?.name ?? target.path}”`,
    });
  }
  if (!snapshot.settings.termLinks) return found;
  const sections = page.facts.headings.filter(({ depth }) => depth <= 2).map(({ span }) => span.start);
  const seen = new Set<string>();
  let section = 0;
  for (const { span, zone, terms } of usesIn(snapshot, page)) {
    while (section < sections.length && (sections[section] as number) <= span.start) {
      seen.clear();
      section++;
    }
    const term = nearest(terms, page.path);
    const entry = term?.entries.find(({ kind }) => kind !== "usage");
    if (!term || !entry || entry.path === page.path || zone === "link" || seen.has(term.id)) continue;
    // `ADR-0043` is a reference to a decision, which has its own way there.
    if (/^-\d/.test(page.text.slice(span.end, span.end + 2))) continue;
    seen.add(term.id);
    found.push({ span, path: entry.path, target: entry.nameSpan, tooltip: `Go to “${term.name}”` });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
