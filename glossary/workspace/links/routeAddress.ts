/** What an address must be for a documentation site to serve the page it means. */
import { basename, dirname, isMarkdown, join } from "../../text/paths.ts";
import type { LinkSpace, Target } from "./links.ts";
import { insideOf, rootsAbove } from "./roots.ts";
import { normal, routeOf } from "./routes.ts";

/**
 * The address of the page that `url` means in the page `from`, where front matter gives that page another route
 * than its file has; `undefined` where the address is right or nothing is known of the route. Addresses with a
 * file's extension are always right: the site follows the file.
 */
export function servedAddress(
  space: LinkSpace,
  from: string,
  url: string,
  target: Target,
): string | undefined {
  if (target.kind !== "page" || target.path === from) return undefined;
  const [, address = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (address === "" || isMarkdown(address)) return undefined;
  const page = space.pages.get(target.path);
  const root = rootsAbove(space.roots, target.path).at(-1);
  // A page of another copy of the documentation is no advice for this one.
  if (root && !isBelow(root.folder, from) && rootsAbove(space.roots, from).length > 0) return undefined;
  // Hugo knows more addresses of a page than its files tell.
  if (root?.hugo) return undefined;
  const own = page?.exports.route;
  // Without an id or slug of its own a page is served by its file's name, give or take what the site configures.
  if (!page || !root || (own?.id === undefined && own?.slug === undefined)) return undefined;
  const route = routeOf(insideOf(root, target.path), page.exports.route);
  if (address.startsWith("/")) {
    if (target.route === "same") return undefined;
    const base = root.bases.find((one) => one !== "" && address.startsWith(`${one}/`)) ?? "";
    return `${base}${route}${rest}`;
  }
  // A relative address is resolved against the route of the page it stands in, and is right if that leads there.
  if (!isBelow(root.folder, from)) return undefined;
  const here = routeOf(insideOf(root, from), space.pages.get(from)?.exports.route ?? NO_MATTER);
  const folder = /^(?:readme|index)\./i.test(basename(from)) ? here : dirname(here);
  const led = join(folder.slice(1), address);
  if (led === undefined || normal(`/${led}`) === route) return undefined;
  // Only the last segment may differ: an `id` changes nothing else.
  if (dirname(`/${led}`) !== dirname(route)) return undefined;
  return `${address.replace(/[^/]+\/?$/, "")}${basename(route)}${rest}`;
}

const NO_MATTER = { id: undefined, slug: undefined };

function isBelow(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
