/**
 * Paragraphs that begin with a bold name:
 *
 *     **Stack** - What is deployed together.
 *
 *     **Order**:
 *     What a customer has asked for.
 *     _Avoid_: purchase, transaction
 *
 * Only what reads like a name counts; two of them make a glossary of a file. Lines of one paragraph may be entries of
 * their own.
 */
import { distinct, type Entry } from "../domain/term.ts";
import { firstFrom, inside, type Span } from "../text/span.ts";
import { readRow } from "./listRow.ts";
import { bodyIn, headingBefore, isAside, makeEntry, readsLikeName, type SourcePage } from "./source.ts";

export function boldEntries(page: SourcePage, within: Span): Entry[] {
  const { facts } = page;
  const strong = new Set(
    inside(facts.emphases, within).flatMap((one) => (one.strong ? [one.span.start] : [])),
  );
  const links = new Map(inside(facts.links, within).map((one) => [one.span.start, one.text.start]));
  const roots = inside(facts.paragraphs, within).filter(({ depth }) => depth === 0);
  const starts = roots
    .flatMap((one) => linesOf(page, one.span, strong))
    .flatMap((span) => {
      if (!strong.has(span.start) && !strong.has(links.get(span.start) ?? -1)) return [];
      const row = readRow(page, span);
      return row && readsLikeName(row.title) && !isAside(facts, span.start) ? [{ span, row }] : [];
    });
  const entries = starts.flatMap(({ span, row: { rest, marked: _, ...named } }, i): Entry[] => {
    const heading = facts.headings[firstFrom(facts.headings, span.start + 1)]?.span.start ?? within.end;
    const end = Math.min(starts[i + 1]?.span.start ?? within.end, heading, within.end);
    const { aliases, ...body } = bodyIn(page, { start: span.end, end }, rest);
    if (body.summary === "") return [];
    const above = headingBefore(facts, span.start, 6);
    return [
      makeEntry(page, "list", {
        ...named,
        span,
        names: distinct([...named.names, ...aliases]),
        ...body,
        category: above && above.depth > 2 ? above.text : "",
      }),
    ];
  });
  return entries.length < 2 ? [] : entries;
}

/** A paragraph, cut before each line that begins with bold text and is an entry. */
function linesOf(page: SourcePage, { start, end }: Span, strong: ReadonlySet<number>): Span[] {
  const { text } = page;
  const cuts: number[] = [];
  for (let feed = text.indexOf("\n", start); feed >= 0 && feed < end; feed = text.indexOf("\n", feed + 1)) {
    const at = feed + 1 + (/^[ \t]*/.exec(text.slice(feed + 1, feed + 5)) as RegExpExecArray)[0].length;
    const stop = text.indexOf("\n", at);
    if (strong.has(at) && readRow(page, { start: at, end: stop < 0 ? end : Math.min(stop, end) }))
      cuts.push(at);
  }
  return [start, ...cuts].map((from, i) => ({ start: from, end: cuts[i] ?? end }));
}
