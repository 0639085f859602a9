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
 * their own. An emphasised name or one in code counts where its definition stands on the same line.
 */

import { firstFrom, inside, type Span } from "../../text/span.ts";
import { distinct, type Entry } from "../model/term.ts";
import { nameStart, type Row, readRow } from "./listRow.ts";
import {
  bodyIn,
  definitionIn,
  headingBefore,
  isAside,
  makeEntry,
  readsLikeName,
  type SourcePage,
  withoutLabels,
} from "./source.ts";

/** The entries between two offsets of a page, in order; paragraphs in lists and quotes are left out. */
export function boldEntries(page: SourcePage, within: Span): Entry[] {
  const { facts, text } = page;
  const emphases = inside(facts.emphases, within);
  const strong = new Set(emphases.flatMap((one) => (one.strong ? [one.span.start] : [])));
  const marked = new Set([
    ...emphases.map(({ span }) => span.start),
    ...facts.codeSpans.map(({ start }) => start),
  ]);
  const links = new Map(inside(facts.links, within).map((one) => [one.span.start, one.text.start]));
  const roots = inside(facts.paragraphs, within).filter(({ depth }) => depth === 0);
  const found = roots
    .flatMap((one) => linesOf(page, one.span, strong))
    .flatMap((span) => {
      const at = nameStart(text, span);
      const bold =
        strong.has(at) ||
        strong.has(links.get(at) ?? -1) ||
        /^<(?:dfn|b|strong)\b/i.test(text.slice(at, at + 8));
      if (!bold && !marked.has(at)) return [];
      const row = readRow(page, span, "dash", true);
      if (!row || !readsLikeName(row.title) || isAside(facts, span.start)) return [];
      return bold || isOnLine(text, row) ? [{ span, row, bold }] : [];
    });
  const starts = found.some(({ bold }) => bold) ? found.filter(({ bold }) => bold) : found;
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
  return entries.length < 2 ? [] : withoutLabels(facts, entries);
}

/** True where what is said of a name stands on the name's line. */
function isOnLine(text: string, { nameSpan, rest }: Row): boolean {
  return rest.end > rest.start && !text.slice(nameSpan.end, rest.start).includes("\n");
}

/** `Saga — A chain of …`: paragraphs that all begin so, but for the first. */
export function plainEntries(page: SourcePage, within: Span): Entry[] {
  const roots = inside(page.facts.paragraphs, within).filter(({ depth }) => depth === 0);
  const rows = roots.flatMap(({ span }) => {
    const row = readRow(page, span, "colon");
    return row && readsLikeName(row.title) && row.title.split(" ").length <= 5 && isOnLine(page.text, row)
      ? [{ span, row }]
      : [];
  });
  const begun = rows[0]?.span === roots[0]?.span ? roots.length : roots.length - 1;
  if (rows.length < 3 || rows.length < begun) return [];
  return rows.map(({ span, row: { rest, marked: _, ...named } }) =>
    makeEntry(page, "list", {
      ...named,
      span,
      ...definitionIn(page, { start: span.end, end: span.end }, rest),
    }),
  );
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
