/**
 * A list of many terms, one row each, by letter or by category:
 *
 *     - **[ADR (Architecture Decision Record)](./terms/adr)** - Document capturing …
 *     - **Agile** - Iterative software development methodology
 *     - [REST](./terms/rest) – Architectural style
 *
 * Rows without a link or bold name count only in a list that has such rows.
 */

import type { Item } from "../../markdown/facts.ts";
import { basename } from "../../text/paths.ts";
import { isGlossaryName } from "../../workspace/glossaryFolder.ts";
import { distinct, type Entry } from "../model/term.ts";
import { readRow } from "./listRow.ts";
import {
  headingBefore,
  isAside,
  isGlossary,
  itemBody,
  makeEntry,
  readsLikeName,
  type SourcePage,
  withoutLabels,
} from "./source.ts";

const LETTER = /^(?:\p{L}(?:\s*[,–-]\s*\p{L})*|\d|#|\p{L}\.\.\.)$/u;
/** A page with fewer rows is no index; a file that is called glossary and has nothing else has just been begun. */
const FEWEST = 3;

/** The rows of `README`, `index…` and `glossary` files. */
export function indexList(page: SourcePage): Entry[] {
  if (!isGlossary(page)) return [];
  const rows = page.facts.items.flatMap((item) =>
    item.depth === 0 && !isAside(page.facts, item.span.start) ? (rowOf(page, item) ?? []) : [],
  );
  const marked = new Set(rows.flatMap((row) => (row.marked ? [row.section] : [])));
  const entries = withoutLabels(
    page.facts,
    rows.flatMap((row) => (row.marked || marked.has(row.section) ? [row.entry] : [])),
  );
  if (entries.length > 0) return entries.length < FEWEST && !isBegun(page, rows.length) ? [] : entries;
  return plainList(page);
}

/** `- TSC: Technical Steering Committee`, where a file that is called glossary holds nothing but such rows. */
function plainList(page: SourcePage): Entry[] {
  const items = page.facts.items.filter(({ depth }) => depth === 0);
  const rows = items.flatMap((item) =>
    isAside(page.facts, item.span.start) ? [] : (rowOf(page, item, "colon") ?? []),
  );
  if (rows.length < FEWEST) return [];
  const named = rows.every(({ entry }) => readsLikeName(entry.title));
  return isBegun(page, rows.length, named) ? rows.map(({ entry }) => entry) : [];
}

/**
 * True for a file that is called glossary and has no items but rows and names that nothing is said of yet; headings may
 * divide it where all `named` is names.
 */
function isBegun(page: SourcePage, rows: number, named = false): boolean {
  const { path, facts } = page;
  const isBlank = ({ lead }: Item) => {
    const row = lead && readRow(page, lead);
    return row?.marked && row.rest.start >= row.rest.end;
  };
  return (
    isGlossaryName(path) &&
    facts.items.filter((item) => item.depth === 0 && !isBlank(item)).length <= rows &&
    (named || facts.headings.every(({ depth, text }) => depth === 1 || LETTER.test(text)))
  );
}

function rowOf(page: SourcePage, item: Item, plain: "dash" | "colon" = "dash") {
  const { lead } = item;
  // An index may say something else below a name.
  const glossary = isGlossaryName(page.path);
  const row = lead && readRow(page, lead, plain, glossary);
  if (!row || (!glossary && row.rest.start >= row.rest.end)) return undefined;
  const { rest, marked, ...named } = row;
  const { aliases, ...body } = itemBody(page, item, lead, rest);
  if (body.summary === "") return undefined;
  const heading = headingBefore(page.facts, lead.start, 6);
  const above = heading?.text.replace(/^[^\p{L}\p{N}]+/u, "") ?? "";
  // What a glossary file lists it defines; other lists lead to pages.
  const kind = /^(?:readme|index|a-?z)(?:[-_.]|$)/i.test(basename(page.path)) ? "index" : "list";
  const entry = makeEntry(page, kind, {
    ...named,
    span: lead,
    names: distinct([...named.names, ...aliases]),
    ...body,
    category: heading?.depth === 1 || LETTER.test(above) ? "" : above,
  });
  return { entry, marked, section: heading?.span.start ?? -1 };
}
