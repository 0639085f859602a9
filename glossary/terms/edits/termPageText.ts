/** The text of a new term page. */

import { stringify } from "yaml";
import type { TermsView } from "../index/view.ts";
import { parseNames } from "../model/term.ts";

/** Front matter where the repository's term pages have it, a title, and an empty definition to fill in. */
export function termPageText(snapshot: TermsView, title: string, id: string): string {
  const [name = title] = parseNames(title);
  const matter = usesFrontMatter(snapshot)
    ? `---\n${stringify({ id, title, sidebar_label: name })}---\n\n`
    : "";
  return `${matter}# ${title}\n\n## Definition\n\n\n\n## Related Terms\n\n`;
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
