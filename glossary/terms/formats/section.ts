/**
 * A `## Glossary` or `## Terminology` section in any other document, such as a specification. Its terms hold in
 * that document alone. Read are bullets, bold names, tables, definition lists and subheadings.
 */

import type { Item } from "../../markdown/facts.ts";
import { encloses, type Span } from "../../text/span.ts";
import { glossaryFile } from "../../workspace/glossaryFolder.ts";
import { distinct, type Entry, isAcronym } from "../model/term.ts";
import { abbreviations } from "./abbreviations.ts";
import { isCommonNoun } from "./announcement.ts";
import { boldEntries, plainEntries } from "./boldEntries.ts";
import { definitionLists } from "./definitionList.ts";
import { headings } from "./headings.ts";
import { htmlLists } from "./htmlList.ts";
import { type Row, readRow } from "./listRow.ts";
import { type SectionKind, sectionKind } from "./sectionKind.ts";
import { itemBody, makeEntry, readsLikeName, rootItems, type SourcePage, withoutLabels } from "./source.ts";
import { tables } from "./table.ts";

/** A section that is a glossary, by its heading. */
export interface GlossarySection {
  readonly kind: SectionKind;
  readonly span: Span;
}

/** The sections of the page that are glossaries, the outermost ones. */
export function glossarySections({ path, facts, text }: SourcePage): GlossarySection[] {
  const found: GlossarySection[] = [];
  for (const [i, heading] of facts.headings.entries()) {
    const kind = sectionKind(heading.text);
    if (!kind || (found.at(-1)?.span.end ?? 0) > heading.span.start) continue;
    const next = facts.headings.slice(i + 1).find(({ depth }) => depth <= heading.depth);
    // A title alone may be that of a page about glossaries.
    const surely = heading.depth > 1 || i > 0 || glossaryFile(path) === "context";
    found.push({
      kind: surely || kind !== "glossary" ? kind : "terminology",
      span: { start: heading.span.end, end: next?.span.start ?? text.length },
    });
  }
  return found;
}

/** The entries of these sections, which hold in the page alone. */
export function sectionEntries(page: SourcePage, sections: readonly GlossarySection[]): Entry[] {
  const scope = { within: [page.path], paths: [] };
  return sections.flatMap((section) =>
    readSection(page, section).map((entry) => ({ ...entry, kind: "section" as const, category: "", scope })),
  );
}

/** The entries of a section, each place once. */
export function readSection(page: SourcePage, { kind, span: body }: GlossarySection): Entry[] {
  const lists = [
    ...tables(page, body, kind !== "definitions"),
    ...definitionLists(page, body),
    ...htmlLists(page, body),
    ...abbreviations(page, body),
  ];
  const all =
    kind === "vocabulary" ? lists : [...rows(page, body, kind), ...lists, ...boldEntries(page, body)];
  const strict = kind === "vocabulary" || kind === "definitions";
  const entries = all.length > 0 || strict ? all : looser(page, body, kind);
  const found = new Map(entries.map((entry) => [entry.span.start, entry]));
  return kind === "acronyms" ? [...found.values()].filter(isAbbreviation) : [...found.values()];
}

/** What may as well be something else than names and definitions. */
function looser(page: SourcePage, body: Span, kind: SectionKind): Entry[] {
  const byHeading = headings(page, body, kind === "terminology");
  return byHeading.length > 0 || kind !== "glossary" ? byHeading : plainEntries(page, body);
}

/** `API`, `gNMI`, `bpm`, not `First use`: lists of abbreviations hold rules about them, too. */
function isAbbreviation({ kind, names: [name = ""] }: Entry): boolean {
  const isShort =
    isAcronym(name) || /^(?:\p{Ll}{1,4}|[\p{L}\p{N}.&/+-]{1,11}[\p{Lu}\p{N}.][\p{L}\p{N}]{0,3})$/u.test(name);
  return isShort || kind === "abbreviation" || kind === "definition-list";
}

interface ItemRow {
  readonly row: Row;
  readonly item: Item;
  readonly lead: Span;
}

/** Bullets; where all rows of the section have one, a colon after a bare name is enough. */
function rows(page: SourcePage, body: Span, kind: SectionKind): Entry[] {
  const items = rootItems(page.facts, body).filter(
    ({ span, lead, marker }) =>
      // What has a box is to be done.
      lead && encloses(body, span) && !page.text.slice(marker.end, lead.start).includes("["),
  );
  const read = (plain: "dash" | "colon") =>
    items.flatMap((item): ItemRow[] => {
      const row = item.lead && readRow(page, item.lead, plain, true);
      return row && item.lead ? [{ row, item, lead: item.lead }] : [];
    });
  const marked = named(read("dash").filter(({ row }) => row.marked));
  const bare = marked.length > 0 || kind === "definitions" ? [] : named(read("colon"));
  const chosen = marked.length > 0 ? marked : bare.length === items.length && bare.length > 1 ? bare : [];
  const entries = chosen.flatMap(({ row: { rest, marked: _, ...said }, lead, item }): Entry[] => {
    const { aliases, ...told } = itemBody(page, item, lead, rest);
    if (told.summary === "") return [];
    const names = distinct([...said.names, ...aliases]);
    return [makeEntry(page, "section", { ...said, span: item.span, names, ...told })];
  });
  return withoutLabels(page.facts, entries);
}

/** Rows whose names read like names. What may announce something is a name among several others. */
function named(all: readonly ItemRow[]): ItemRow[] {
  const sure = all.filter(({ row }) => readsLikeName(row.title)).length;
  return all.filter(
    ({ row }) => readsLikeName(row.title) || (sure >= 3 && isCommonNoun(row.names[0] as string)),
  );
}
