/**
 * A page about one term: front matter `id`/`title`/`sidebar_label`, or just a level-1 heading. The definition is
 * the `**Definition**:` field, else what follows `## Definition`, else the first paragraph after the title.
 */

import { type Entry, nameKey, parseNames } from "../domain/term.ts";
import { excerpt, plainText } from "../markdown/excerpt.ts";
import type { Field } from "../markdown/facts.ts";
import { list, scalar } from "../markdown/matter.ts";
import { basename, dirname, stem } from "../text/paths.ts";
import { encloses, type Span } from "../text/span.ts";
import { bodyOf, definitionIn, firstHeading, pageTitle, type SourcePage } from "./source.ts";

const TERM_FOLDER = /^(?:terms?|definitions|concepts)$/i;
const INDEX_FILE = /^(?:readme|index)(?:[-_.]|$)/i;
const METADATA =
  /^(?:category|categories|tags?|related(?: terms?)?|see also|status|aliases|also known as|aka|last updated|version)$/i;

/** One entry, or none for a file that is not about one term. */
export function termPage(page: SourcePage): Entry[] {
  const { path, facts, matter } = page;
  if (INDEX_FILE.test(stem(path))) return [];
  const heading = firstHeading(facts);
  const title = pageTitle(page);
  const field = atTop(page, "definition");
  const section = facts.headings.find(({ depth, text }) => depth > 1 && /^definition\b/i.test(text));
  const inFolder = TERM_FOLDER.test(basename(dirname(path)));
  if (!inFolder && !(title && (field || section))) return [];
  const main = [heading?.text ?? "", title, stem(path).replaceAll("-", " ")]
    .map(parseNames)
    .find((names) => names.length > 0);
  if (!main) return [];

  const span = { start: 0, end: page.text.length };
  return [
    {
      kind: "page",
      path,
      span,
      nameSpan: heading?.content ??
        matter.values.find(({ key }) => key === "title")?.span ?? { start: 0, end: 0 },
      title: heading?.text || title || (main[0] as string),
      names: distinct([
        ...main,
        ...(title ? parseNames(title) : []),
        ...parseNames(scalar(matter, "sidebar_label") ?? ""),
        ...[...list(matter, "aliases"), ...list(matter, "aka")].flatMap(parseNames),
      ]),
      ...definition(page, field, section && bodyOf(facts, section, page.text.length)),
      link: "",
      category: category(page),
      useWhen: "",
      avoidWhen: "",
    },
  ];
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

function definition(page: SourcePage, field: Field | undefined, section: Span | undefined) {
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
  const question = page.facts.headings.find(
    ({ depth, text }) => depth > 1 && /^what (?:is|are)\b/i.test(text),
  );
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

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (name && !seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}
