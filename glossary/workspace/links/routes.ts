/** The route under which Docusaurus serves a page, relative to its docs folder (checked against 3.9). */
import { basename, dirname, stem } from "../../text/paths.ts";

export interface RouteMatter {
  readonly id: string | undefined;
  readonly slug: string | undefined;
}

/** `01-intro` → `intro`, but not dates and versions: `2024-01-x`, `0042-01-x` stay. */
function withoutNumber(segment: string): string {
  return /^\d+[-_.]\d+/.test(segment) ? segment : segment.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, "");
}

/**
 * The route of `path` (relative to the docs folder), beginning with `/`. `slug` wins; an absolute one replaces
 * the folder. `README`, `index` and a file named as its folder are the folder's own route, whatever their `id`.
 * Otherwise `id` replaces the last segment.
 */
export function routeOf(path: string, { id, slug }: RouteMatter): string {
  const folder = dirname(path).split("/").filter(Boolean).map(withoutNumber);
  if (slug !== undefined && slug !== "") {
    return normal(slug.startsWith("/") ? slug : `/${[...folder, slug.replace(/^\.\//, "")].join("/")}`);
  }
  const name = stem(path);
  const parent = basename(dirname(path));
  if (/^(?:readme|index)$/i.test(name) || (parent !== "" && name.toLowerCase() === parent.toLowerCase())) {
    return normal(`/${folder.join("/")}`);
  }
  return normal(`/${[...folder, id ?? withoutNumber(name)].join("/")}`);
}

/** Without a trailing slash, except for `/` itself. */
export function normal(route: string): string {
  return route.length > 1 ? route.replace(/(?<!\/)\/+$/, "") || "/" : route;
}
