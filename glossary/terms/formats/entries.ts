/** The entries of glossary files and sections, whatever their format. */
import { patternOf } from "../../languages/merge.ts";
import { type GlossaryFile, glossaryFile, isGlossaryName } from "../../workspace/glossaryFolder.ts";
import { type Entry, nameKey } from "../model/term.ts";
import { abbreviations } from "./abbreviations.ts";
import { boldEntries, plainEntries } from "./boldEntries.ts";
import { categoryPage } from "./categoryPage.ts";
import { definitionLists } from "./definitionList.ts";
import { directives, hasDirective } from "./directive.ts";
import { headings } from "./headings.ts";
import { htmlLists } from "./htmlList.ts";
import { indexList } from "./indexList.ts";
import { glossarySections, readSection, sectionEntries } from "./section.ts";
import { headingBefore, isGlossary, type SourcePage } from "./source.ts";
import { specUp } from "./specUp.ts";
import { tables } from "./table.ts";
import { termPage } from "./termPage.ts";

export { type Contextive, type Import, type Problem, readContextive } from "./contextive.ts";

/** The entries of a file, by place. Outside glossary files and glossary sections nothing is one. */
export function readEntries(page: SourcePage): Entry[] {
  const file = page.listed ? "glossary" : glossaryFile(page.path);
  const named = ({ names, title, summary }: Entry) =>
    nameKey(names[0] as string) !== "" &&
    !(BLANK.test(title) && BLANK.test(summary)) &&
    !/^definition\.?$/i.test(summary) &&
    !KEYWORD.test(title);
  return read(page, file)
    .filter(named)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** What a template leaves to be filled in: `[Term]`, `<definition>`. */
const BLANK = /^[\s\\]*(?:\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\})[:：]?\s*$/;

/** What specifications say of the words of RFC 2119. */
const KEYWORD = /^(?:MUST|SHALL|SHOULD|MAY)(?: NOT)?(?=$|\s*[/,(（])/;

function read(page: SourcePage, file: GlossaryFile | undefined): Entry[] {
  const entries = [...specUp(page), ...readShape(page, file)];
  return entries.length > 0 || file !== "glossary" ? entries : termPage(page, true);
}

function readShape(page: SourcePage, file: GlossaryFile | undefined): Entry[] {
  const term = file === "glossary" || file === "term" || page.matter.values.length > 1 ? termPage(page) : [];
  if (term.length > 0) return term;
  const told = hasDirective(page) ? directives(page) : [];
  if (file === undefined || file === "term") {
    const sections = glossarySections(page);
    return sections.length > 0 ? [...told, ...sectionEntries(page, sections)] : told;
  }
  const whole = { start: 0, end: page.text.length };
  if (file === "abbreviations" || file === "terminology") {
    const kind = file === "terminology" ? file : "acronyms";
    return distinctPlaces([...told, ...readSection(page, { kind, span: whole }).map(asList)]);
  }
  const explicit = [
    ...told,
    ...abbreviations(page, whole),
    ...tables(page, whole, file === "glossary" && isGlossary(page)),
    ...definitionLists(page, whole),
    ...htmlLists(page, whole),
  ];
  return distinctPlaces([...explicit, ...loose(page, file, explicit)]);
}

/** Formats that other documents use for other things: of these a file has one. */
function loose(page: SourcePage, file: GlossaryFile, told: readonly Entry[]): Entry[] {
  const explicit = told.length > 0;
  const whole = { start: 0, end: page.text.length };
  if (file === "terms") return boldEntries(page, whole).filter(({ kind }) => kind === "list");
  if (file === "context") return contextEntries(page);
  const category = categoryPage(page);
  if (category.some(({ link }) => link !== "")) return [...category, ...indexList(page)];
  const rows = [...category, ...indexList(page)];
  const byHeading = explicit ? [] : headings(page, whole);
  // Below headings that are terms stand a few rows; below those that divide a list stand many.
  if (byHeading.length > rows.length && (isGlossary(page) || byHeading.length > 2)) {
    // Unless what stands below each heading names more than that.
    const bold = isGlossary(page) ? boldEntries(page, whole) : [];
    const names = new Set(bold.map(({ names: [name] }) => name));
    return names.size > byHeading.length && names.size === bold.length ? bold : byHeading;
  }
  if (rows.length > 0 && isGlossaryName(page.path) && areApart(page, byHeading, rows))
    return [...byHeading, ...rows];
  if (explicit && rows.length === 0 && isGlossaryName(page.path)) {
    const beside = headings(page, whole, true);
    return areApart(page, beside, told) ? beside : [];
  }
  if (rows.length > 0 || explicit || !isGlossary(page)) return rows;
  const bold = boldEntries(page, whole);
  return bold.length > 0 || !isGlossaryName(page.path) ? bold : plainEntries(page, whole);
}

/** True where no row stands below a heading that is a term: then some parts of the page are lists, others are not. */
function areApart({ facts }: SourcePage, byHeading: readonly Entry[], rows: readonly Entry[]): boolean {
  const terms = new Set(byHeading.map(({ span }) => span.start));
  return rows.every(({ span }) => !terms.has(headingBefore(facts, span.start, 6)?.span.start ?? -1));
}

const LANGUAGE = new RegExp(
  `^(?:.{0,30}\\b)?(?:${patternOf(({ glossary }) => glossary?.titles?.language)})\\b`,
  "i",
);

/** In a `CONTEXT.md`: what stands in a section about language, or names words to avoid. */
function contextEntries(page: SourcePage): Entry[] {
  const { facts, text } = page;
  const bold = boldEntries(page, { start: 0, end: text.length });
  const inLanguage = ({ span }: Entry) =>
    facts.headings.some(
      (heading) =>
        heading.span.start < span.start &&
        LANGUAGE.test(heading.text) &&
        !facts.headings.some(
          (next) =>
            next.span.start > heading.span.start &&
            next.span.start < span.start &&
            next.depth <= heading.depth,
        ),
    );
  const kept = bold.filter((entry) => inLanguage(entry) || entry.avoid.length > 0);
  return [...kept, ...sectionRows(page)];
}

/** Bullets and subheadings of the glossary sections of a file; they hold as far as the file does. */
function sectionRows(page: SourcePage): Entry[] {
  return sectionEntries(page, glossarySections(page)).map((entry) => ({
    ...asList(entry),
    scope: undefined,
  }));
}

function asList(entry: Entry): Entry {
  return entry.kind === "section" ? { ...entry, kind: "list" } : entry;
}

/** Of entries for the same place the first; what a table says of their use is added to them. */
function distinctPlaces(entries: readonly Entry[]): Entry[] {
  const seen = new Set<number>();
  return entries.filter(
    ({ nameSpan, kind }) => kind === "usage" || (!seen.has(nameSpan.start) && seen.add(nameSpan.start)),
  );
}
