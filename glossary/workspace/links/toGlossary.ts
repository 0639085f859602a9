/** Links to a glossary: they explain a word, wherever that stands, and lead nobody on. */
import { glossaryFile, glossaryFolder } from "../glossaryFolder.ts";
import { type LinkSpace, resolveLink } from "./links.ts";

/** True where the address `url`, as written in the page `from`, is within a glossary, whether something is there or not. */
export function leadsToGlossary(space: LinkSpace, from: string, url: string): boolean {
  const target = resolveLink(space, from, url);
  if (target.kind === "missing") return target.glossary;
  if (target.kind !== "page") return false;
  return glossaryFile(target.path) !== undefined || glossaryFolder(target.path) !== undefined;
}
