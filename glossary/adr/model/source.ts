/** A page as the ADR model reads it, and its text without what a reader would not take for the author's words. */

import { patternOf } from "../../languages/merge.ts";
import type { Facts } from "../../markdown/facts.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import type { AdrRole } from "./role.ts";

/** Front matter as far as ADRs use it. */
export interface AdrMatter {
  readonly span: Span | undefined;
  readonly values: readonly {
    readonly key: string;
    readonly value: string | readonly string[];
    readonly span: Span;
  }[];
}

/** What an ADR is read from. Spans are relative to `text`. */
export interface AdrSource {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  readonly matter: AdrMatter;
  /** What the settings say of the page. */
  readonly role?: AdrRole | undefined;
}

/** The scalar value of a key of the front matter. */
export function matterValue({ matter }: AdrSource, ...keys: readonly string[]) {
  for (const key of keys) {
    const found = matter.values.find((one) => one.key.toLowerCase() === key);
    if (found && typeof found.value === "string" && found.value.trim() !== "")
      return { value: found.value, span: found.span };
  }
  return undefined;
}

/**
 * The text with front matter, code blocks, comments, pictures, tags, addresses and link marks blanked out. It is
 * as long as the text, so offsets stay what they are.
 */
export function visibleText({ text, facts, matter }: AdrSource): string {
  const holes: Span[] = matter.span ? [matter.span] : [];
  for (const { span } of facts.codes) holes.push(span);
  for (const { span } of facts.definitions) holes.push(span);
  for (const { span, inline } of facts.html) {
    const source = text.slice(span.start, span.end);
    if (inline || source.startsWith("<!--")) holes.push(span);
    else for (const tag of source.matchAll(TAG)) holes.push(at(span.start + tag.index, tag[0].length));
  }
  for (const { span, kind, text: shown } of facts.links) {
    if (kind === "inline" || kind === "reference")
      holes.push({ start: span.start, end: shown.start }, { start: shown.end, end: span.end });
    else holes.push(span);
  }
  // What a template tells its author in quotes is none of the author's words.
  for (const { span, depth } of facts.quotes)
    if (depth === 0 && GUIDANCE.test(text.slice(span.start, Math.min(span.end, span.start + 600))))
      holes.push(span);
  // A span that looks like a placeholder but is code is what the text is about.
  for (const span of facts.codeSpans)
    for (const brace of text.slice(span.start, span.end).matchAll(/[{}[\]<>`]/g))
      holes.push(at(span.start + brace.index, 1));
  return blank(text, holes);
}

const GUIDANCE = new RegExp(`\\b(?:${patternOf(({ adr }) => adr?.placeholders?.guidance)})\\b`, "i");
const TAG = /<!--[\s\S]{0,5000}?-->|<[^<>]{1,500}>/g;

function at(start: number, length: number): Span {
  return { start, end: start + length };
}

/** `text` with spaces for everything in `holes` but line ends. */
export function blank(text: string, holes: readonly Span[]): string {
  const sorted = holes.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of sorted) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    parts.push(text.slice(from, begin), text.slice(begin, end).replace(/[^\r\n]/g, " "));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** `visible` without lines that hold nothing but links: they lead to reasons, they are none. */
export function withoutLinkLines(source: AdrSource, visible: string): string {
  const lines = new Map<number, Span[]>();
  for (const { span, kind } of source.facts.links) {
    if (kind === "footnote" || kind.startsWith("image")) continue;
    const start = lineStart(source.text, span.start);
    lines.set(start, [...(lines.get(start) ?? []), span]);
  }
  const holes: Span[] = [];
  for (const [start, spans] of lines) {
    const last = Math.max(...spans.map(({ end }) => end));
    const end = lineEnd(source.text, last);
    const rest = blank(
      source.text.slice(start, end),
      spans.map((span) => ({ start: span.start - start, end: span.end - start })),
    );
    if (RELATION_ONLY.test(rest)) holes.push({ start, end });
  }
  // The title of an article elsewhere is not what this author says.
  for (const { span, url, text } of source.facts.links)
    if (/^https?:/i.test(url) && source.text.slice(text.start, text.end).trim().split(/\s+/).length >= 4)
      holes.push(span);
  return blank(visible, holes);
}

/** What may stand beside a link on a line that says nothing else. */
const RELATION_ONLY =
  /^[\s>*+\-\d.):,;&|()[\]]*(?![\s>*+\-\d.):,;&|()[\]])(?:(?:see(?: also| instead)?|relates? to|related to|refines|refined by|depends on|source|link|cf\.?|via)\b[\s:,.]*(?![\s:,.]))?(?:and|,|;|\s|\.)*$/i;
