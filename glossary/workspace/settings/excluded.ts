/** Which files are left alone. */
import { isConfiguration } from "./configuration.ts";
import { matchesGlobs } from "./globs.ts";
import type { Settings } from "./settings.ts";

/** True for a file that is to be left alone. A configuration cannot exclude itself. */
export function isExcluded(path: string, { exclude }: Settings): boolean {
  return exclude.length > 0 && !isConfiguration(path) && matchesGlobs(exclude, path);
}

/** The pages that are not excluded. */
export function countedPages<P>(pages: ReadonlyMap<string, P>, settings: Settings): ReadonlyMap<string, P> {
  if (settings.exclude.length === 0) return pages;
  return new Map([...pages].filter(([path]) => !isExcluded(path, settings)));
}
