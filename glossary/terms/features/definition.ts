/** Where a term or link leads. */

import type { Destination } from "../../workspace/answers.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { isDefining } from "../model/term.ts";
import { linkAt, useAt } from "./at.ts";

/**
 * The entries of the term at an offset, the defining one first; for a glossary link its page. Empty where
 * nothing of the glossary stands, and for other links: the editor's own Markdown support follows those.
 */
export function definition(snapshot: TermsView, page: ReadPage, offset: number): Destination[] {
  const at = linkAt(snapshot, page, offset);
  if (at) {
    if (at.target.kind !== "page" || !(at.term || isRouted(at.link.url))) return [];
    const { path, fragment } = at.target;
    const entries = at.term?.entries.filter((entry) => entry.path === path) ?? [];
    const entry = entries.find(({ kind, anchor }) => kind === "page" || anchor === fragment) ?? entries[0];
    return [{ origin: at.link.span, path, span: entry?.nameSpan ?? { start: 0, end: 0 } }];
  }
  const use = useAt(snapshot, page, offset);
  const [term] = use?.terms ?? [];
  if (!use || !term) return [];
  const defining = term.entries.filter((entry) => isDefining(entry) && entry.kind !== "index");
  return (defining.length > 0 ? defining : term.entries)
    .filter(({ path, nameSpan }) => path !== page.path || nameSpan.start !== use.span.start)
    .slice(0, 1)
    .map(({ path, nameSpan }) => ({ origin: use.span, path, span: nameSpan }));
}

/** A site path, which an editor without knowledge of the site cannot follow. */
export function isRouted(url: string): boolean {
  return url.startsWith("/") && !url.startsWith("//");
}
