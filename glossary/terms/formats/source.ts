/**
 * What all glossary formats share. A source reads the entries of one format from one file; it decides by the
 * file's content whether it has anything to say. One file a format; `readEntries` in `entries.ts` asks them all.
 */

import { patternOf } from "../../languages/merge.ts";
import { excerpt, plainText } from "../../markdown/excerpt.ts";
import type { Facts, Heading, Item, Link, Paragraph } from "../../markdown/facts.ts";
import { type Matter, scalar } from "../../markdown/matter.ts";
import { basename } from "../../text/paths.ts";
import { bySpan, firstFrom, inside, type Span, shift } from "../../text/span.ts";
import { isGlossaryName } from "../../workspace/glossaryFolder.ts";
import { distinct, type Entry, type EntryKind, splitNames } from "../model/term.ts";
import { isAnnouncement } from "./announcement.ts";

/** A glossary file as a source sees it. */
export interface SourcePage {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  readonly matter: Matter;
  /** True for a file that belongs to a glossary because the configuration says so. */
  readonly listed?: boolean;
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
  const next = facts.headings[firstFrom(facts.headings, heading.span.start + 1)];
  return { start: heading.span.end, end: next?.span.start ?? length };
}

/** The nearest heading of at most `depth` before an offset. */
export function headingBefore(facts: Facts, offset: number, depth: number): Heading | undefined {
  for (let i = firstFrom(facts.headings, offset + 1) - 1; i >= 0; i--) {
    const heading = facts.headings[i] as Heading;
    if (heading.depth <= depth) return heading;
  }
  return undefined;
}

/** The link that covers all of `span`, or stands alone in the strong text that does. */
export function linkOver(facts: Facts, span: Span): Link | undefined {
  const { links } = facts;
  // In the strong text, or around it.
  const near = links.slice(firstFrom(links, span.start - 2), firstFrom(links, span.end + 1));
  return near.find(
    ({ span: link, kind, text }) =>
      (kind === "inline" || kind === "reference") &&
      ((link.start === span.start && link.end === span.end) ||
        (text.start === span.start && text.end === span.end)),
  );
}

/** An entry with what its format says of it; the rest is empty. */
export function makeEntry(
  { path }: Pick<SourcePage, "path">,
  kind: EntryKind,
  said: Pick<Entry, "span" | "nameSpan" | "title" | "names"> & Partial<Entry>,
): Entry {
  return {
    kind,
    path,
    aliasSpans: [],
    plurals: [],
    avoid: [],
    definition: "",
    summary: "",
    link: "",
    anchor: "",
    category: "",
    useWhen: "",
    avoidWhen: "",
    examples: [],
    meta: [],
    context: undefined,
    scope: undefined,
    ...said,
  };
}

/** How much of a definition a hover shows. */
const LINES = 8;

/** What stands below the name of an entry. */
export interface Body {
  /** Safe Markdown, for a hover. */
  readonly definition: string;
  /** Its first line as plain text. */
  readonly summary: string;
  /** From lines such as `_Aliases_: a, b`. */
  readonly aliases: readonly string[];
  readonly aliasSpans: readonly Span[];
  /** From lines such as `_Avoid_: a, b`. */
  readonly avoid: readonly string[];
}

/**
 * What the blocks of `body` say: the definition, and the names in lines such as `_Avoid_: a, b`. `rest` is what
 * its first paragraph goes on with behind the name. `level` is the depth at which the blocks stand.
 */
