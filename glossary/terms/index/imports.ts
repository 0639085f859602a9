/** Contextive glossaries that others import hold where those hold. */

import { dirname } from "../../text/paths.ts";
import type { Entry } from "../model/term.ts";
import type { Page } from "./view.ts";

/** All entries, those of imported files with the folders of the files that import them added to their scope. */
export function importedEntries(pages: ReadonlyMap<string, Page>): Entry[] {
  const importers = new Map<string, string[]>();
  for (const [path, { exports }] of pages) {
    for (const one of exports.terms.imports)
      importers.set(one.path, [...(importers.get(one.path) ?? []), path]);
  }
  return [...pages].flatMap(([path, { exports }]) => {
    if (!importers.has(path)) return exports.terms.entries;
    const folders = foldersOf(path, importers);
    return exports.terms.entries.map((entry) =>
      entry.scope
        ? { ...entry, scope: { ...entry.scope, within: distinct([...entry.scope.within, ...folders]) } }
        : entry,
    );
  });
}

/** The folders of all files that import `path`, directly or by way of others; circles end. */
function foldersOf(path: string, importers: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set([path]);
  for (const one of seen) for (const importer of importers.get(one) ?? []) seen.add(importer);
  seen.delete(path);
  return [...seen].map((one) => dirname(one).replace(/(?:^|\/)\.contextive$/, "")).sort();
}

function distinct(folders: readonly string[]): string[] {
  return [...new Set(folders)];
}
