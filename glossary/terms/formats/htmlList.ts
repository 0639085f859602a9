/**
 * Definition lists in HTML:
 *
 *     <dl>
 *       <dt>Term</dt>
 *       <dd>What it is.</dd>
 *     </dl>
 *
 * Markdown sees blocks of HTML, and paragraphs between them where blank lines part the tags; so the text is read.
 */

import { overlaps, type Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import { plainMarkdown, safeMarkdown } from "./safe.ts";
import { makeEntry, type SourcePage, withoutMacros } from "./source.ts";

const TAG = /<(\/?)(dl|dt|dd)\b[^<>]{0,300}>/gi;

/** What one tag has in it, up to the next of these tags. */
interface Piece {
  readonly name: "dl" | "dt" | "dd";
  readonly span: Span;
}

/** The entries of all such lists within a span. Several terms may share a definition. */
export function htmlLists(page: SourcePage, within: Span): Entry[] {
  const text = page.text.slice(within.start, within.end);
  // Most glossaries have none.
  if (!/<dt[\s>]/i.test(text)) return [];
  const entries: Entry[] = [];
  let terms: Piece[] = [];
  let said: Piece | undefined;
  const finish = () => {
    const entry = said && toEntry(page, terms, said.span);
    if (entry) entries.push(entry);
    terms = [];
    said = undefined;
  };
  for (const piece of piecesOf(page, text, within.start)) {
    if (piece.name === "dd") said ??= piece;
    else {
      if (said) finish();
      if (piece.name === "dt") terms.push(piece);
    }
  }
  finish();
  return entries;
}

/** Opened tags and what follows them, in order; a closed list is an empty piece. */
function piecesOf({ facts }: SourcePage, text: string, offset: number): Piece[] {
  const tags = [...text.matchAll(TAG)];
  return tags.flatMap((tag, i): Piece[] => {
    const start = offset + tag.index + tag[0].length;
    const end = offset + (tags[i + 1]?.index ?? text.length);
    const name = (tag[2] as string).toLowerCase() as Piece["name"];
    if (tag[1] === "/" && name !== "dl") return [];
    if (facts.codes.some(({ span }) => overlaps(span, { start: start - 1, end: start }))) return [];
    return [{ name, span: { start, end } }];
  });
}

function toEntry(page: SourcePage, terms: readonly Piece[], said: Span): Entry | undefined {
  const [first] = terms;
  const titles = terms.map(({ span }) => plain(page.text.slice(span.start, span.end)));
  const names = distinct(titles.flatMap(parseNames));
  const source = page.text
    .slice(said.start, said.end)
    .trim()
    .split(/\n[ \t]*\r?\n/)[0] as string;
  const summary = withoutMacros(plain(source));
  if (!first || names.length === 0 || summary === "") return undefined;
  const name = page.text.slice(first.span.start, first.span.end);
  const lead = /^\s*(?:<[^<>]{1,300}>\s*)*/.exec(name.slice(0, 1_000))?.[0].length ?? 0;
  return makeEntry(page, "definition-list", {
    span: { start: first.span.start, end: said.end },
    nameSpan: { start: first.span.start + lead, end: first.span.start + name.trimEnd().length },
    title: titles[0] as string,
    names,
    definition: safeMarkdown(source.replace(ANY_TAG, "").replace(/(?<!\s)\s*\n\s*/g, "\n")),
    summary,
  });
}

const ANY_TAG = /<\/?[a-z][^<>]{0,300}>/gi;

function plain(source: string): string {
  return plainMarkdown(source.replace(ANY_TAG, ""));
}
