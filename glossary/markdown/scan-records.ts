/** The numbers of the block pass as facts. */

import { ownCopy } from "../text/ownCopy.ts";
import type { Span } from "../text/span.ts";
import { boxLength } from "./derive.ts";
import { decode, normalizeLabel } from "./escapes.ts";
import type { Code, Definition, Heading, Html, Item, Paragraph, Quote, Table } from "./facts.ts";
import { skipSpaces } from "./scan-chars.ts";
import { CODE, type Found, HEADING, ITEM, PARAGRAPH, QUOTE, TABLE } from "./scan-found.ts";
import { eachCell } from "./scan-lines.ts";

function each(
  list: readonly number[],
  size: number,
  use: (list: readonly number[], at: number) => void,
): void {
  for (let at = 0; at < list.length; at += size) use(list, at);
}

function spanAt(list: readonly number[], at: number): Span {
  return { start: list[at] as number, end: list[at + 1] as number };
}

export function headingsOf(found: Found, texts: ReadonlyMap<number, string>): Heading[] {
  const headings: Heading[] = [];
  each(found.headings, HEADING, (list, at) => {
    const span = spanAt(list, at);
    const leaf = list[at + 3] as number;
    const content = leaf < 0 ? { start: span.end, end: span.end } : spanAt(found.leaves, leaf);
    headings.push({ span, depth: list[at + 2] as number, content, text: texts.get(leaf) ?? "" });
  });
  return headings;
}

export function paragraphsOf(found: Found): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  each(found.paragraphs, PARAGRAPH, (list, at) => {
    paragraphs.push({ span: spanAt(list, at), depth: list[at + 2] as number });
  });
  return paragraphs;
}

export function itemsOf({ text, items }: Found): Item[] {
  const result: Item[] = [];
  each(items, ITEM, (list, at) => {
    const start = list[at] as number;
    const markerEnd = list[at + 1] as number;
    const leadStart = list[at + 4] as number;
    const leadEnd = list[at + 5] as number;
    const first = text.charCodeAt(start);
    result.push({
      span: { start, end: list[at + 2] as number },
      depth: list[at + 3] as number,
      ordered: first >= 48 && first <= 57,
      marker: { start, end: markerEnd },
      lead: leadStart < 0 ? undefined : lead(text, leadStart, leadEnd),
    });
  });
  return result;
}

function lead(text: string, start: number, end: number): Span {
  const box = boxLength(text, start);
  return { start: box === 0 ? start : Math.min(skipSpaces(text, start + box, end), end), end };
}

export function codesOf(found: Found): Code[] {
  const codes: Code[] = [];
  each(found.codes, CODE, (list, at) => {
    codes.push({
      span: spanAt(list, at),
      fenced: list[at + 2] === 1,
      info: (list[at + 3] as number) < 0 ? undefined : spanAt(list, at + 3),
      closed: list[at + 5] === 1,
    });
  });
  return codes;
}

export function tablesOf({ text, tables, rows }: Found): Table[] {
  const result: Table[] = [];
  each(tables, TABLE, (list, at) => {
    const cells: Span[][] = [];
    for (let row = list[at + 3] as number; row < (list[at + 4] as number); row += 2) {
      const spans: Span[] = [];
      eachCell(text, rows[row] as number, rows[row + 1] as number, (start, end) =>
        spans.push({ start, end }),
      );
      cells.push(spans);
    }
    result.push({ span: spanAt(list, at), depth: list[at + 2] as number, rows: cells });
  });
  return result;
}

export function quotesOf(found: Found): Quote[] {
  const quotes: Quote[] = [];
  each(found.quotes, QUOTE, (list, at) => {
    quotes.push({ span: spanAt(list, at), depth: list[at + 2] as number });
  });
  return quotes;
}

export function definitionsOf(found: Found): Definition[] {
  return found.definitions.map(({ start, end, label, destinationStart, destinationEnd, destination }) => ({
    span: { start, end },
    label: normalizeLabel(label),
    destination: { start: destinationStart, end: destinationEnd },
    url: ownCopy(decode(destination)),
  }));
}

/** HTML blocks only. */
export function htmlOf(found: Found): Html[] {
  const html: Html[] = [];
  each(found.html, 2, (list, at) => html.push({ span: spanAt(list, at), inline: false }));
  return html;
}