export function bodyIn(page: SourcePage, body: Span, rest?: Span, level = 0): Body {
  const { text, facts } = page;
  const inBody = <T extends { readonly span: Span; readonly depth: number }>(blocks: readonly T[]) =>
    inside(blocks, body).filter(({ depth }) => depth === level);
  const paragraphs = inBody(facts.paragraphs);
  const blocks = [
    ...(rest && rest.end > rest.start ? [{ span: rest, bullet: false }] : []),
    ...(paragraphs.length > 0 ? paragraphs : quoted(facts, body)).map(({ span }) => ({
      span,
      bullet: false,
    })),
    ...inBody(facts.items).flatMap(({ lead }) => (lead ? [{ span: lead, bullet: true }] : [])),
  ].sort(bySpan);
  const lines: string[] = [];
  const aliases: string[] = [];
  const aliasSpans: Span[] = [];
  const avoid: string[] = [];
  let summary = "";
  let previous: "paragraph" | "item" | undefined;
  let full = false;
  for (const { span, bullet } of blocks) {
    const labels = readLabels(text.slice(span.start, span.end), bullet);
    aliases.push(...labels.aliases);
    for (const one of labels.aliasSpans) aliasSpans.push(shift(one, span.start));
    avoid.push(...labels.avoid);
    const own = { start: span.start, end: span.start + labels.end };
    const plain = full ? "" : plainText(text, facts, own);
    if (plain === "") continue;
    const markdown = excerpt(text, facts, own);
    if (bullet) {
      if (previous === "paragraph") lines.push("");
      lines.push(`- ${markdown.replace(/\n/g, " ")}`);
    } else if (previous === "paragraph") {
      // A second paragraph is explanation, not definition.
      full = true;
      continue;
    } else lines.push(...(previous ? [""] : []), markdown);
    summary ||= plain;
    previous = bullet ? "item" : "paragraph";
    full = lines.length >= LINES;
  }
  return {
    definition: withoutMacros(lines.join("\n")),
    summary: withoutMacros(summary),
    aliases: distinct(aliases),
    aliasSpans,
    avoid: distinct(avoid),
  };
}

/** What a list item says behind its name: on the same line, else in the blocks that it holds. */
export function itemBody(page: SourcePage, { span }: Item, lead: Span, rest: Span): Body {
  return rest.end > rest.start
    ? bodyIn(page, { start: lead.end, end: lead.end }, rest)
    : bodyIn(page, { start: lead.end, end: span.end }, undefined, 1);
}

/** Paragraphs of block quotes: where nothing else is said, a quote says it. */
function quoted({ paragraphs, quotes }: Facts, body: Span): Paragraph[] {
  const roots = inside(quotes, body).filter(({ depth }) => depth === 0);
  return roots.flatMap(({ span }) => inside(paragraphs, span).filter(({ depth }) => depth === 1));
}

/** The definition that the blocks of `body` give, `rest` as for `bodyIn`. */
export function definitionIn(
  page: SourcePage,
  body: Span,
  rest?: Span,
): Pick<Body, "definition" | "summary"> {
  const { definition, summary } = bodyIn(page, body, rest);
  return { definition, summary };
}

const LABEL = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+)?(?:([*_]{1,3})[ \\t]*)?(?:(${patternOf(({ glossary }) => glossary?.labels?.avoid)})|(${patternOf(({ glossary }) => glossary?.labels?.aliases)}))[ \\t]*(?:[:：][ \\t]*[*_]{1,3}|[*_]{1,3}[ \\t]*[:：]|[:：])[ \\t]*([^\\r\\n]*)`,
  "gim",
);

/** A line that begins with a label of its own. */
const NEXT_LABEL = /\r?\n[ \t>]*(?:[-*+][ \t]+)?(?=[*_]{1,3}[^*_\r\n]{1,40}[*_:：])/;

interface Labels extends Pick<Body, "aliases" | "aliasSpans" | "avoid"> {
  /** Where the first such line starts. */
  readonly end: number;
}

/** The names after `_Avoid_:` and `_Aliases_:`; offsets in `text`. */
function readLabels(text: string, bullet: boolean): Labels {
  const aliases: string[] = [];
  const aliasSpans: Span[] = [];
  const avoid: string[] = [];
  let end = text.length;
  const matches = [...text.matchAll(LABEL)];
  for (const [i, match] of matches.entries()) {
    const [whole, marks = "", avoided, , value = ""] = match;
    // "Avoid: large pages" and a bold bullet are advice.
    if (avoided && (marks === "" || (bullet && marks.length > 1))) continue;
    end = Math.min(end, match.index);
    // A list that was set off goes on to the end of its paragraph, or to the next label.
    const from = match.index + whole.length - value.length;
    const next = matches[i + 1]?.index ?? text.length;
    const set = text.slice(from, next).split(NEXT_LABEL)[0] as string;
    const list = marks === "" ? value : set.replace(/(?:(?<!\s)\s+)?\r?\n[ \t>]*/g, " ");
    const names = splitNames(list.replace(/[*_`]/g, ""));
    // "Equating it with a single engine, or kernel" lists no names.
    const sentence = (/^[^,;、，；(（]*/.exec(list.trim())?.[0] ?? "").trim().split(/\s+/).length > 4;
    if (avoided) avoid.push(...(sentence ? [] : names));
    else {
      aliases.push(...names);
      aliasSpans.push({ start: from, end: from + (marks === "" ? value : set).length });
    }
  }
  return { end, aliases, aliasSpans, avoid };
}

