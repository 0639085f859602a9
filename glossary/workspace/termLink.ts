/** How a link to a term is written, in the way the document or the repository writes such links already. */
import type { EntryKind, Term } from "../domain/term.ts";
import { slug } from "../markdown/slug.ts";
import { basename, dirname, relativeTo } from "../text/paths.ts";
import { type LinkSpace, resolveLink } from "./links.ts";
import { routeOf } from "./routes.ts";
import type { Page, Snapshot } from "./workspace.ts";

export type LinkStyle = "site" | "relative";

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

/**
 * The address of a term as seen from the page `from`: its own page, else the page that has its entry;
 * `undefined` for a term on the page itself. Of mirrored pages the one in the documentation that holds `from`.
 */
export function termLink(snapshot: Snapshot, from: string, term: Term, style: LinkStyle): string | undefined {
  const entries = term.entries
    .filter(({ kind, path }) => KINDS.includes(kind) && path !== from)
    .sort(
      (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || common(b.path, from) - common(a.path, from),
    );
  const [entry] = entries;
  if (!entry) return undefined;
  const fragment = entry.anchor === "" ? "" : `#${encodeURIComponent(entry.anchor)}`;
  if (style === "site") {
    for (const { folder, bases } of snapshot.links.roots) {
      const inside =
        folder === ""
          ? entry.path
          : entry.path.startsWith(`${folder}/`)
            ? entry.path.slice(folder.length + 1)
            : undefined;
      const page = snapshot.pages.get(entry.path);
      if (inside !== undefined && page)
        return `${bases[0] ?? ""}${routeOf(inside, page.exports.route)}${fragment}`;
    }
  }
  return encodeURI(relativeTo(dirname(from), entry.path)) + fragment;
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
export function linkStyle(snapshot: Snapshot, page: Page): LinkStyle {
  if (snapshot.settings.linkStyle !== "auto") return snapshot.settings.linkStyle;
  return majority(snapshot, [page]) ?? commonStyle(snapshot);
}

const COMMON_STYLES = new WeakMap<LinkSpace, LinkStyle>();

/** What most glossary links of the workspace do. */
function commonStyle(snapshot: Snapshot): LinkStyle {
  // No link changes without a new link space, and completion asks for every keystroke.
  const known = COMMON_STYLES.get(snapshot.links);
  const style = known ?? majority(snapshot, snapshot.pages.values()) ?? "relative";
  COMMON_STYLES.set(snapshot.links, style);
  return style;
}

function majority(snapshot: Snapshot, pages: Iterable<Page>): LinkStyle | undefined {
  let site = 0;
  let relative = 0;
  for (const page of pages) {
    for (const { url } of page.exports.links) {
      if (!/glossar|\bterms\//i.test(url)) continue;
      const target = resolveLink(snapshot.links, page.path, url);
      if (target.kind !== "page" || !snapshot.glossary.byPage.has(target.path)) continue;
      if (url.startsWith("/")) site++;
      else relative++;
    }
  }
  return site === 0 && relative === 0 ? undefined : site >= relative ? "site" : "relative";
}

/** A file name for a term: `idempotency-key.md`. */
export function termFileName(name: string): string {
  const base = slug(name)
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return `${base || "term"}.md`;
}

/** The folder in which the workspace keeps its term pages; `undefined` where it has none. */
export function termFolder(snapshot: Snapshot): string | undefined {
  const counts = new Map<string, number>();
  for (const term of snapshot.glossary.terms.values()) {
    const page = term.entries.find(({ kind }) => kind === "page");
    if (page && basename(page.path))
      counts.set(dirname(page.path), (counts.get(dirname(page.path)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
