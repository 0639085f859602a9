/**
 * A page about one term: front matter `id`/`title`/`sidebar_label`, or just a level-1 heading. The definition is
 * the `**Definition**:` field, else what follows `## Definition`, else the first paragraph after the title, else
 * what follows the first heading that asks what it is, else the front matter's short description.
 */

import { patternOf } from "../../languages/merge.ts";
import { excerpt, plainText } from "../../markdown/excerpt.ts";
import type { Field } from "../../markdown/facts.ts";
import { list, scalar } from "../../markdown/matter.ts";
import { basename, dirname, stem } from "../../text/paths.ts";
import { encloses, type Span } from "../../text/span.ts";
import { glossaryFile, isGlossaryFolder } from "../../workspace/glossaryFolder.ts";
import { distinct, type Entry, nameKey, parseNames, splitNames } from "../model/term.ts";
import { safeMarkdown } from "./safe.ts";
import {
  bodyOf,
  definitionIn,
  firstHeading,
  makeEntry,
  pageTitle,
  readsLikeName,
  type SourcePage,
  withoutMacros,
} from "./source.ts";
import { saysTerm } from "./termMatter.ts";

const TERM_FOLDER = /^(?:terms?|definitions|concepts)$/i;
const INDEX_FILE = /^(?:readme|index|_index|_template|template)(?:[-_.]|$)/i;
/** A list of terms, even in a folder of concepts. */
const LIST_FILE = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.files?.notTerms)})`, "i");
const METADATA =
  /^(?:category|categories|tags?|related(?: terms?)?|see also|status|aliases|also known as|aka|last updated|version)$/i;
const DEFINITION = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.defines)})`, "i");
const QUESTION = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.question)})`, "i");

/** Labels of other names at the top of a page. */
const SYNONYMS = ["synonyms", "synonym", "aliases", "also known as", "aka"];

/**
 * One entry, or none for a file that is not about one term. `alone`: the page lies in a folder of a glossary, and
 * nothing else is read in it.
 */
export function termPage(page: SourcePage, alone = false): Entry[] {
  const { path, facts, matter } = page;
  const said = saysTerm(page);
  const place = page.listed ? "glossary" : glossaryFile(path);
  if (!said && (INDEX_FILE.test(stem(path)) || (place !== "glossary" && place !== "term"))) return [];
  const heading = firstHeading(facts);
  const title = pageTitle(page);
  const field = atTop(page, "definition");
  const section = facts.headings.find(({ depth, text }) => depth > 1 && DEFINITION.test(text));
  const main = namesOf(page);
  if (main.length === 0) return [];
  const defines = title !== "" && (field !== undefined || section !== undefined || tellsWhatItIs(page, main));
  const folder = basename(dirname(path));
  const inFolder =
    place === "glossary" &&
    (TERM_FOLDER.test(folder) || (alone && isGlossaryFolder(folder) && isShortPage(page))) &&
    !LIST_FILE.test(basename(path));
  if (!said && !inFolder && !defines) return [];
  const { definition, summary } = definitionOf(
    page,
    field,
    section && bodyOf(facts, section, page.text.length),
  );
  const short =
    scalar(matter, "short_description") ??
    scalar(matter, "hovertext") ??
    scalar(matter, "hoversnippet") ??
    "";
  const synonyms = SYNONYMS.flatMap((label) => {
    const found = atTop(page, label);
    return found ? splitNames(plainText(page.text, facts, found.value)) : [];
  });
  return [
    makeEntry(page, "page", {
      span: { start: 0, end: page.text.length },
      nameSpan: heading?.content ??
        matter.values.find(({ key }) => key.toLowerCase() === "title")?.span ?? { start: 0, end: 0 },
      title: heading?.text || title || (main[0] as string),
      names: distinct([
        ...main,
        ...(title ? parseNames(title) : []),
        ...parseNames(scalar(matter, "sidebar_label") ?? ""),
        ...synonyms,
        ...["aliases", "alias", "aka", "synonyms", "abbreviation"].flatMap((key) =>
          // Hugo's `aliases` are addresses.
          list(matter, key).flatMap((name) => (name.startsWith("/") ? [] : parseNames(name))),
        ),
      ]),
      plurals: ["plural", "plurals"].flatMap((key) => list(matter, key)),
      avoid: distinct(["avoid", "deprecated_names"].flatMap((key) => list(matter, key).flatMap(parseNames))),
      definition: withoutMacros(definition || safeMarkdown(short)),
      summary: withoutMacros(summary || short.replace(/\s+/g, " ").trim()),
      category: category(page),
    }),
  ];
}

/** A title with a paragraph below it, and few other headings: a page about one thing. */
function isShortPage({ facts }: SourcePage): boolean {
  const [title, ...others] = facts.headings;
  const [first] = facts.paragraphs;
  return (
    title?.depth === 1 &&
    first !== undefined &&
    first.span.start > title.span.start &&
    (others[0] === undefined || first.span.start < others[0].span.start) &&
    others.every(({ depth }) => depth > 1) &&
    others.length <= 6 &&
    readsLikeName(title.text)
  );
}

/** The names that the page's heading, else its front matter, else its file name says. */
function namesOf(page: SourcePage): readonly string[] {
  const titles = [
    firstHeading(page.facts)?.text ?? "",
    pageTitle(page),
    stem(page.path).replaceAll("-", " "),
  ];
  return titles.map(parseNames).find((names) => names.length > 0) ?? [];
}

/** `A **saga** is …`, `**Saga** – …`: the first sentence says what the title names. */
function tellsWhatItIs(page: SourcePage, names: readonly string[]): boolean {
  const { start, end } = leadBody(page);
  const lead = plainText(page.text, page.facts, { start, end: Math.min(end, start + 300) });
  const rest = nameKey(lead).replace(/^(?:an?|the) /, "");
  return names.some((name) => {
    const key = nameKey(name);
    if (key === "" || !rest.startsWith(key)) return false;
    return /^(?: \([^()]{1,80}\))?(?:s|es)?,? (?:is|are|means?|refers? to|describes?|denotes?|stands? for)\b/.test(
      rest.slice(key.length, key.length + 200),
    );
  });
}

/** A field before the first subheading: further down, fields belong to examples. */
function atTop({ facts, text }: SourcePage, label: string): Field | undefined {
  const end = facts.headings.find(({ depth }) => depth > 1)?.span.start ?? text.length;
  return facts.fields.find((field) => field.span.start < end && field.label.toLowerCase() === label);
}

/** From front matter, from the top of the page, or from the lines people put at its end. */
function category(page: SourcePage): string {
  const { text, facts, matter } = page;
  const roots = facts.paragraphs.filter(({ depth }) => depth === 0);
  const field =
    atTop(page, "category") ??
    facts.fields.findLast(
      ({ label, span }) => /^category$/i.test(label) && roots.some((root) => encloses(root.span, span)),
    );
  return scalar(matter, "category") ?? (field ? plainText(text, facts, field.value) : "");
}

function definitionOf(page: SourcePage, field: Field | undefined, section: Span | undefined) {
  if (field) {
    const paragraph = page.facts.paragraphs.find(
      ({ span }) => span.start <= field.span.start && field.span.end <= span.end,
    );
    const body = { start: field.value.start, end: paragraph?.span.end ?? field.value.end };
    const summary = plainText(page.text, page.facts, body);
    if (summary) return { definition: excerpt(page.text, page.facts, body), summary };
    // `**Definition**:` alone on its line: what it announces follows.
    return definitionIn(page, { start: body.end, end: nextHeading(page, body.end) });
  }
  if (section) return definitionIn(page, section);
  const lead = definitionIn(page, leadBody(page));
  if (lead.summary) return lead;
  const question = page.facts.headings.find(({ depth, text }) => depth > 1 && QUESTION.test(text));
  return question ? definitionIn(page, bodyOf(page.facts, question, page.text.length)) : lead;
}

/** After the title and the metadata lines below it. */
function leadBody(page: SourcePage): Span {
  const { facts } = page;
  const title = firstHeading(facts);
  const from = title?.span.end ?? page.matter.span?.end ?? 0;
  const end = nextHeading(page, from);
  let start = from;
  for (const { span, depth } of facts.paragraphs) {
    if (depth > 0 || span.start < from || span.end > end) continue;
    if (!isMetadata(page, span)) break;
    start = span.end;
  }
  return { start, end };
}

function isMetadata({ facts }: SourcePage, paragraph: Span): boolean {
  const field = facts.fields.find(({ span }) => span.start === paragraph.start);
  return field !== undefined && METADATA.test(field.label);
}

function nextHeading({ facts, text }: SourcePage, from: number): number {
  return facts.headings.find(({ span }) => span.start > from)?.span.start ?? text.length;
}
