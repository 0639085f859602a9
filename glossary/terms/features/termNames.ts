/** The names of a term as they are written on a page, and the links that lead to it. */
import { basename, dirname, stem } from "../../text/paths.ts";
import { inside, overlaps, type Span } from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { formsOf } from "../index/wordForms.ts";
import { nameKey, type Term } from "../model/term.ts";

export const IN_HEADINGS = "In headings, with the links to them";

/** True for a link to the page of a term, or to the heading of its entry. */
export function leadsTo(
  { links }: TermsView,
  from: string,
  { url, image }: Pick<PageLink, "url" | "image">,
  { entries }: Term,
  names: readonly string[],
): boolean {
  if (image || !names.some((name) => url.includes(name))) return false;
  const target = resolveLink(links, from, url);
  return (
    target.kind === "page" &&
    entries.some(
      ({ path, kind, anchor }) =>
        path === target.path && (kind === "page" || (anchor !== "" && anchor === target.fragment)),
    )
  );
}

/** What the address of a link to a term has in it: most links have none of it, and need not be resolved. */
export function addressesOf({ pages }: TermsView, { entries }: Term): string[] {
  const found = entries.flatMap(({ path, kind, anchor }) => {
    const { id, slug } = pages.get(path)?.exports.route ?? {};
    const own = /^(?:readme|index)$/i.test(stem(path)) ? basename(dirname(path)) : stem(path);
    const last = (address: string | undefined) => address?.split("/").filter(Boolean).at(-1) ?? "";
    return kind === "page" ? [own, last(id), last(slug)] : [anchor];
  });
  return [...new Set(found)].filter(Boolean);
}

/** Which of the names of a term is written, in whatever form. */
export function nameOf(term: Term, written: string): string | undefined {
  const key = nameKey(written);
  return [term.name, ...term.aliases].find((name) =>
    formsIn(term, name).some((form) => nameKey(form) === key),
  );
}

/** How a name of a term may be written, in the singular and the plural; plurals that the glossary gives are those of its first name. */
export function formsIn(term: Term, name: string): readonly string[] {
  return formsOf(name, name === term.name ? term.plurals : []);
}

/** As `wordsIn`, but not in the addresses of links. */
export function namesIn({ text, exports }: ReadPage, within: Span, name: string): Span[] {
  const links = inside(exports.links, within);
  return wordsIn(text, within, name).filter(
    (span) => !links.some(({ destination }) => overlaps(destination, span)),
  );
}

/** The places where a name is written within a span, in whatever case, as words of their own. */
export function wordsIn(text: string, { start, end }: Span, name: string): Span[] {
  const source = text.slice(start, end).toLowerCase();
  const wanted = name.toLowerCase();
  const found: Span[] = [];
  for (let at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + wanted.length)) {
    const around = (source[at - 1] ?? " ") + (source[at + wanted.length] ?? " ");
    if (!/[\p{L}\p{N}_]/u.test(around)) found.push({ start: start + at, end: start + at + wanted.length });
  }
  return found;
}
