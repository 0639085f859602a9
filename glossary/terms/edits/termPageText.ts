/** The text of a new term page. */

import { stringify } from "yaml";
import { stem } from "../../text/paths.ts";
import { glossaryFile } from "../../workspace/glossaryFolder.ts";
import { isListed } from "../index/said.ts";
import type { TermsView } from "../index/view.ts";
import { parseNames } from "../model/term.ts";

/**
 * Front matter where the repository's term pages have it, or where nothing but front matter can say that the page at
 * `path` is about a term, a title, and an empty definition to fill in.
 */
export function termPageText(snapshot: TermsView, title: string, path: string): string {
  const [name = title] = parseNames(title);
  const fields = {
    ...(usesFrontMatter(snapshot) ? { id: stem(path), title, sidebar_label: name } : {}),
    ...(isToldByPath(snapshot, path) ? {} : { title, type: "glossary-term" }),
  };
  const matter = Object.keys(fields).length > 0 ? `---\n${stringify(fields)}---\n\n` : "";
  return `${matter}# ${title}\n\n## Definition\n\n\n\n## Related Terms\n\n`;
}

function isToldByPath({ settings }: TermsView, path: string): boolean {
  const place = isListed(path, settings) ? "glossary" : glossaryFile(path);
  return place === "glossary" || place === "term";
}

function usesFrontMatter({ glossary, pages }: TermsView): boolean {
  let withMatter = 0;
  let all = 0;
  for (const path of glossary.byPage.keys()) {
    all++;
    if (pages.get(path)?.exports.route.id !== undefined) withMatter++;
  }
  return all === 0 || withMatter * 3 >= all;
}
