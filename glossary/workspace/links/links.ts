/** Where a link leads: by file, and by the routes of the documentation sites that the workspace holds. */

import { ancestors, basename, dirname, isMarkdown, join } from "../../text/paths.ts";
import type { CoreExports } from "../exports.ts";
import { glossaryFolder } from "../glossaryFolder.ts";
import { contentRoots } from "./contentRoots.ts";
import { hugoRoots } from "./hugo.ts";
import { insideOf, isGlossaryRoute, makeRoots, type Roots, rootsAbove, routeIn, servedAt } from "./roots.ts";
import { normal } from "./routes.ts";
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

/** Where pages and files are, and which routes they have: the same as long as none comes, goes, or has another route. */
export interface LinkPlaces {
  /** All files of the workspace folder that are not Markdown. */
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly roots: Roots;
  readonly sites: readonly Site[];
  /** Paths of files that a site redirects, in small letters. */
  readonly redirected: ReadonlySet<string>;
  readonly complete: boolean;
}

/** What addresses are resolved against. */
export interface LinkSpace extends LinkPlaces {
  readonly pages: ReadonlyMap<string, { readonly exports: CoreExports }>;
}

/** Compiles the routes of every documentation folder: those of sites, and those that `siteFolder` finds by a page in them. */
export function buildLinkPlaces<P extends { readonly exports: CoreExports }>(
  pages: ReadonlyMap<string, P>,
  files: ReadonlySet<string>,
  sites: readonly Site[],
  complete: boolean,
  siteFolder: (page: P) => string | undefined,
): Omit<LinkPlaces, "redirected"> {
  const folders = new Set<string>();
  for (const path of [...pages.keys(), ...files]) {
    for (let at = dirname(path); !folders.has(at); at = dirname(at)) folders.add(at);
  }
  const served = new Map<string, Set<string>>();
  for (const { docs: folder, base } of sites) served.set(folder, (served.get(folder) ?? new Set()).add(base));
  const docs = new Map([...served].map(([folder, bases]) => [folder, [...bases].sort()]));
  const hugo = hugoRoots(pages, files, folders);
  const ofHugo = new Set(hugo.map(({ folder }) => folder));
  for (const [path, page] of pages) {
    const folder = siteFolder(page);
    if (folder === undefined || ancestors(dirname(path)).some((above) => ofHugo.has(above))) continue;
    // Outside any known site: take the routes people write, with and without the default base.
    if (!docs.has(folder)) docs.set(folder, ["/docs", ""]);
  }
  return { files, folders, roots: makeRoots(pages, docs, hugo), sites, complete };
}

/** True for a page of a site that Hugo makes. */
export function isOfHugo({ roots }: Pick<LinkSpace, "roots">, path: string): boolean {
  return rootsAbove(roots, path).some(({ hugo }) => hugo);
}

const NO_MATTER = { id: undefined, slug: undefined };

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
  const served = servedAt(space.roots, from, path);
  if (served && "path" in served)
    return { kind: "page", path: served.path, fragment, route: served.isOwn ? "same" : "differs" };
  const own = path.slice(1).replace(/(?<!\/)\/+$/, "");
  const found = fileAt(space, own, fragment);
  if (found || !served || !space.complete) return found ?? { kind: "unknown" };
  const { root, route } = served;
  return { kind: "missing", glossary: isGlossaryRoute(route), path: join(root.folder, route) ?? route };
}

function resolveRelative(space: LinkSpace, from: string, path: string, fragment: string): Target {
  const file = join(dirname(from), path);
  if (file === undefined) return { kind: "unknown" };
  const found = fileAt(space, file, fragment);
  if (found) return found;
  const [root] = rootsAbove(space.roots, from);
  if (root) {
    const own = routeIn(root, insideOf(root, from), space.pages.get(from)?.exports.route ?? NO_MATTER);
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
  // mdBook serves a README as the index of its folder, and links to it by that name.
  const readme = file.replace(/(^|\/)index\.md$/, "$1README.md");
  if (readme !== file && space.pages.has(readme) && isOfBook(space, from))
    return { kind: "page", path: readme, fragment, route: "same" };
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

function isOfBook({ files }: LinkSpace, path: string): boolean {
  return ancestors(dirname(path)).some((folder) =>
    files.has(folder === "" ? "book.toml" : `${folder}/book.toml`),
  );
}

/** True for a file that is not there because the site leads whoever asks for it to another page. */
function isRedirected({ redirected }: LinkSpace, file: string): boolean {
  if (redirected.size === 0) return false;
  const path = file.toLowerCase();
  return (isMarkdown(path) ? [path] : [path, `${path}.md`, `${path}/index.md`, `${path}/index.yml`]).some(
    (one) => redirected.has(one),
  );
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
