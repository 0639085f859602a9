/** How a link to a term is written, in the way the document or the repository writes such links already. */

import { slug } from "../../markdown/slug.ts";
import { basename, dirname, isMarkdown, relativeTo } from "../../text/paths.ts";
import { isReference, type PageLink } from "../../workspace/exports.ts";
import { isOfHugo, resolveLink } from "../../workspace/links/links.ts";
import { insideOf, rootsAbove, routeIn } from "../../workspace/links/roots.ts";
import type { LinkStyle } from "../../workspace/settings/settings.ts";
import type { Glossary } from "../index/glossary.ts";
import type { Page, TermsView } from "../index/view.ts";
import { type Entry, type EntryKind, isDefining, type Term } from "../model/term.ts";

/** The styles that have an address. */
export type AddressStyle = Extract<LinkStyle, "site" | "relative" | "extensionless">;

/**
 * The address of a term as seen from the page `from`: its own page, else the place that has its entry;
 * `undefined` where no other page of the workspace has one. Of mirrored pages the one in the documentation that
 * holds `from`.
 */
export function termLink(
  snapshot: TermsView,
  from: string,
  term: Term,
  style: AddressStyle,
): string | undefined {
  const entry = linkedEntry(term, from);
  if (!entry) return undefined;
  const fragment = entry.anchor === "" ? "" : `#${encodeURIComponent(entry.anchor)}`;
  return addressOf(snapshot, from, entry.path, style) + fragment;
}

/** What a link can lead to, the best first: not to YAML, nor to what holds in another document alone. */
const KINDS: readonly EntryKind[] = [
  "page",
  "category",
  "heading",
  "definition-list",
  "table",
  "list",
  "index",
];

/** The entry that a link from `from` leads to. */
export function linkedEntry(term: Term, from: string): Entry | undefined {
  return term.entries
    .filter(({ kind, path }) => KINDS.includes(kind) && path !== from)
    .sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || common(b.path, from) - common(a.path, from),
    )[0];
}

function addressOf(snapshot: TermsView, from: string, path: string, style: AddressStyle): string {
  if (style === "site") {
    const route = siteRoute(snapshot, path);
    if (route !== undefined) return encodeAddress(route);
  }
  const relative = encodeAddress(relativeTo(dirname(from), path));
  if (style !== "extensionless") return relative;
  const short = relative.replace(/\.[a-z]+$/i, "");
  const target = resolveLink(snapshot.links, from, short);
  return target.kind === "page" && target.path === path && target.route === "same" ? short : relative;
}

function siteRoute({ links, pages }: TermsView, path: string): string | undefined {
  const page = pages.get(path);
  if (!page) return undefined;
  const root = rootsAbove(links.roots, path).at(-1);
  if (!root) return undefined;
  const route = `${root.bases[0] ?? ""}${routeIn(root, insideOf(root, path), page.exports.route)}`;
  return root.hugo && !route.endsWith("/") ? `${route}/` : route;
}

/** An address that neither a space nor a bracket ends. */
function encodeAddress(address: string): string {
  return encodeURI(address).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
}

/** How many leading folders two paths share. */
function common(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  let n = 0;
  while (n < left.length - 1 && left[n] === right[n]) n++;
  return n;
}

/**
 * The style a new link in `page` should have: the setting, else what most glossary links of the page do, else
 * of all pages; relative where there are none.
 */
export function linkStyle(snapshot: TermsView, page: Page): LinkStyle {
  const { linkStyle: wanted } = snapshot.settings;
  return wanted !== "auto"
    ? wanted
    : (usual(snapshot, [page]).style ?? commonStyles(snapshot).style ?? "relative");
}

/** The same where an address is needed, whatever other forms are in use. */
export function addressStyle(snapshot: TermsView, page: Page): AddressStyle {
  const { linkStyle: wanted } = snapshot.settings;
  if (wanted === "site" || wanted === "relative" || wanted === "extensionless") return wanted;
  return usual(snapshot, [page]).address ?? commonStyles(snapshot).address ?? "relative";
}

interface Usual {
  readonly style: LinkStyle | undefined;
  readonly address: AddressStyle | undefined;
}

/** What the links of all pages have in common stays the same as long as links and terms do. */
const COMMON = new WeakMap<Glossary, Usual>();

function commonStyles(snapshot: TermsView): Usual {
  const known = COMMON.get(snapshot.glossary);
  if (known) return known;
  const found = usual(snapshot, snapshot.pages.values());
  COMMON.set(snapshot.glossary, found);
  return found;
}

/** What most links to terms on these pages look like. Of styles used as often the first one named here counts. */
function usual(snapshot: TermsView, pages: Iterable<Page>): Usual {
  const styles = { site: 0, relative: 0, extensionless: 0, reference: 0, wiki: 0, shortcode: 0, myst: 0 };
  const addresses = { site: 0, relative: 0, extensionless: 0 };
  for (const page of pages) {
    const { links, forms } = page.exports;
    for (const form of ["wiki", "shortcode", "myst"] as const) styles[form] += forms[form];
    for (const link of links) {
      if (link.image || !leadsToTerm(snapshot, page, link)) continue;
      const address = styleOf(link.url);
      addresses[address]++;
      styles[isReference(link) ? "reference" : address]++;
    }
  }
  return { style: most(styles), address: most(addresses) };
}

/** How an address is written. */
export function styleOf(url: string): AddressStyle {
  if (url.startsWith("/")) return "site";
  const [path = ""] = url.split(/[?#]/);
  return path === "" || path.endsWith("/") || isMarkdown(path) ? "relative" : "extensionless";
}

function most<S extends string>(counts: Readonly<Record<S, number>>): S | undefined {
  const used = (Object.entries(counts) as [S, number][]).filter(([, count]) => count > 0);
  return used.sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Most links of a repository lead elsewhere, which their address shows. */
const GLOSSARY = /glossar|terms?[/.]|language|context/i;

function leadsToTerm({ links, glossary, pages }: TermsView, page: Page, { url }: PageLink): boolean {
  const ofHugo = url.startsWith("/") && isOfHugo(links, page.path);
  if (!ofHugo && !GLOSSARY.test(url) && !GLOSSARY.test(page.path)) return false;
  const target = resolveLink(links, page.path, url);
  if (target.kind !== "page" || target.path === page.path) return false;
  return (
    glossary.byPage.has(target.path) ||
    (pages.get(target.path)?.exports.terms.entries.some(isDefining) ?? false)
  );
}

/** A file name for a term: `idempotency-key.md`. */
export function termFileName(name: string): string {
  const base = slug(name)
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return `${base || "term"}.md`;
}

/** The folder in which the workspace keeps its term pages; `undefined` where it has none. */
export function termFolder(snapshot: TermsView): string | undefined {
  const counts = new Map<string, number>();
  for (const term of snapshot.glossary.terms.values()) {
    const page = term.entries.find(({ kind }) => kind === "page");
    if (page && basename(page.path))
      counts.set(dirname(page.path), (counts.get(dirname(page.path)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
