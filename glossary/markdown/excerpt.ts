/** Pieces of workspace Markdown made safe to show: no HTML, no images, links only to the web. */
import { applyEdits, type Edit, encloses, inside, type Span } from "../text/span.ts";
import type { Facts, Link } from "./facts.ts";

/**
 * The Markdown of `span` for a hover: HTML and images dropped, links within the repository replaced by their
 * text, prefixes of block quotes and indentation at line starts removed.
 */
export function excerpt(text: string, facts: Facts, span: Span): string {
  const edits: Edit[] = [];
  for (const html of inside(facts.html, span))
    edits.push({ span: relative(html.span, span), text: isBreak(text, html.span) ? "\n" : "" });
  for (const link of inside(facts.links, span)) edits.push(...linkEdits(link, span));
  return applyEdits(text.slice(span.start, span.end), withoutOverlaps(edits))
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]*(?:>[ \t]?)*[ \t]*/g, "\n")
    .trim();
}

/** True for `<br>`, `<br/>` and `<br />`. */
function isBreak(text: string, { start, end }: Span): boolean {
  return /^<br\s*\/?>$/i.test(text.slice(start, end));
}

/** The pieces of `span` between breaks of lines in HTML; at least one. */
export function linesOf(text: string, facts: Facts, span: Span): Span[] {
  const breaks = inside(facts.html, span).filter((html) => isBreak(text, html.span));
  const starts = [span.start, ...breaks.map((html) => html.span.end)];
  return starts.map((start, i) => ({ start, end: breaks[i]?.span.start ?? span.end }));
}

function linkEdits({ kind, span, text, url }: Link, within: Span): Edit[] {
  if (kind === "image" || kind === "image-reference" || kind === "footnote")
    return [{ span: relative(span, within), text: "" }];
  if (/^https?:/i.test(url) || kind === "autolink") return [];
  return [
    { span: relative({ start: span.start, end: text.start }, within), text: "" },
    { span: relative({ start: text.end, end: span.end }, within), text: "" },
  ];
}

function relative(span: Span, within: Span): Span {
  return { start: span.start - within.start, end: span.end - within.start };
}

/** An image in a link, or HTML in an image: the outer one decides. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (edit.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(edit);
  }
  return kept;
}

/** The words of `span` on one line, without any markup. Character references and escapes stay as written. */
export function plainText(text: string, facts: Facts, span: Span): string {
  const edits: Edit[] = [];
  const cut = (start: number, end: number) => edits.push({ span: relative({ start, end }, span), text: "" });
  for (const html of inside(facts.html, span))
    if (isBreak(text, html.span)) edits.push({ span: relative(html.span, span), text: " " });
    else cut(html.span.start, html.span.end);
  for (const link of inside(facts.links, span)) {
    if (link.kind.startsWith("image") || link.kind === "footnote") cut(link.span.start, link.span.end);
    else {
      cut(link.span.start, link.text.start);
      cut(link.text.end, link.span.end);
    }
  }
  for (const { span: all, inner } of inside(facts.emphases, span)) {
    cut(all.start, inner.start);
    cut(inner.end, all.end);
  }
  for (const code of facts.codeSpans) {
    if (!encloses(span, code)) continue;
    const marks = /^`+/.exec(text.slice(code.start, code.end))?.[0].length ?? 1;
    cut(code.start, code.start + marks);
    cut(code.end - marks, code.end);
  }
  for (const one of facts.escapes) {
    if (encloses(span, one) && text[one.start] === "\\") cut(one.start, one.start + 1);
  }
  return applyEdits(text.slice(span.start, span.end), withoutOverlaps(edits))
    .replace(/[\r\n][ \t>]*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A line without markup, as `plainText`, for one whose facts are not at hand any more. */
export function withoutMarkup(line: string): string {
  return line
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{0,400}\)/g, "$1")
    .replace(/`+/g, "")
    .replace(/(?<!\s|^)\*+|\*+(?=\S)/g, "")
    .replace(/(?<![\p{L}\p{N}_])_(?:_+|(?=\S))|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu, "");
}

/** Workspace text as literal Markdown: nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&-]/g, "\\$&").replace(/\s+/g, " ");
}