/** Macros of sites by what they show: `{{< glossary_tooltip text="Pods" term_id="pod" >}}`, `{{Glossary("API")}}`. */
export function withoutMacros(shown: string): string {
  const text = shown.replaceAll("&nbsp;", " ");
  if (!text.includes("{")) return text;
  return text
    .replace(/\{\{[<%][^<>{}]{0,200}?\btext=\\?"([^"{}]{1,100})\\?"[^{}]{0,200}?[>%]\}\}/g, "$1")
    .replace(/\{\{[<%][^{}]{0,300}?[>%]\}\}/g, "")
    .replace(/\{\{\w{1,30}\((?:[^{}()]{0,200}?,\s*)?["']([^"'{}]{1,100})["'](?:,\s*\d)?\)\}\}/g, "$1")
    .replace(/\{\w[\w:+-]{0,30}\}`([^`<]{1,200}?)\s*(?:<[^>`]{0,200}>)?`/g, "$1");
}

/** Items of root lists within a span. */
export function rootItems(facts: Facts, within: Span): Item[] {
  return inside(facts.items, within).filter(({ depth }) => depth === 0);
}

/** True for text that reads like the name of a thing, not like a sentence, a step or an announcement. */
export function readsLikeName(name: string): boolean {
  return (
    !/[:：?？!！.。…→]$/.test(name) &&
    name.split(/\s+/).length <= 8 &&
    name.length <= 80 &&
    !isAnnouncement(name)
  );
}

/** Without entries whose name stands below several headings: `**Example**: …` says something of each of them. */
export function withoutLabels(facts: Facts, entries: readonly Entry[]): Entry[] {
  const places = new Map<string, Set<number>>();
  for (const { title, span } of entries) {
    const above = headingBefore(facts, span.start, 6)?.span.start ?? -1;
    const key = title.toLowerCase();
    places.set(key, (places.get(key) ?? new Set()).add(above));
  }
  return entries.filter(({ title }) => places.get(title.toLowerCase())?.size === 1);
}

/** Sections of a glossary that speak about its terms and do not define any. */
const ASIDE = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.aside)})\\b`, "i");

/** True for a place in such a section. */
export function isAside(facts: Facts, offset: number): boolean {
  const title = (heading: Heading) => heading.text.replace(/^[^\p{L}\p{N}]+/u, "");
  const heading = headingBefore(facts, offset, 6);
  return heading !== undefined && ASIDE.test(title(heading));
}

const GLOSSARY_FILE = new RegExp(
  `^(?:readme|index|a-?z|${patternOf(({ glossary }) => glossary?.files?.lists)})(?:[-_.]|$)`,
  "i",
);
const GLOSSARY_TITLE = new RegExp(
  patternOf(({ glossary }) => glossary?.titles?.page),
  "i",
);

/** True where the name or the title of the file says that all of it is a glossary. */
export function isGlossary(page: SourcePage): boolean {
  return (
    page.listed === true ||
    isGlossaryName(page.path) ||
    GLOSSARY_FILE.test(basename(page.path)) ||
    GLOSSARY_TITLE.test(
      pageTitle(page)
        .replace(/^[^\p{L}\p{N}]+/u, "")
        .trim(),
    )
  );
}
