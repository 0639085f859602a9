/** All uses of terms in a folder outside its glossary, for scripts/sample-matches.mjs. */

import "../stemmers.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { isIndexed } from "../../glossary/domains.ts";
import { findUses } from "../../glossary/terms/index/matcher.ts";
import { nearestFirst } from "../../glossary/terms/index/nearest.ts";
import { positionAt } from "../../glossary/text/lines.ts";
import { glossaryFile } from "../../glossary/workspace/glossaryFolder.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { diskFiles } from "../../server/files.node.ts";

export interface FoundUse {
  readonly path: string;
  readonly line: number;
  readonly zone: string;
  readonly term: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** How much of the text around a use is shown, in characters. */
const AROUND = 90;

export async function allUses(folder: string): Promise<FoundUse[]> {
  const host = new AnalysisHost();
  const files = await diskFiles(folder).list();
  host.apply({ files: files.filter((file) => !isIndexed(file)) });
  for (const file of files.filter(isIndexed))
    host.apply({ put: new Map([[file, readFileSync(join(folder, file), "utf8")]]) });
  host.apply({ complete: true });
  const { matcher } = host.snapshot();
  return files.filter(isIndexed).flatMap((path) => {
    if (glossaryFile(path) === "glossary") return [];
    host.apply({ open: [path], put: new Map([[path, readFileSync(join(folder, path), "utf8")]]) });
    const page = host.snapshot().pages.get(path);
    if (!isRead(page)) return [];
    const { text, lines, facts } = page;
    const found = findUses(matcher, text, facts, path).map(
      ({ span: { start, end }, zone, terms }): FoundUse => {
        const plain = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
        return {
          path,
          line: positionAt(lines, start).line + 1,
          zone,
          term: nearestFirst(terms, path)[0]?.name ?? "",
          before: plain(start - AROUND, start),
          text: plain(start, end),
          after: plain(end, end + AROUND),
        };
      },
    );
    host.apply({ close: [path] });
    return found;
  });
}
