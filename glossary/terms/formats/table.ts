/**
 * Tables of terms: `| Term | Definition | Aliases | Avoid |`, in the words that people use for these columns, and
 * `| Acronym | Stands for |`.
 */

import { patternOf } from "../../languages/merge.ts";
import { excerpt, linesOf, plainText } from "../../markdown/excerpt.ts";
import { inside, type Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames, splitNames } from "../model/term.ts";
import { headingBefore, linkOver, makeEntry, type SourcePage, withoutMacros } from "./source.ts";
import { type Columns, columnsOf } from "./tableColumns.ts";

/**
 * One entry a row of each such table of the root within `within`. In a file that is `surely` a glossary, a column
 * called "Name" or "Concept" holds terms, too.
 */
export function tables(page: SourcePage, within: Span, surely: boolean): Entry[] {
  return inside(page.facts.tables, within).flatMap(({ rows, depth }) => {
    if (depth > 0) return [];
    const columns = columnsOf(page, rows, surely);
    return columns ? rows.slice(1).flatMap((cells) => readCells(page, cells, columns) ?? []) : [];
  });
}

function readCells(page: SourcePage, cells: readonly Span[], columns: Columns): Entry | undefined {
  const { text, facts } = page;
  const cell = cells[columns.term];
  if (!cell) return undefined;
  const plain = (column: number) => {
    const span = cells[column];
    return span ? plainText(text, facts, span) : "";
  };
  const title = plain(columns.term);
  // `受付端末 / kiosk` holds two names; `CI/CD` is one.
  const lines = linesOf(text, facts, cell).map((line) => plainText(text, facts, line));
  const own = distinct(lines.flatMap((line) => line.split(/(?<!\s)\s+[/|]\s+/)).flatMap(parseNames));
  const summary = plain(columns.definition) || plain(columns.expansion);
  if (own.length === 0 || summary === "") return undefined;
  const span = cells[columns.definition] ?? cells[columns.expansion];
  const long = plain(columns.expansion);
  const isName = long !== "" && !/[:：;；]/.test(long) && long.split(" ").length <= 10;
  const expansion = long.replace(/[()（）]|[.。]$/g, "");
  const expanded = isName ? parseNames(`${own[0]} (${expansion})`) : [];
  const link = linkOver(facts, cell) ?? inside(facts.links, cell).find((one) => one.kind === "inline");
  const example = plain(columns.example);
  return makeEntry(page, "table", {
    span: { start: cell.start, end: Math.max(cell.end, cells.at(-1)?.end ?? 0) },
    nameSpan: cell,
    aliasSpans: [cells[columns.aliases], isName ? cells[columns.expansion] : undefined].filter(
      (one) => one !== undefined,
    ),
    title,
    names: distinct([...own, ...expanded, ...splitNames(plain(columns.aliases))]),
    avoid: splitNames(plain(columns.avoid)),
    definition: withoutMacros(span ? excerpt(text, facts, span) : summary) || summary,
    summary: withoutMacros(summary),
    link: link?.url ?? "",
    category:
      plain(columns.category) ||
      (headingBefore(facts, cell.start, 6)?.depth === 1 ? "" : categoryAbove(page, cell)),
    examples: example ? [example] : [],
  });
}

/** The heading above a table, where it is not just "Glossary" or "Terms". */
function categoryAbove({ facts }: SourcePage, { start }: Span): string {
  const above = headingBefore(facts, start, 6)?.text ?? "";
  return GENERAL.test(above) ? "" : above.replace(/^[^\p{L}\p{N}]+/u, "");
}

const GENERAL = new RegExp(`^\\p{L}$|${patternOf(({ glossary }) => glossary?.titles?.general)}`, "iu");
