/** `spec-glossary terms` */
import { positionAt, type Snapshot, type Term } from "../../glossary/index.ts";
import { type Opening, openRepository, tellOfNoGlossary, write } from "./open.ts";

export interface TermsOptions extends Opening {
  readonly format: "pretty" | "json";
}

/** Prints the terms by id. */
export async function terms({ format, ...opening }: TermsOptions): Promise<number> {
  const { snapshot } = await openRepository(opening);
  tellOfNoGlossary(snapshot, opening.root);
  const all = [...snapshot.glossary.terms.values()];
  if (format === "json") {
    const list = all.map((term) => toJson(term, snapshot));
    await write(`${JSON.stringify({ version: 1, terms: list }, null, 2)}\n`);
    return 0;
  }
  const rows = all.map(({ name, aliases, summary }) => {
    const title = aliases.length > 0 ? `${name} (${aliases.join(", ")})` : name;
    return summary ? `${title}: ${summary}` : title;
  });
  await write(rows.map((row) => `${row}\n`).join(""));
  return 0;
}

function toJson({ id, name, aliases, avoid, category, summary, scope, entries }: Term, { pages }: Snapshot) {
  const sources = entries.map(({ path, nameSpan, kind }) => {
    const lines = pages.get(path)?.lines ?? new Uint32Array(1);
    return { path, line: positionAt(lines, nameSpan.start).line, kind };
  });
  const rest = { ...(avoid.length > 0 && { avoid }), ...(scope && { scope }) };
  return { id, name, aliases, category, definition: summary, sources, ...rest };
}
