/** Relative addresses that lead nowhere, on one page and on all of them. */
import { isFinished } from "../increment/index/above.ts";
import { dirname, isMarkdown, join } from "../text/paths.ts";
import type { CoreExports, PageLink } from "../workspace/exports.ts";
import { isOfDocfx } from "../workspace/links/docfx.ts";
import { type LinkSpace, type Missing, resolveLink } from "../workspace/links/links.ts";
import { isServedDeeper, type MovedTarget, movedTarget } from "../workspace/links/movedTarget.ts";
import { isSample, isSetAside, isSkeleton } from "../workspace/samples.ts";
import type { DocumentView, ReadPage } from "./view.ts";

/** An address that leads nowhere. */
export interface MissingAddress {
  /** Its path, as written. */
  readonly written: string;
  readonly target: Missing;
}

/** A site's own address, or a name that its generator resolves: `@site/docs/a.md`, `~/a.md`. */
const ELSEWHERE = /^(?:\/|@|~\/)/;
const PLACEHOLDER =
  /\.\.\.|[<>{}*$|\]]|%7B|(?:^|\/)(?:path\/to|your-|N{3,}|X{3,}|x{3,}|#{2,}|yyyy)|^(?:url|link|href|todo|tbd)$/i;
/** What builds and installations make. */
const MADE = /\/(?:node_modules|dist|build|out|target|coverage|vendor|\.git)\//;

/** What is missing at the relative address `url` in the page `from`; `undefined` where something is, or nothing can be said. */
export function missingAddress(space: LinkSpace, from: string, url: string): MissingAddress | undefined {
  if (ELSEWHERE.test(url)) return undefined;
  const target = resolveLink(space, from, url);
  if (target.kind !== "missing" || target.glossary) return undefined;
  const written = pathOf(url);
  if (PLACEHOLDER.test(written) || MADE.test(`/${target.path}/`)) return undefined;
  return isMarkdown(written) || !isServedDeeper(space, from) ? { written, target } : undefined;
}

/** Where a missing address was meant to lead. */
export function meantBy(
  space: LinkSpace,
  from: string,
  { written }: MissingAddress,
): MovedTarget | undefined {
  return movedTarget(space, from, decoded(written));
}

/** True for a page whose links are nobody's task. */
export function isLeftAlone(page: Pick<ReadPage, "path" | "exports">, snapshot: DocumentView): boolean {
  const { path } = page;
  if (isSkeleton(path) || isSample(path)) return true;
  return isFinished(page, snapshot) || (isSetAside(path) && !snapshot.settings.archived);
}

/** What is said once for all pages: how often it is written, and on how many pages. */
export interface Flood {
  readonly links: number;
  readonly pages: number;
}

/** From so many links on one missing file is one finding, on the first page. */
const FLOOD = 12;
/** What stands for all addresses of which only the capitals differ, where a site does not mind them. */
const CAPITALS = "\0";

/**
 * What is said of a missing file on `page`: nothing where too many links lead there and an earlier page says so. A file
 * of which only the capitals differ counts with all such ones where docfx publishes the page.
 */
export function floodOf(
  snapshot: DocumentView,
  page: ReadPage,
  { target }: MissingAddress,
  moved: MovedTarget | undefined,
): Flood | "said" | undefined {
  const capitals = moved?.how === "case" && isOfDocfx(snapshot.links, page.path);
  if (!capitals && moved !== undefined && moved.how !== "namesake") return undefined;
  let links = 0;
  let first: string | undefined;
  let pages = 0;
  for (const [path, count] of missingIn(snapshot).get(capitals ? CAPITALS : target.path) ?? []) {
    const one = snapshot.pages.get(path);
    if (!one || isLeftAlone(one, snapshot)) continue;
    links += count;
    pages++;
    if (first === undefined || path < first) first = path;
  }
  if (!capitals && links < FLOOD) return undefined;
  return first !== undefined && first !== page.path ? "said" : { links, pages };
}

/** For each missing Markdown file, or what stands for several, how many links each page has to it. */
type Missed = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface Counted {
  /** By page what was counted of which links. */
  readonly read: Map<string, { readonly links: readonly PageLink[]; readonly keys: readonly string[] }>;
  readonly missed: Map<string, Map<string, number>>;
}

/** The same as long as places are: from state to state only the pages with other links are counted anew. */
const COUNTED = new WeakMap<object, Counted>();
const MISSING = new WeakMap<object, Missed>();

function missingIn({ links: space, pages }: DocumentView): Missed {
  const known = MISSING.get(pages);
  if (known) return known;
  const { read, missed } = COUNTED.get(space.roots) ?? { read: new Map(), missed: new Map() };
  COUNTED.set(space.roots, { read, missed });
  for (const [path, { exports }] of pages) {
    const before = read.get(path);
    if (before?.links === exports.links) continue;
    const keys = missedOn(space, path, exports);
    for (const key of before?.keys ?? []) add(missed, key, path, -1);
    for (const key of keys) add(missed, key, path, 1);
    read.set(path, { links: exports.links, keys });
  }
  MISSING.set(pages, missed);
  return missed;
}

function add(missed: Counted["missed"], key: string, path: string, by: number): void {
  const counts = missed.get(key) ?? new Map<string, number>();
  missed.set(key, counts);
  const count = (counts.get(path) ?? 0) + by;
  if (count > 0) counts.set(path, count);
  else counts.delete(path);
}

/** The missing files that a page has links to, once for each address. What an index of decisions lists is another rule's. */
function missedOn(space: LinkSpace, path: string, exports: DocumentExports): string[] {
  if (exports.adr.record?.kind === "index") return [];
  return markdownLinks(path, exports).flatMap(({ file, url }) => {
    if (space.pages.has(file)) return [];
    const address = missingAddress(space, path, url);
    if (!address) return [];
    const capitals = isOfDocfx(space, path) && meantBy(space, path, address)?.how === "case";
    return capitals ? [address.target.path, CAPITALS] : [address.target.path];
  });
}

type DocumentExports = ReadPage["exports"];

const MARKDOWN_LINKS = new WeakMap<CoreExports, readonly { readonly file: string; readonly url: string }[]>();

/** The relative links of a page to Markdown files, each definition once. */
function markdownLinks(
  path: string,
  exports: CoreExports,
): readonly { readonly file: string; readonly url: string }[] {
  const known = MARKDOWN_LINKS.get(exports);
  if (known) return known;
  const folder = dirname(path);
  const found = [...byDestination(exports.links).values()].flatMap(([{ url }]) => {
    const written = pathOf(url);
    if (!isMarkdown(written) || /^[a-z][a-z\d+.-]*:/i.test(url)) return [];
    const file = join(folder, decoded(written));
    return file === undefined ? [] : [{ file, url }];
  });
  MARKDOWN_LINKS.set(exports, found);
  return found;
}

/** Links by where their address stands: those that refer to one definition are together. */
export function byDestination(links: readonly PageLink[]): Map<number, [PageLink, ...PageLink[]]> {
  const found = new Map<number, [PageLink, ...PageLink[]]>();
  for (const link of links) {
    const same = found.get(link.destination.start);
    if (same) same.push(link);
    else found.set(link.destination.start, [link]);
  }
  return found;
}

function pathOf(url: string): string {
  return (/^[^?#]*/.exec(url) as RegExpExecArray)[0];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
