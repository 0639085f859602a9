/** Where the terms of a glossary hold, as the settings say. */
import { matchesGlobs } from "../../workspace/settings/globs.ts";
import type { Settings } from "../../workspace/settings/settings.ts";
import type { Entry } from "../model/term.ts";

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
