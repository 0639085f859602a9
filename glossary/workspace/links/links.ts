/** Where a link leads: by file, and by the routes of the documentation sites that the workspace holds. */

import { ancestors, basename, dirname, isMarkdown, join } from "../../text/paths.ts";
import type { CoreExports } from "../exports.ts";
import { glossaryFolder } from "../glossaryFolder.ts";
import { contentRoots } from "./contentRoots.ts";
import { hugoRoots, hugoRoute } from "./hugo.ts";
import { normal, type RouteMatter, routeOf } from "./routes.ts";
import type { Site } from "./site.ts";

export type Target =
  | {
      readonly kind: "page";
      readonly path: string;
      readonly fragment: string;
      /** The file exists, but the site serves it under another route. */
      readonly route: "same" | "differs";
    }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "external" }
  | Missing
  /** Nothing can be said: the index is incomplete, or the address is of a site that is not here. */
  | { readonly kind: "unknown" };

/** Nothing is there. `path` is where it would be, without an extension; `glossary`: that is within a glossary. */
export interface Missing {
  readonly kind: "missing";
  readonly glossary: boolean;
  readonly path: string;
}

/** A folder whose pages have routes. */
interface Root {
  readonly folder: string;
  readonly bases: readonly string[];
  /** Hugo serves every page as a folder, and more pages than there are files. */
  readonly hugo: boolean;
  readonly pages: ReadonlyMap<string, string>;
  readonly routes: ReadonlyMap<string, string>;
}

/** What addresses are resolved against. */
export interface LinkSpace {
  readonly pages: ReadonlyMap<string, { readonly exports: CoreExports }>;
  /** All files of the workspace folder that are not Markdown. */
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly roots: readonly Root[];
  readonly sites: readonly Site[];
  /** Paths of files that a site redirects, in small letters. */
  readonly redirected: ReadonlySet<string>;
  readonly complete: boolean;
}

/** Compiles the routes of every documentation folder: those of sites, and those that `siteFolder` finds by a page in them. */
export function buildLinkSpace<P extends { readonly exports: CoreExports }>(
  pages: ReadonlyMap<string, P>,
  files: ReadonlySet<string>,
  sites: readonly Site[],
  complete: boolean,
  siteFolder: (page: P) => string | undefined,
): Omit<LinkSpace, "redirected"> {
  const folders = new Set<string>();
  for (const path of [...pages.keys(), ...files]) {
    for (let at = dirname(path); !folders.has(at); at = dirname(at)) folders.add(at);
  }
  const docs = new Map<string, string[]>();
  for (const { docs: folder, base } of sites) {
    const bases = new Set(docs.get(folder)).add(base);
    docs.set(folder, [...bases].sort());
  }
  const hugo = hugoRoots(pages, files, folders);
  for (const [path, page] of pages) {
    const folder = siteFolder(page);
    if (folder === undefined || hugo.some((root) => isBelow(root.folder, path))) continue;
    // Outside any known site: take the routes people write, with and without the default base.
    if (!docs.has(folder)) docs.set(folder, ["/docs", ""]);
  }
  // Of two pages with one route the first by path has it, whichever was read first.
  const ordered = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = [
    ...[...docs].map(([folder, bases]) => ({ folder, bases, hugo: false })),
    ...hugo.filter(({ folder }) => !docs.has(folder)).map((root) => ({ ...root, hugo: true })),
  ];
  const roots = all
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
    .map((root): Root => {
      const { folder } = root;
      const routes = new Map<string, string>();
      const byFile = new Map<string, string>();
      const prefix = folder === "" ? "" : `${folder}/`;
      const inside = ordered.filter(([path]) => path.startsWith(prefix));
      for (const [path, { exports }] of inside) {
        const name = path.slice(prefix.length);
        addFirst(routes, routeIn(root, name, exports.route), path);
        addFirst(byFile, `/${name.replace(/\.[^./]+$/, "")}`, path);
        addFirst(byFile, `/${name}`, path);
      }
      for (const [path] of inside)
        addFirst(byFile, routeIn(root, path.slice(prefix.length), NO_MATTER), path);
      return { ...root, routes, pages: byFile };
    });
  return { pages, files, folders, roots, sites, complete };
}

const NO_MATTER = { id: undefined, slug: undefined };

/** The route of a page of a root, by its path in it. */
export function routeIn({ hugo }: Pick<Root, "hugo">, path: string, matter: RouteMatter): string {
  return hugo ? hugoRoute(path, matter) : routeOf(path, matter);
}

/** True for a page of a site that Hugo makes. */
export function isOfHugo({ roots }: Pick<LinkSpace, "roots">, path: string): boolean {
  return roots.some(({ hugo, folder }) => hugo && isBelow(folder, path));
}

function addFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Resolves the address `url` as written in the page `from`. */
export function resolveLink(space: LinkSpace, from: string, url: string): Target {
  if (SCHEME.test(url)) return { kind: "external" };
  const [beforeHash = "", fragment = ""] = splitAt(url, "#");
  const [address] = splitAt(beforeHash, "?");
  const path = decode(address as string);
  if (path === "") return { kind: "page", path: from, fragment, route: "same" };
  return path.startsWith("/")
    ? resolveSite(space, from, path, fragment)
    : resolveRelative(space, from, path, fragment);
}

function resolveSite(space: LinkSpace, from: string, path: string, fragment: string): Target {
  let missing: { readonly folder: string; readonly route: string; readonly glossary: boolean } | undefined;
  for (const root of rootsFor(space, from)) {
    for (const base of root.bases) {
      if (base !== "" && path !== base && !path.startsWith(`${base}/`)) continue;
      const route = normal(path.slice(base.length) || "/");
      const page = root.routes.get(route);
      if (page !== undefined) return { kind: "page", path: page, fragment, route: "same" };
      const file = root.pages.get(route);
      if (file !== undefined) return { kind: "page", path: file, fragment, route: "differs" };
      if (root.hugo) continue;
      const glossary = /^\/glossar(?:y|ies)\/./i.test(route);
      if (!missing || (glossary && !missing.glossary)) missing = { folder: root.folder, route, glossary };
    }
  }
  const own = path.slice(1).replace(/(?<!\/)\/+$/, "");
  const found = fileAt(space, own, fragment);
  if (found || !missing || !space.complete) return found ?? { kind: "unknown" };
  const { folder, route, glossary } = missing;
  return { kind: "missing", glossary, path: join(folder, route) ?? route };
}

function resolveRelative(space: LinkSpace, from: string, path: string, fragment: string): Target {
  const file = join(dirname(from), path);
  if (file === undefined) return { kind: "unknown" };
  const found = fileAt(space, file, fragment);
  if (found) return found;
  const root = rootsFor(space, from).find(({ folder }) => isBelow(folder, from));
  if (root) {
    const inside = root.folder === "" ? from : from.slice(root.folder.length + 1);
    const own = routeIn(root, inside, space.pages.get(from)?.exports.route ?? NO_MATTER);
    const folder = root.hugo || /^(?:readme|index)\./i.test(basename(from)) ? own : dirname(own);
    const route = join(folder.replace(/^\//, ""), path);
    const page = route === undefined ? undefined : root.routes.get(normal(`/${route}`));
    if (page !== undefined) return { kind: "page", path: page, fragment, route: "same" };
  }
  if (isMarkdown(path))
    for (const folder of contentRoots(space.sites, from, path)) {
      const inside = join(folder, path);
      if (inside !== undefined && space.pages.has(inside))
        return { kind: "page", path: inside, fragment, route: "same" };
    }
  if (isRedirected(space, file)) return { kind: "external" };
  if (!space.complete) return { kind: "unknown" };
  const glossary = glossaryFolder(`${file}/`) !== undefined && glossaryFolder(file) !== undefined;
  return { kind: "missing", glossary, path: file };
}

/** The page or file at a path; a folder's README or index; a page whose extension was left out. */
function fileAt(space: LinkSpace, path: string, fragment: string): Target | undefined {
  const page = (found: string): Target => ({ kind: "page", path: found, fragment, route: "same" });
  if (space.pages.has(path)) return page(path);
  if (space.files.has(path)) return { kind: "file", path };
  for (const extension of isMarkdown(path) ? [] : [".md", ".mdx"]) {
    if (space.pages.has(path + extension)) return page(path + extension);
  }
  if (!space.folders.has(path)) return undefined;
  for (const name of ["README.md", "index.md", "readme.md", "index.mdx"]) {
    const inside = path === "" ? name : `${path}/${name}`;
    if (space.pages.has(inside)) return page(inside);
  }
  return { kind: "file", path };
}

/** True for a file that is not there because the site leads whoever asks for it to another page. */
function isRedirected({ redirected }: LinkSpace, file: string): boolean {
  if (redirected.size === 0) return false;
  const path = file.toLowerCase();
  return (isMarkdown(path) ? [path] : [path, `${path}.md`, `${path}/index.md`, `${path}/index.yml`]).some(
    (one) => redirected.has(one),
  );
}

/** The roots that hold `from` first, the innermost before all; then the others. */
function rootsFor(space: LinkSpace, from: string): Root[] {
  const above = ancestors(dirname(from));
  const near = ({ folder }: Root) => {
    const at = above.indexOf(folder);
    return at < 0 ? above.length : at;
  };
  return space.roots.toSorted((a, b) => near(a) - near(b));
}

function isBelow(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function splitAt(text: string, char: string): [string, string] {
  const at = text.indexOf(char);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Percent-decoding that leaves malformed sequences as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
