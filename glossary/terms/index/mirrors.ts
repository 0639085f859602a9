/**
 * Glossaries that are copies of each other: a documentation site is often synced from its source. Two folders
 * are mirrors when at least half of the smaller one's pages exist in the other at the same place.
 */

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

/** For each glossary, named by its home, the one that stands for its group: the source, not the copy. */
export function findMirrors(
  folders: ReadonlyMap<string, ReadonlySet<string>>,
  sites: readonly Site[],
): Map<string, string> {
  const order = [...folders.keys()].sort(
    (a, b) => sourceRank(a, sites) - sourceRank(b, sites) || (a < b ? -1 : 1),
  );
  const group = new Map<string, string>();
  for (const folder of order) {
    const source = order.find(
      (other) =>
        group.get(other) === other &&
        sameLanguage(folder, other) &&
        similar(folders.get(folder), folders.get(other)),
    );
    group.set(folder, source ?? folder);
  }
  return group;
}

/** Sources come before what a site serves, and hidden folders (`.specweave/docs`) before visible copies. */
export function sourceRank(folder: string, sites: readonly Site[]): number {
  if (sites.some(({ docs }) => ancestors(folder).includes(docs))) return 2;
  return folder.startsWith(".") ? 0 : 1;
}

/** `content/en` and `content/de` have the same files and are no copies of each other. */
function sameLanguage(a: string, b: string): boolean {
  return languagesIn(a) === languagesIn(b);
}

function similar(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (!a || !b) return false;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const path of small) if (large.has(path)) common++;
  return common >= 2 && common * 2 >= small.size;
}
