/**
 * Reader 1: a hand scanner that gives the same facts as the remark reader, a hundred times faster. Blocks first
 * (scan-blocks.ts), then the leaves that may hold something (inline.ts). Where it meets what it does not know well
 * enough, it says so, and the other reader is asked.
 */
import { bySpan, type Span } from "../text/span.ts";
import { boxLength, derive } from "./derive.ts";
import { decode, normalizeLabel } from "./escapes.ts";
import type {
  Code,
  Definition,
  Heading,
  Html,
  Item,
  Paragraph,
  Quote,
  RawFacts,
  ReadEnv,
  Reading,
  Table,
} from "./facts.ts";
import { InlineScanner } from "./inline.ts";
import { endsOf, type From, type InlineFacts, unchanged } from "./inline-facts.ts";
import { oneLine, plainText } from "./inline-plain.ts";
import { scanBlocks } from "./scan-blocks.ts";
import { BOM, skipSpaces } from "./scan-chars.ts";
import { type Content, join } from "./scan-content.ts";
import {
  CODE,
  type Found,
  HEADING,
  HEADING_LEAF,
  ITEM,
  ITEM_LEAF,
  LEAF,
  PARAGRAPH,
  QUOTE,
  ROW_LEAF,
  TABLE,
} from "./scan-found.ts";
import { eachCell } from "./scan-lines.ts";

/** Reads a section. Linear in its length. */
export function scan(text: string, env: ReadEnv): Reading {
  // A NUL is read as if it were U+FFFD (CommonMark 2.3).
  const source = text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
  const found = scanBlocks(source, source.charCodeAt(0) === BOM ? 1 : 0, source.length);
  const { inline, texts } = readLeaves(found, labelsOf(found, env), true);
  const raw = collect(found, inline.facts, texts);
  return { facts: derive(text, raw), sure: found.doubt === "" && inline.doubt === "" };
}

function labelsOf(found: Found, env: ReadEnv): Set<string> {
  const labels = new Set(env.labels);
  for (const { label } of found.definitions) labels.add(normalizeLabel(label));
  return labels;
}

interface Leaves {
  readonly inline: InlineScanner;
  /** The texts of headings, by the index of their leaf. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Reads all leaves for their inline content. Unless `all` is asked for, headings only give their text and links. */
function readLeaves(found: Found, labels: ReadonlySet<string>, all: boolean): Leaves {
  const inline = new InlineScanner(labels);
  const texts = new Map<number, string>();
  const { leaves, text } = found;
  for (let i = 0; i < leaves.length; i += LEAF) {
    const start = leaves[i] as number;
    const end = leaves[i + 1] as number;
    const kind = leaves[i + 2] as number;
    if (kind === ROW_LEAF) {
      eachCell(text, start, end, (from, to) => inline.read(part(text, from, to), all, false));
      continue;
    }
    const content = contentOf(found, i);
    if (kind === HEADING_LEAF && content.starts) inline.doubt ||= "heading across prefixed lines";
    if (kind === HEADING_LEAF) texts.set(i, headingText(inline, found.text, content, { start, end }));
    else inline.read(content, all, kind === ITEM_LEAF);
  }
  return { inline, texts };
}

function part(text: string, start: number, end: number): Content {
  return { text, start, end, starts: undefined, sources: undefined };
}

function contentOf({ text, leaves, lines }: Found, leaf: number): Content {
  const from = leaves[leaf + 3] as number;
  const to = leaves[leaf + 4] as number;
  if (from < to) return join(text, lines, from, to);
  return part(text, leaves[leaf] as number, leaves[leaf + 1] as number);
}

function headingText(inline: InlineScanner, source: string, content: Content, span: Span): string {
  const from = endsOf(inline.facts);
  inline.read(content, true, false);
  return oneLine(shown(inline, source, content, span, from, false));
}

/** What a piece of inline content shows; of images, what is between their brackets. */
function shown(
  inline: InlineScanner,
  source: string,
  content: Content,
  span: Span,
  from: From,
  withHtml: boolean,
): string {
  if (unchanged(inline.facts, from)) return content.text.slice(content.start, content.end);
  const alternative = (text: Span) => {
    const nested = inline.nested();
    const none = endsOf(nested.facts);
    const inner = part(source, text.start, text.end);
    nested.read(inner, true, false);
    return shown(nested, source, inner, text, none, true);
  };
  return plainText(source, span, inline.facts, from, alternative, withHtml);
}

function collect(found: Found, inline: InlineFacts, texts: ReadonlyMap<number, string>): RawFacts {
  const html: Html[] = [];
  each(found.html, 2, (record, at) => html.push({ span: spanAt(record, at), inline: false }));
  html.push(...inline.html);
  const definitions = found.definitions.map(
    ({ start, end, label, destinationStart, destinationEnd, destination }): Definition => ({
      span: { start, end },
      label: normalizeLabel(label),
      destination: { start: destinationStart, end: destinationEnd },
      url: decode(destination),
    }),
  );
  return {
    headings: headingsOf(found, texts),
    paragraphs: paragraphsOf(found),
    items: itemsOf(found),
    codes: codesOf(found),
    tables: tablesOf(found),
    html: html.sort(bySpan),
    quotes: quotesOf(found),
    links: inline.links.sort(bySpan),
    definitions,
    emphases: inline.emphases.sort(bySpan),
    codeSpans: inline.codeSpans,
    escapes: inline.escapes,
  };
}

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

function headingsOf(found: Found, texts: ReadonlyMap<number, string>): Heading[] {
  const headings: Heading[] = [];
  each(found.headings, HEADING, (list, at) => {
    const span = spanAt(list, at);
    const leaf = list[at + 3] as number;
    const content = leaf < 0 ? { start: span.end, end: span.end } : spanAt(found.leaves, leaf);
    headings.push({ span, depth: list[at + 2] as number, content, text: texts.get(leaf) ?? "" });
  });
  return headings;
}

function paragraphsOf(found: Found): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  each(found.paragraphs, PARAGRAPH, (list, at) => {
    paragraphs.push({ span: spanAt(list, at), depth: list[at + 2] as number });
  });
  return paragraphs;
}

function itemsOf({ text, items }: Found): Item[] {
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

function codesOf(found: Found): Code[] {
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

function tablesOf({ text, tables, rows }: Found): Table[] {
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

function quotesOf(found: Found): Quote[] {
  const quotes: Quote[] = [];
  each(found.quotes, QUOTE, (list, at) => {
    quotes.push({ span: spanAt(list, at), depth: list[at + 2] as number });
  });
  return quotes;
}
