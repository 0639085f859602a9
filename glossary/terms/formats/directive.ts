/**
 * The `{glossary}` directive of MyST and `.. glossary::` of Sphinx in an `{eval-rst}` block:
 *
 *     ```{glossary}
 *     term
 *     another name of it
 *       What it is.
 *     ```
 *
 * It says what it is, so it counts in every document.
 */

import type { Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import { definitionLists } from "./definitionList.ts";
import { plainMarkdown, safeMarkdown } from "./safe.ts";
import { makeEntry, type SourcePage, withoutMacros } from "./source.ts";

interface Line extends Span {
  readonly indent: number;
  readonly text: string;
}

/** A cheap test, before anything is taken apart: most documents have no directives at all. */
export function hasDirective({ text }: Pick<SourcePage, "text">): boolean {
  return text.includes("{glossary}") || text.includes("{eval-rst}");
}

/** The entries in all such blocks of a page, in order. */
export function directives(page: SourcePage): Entry[] {
  const { text, facts } = page;
  const fenced = facts.codes.flatMap(({ info, span, closed }): Entry[] => {
    const name = info ? text.slice(info.start, info.end) : "";
    const from = text.indexOf("\n", span.start) + 1;
    if (from === 0 || from >= span.end) return [];
    const end = closed ? text.lastIndexOf("\n", span.end - 1) : span.end;
    if (/^\{glossary\}/.test(name)) return readBlock(page, linesIn(text, { start: from, end }));
    if (/^\{eval-rst\}/.test(name)) return readRst(page, linesIn(text, { start: from, end }));
    return [];
  });
  return [...fenced, ...colonFences(page)];
}

/** `:::{glossary}`: its content is Markdown, with a definition list in it. */
function colonFences(page: SourcePage): Entry[] {
  const found: Entry[] = [];
  for (const match of page.text.matchAll(/^:{3,}[ \t]*\{glossary\}/gm)) {
    if (page.facts.codes.some(({ span }) => span.start <= match.index && match.index < span.end)) continue;
    const close = /^:{3,}[ \t]*$/m.exec(page.text.slice(match.index + match[0].length));
    const end = close ? match.index + match[0].length + close.index + close[0].length : page.text.length;
    found.push(...definitionLists(page, { start: match.index, end }));
  }
  return found;
}

function readRst(page: SourcePage, lines: readonly Line[]): Entry[] {
  const at = lines.findIndex(({ text }) => /^\.\. glossary::/.test(text));
  if (at < 0) return [];
  const outer = lines[at]?.indent ?? 0;
  const after = lines.slice(at + 1);
  const end = after.findIndex(({ text, indent }) => text !== "" && indent <= outer);
  return readBlock(page, end < 0 ? after : after.slice(0, end));
}

/** Terms stand at the smallest indentation, what is said of them further in, or after a colon. */
function readBlock(page: SourcePage, all: readonly Line[]): Entry[] {
  const lines = all.filter(({ text }) => !/^:\w[\w-]*:|^\.\. /.test(text));
  const base = Math.min(...lines.flatMap(({ text, indent }) => (text === "" ? [] : [indent])));
  const entries: Entry[] = [];
  let terms: Line[] = [];
  let body: Line[] = [];
  const finish = () => {
    const entry = toEntry(page, terms, body);
    if (entry) entries.push(entry);
    terms = [];
    body = [];
  };
  for (const line of lines) {
    const isBody = line.indent > base || /^:[ \t]/.test(line.text) || (line.text === "" && body.length > 0);
    if (isBody && terms.length > 0) body.push(line);
    else if (line.text !== "" && !isBody) {
      if (body.length > 0) finish();
      terms.push(line);
    }
  }
  finish();
  return entries;
}

function toEntry(page: SourcePage, terms: readonly Line[], body: readonly Line[]): Entry | undefined {
  const [first] = terms;
  const end = body.findLast(({ text }) => text !== "")?.end;
  // `term : key` sorts a term under a key.
  const written = terms.map(({ text }) => text.replace(/(?<!\s)\s+:\s+\S.*$/, ""));
  const titles = written.map((text) =>
    withoutMacros(text.replace(/\[([^[\]]{1,200})\]\([^()\s]{0,500}\)/g, "$1")),
  );
  const names = distinct(titles.flatMap(parseNames));
  if (!first || end === undefined || names.length === 0) return undefined;
  const blank = body.findIndex(({ text }, i) => text === "" && i > 0);
  const paragraph = blank < 0 ? body : body.slice(0, blank);
  const said = paragraph.map(({ text }) => text.replace(/^:[ \t]+/, "")).join(" ");
  // Both systems write roles as a name and a text that may end with its target: {term}`text <target>`.
  const summary = withoutMacros(said.replace(/:(\w[\w+-]{0,30})(?::\w[\w+-]{0,30})?:(?=`)/g, "{$1}"))
    .replace(/``?([^`]{1,200})``?/g, "$1")
    .trim();
  return makeEntry(page, "definition-list", {
    span: { start: first.start, end },
    nameSpan: { start: first.start, end: first.start + (written[0]?.length ?? 0) },
    title: titles[0] ?? "",
    names,
    definition: safeMarkdown(summary),
    summary: plainMarkdown(summary),
  });
}

/** The lines of a block: `text` without indentation, blank ones as "". */
function linesIn(text: string, { start, end }: Span): Line[] {
  const found: Line[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf("\n", at);
    const stop = feed < 0 || feed > end ? end : feed;
    const raw = text.slice(at, stop).replace(/\r$/, "");
    const indent = raw.length - raw.trimStart().length;
    found.push({ start: at + indent, end: at + raw.trimEnd().length, indent, text: raw.trim() });
    at = stop + 1;
  }
  return found;
}
