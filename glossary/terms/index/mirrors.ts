/**
 * Glossaries that are copies of each other: a documentation site is often synced from its source. Two folders
 * are mirrors when at least half of the smaller one's pages exist in the other at the same place.
 */

import { append } from "../../text/groups.ts";
import { ancestors } from "../../text/paths.ts";
import { glossaryPlace, languagesIn } from "../../workspace/glossaryFolder.ts";
import type { Site } from "../../workspace/links/site.ts";

/** The files of each glossary as seen from its home, for `findMirrors`. */
export function glossaryFiles(paths: Iterable<string>): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>();
  for (const path of paths) {
    const { home, rest } = glossaryPlace(path);
    files.set(home, (files.get(home) ?? new Set()).add(rest));
  }
  return files;
}

/** More glossaries with a file at one place tell nothing of each other by it. */
const MOST_ALIKE = 200;

/**
 * For each glossary, named by its home, the one that stands for its group: the source, not the copy. `rank` orders
 * glossaries by their homes, see `sourceRank`.
 */
export function findMirrors(
  folders: ReadonlyMap<string, ReadonlySet<string>>,
  rank: (home: string) => number,
): Map<string, string> {
  const ranks = new Map([...folders.keys()].map((home) => [home, rank(home)]));
  const rankOf = (home: string) => ranks.get(home) as number;
  const order = [...folders].sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  const group = new Map<string, string>();
  const sources = new Map<string, string[]>();
  for (const [home, files] of order) {
    // `content/en` and `content/de` have the same files and are no copies of each other.
    const language = languagesIn(home);
    const places = [...files].map((file) => `${language}\n${file}`);
    const common = new Map<string, number>();
    for (const place of places)
      for (const source of sources.get(place) ?? []) common.set(source, (common.get(source) ?? 0) + 1);
    const alike = [...common].filter(([source, count]) =>
      isCopy(count, Math.min(files.size, folders.get(source)?.size ?? 0)),
    );
    const [source] = alike.map(([one]) => one).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
    group.set(home, source ?? home);
    if (source !== undefined) continue;
    for (const place of places)
      if ((sources.get(place)?.length ?? 0) < MOST_ALIKE) append(sources, place, home);
  }
  return group;
}

/**
 * Orders glossaries by their homes: sources come before what a site serves, and hidden folders (`.specweave/docs`)
 * before visible copies.
 */
export function sourceRank(sites: readonly Site[]): (home: string) => number {
  const served = new Set(sites.map(({ docs }) => docs));
  return (home) => {
    if (served.size > 0 && ancestors(home).some((folder) => served.has(folder))) return 2;
    return home.startsWith(".") ? 0 : 1;
  };
}

/** Whether two glossaries are, the smaller of which has `size` files, of which `common` are at the same places. */
function isCopy(common: number, size: number): boolean {
  return common >= 2 && common * 2 >= size;
}
