/** `spec-glossary adr list | graph` */
import { adrLog, graphMermaid, logMarkdown, positionAt } from "../../glossary/index.ts";
import { type Opening, openRepository, tell, write } from "./open.ts";

export const ADR_FORMATS = { list: ["markdown", "json"], graph: ["mermaid", "markdown", "json"] } as const;

export type AdrFormat = "json" | "markdown" | "mermaid";

export interface AdrOptions extends Opening {
  readonly what: "list" | "graph";
  readonly format: AdrFormat;
}

/** Prints the decision records, or the graph of what supersedes what. */
export async function adr({ what, format, ...opening }: AdrOptions): Promise<number> {
  const { snapshot } = await openRepository(opening);
  const log = adrLog(snapshot);
  if (log.entries.length === 0) tell(`no decision records were found in ${opening.root}`);
  if (format === "json") {
    const entries = log.entries.map(({ titleSpan, ...entry }) => {
      const lines = snapshot.pages.get(entry.path)?.lines ?? new Uint32Array(1);
      return { ...entry, line: positionAt(lines, titleSpan.start).line };
    });
    await write(
      `${JSON.stringify({ version: 1, ...(what === "list" ? { entries } : { entries, edges: log.edges }) }, null, 2)}\n`,
    );
  } else if (what === "list") await write(`${logMarkdown(log)}\n`);
  else if (format === "mermaid") await write(`${graphMermaid(log)}\n`);
  else await write(`\`\`\`mermaid\n${graphMermaid(log)}\n\`\`\`\n`);
  return 0;
}
