/** What the settings say of files: which count, and where the terms of a glossary hold. */
import { adrRole } from "./adr/model/index.ts";
import { countsAcronyms } from "./terms/index/acronyms.ts";
import type { Entry } from "./terms/model/term.ts";
import type { Named } from "./workspace/exports.ts";
import { isConfiguration } from "./workspace/settings/configuration.ts";
import { matchesGlobs } from "./workspace/settings/globs.ts";
import type { Settings } from "./workspace/settings/settings.ts";

/** What the settings say of a page, whatever the page itself says. */
export function named(path: string, settings: Settings): Named {
  return {
    listed: matchesGlobs(settings.glossaries, path),
    adr: adrRole(path, settings),
    acronyms: countsAcronyms(settings),
  };
}

/** True for a file that is to be left alone. A configuration cannot exclude itself. */
export function isExcluded(path: string, { exclude }: Settings): boolean {
  return exclude.length > 0 && !isConfiguration(path) && matchesGlobs(exclude, path);
}

/** The pages that are not excluded. */
export function countedPages<P>(pages: ReadonlyMap<string, P>, settings: Settings): ReadonlyMap<string, P> {
  if (settings.exclude.length === 0) return pages;
  return new Map([...pages].filter(([path]) => !isExcluded(path, settings)));
}

/** The entries, each holding where the settings say so, else where its file does. The last scope counts. */
export function scopedEntries(entries: readonly Entry[], { scopes }: Settings): readonly Entry[] {
  if (scopes.length === 0) return entries;
  const within = new Map<string, readonly string[] | undefined>();
  return entries.map((entry) => {
    if (!within.has(entry.path))
      within.set(
        entry.path,
        scopes.findLast(({ glossaries }) => matchesGlobs(glossaries, entry.path))?.appliesTo,
      );
    const said = within.get(entry.path);
    return said ? { ...entry, scope: { within: said, paths: entry.scope?.paths ?? [] } } : entry;
  });
}
