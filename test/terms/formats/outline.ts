/** Entries and terms on one line each, for comparison. */
import type { Entry, Term } from "../../../glossary/terms/model/term.ts";
import { pageOf, workspace } from "../../fixture.ts";

/** `kind: names | summary | → link | in category | not: names to avoid | only scope`, empty parts left out. */
function entryLine(entry: Entry): string {
  const { kind, names, summary, link, category, useWhen, avoidWhen, avoid, examples, scope } = entry;
  const parts = [
    `${kind}: ${names.join(" = ")}`,
    summary,
    link && `→ ${link}`,
    category && `in ${category}`,
    useWhen && `use: ${useWhen}`,
    avoidWhen && `avoid: ${avoidWhen}`,
    avoid.length > 0 && `not: ${avoid.join(", ")}`,
    examples.length > 0 && `e.g. ${examples.join(" / ")}`,
    scope && `only ${[...scope.within, ...scope.paths].join(", ")}`,
  ];
  return parts.filter(Boolean).join(" | ");
}

/** `id: names | summary | in category | kind path, kind path`, empty parts left out. */
function termLine({ id, name, aliases, summary, category, entries }: Term): string {
  const where = entries.map(({ kind, path }) => `${kind} ${path}`).join(", ");
  const names = [name, ...aliases].join(" = ");
  return [`${id}: ${names}`, summary, category && `in ${category}`, where].filter(Boolean).join(" | ");
}

/** The entries of one file. */
export function entries(path: string, text: string): readonly Entry[] {
  return pageOf(workspace({ [path]: text }), path).exports.terms.entries;
}

/** The entries of one file, a line each. */
export function entryLines(path: string, text: string): string[] {
  return entries(path, text).map(entryLine);
}

/** The terms of a workspace, a line each. */
export function termLines(source: Parameters<typeof workspace>[0]): string[] {
  return [...workspace(source).snapshot.glossary.terms.values()].map(termLine);
}
