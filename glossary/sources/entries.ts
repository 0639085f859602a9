/** The entries of glossary files, whatever their format. */
import { glossaryFolder } from "../domain/glossaryFolder.ts";
import { type Entry, nameKey } from "../domain/term.ts";
import { categoryPage } from "./categoryPage.ts";
import { indexList } from "./indexList.ts";
import type { SourcePage } from "./source.ts";
import { termPage } from "./termPage.ts";

/** The entries of a glossary file, by place. Files that are not glossary files have none. */
export function readEntries(page: SourcePage): Entry[] {
  if (glossaryFolder(page.path) === undefined) return [];
  const term = termPage(page);
  if (term.length > 0) return term;
  return [...categoryPage(page), ...indexList(page)]
    .filter((entry) => nameKey(entry.names[0] as string) !== "")
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
