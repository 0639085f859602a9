/**
 * Definition lists, as Markdown Extra, Pandoc, MkDocs and MyST have them:
 *
 *     Term
 *     Another name of it
 *     : What it is.
 *
 * CommonMark knows no such list: it sees paragraphs in which lines begin with a colon. MDN writes them as items:
 *
 *     - Term
 *       - : What it is.
 */

import { excerpt, plainText } from "../../markdown/excerpt.ts";
import { inside, type Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import { makeEntry, type SourcePage, withoutMacros } from "./source.ts";

interface Group {
  readonly terms: Span[];
  readonly definitions: Span[];
}

/** `term:latency`: the section of a glossary that mkdocs-ezglossary puts a term into. */
const SECTION = /^[a-z][\w-]{0,30}:(?=[^\s:/])/i;

/** What is longer is text, not a term. */
const LONGEST = 120;
const MOST_TERMS = 8;

/** The entries between two offsets of a page, in order; lists within lists and quotes are left out. */
export function definitionLists(page: SourcePage, within: Span): Entry[] {
  const roots = inside(page.facts.paragraphs, within).filter(({ depth }) => depth === 0);
  const groups: Group[] = [];
  for (const [i, { span }] of roots.entries()) {
    if (!/^[ \t]*:[ \t]+\S/m.test(page.text.slice(span.start, span.end))) continue;
    const lines = linesOf(page.text, span);
    const previous = roots[i - 1]?.span;
    // A blank line may stand between a term and its definition.
    const above =
      lines[0] &&
      isDefinition(page.text, lines[0]) &&
      previous &&
      /^\s*$/.test(page.text.slice(previous.end, span.start))
        ? linesOf(page.text, previous)
        : [];
    const last = groups.at(-1);
    if (above.length > 0 && last?.definitions.at(-1)?.end === previous?.end)
      groups.push({ terms: last?.terms ?? [], definitions: [] });
    else if (above.length > 0 && above.length <= MOST_TERMS) groups.push({ terms: above, definitions: [] });
    groups.push(...readLines(page.text, lines, above.length > 0 ? groups.pop() : undefined));
  }
  return [...merge(groups), ...itemGroups(page, within)].flatMap((group) => toEntry(page, group) ?? []);
}

/** Items with an item below them that begins with a colon. */
function itemGroups({ text, facts }: SourcePage, within: Span): Group[] {
  if (!/^[ \t]+[-*][ \t]+:[ \t]/m.test(text.slice(within.start, within.end))) return [];
  const items = inside(facts.items, within);
  return items.flatMap(({ lead, depth }, i): Group[] => {
    const next = items[i + 1];
    if (!lead || depth > 0 || next?.depth !== 1 || !next.lead || !isDefinition(text, next.lead)) return [];
    const start = next.lead.start + 1;
    return [{ terms: namesIn(text, lead), definitions: [{ start, end: next.lead.end }] }];
  });
}

/** `Main window, first window`: names of a few words each, else the whole. */
function namesIn(text: string, { start, end }: Span): Span[] {
  const found = [...text.slice(start, end).matchAll(/[^,\s][^,]*/g)];
  if (found.some(([name]) => name.trim().split(/\s+/).length > 3)) return [{ start, end }];
  return found.map(({ index, 0: name }) => ({
    start: start + index,
    end: start + index + name.trimEnd().length,
  }));
}

/** Groups that share their terms are one. */
function merge(groups: readonly Group[]): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last?.terms[0] && last.terms[0] === group.terms[0]) last.definitions.push(...group.definitions);
    else merged.push({ terms: group.terms, definitions: [...group.definitions] });
  }
  return merged;
}

function readLines(text: string, lines: readonly Span[], open: Group | undefined): Group[] {
  const groups: Group[] = open ? [open] : [];
  let terms: Span[] = [];
  let current = open;
  for (const [i, line] of lines.entries()) {
    const source = text.slice(line.start, line.end);
    if (/^:{3,}/.test(source)) {
      terms = [];
      current = undefined;
      continue;
    }
    if (isDefinition(text, line)) {
      if (terms.length > 0) {
        current = { terms, definitions: [] };
        groups.push(current);
        terms = [];
      }
      const start = line.start + (/^:[ \t]+/.exec(source)?.[0].length ?? 0);
      current?.definitions.push({ start, end: line.end });
      continue;
    }
    // A definition may go on without indentation; what a definition follows after a full stop is the next term.
    const before = current?.definitions.at(-1);
    const next = lines[i + 1];
    const ended = before && /[.!?。)）]$/.test(text.slice(before.start, before.end).trimEnd());
    if (
      before &&
      terms.length === 0 &&
      !(ended && next && isDefinition(text, next) && source.length <= LONGEST)
    )
      current?.definitions.splice(-1, 1, { start: before.start, end: line.end });
    else terms.push(line);
  }
  return groups;
}

function isDefinition(text: string, { start, end }: Span): boolean {
  return /^:[ \t]+\S/.test(text.slice(start, Math.min(end, start + 40)));
}

/** The lines of a paragraph without their indentation and ends. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const lead = /^[ \t]*/.exec(match[0])?.[0].length ?? 0;
    lines.push({ start: start + match.index + lead, end: start + match.index + match[0].trimEnd().length });
  }
  return lines;
}

function toEntry(page: SourcePage, { terms, definitions }: Group): Entry | undefined {
  const { text, facts } = page;
  const first = terms[0];
  const last = terms.at(-1);
  const end = definitions.at(-1)?.end;
  if (!first || !last || end === undefined || terms.length > MOST_TERMS) return undefined;
  const titles = terms.map((term) => (term.end - term.start > LONGEST ? "" : plainText(text, facts, term)));
  const names = distinct(
    titles.flatMap((title) => parseNames(title.replace(/\{#[^}]{1,60}\}$/, "").replace(SECTION, ""))),
  );
  if (names.length === 0) return undefined;
  const markdown = definitions.map((one) => excerpt(text, facts, one));
  return makeEntry(page, "definition-list", {
    span: { start: first.start, end },
    nameSpan: first,
    aliasSpans: terms.slice(1),
    title: titles.find((title) => title !== "") ?? (names[0] as string),
    names,
    definition: withoutMacros(
      markdown.length > 1 ? markdown.map((one) => `- ${one}`).join("\n") : (markdown[0] ?? ""),
    ),
    summary: withoutMacros(definitions[0] ? plainText(text, facts, definitions[0]) : ""),
  });
}
