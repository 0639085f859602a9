/** The folders whose pages have routes: documentation sites, known or not, and which of them is asked for an address. */
import { ancestors, dirname } from "../../text/paths.ts";
import type { CoreExports } from "../exports.ts";
import { type HugoRoot, hugoRoute } from "./hugo.ts";
import { normal, type RouteMatter, routeOf } from "./routes.ts";

/** A folder whose pages have routes. */
export interface Root {
  readonly folder: string;
  /** What its routes begin with. */
  readonly bases: readonly string[];
  /** Hugo serves every page as a folder, and more pages than there are files. */
  readonly hugo: boolean;
  /** Its pages by what could be their route, going by the file alone. */
  readonly pages: ReadonlyMap<string, string>;
  /** Its pages by route. */
  readonly routes: ReadonlyMap<string, string>;
}

/** All roots of a workspace folder, which may be as many as there are folders. */
export interface Roots {
  /** By folder, those above others first. */
  readonly byFolder: ReadonlyMap<string, Root>;
  /** By what their routes begin with, each in the same order; made when a link is first looked for in all of them. */
  readonly byBase: () => ReadonlyMap<string, Sharing>;
}

/** The roots whose routes begin alike. */
interface Sharing {
  /** The first of them that is no site of Hugo, which serves more than its files tell. */
  readonly first: Placed | undefined;
  /** What each route leads to in the first root that has it. */
  readonly routes: ReadonlyMap<string, Placed & { readonly path: string; readonly isOwn: boolean }>;
}

/** Where a root stands in the order in which roots are asked, and a base among those of its root. */
interface Placed {
  readonly root: Root;
  readonly at: number;
  readonly base: number;
}

/** What a root has at an address. `isOwn` is false for a page that its site serves under another route. */
export interface Served {
  readonly path: string;
  readonly isOwn: boolean;
}

/** An address that a root could have, and has not. */
export interface Unserved {
  readonly root: Root;
  readonly route: string;
}

/** Compiles the routes of these roots. Of two pages with one route the first by path has it, whichever was read first. */
export function makeRoots(
  pages: ReadonlyMap<string, { readonly exports: CoreExports }>,
  docs: ReadonlyMap<string, readonly string[]>,
  hugo: readonly HugoRoot[],
): Roots {
  const all = [
    ...[...docs].map(([folder, bases]) => empty(folder, bases, false)),
    ...hugo.flatMap(({ folder, bases }) => (docs.has(folder) ? [] : [empty(folder, bases, true)])),
  ].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const byFolder = new Map(all.map((root) => [root.folder, root]));
  if (all.length > 0) fill(byFolder, pages);
  let byBase: ReadonlyMap<string, Sharing> | undefined;
  return {
    byFolder,
    byBase: () => {
      byBase ??= shared(all);
      return byBase;
    },
  };
}

interface Filled extends Root {
  readonly pages: Map<string, string>;
  readonly routes: Map<string, string>;
}

function empty(folder: string, bases: readonly string[], hugo: boolean): Filled {
  return { folder, bases, hugo, pages: new Map(), routes: new Map() };
}

function fill(
  roots: ReadonlyMap<string, Filled>,
  pages: ReadonlyMap<string, { readonly exports: CoreExports }>,
): void {
  const ordered = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  const inside = ordered.flatMap(([path, { exports }]) =>
    above(roots, path).map((root) => ({ root, path, name: insideOf(root, path), exports })),
  );
  for (const { root, path, name, exports } of inside) {
    addFirst(root.routes, routeIn(root, name, exports.route), path);
    addFirst(root.pages, `/${name.replace(/\.[^./]+$/, "")}`, path);
    addFirst(root.pages, `/${name}`, path);
  }
  // A name of a file comes before what is made of another one.
  for (const { root, path, name } of inside) addFirst(root.pages, routeIn(root, name, NO_MATTER), path);
}

function addFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}

const NO_MATTER = { id: undefined, slug: undefined };

/** The route of a page of a root, by its path in it. */
export function routeIn({ hugo }: Pick<Root, "hugo">, path: string, matter: RouteMatter): string {
  return hugo ? hugoRoute(path, matter) : routeOf(path, matter);
}

/** A page below a root as seen from there. */
export function insideOf({ folder }: Pick<Root, "folder">, path: string): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

/** The roots that hold a page, the innermost first. */
export function rootsAbove({ byFolder }: Roots, path: string): Root[] {
  return above(byFolder, path);
}

function above<R>(byFolder: ReadonlyMap<string, R>, path: string): R[] {
  if (byFolder.size === 0) return [];
  return ancestors(dirname(path)).flatMap((folder) => byFolder.get(folder) ?? []);
}

/**
 * What is at an address of a site, for the page `from`: in the roots that hold that page, the innermost first, else in
 * the first of the others. Where none has it, the first that could have it, one in whose glossary it would be before others;
 * `undefined` where no site has such addresses.
 */
export function servedAt(roots: Roots, from: string, address: string): Served | Unserved | undefined {
  let missing: Unserved | undefined;
  const miss = (root: Root, route: string) => {
    if (!root.hugo && (!missing || (isGlossaryRoute(route) && !isGlossaryRoute(missing.route))))
      missing = { root, route };
  };
  for (const root of rootsAbove(roots, from)) {
    for (const base of root.bases) {
      const route = routeBelow(base, address);
      if (route === undefined) continue;
      const own = root.routes.get(route);
      const path = own ?? root.pages.get(route);
      if (path !== undefined) return { path, isOwn: own !== undefined };
      miss(root, route);
    }
  }
  const fitting = basesOf(address).flatMap((base) => {
    const sharing = roots.byBase().get(base);
    const route = routeBelow(base, address);
    return sharing && route !== undefined ? [{ sharing, route }] : [];
  });
  const [found] = fitting.flatMap(({ sharing, route }) => sharing.routes.get(route) ?? []).sort(inOrder);
  if (found) return found;
  const could = fitting.flatMap(({ sharing: { first }, route }) => (first ? [{ ...first, route }] : []));
  for (const { root, route } of could.sort(inOrder)) miss(root, route);
  return missing;
}

/** True for an address within a glossary. */
export function isGlossaryRoute(route: string): boolean {
  return /^\/glossar(?:y|ies)\/./i.test(route);
}

/** The address without its base; `undefined` where it does not begin with that. */
function routeBelow(base: string, address: string): string | undefined {
  if (base !== "" && address !== base && !address.startsWith(`${base}/`)) return undefined;
  return normal(address.slice(base.length) || "/");
}

/** What an address may begin with. */
function basesOf(address: string): string[] {
  const found = [""];
  for (let slash = address.indexOf("/", 1); slash >= 0; slash = address.indexOf("/", slash + 1))
    found.push(address.slice(0, slash));
  return [...found, address];
}

function inOrder(a: Placed, b: Placed): number {
  return a.at - b.at || a.base - b.base;
}

function shared(roots: readonly Root[]): ReadonlyMap<string, Sharing> {
  const found = new Map<string, { first: Placed | undefined; routes: Map<string, Placed & Served> }>();
  for (const [at, root] of roots.entries()) {
    for (const [base, name] of root.bases.entries()) {
      const sharing = found.get(name) ?? { first: undefined, routes: new Map() };
      found.set(name, sharing);
      const placed = { root, at, base };
      if (!root.hugo) sharing.first ??= placed;
      for (const [isOwn, pages] of [[true, root.routes] as const, [false, root.pages] as const])
        for (const [route, path] of pages)
          if (!sharing.routes.has(route)) sharing.routes.set(route, { ...placed, path, isOwn });
    }
  }
  return found;
}
