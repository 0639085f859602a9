/**
 * A `## Glossary` or `## Terminology` section in any other document, such as a specification. Its terms hold in
 * that document alone. Read are bullets, bold names, tables, definition lists and subheadings.
 */
import { distinct, type Entry } from "../domain/term.ts";
import type { Heading } from "../markdown/facts.ts";
import { encloses, type Span } from "../text/span.ts";
import { abbreviations } from "./abbreviations.ts";
import { boldEntries } from "./boldEntries.ts";
import { definitionLists } from "./definitionList.ts";
import { headings } from "./headings.ts";
import { readRow } from "./listRow.ts";
import { bodyIn, makeEntry, readsLikeName, rootItems, type SourcePage } from "./source.ts";
import { tables } from "./table.ts";

const TITLE =
  /^(?:\p{N}+(?:\.\p{N}+)*[.)]?\s+|[^\p{L}\p{N}]+)?(?:glossary(?: of .{1,30}| and (?:acronyms|abbreviations|terms))?|terminology|(?:key )?terms (?:and|&) (?:definitions|acronyms|abbreviations)|definitions(?:,| and) (?:acronyms|abbreviations).*|key terms|ubiquitous language|用語集?|用語の定義|术语表?|术语定义|術語表?|용어(?:집| 정의)?|begriffe|(?:glossar|glossaire|glosario|glossário|glossario)(?: .{1,30})?|глоссарий)(?:\s*[(（][^()（）]{1,20}[)）])?$/iu;

/** What every such title has in it; most headings of a repository go no further. */
const HINT = /glos|term|definitions|language|begriff|用|术|術|용|глосс/i;

/** The sections of the page that are glossaries, by their headings. */
export function glossarySections(page: SourcePage): Heading[] {
  return page.facts.headings.filter(
    ({ depth, text }) => depth > 1 && text.length <= 60 && HINT.test(text) && TITLE.test(text.trim()),
  );
}

/** The entries of these sections. */
export function sectionEntries(page: SourcePage, sections: readonly Heading[]): Entry[] {
  const scope = { within: [page.path], paths: [] };
  const found = new Map<number, Entry>();
  for (const heading of sections) {
    const next = page.facts.headings.find(
      (one) => one.span.start > heading.span.start && one.depth <= heading.depth,
    );
    const body = { start: heading.span.end, end: next?.span.start ?? page.text.length };
    const all = [
      ...rows(page, body),
      ...tables(page, body, true),
      ...definitionLists(page, body),
      ...abbreviations(page, body),
      ...boldEntries(page, body),
    ];
    for (const entry of all.length > 0 ? all : headings(page, body))
      found.set(entry.span.start, { ...entry, kind: "section", category: "", scope });
  }
  return [...found.values()];
}

/** Bullets; where all rows of the section have one, a colon after a bare name is enough. */
function rows(page: SourcePage, body: Span): Entry[] {
  const items = rootItems(page.facts, body).flatMap(({ lead, span }) => (lead ? [{ lead, span }] : []));
  const read = (colon: "dash" | "colon") =>
    items.flatMap(({ lead, span }) => {
      const row = readRow(page, lead, colon);
      return row && readsLikeName(row.title) && encloses(body, span) ? [{ row, lead, span }] : [];
    });
  const marked = read("dash").filter(({ row }) => row.marked);
  const bare = read("colon");
  const chosen = marked.length > 0 ? marked : bare.length === items.length && bare.length > 1 ? bare : [];
  return chosen.flatMap(({ row: { rest, marked: _, ...named }, lead, span }): Entry[] => {
    const { aliases, ...said } = bodyIn(page, { start: lead.end, end: lead.end }, rest);
    if (said.summary === "") return [];
    return [
      makeEntry(page, "section", { ...named, span, names: distinct([...named.names, ...aliases]), ...said }),
    ];
  });
}
