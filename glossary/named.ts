/** What the settings say of files: which count, and where the terms of a glossary hold. */
import { adrRole } from "./adr/model/index.ts";
import { countsAcronyms } from "./terms/index/acronyms.ts";
import type { Named } from "./workspace/exports.ts";
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
