/** Which files are glossary files, and what their entries are. */
import { type Entry, nameKey } from "../domain/term.ts";
import { categoryPage } from "./categoryPage.ts";
import { indexList } from "./indexList.ts";
import type { SourcePage } from "./source.ts";
import { termPage } from "./termPage.ts";

const GLOSSARY_FOLDER = /^(?:glossary|glossaries)$/i;
const GLOSSARY_FILE = /^(?:glossary|ubiquitous[-_]language)\.(?:md|mdx|markdown)$/i;

/**
 * The folder of the glossary that a file belongs to: the outermost folder named `glossary`, or the folder of a
 * file named `glossary.md`; `undefined` for all other files.
 */
export function glossaryFolder(path: string): string | undefined {
  const segments = path.split("/");
  const at = segments.findIndex((segment, i) => i < segments.length - 1 && GLOSSARY_FOLDER.test(segment));
  if (at >= 0) return segments.slice(0, at + 1).join("/");
  return GLOSSARY_FILE.test(segments.at(-1) as string) ? segments.slice(0, -1).join("/") : undefined;
}

/** The entries of a glossary file, by place. Files that are not glossary files have none. */
export function readEntries(page: SourcePage): Entry[] {
  if (glossaryFolder(page.path) === undefined) return [];
  const term = termPage(page);
  if (term.length > 0) return term;
  return [...categoryPage(page), ...indexList(page)]
    .filter((entry) => nameKey(entry.names[0] as string) !== "")
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
