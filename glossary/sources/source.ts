/**
 * What all glossary formats share. A source reads the entries of one format from one file; it decides by the
 * file's content whether it has anything to say. One file a format; `readEntries` in `entries.ts` asks them all.
 */
import { excerpt, plainText } from "../markdown/excerpt.ts";
import type { Facts, Heading, Item, Link } from "../markdown/facts.ts";
import { type Matter, scalar } from "../markdown/matter.ts";
import { bySpan, encloses, type Span } from "../text/span.ts";

/** A glossary file as a source sees it. */
export interface SourcePage {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  readonly matter: Matter;
}

/** The front matter's title, else the first level-1 heading, else "". */
export function pageTitle({ facts, matter }: SourcePage): string {
  return scalar(matter, "title") ?? firstHeading(facts)?.text ?? "";
}

/** The first level-1 heading. */
export function firstHeading(facts: Facts): Heading | undefined {
  return facts.headings.find((heading) => heading.depth === 1);
}

/** From the end of a heading to the next one of any level. */
export function bodyOf(facts: Facts, heading: Heading, length: number): Span {
  const next = facts.headings.find((one) => one.span.start > heading.span.start);
  return { start: heading.span.end, end: next?.span.start ?? length };
}

/** The nearest heading of at most `depth` before an offset. */
export function headingBefore(facts: Facts, offset: number, depth: number): Heading | undefined {
  return facts.headings.findLast((heading) => heading.span.start <= offset && heading.depth <= depth);
}

/** The link that covers all of `span`, or stands alone in the strong text that does. */
export function linkOver(facts: Facts, span: Span): Link | undefined {
  return facts.links.find(
    ({ span: link, kind, text }) =>
      (kind === "inline" || kind === "reference") &&
      ((link.start === span.start && link.end === span.end) ||
        (text.start === span.start && text.end === span.end)),
  );
}

/** How much of a definition a hover shows. */
const LINES = 8;

/** The definition that the blocks of `body` give: `markdown` for a hover, `summary` its first line as plain text. */
export function definitionIn(
  { text, facts }: SourcePage,
  body: Span,
): { definition: string; summary: string } {
  const inBody = <T extends { readonly span: Span; readonly depth: number }>(blocks: readonly T[]) =>
    blocks.filter(({ span, depth }) => depth === 0 && encloses(body, span));
  const blocks = [
    ...inBody(facts.paragraphs).map(({ span }) => ({ span, bullet: false })),
    ...inBody(facts.items).flatMap(({ lead }) => (lead ? [{ span: lead, bullet: true }] : [])),
  ].sort(bySpan);
  const lines: string[] = [];
  let summary = "";
  let previous: "paragraph" | "item" | undefined;
  for (const block of blocks) {
    if (lines.length >= LINES) break;
    const plain = plainText(text, facts, block.span);
    if (plain === "") continue;
    const markdown = excerpt(text, facts, block.span);
    if (block.bullet) {
      if (previous === "paragraph") lines.push("");
      lines.push(`- ${markdown.replace(/\n/g, " ")}`);
    } else {
      // A second paragraph is explanation, not definition.
      if (previous === "paragraph") break;
      lines.push(...(previous ? [""] : []), markdown);
    }
    summary ||= plain;
    previous = block.bullet ? "item" : "paragraph";
  }
  return { definition: lines.join("\n"), summary };
}

/** Items of root lists within a span. */
export function rootItems(facts: Facts, within: Span): Item[] {
  return facts.items.filter(({ span, depth }) => depth === 0 && encloses(within, span));
}
