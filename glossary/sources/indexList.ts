/**
 * A list of many terms, one row each, by letter or by category:
 *
 *     - **[ADR (Architecture Decision Record)](./terms/adr)** - Document capturing …
 *     - **Agile** - Iterative software development methodology
 *     - [REST](./terms/rest) – Architectural style
 *
 * Rows without a link or bold name count only in a list that has such rows.
 */

import { type Entry, parseNames } from "../domain/term.ts";
import { plainText } from "../markdown/excerpt.ts";
import { basename } from "../text/paths.ts";
import { bySpan, type Span } from "../text/span.ts";
import { headingBefore, linkOver, type SourcePage } from "./source.ts";

const DASH = /^[ \t]*(?:[:：]|[-–—]{1,3}(?=[ \t]))[ \t]*/;
const LETTER = /^(?:\p{L}(?:\s*[,–-]\s*\p{L})*|\d|#|\p{L}\.\.\.)$/u;

/** The rows of `README`, `index…` and `glossary` files. A page with fewer than three rows is no index. */
export function indexList(page: SourcePage): Entry[] {
  if (!/^(?:readme|index|glossary|terms)(?:[-_.]|$)/i.test(basename(page.path))) return [];
  const rows = page.facts.items
    .filter(({ depth, lead }) => depth === 0 && lead)
    .map(({ lead }) => readRow(page, lead as Span));
  const marked = new Set(rows.flatMap((row) => (row?.marked ? [row.section] : [])));
  const entries = rows.flatMap((row) => (row && (row.marked || marked.has(row.section)) ? [row.entry] : []));
  return entries.length < 3 ? [] : entries;
}

function readRow(page: SourcePage, lead: Span) {
  const { text, facts, path } = page;
  const starting = [...facts.emphases.filter(({ strong }) => strong), ...facts.links]
    .filter(({ span }) => span.start === lead.start && span.end <= lead.end)
    .sort(bySpan)[0];
  const source = text.slice(lead.start, lead.end);
  const end = starting
    ? starting.span.end
    : lead.start + (/^[^\r\n]{1,80}?(?=[ \t][-–—]{1,3}[ \t])/.exec(source)?.[0].length ?? 0);
  const dash = DASH.exec(text.slice(end, lead.end));
  if (end === lead.start || !dash) return undefined;
  const inner =
    starting && "inner" in starting
      ? starting.inner
      : starting && "text" in starting
        ? starting.text
        : { start: lead.start, end };
  const title = plainText(text, facts, { start: lead.start, end }).replace(/[:：]$/, "");
  const names = parseNames(title);
  const summary = plainText(text, facts, { start: end + dash[0].length, end: lead.end });
  if (names.length === 0 || summary === "") return undefined;
  const link = linkOver(facts, { start: lead.start, end }) ?? linkOver(facts, inner);
  const heading = headingBefore(facts, lead.start, 6);
  const above = heading?.text.replace(/^[^\p{L}\p{N}]+/u, "") ?? "";
  const entry: Entry = {
    kind: "index",
    path,
    span: lead,
    nameSpan: link?.text ?? inner,
    title,
    names,
    definition: summary,
    summary,
    link: link?.url ?? "",
    category: LETTER.test(above) ? "" : above,
    useWhen: "",
    avoidWhen: "",
  };
  return { entry, marked: starting !== undefined, section: heading?.span.start ?? -1 };
}
