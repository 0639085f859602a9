/** Headings as plain text: markup dropped, escapes and character references decoded. */
import type { Span } from "../text/span.ts";
import { decode } from "./escapes.ts";
import type { From, InlineFacts } from "./inline-facts.ts";
import { BACKTICK } from "./scan-chars.ts";

interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * What `content`, a span of `text`, shows. The facts from `from` on are what is in it. `alternative` is the text
 * of an image, given what is between its brackets; HTML counts there, as in mdast.
 */
export function plainText(
  text: string,
  content: Span,
  facts: InlineFacts,
  from: From,
  alternative: (span: Span) => string,
  withHtml: boolean,
): string {
  const parts: Replacement[] = [];
  const cut = (start: number, end: number) => {
    if (end > start) parts.push({ span: { start, end }, text: "" });
  };
  for (const { span } of facts.html.slice(from.html)) if (!withHtml) cut(span.start, span.end);
  for (const span of facts.breaks.slice(from.breaks)) cut(span.start, span.end);
  for (const span of facts.codeSpans.slice(from.codeSpans)) parts.push({ span, text: codeText(text, span) });
  for (const span of facts.escapes.slice(from.escapes)) {
    parts.push({ span, text: decode(text.slice(span.start, span.end)) });
  }
  for (const { span, inner } of [
    ...facts.emphases.slice(from.emphases),
    ...facts.strikes.slice(from.strikes),
  ]) {
    cut(span.start, inner.start);
    cut(inner.end, span.end);
  }
  for (const link of facts.links.slice(from.links)) {
    if (link.kind === "image" || link.kind === "image-reference") {
      parts.push({ span: link.span, text: alternative(link.text) });
    } else {
      cut(link.span.start, link.text.start);
      cut(link.text.end, link.span.end);
    }
  }
  parts.sort((a, b) => a.span.start - b.span.start);
  let result = "";
  let at = content.start;
  for (const { span, text: shown } of parts) {
    result += text.slice(at, span.start) + shown;
    at = span.end;
  }
  return result + text.slice(at, content.end);
}

/** What a code span shows: one space of padding on both sides does not count, unless there is nothing else. */
function codeText(text: string, { start, end }: Span): string {
  let ticks = 0;
  while (text.charCodeAt(start + ticks) === BACKTICK) ticks++;
  const inner = text.slice(start + ticks, end - ticks);
  const padded = /^[ \r\n]/.test(inner) && /[ \r\n]$/.test(inner) && /[^ \r\n]/.test(inner);
  return padded ? inner.replace(/^(?:\r\n|[ \r\n])|(?:\r\n|[ \r\n])$/g, "") : inner;
}

/** On one line, without space around it. A backslash at a line end is a hard break. */
export function oneLine(text: string): string {
  const clean = text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
  return clean.includes("\n") || clean.includes("\r")
    ? clean.replace(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t]*/g, " ").trim()
    : clean.trim();
}
