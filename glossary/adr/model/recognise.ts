/** What a page is to ADRs: a record, a template, an index of records, or nothing. */
import { patternOf } from "../../languages/merge.ts";
import type { Link, Table } from "../../markdown/facts.ts";
import { lineStart } from "../../text/lines.ts";
import { basename, dirname, stem } from "../../text/paths.ts";
import { glossaryFolder } from "../../workspace/glossaryFolder.ts";
import { idOfPath, idOfText, idOfTitle, isSerial } from "./id.ts";
import { hasSections } from "./role.ts";
import { isFieldTable, isSectionName, meaningOf, type Part } from "./sections.ts";
import { isSignpost } from "./signpost.ts";
import { type AdrSource, matterValue } from "./source.ts";
import { countPlaceholders, countWords, hasSubstance, substance } from "./substance.ts";
import type { Meaning } from "./words.ts";

/**
 * `stub`: a sign-post where a record was; it decides nothing. `candidate`: a record if those around it are some, which
 * no page can tell alone.
 */
export type AdrKind = "record" | "template" | "index" | "stub" | "candidate";

const FOLDER = new RegExp(
  `^(?:\\d[\\d.]*[-_. ]+)?(?:adrs?|${patternOf(({ adr }) => adr?.files?.folders)})$`,
  "i",
);
const NAME = /(?:^|[-_ .])adr[-_ ]?\d{1,5}(?=$|[-_ .])/i;
const NEVER = /^(?:spec|plan|tasks|contributing|license|code_of_conduct|security|claude|agents)$/i;
const LISTING =
  /^(?:readme|index|toc|changelog|contents?|overview|_index|home|summary|decision[-_]?log|adr[-_]?(?:index|log|list)|graph)$/i;
const TEMPLATE = new RegExp(
  `(?:^|[-_ ./])(?:adr[-_ ]?)?(?:${patternOf(({ files }) => files?.templates)}|${patternOf(({ adr }) => adr?.files?.templates)})(?:$|[-_ ./])|(?:^|\\/)(?:N{3,}|X{3,}|YYYY)`,
  "iu",
);
/** Words of a file name that only say which template it is. */
const TEMPLATE_OF = new RegExp(
  `^(?:adrs?|madr|nygard|${patternOf(({ adr }) => adr?.files?.templateOf)}|\\p{L}{2}|0+|[nx]{1,5})$`,
  "iu",
);

/** `template`, `0000-adr-template-de`, `ADR-模板`: what it says need not be looked at. */
function isTemplateName(name: string): boolean {
  if (/^YYYY/.test(name)) return true;
  const words = name.split(/[-_ .]+/);
  return (
    words.some((word) => TEMPLATE.test(word) || UNACCENTED.test(word)) &&
    words.every((word) => TEMPLATE.test(word) || UNACCENTED.test(word) || TEMPLATE_OF.test(word))
  );
}

/** `modele`, as file names are often written. */
const UNACCENTED = new RegExp(
  `^(?:${patternOf(({ adr }) => adr?.files?.templates)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")})$`,
  "iu",
);

const TITLE =
  /^(?:architectur(?:e|al) )?decision record\s*(?:[:–—#-]|for\b|about\b|on\b)|^adr[-_ #]{0,2}\d|^adr\s*[:–—]/i;

/** The folder that makes a page a likely ADR: the nearest one above it that is named for decisions. */
export function adrFolder(path: string): string | undefined {
  for (let at = dirname(path); at !== ""; at = dirname(at)) if (FOLDER.test(basename(at))) return at;
  const own = dirname(path);
  return ARCH.test(own) && LONG_NUMBER.test(stem(path)) ? own : undefined;
}

/** Where adr-tools keeps records by the examples of many; chapters about an architecture have shorter numbers. */
const ARCH = /(?:^|\/)docs?\/arch$/i;
const LONG_NUMBER = /^(?:adr[-_ ]?)?\d{3,5}(?=$|[-_ .])/i;

/** Headings that only decision records have. */
const MADR = /^(?:context and problem statement|decision outcome|considered options)$/i;

/** A test by path, title and headings alone: false for nearly all pages that are no ADRs. */
export function mayBeAdr(
  path: string,
  title: string,
  keys: readonly string[],
  headings: readonly { readonly text: string }[],
): boolean {
  const name = stem(path);
  if (NEVER.test(name)) return false;
  return (
    adrFolder(path) !== undefined ||
    NAME.test(name) ||
    TITLE.test(title) ||
    keys.some((key) => /^(?:adr|decision-makers|deciders)$/i.test(key)) ||
    isMadr(headings) ||
    (isSerial(path) && (hasOwnNumber(path, title) || headings.some(({ text }) => isOfRecord(text))))
  );
}

/** True for a title with the number of its file: `0008-update.md`, “8. Update”. */
function hasOwnNumber(path: string, title: string): boolean {
  const stated = idOfTitle(title)?.id.key;
  return stated !== undefined && stated === idOfPath(path)?.key;
}

const OF_RECORD: ReadonlySet<Meaning | undefined> = new Set([
  "context",
  "decision",
  "status",
  "consequences",
]);

const LONGEST_NAME = 40;

/** True for the name of a section that records have, and nothing more. */
function isOfRecord(name: string): boolean {
  // Most headings of other pages are longer than any name of a section.
  return name.length <= LONGEST_NAME && isSectionName(name) && OF_RECORD.has(meaningOf(name));
}

function isMadr(headings: readonly { readonly text: string }[]): boolean {
  return (
    new Set(headings.flatMap(({ text }) => (MADR.test(text.trim()) ? text.trim().toLowerCase() : []))).size >=
    2
  );
}

/** What a page is; to be asked only where `mayBeAdr`. */
export function adrKind(
  source: AdrSource,
  title: string,
  parts: readonly Part[],
  visible: string,
): AdrKind | undefined {
  const kind =
    kindAlone(source, title, parts, visible) ??
    (isCandidate(source, title, visible) ? "candidate" : undefined);
  const maybe = kind === "record" || kind === "candidate";
  return maybe && source.role === undefined && isSignpost(source, title, parts, visible) ? "stub" : kind;
}

/** A numbered or dated page that could be one of its neighbours. */
function isCandidate({ path, facts }: AdrSource, title: string, visible: string): boolean {
  if (title === "" || !isSerial(path) || LISTING.test(stem(path)) || glossaryFolder(path) !== undefined)
    return false;
  if (!hasOwnNumber(path, title) && !facts.headings.some(({ text }) => isOfRecord(text))) return false;
  return countWords(substance(visible)) - countWords(title) >= 3;
}

function kindAlone(
  source: AdrSource,
  title: string,
  parts: readonly Part[],
  visible: string,
): AdrKind | undefined {
  const { path, role } = source;
  if (role === "template") return role;
  if (role === "kep" || role === "rfc") return proposalKind(source, role, visible);
  const name = stem(path);
  if (role === undefined && isTemplateName(name)) return "template";
  const inFolder = role === "record" || adrFolder(path) !== undefined;
  const body = parts.filter(({ kind, depth }) => kind === "heading" || depth === 8);
  const sections = body.filter(({ kind }) => kind === "heading");
  const about = new Set(body.map(({ meaning }) => meaning));
  const headings = new Set(sections.map(({ meaning }) => meaning));
  const decides = headings.has("decision") || headings.has("rationale");
  const readme = LISTING.test(name);
  const directly = FOLDER.test(basename(dirname(path)));
  const folderRecord = readme && !directly && isSerial(path) && !isSerial(dirname(path).concat("/x"));

  if (TEMPLATE.test(basename(path)) || TEMPLATE.test(`/${basename(dirname(path))}/`)) {
    // `0007-template-rendering.md` may be short, and speak of `{name}`, but is a record.
    const numbered = isSerial(path) && !/^[0NX]+(?:\D|$)/i.test(stem(path)) && idOfPath(path)?.key !== "0";
    const empty = sections.filter(({ whole }) => !hasSubstance(visible.slice(whole.start, whole.end)));
    const mostlyEmpty = !numbered && sections.length > 0 && empty.length * 2 >= sections.length;
    const decided = numbered && TEMPLATE.test(basename(path)) && empty.length * 2 < sections.length;
    // `0001-template` is one under the first number.
    if (isTemplateName(name.replace(/^\d+[-_ .]+/, "")) && countPlaceholders(visible) >= 4) return "template";
    if (!decided && (countPlaceholders(visible) >= 2 || mostlyEmpty)) return "template";
  }
  if (inFolder && /[{[<]/.test(title.slice(0, 3)) && !isSerial(path) && countPlaceholders(visible) >= 4)
    return "template";
  // Below a folder of decisions a README may be one of them; in the folder itself it tells about them.
  const below = !directly && sections.some(({ depth, meaning }) => depth > 1 && meaning === "decision");
  if (readme && !folderRecord && !below) return inFolder ? "index" : undefined;
  if (isMostlyLinks(source, visible)) return inFolder ? "index" : undefined;

  const numbered = idOfTitle(title) !== undefined && /^\s*\[?adr/i.test(title);
  const matter = (ownNumber(source) ?? matterValue(source, "decision-makers", "deciders")) !== undefined;
  const state = about.has("status") || matterValue(source, "status") !== undefined;
  const content = decides || headings.has("context") || state || headings.has("consequences");
  if (matter) return "record";
  if (inFolder) {
    if (readme && !folderRecord && !decides) return "index";
    if (numbered || content || role === "record") return "record";
    // A page of several decisions is no record of one.
    const named = body.filter(({ kind, name }) => kind === "heading" || isSectionName(name));
    const known = named.flatMap(({ meaning }) => meaning ?? []).filter((meaning) => !ASIDE.has(meaning));
    const decided = known.filter((meaning) => meaning === "decision").length;
    if (decided === 1 && new Set(known).size > 1) return "record";
    return decided < 2 && isBare(source, title, visible) ? "record" : undefined;
  }
  if (glossaryFolder(path) !== undefined) return undefined;
  // What tools copy into new repositories looks like a record but for the date.
  if (isMadr(source.facts.headings)) return /\{[A-Z]{3,}(?:_[A-Z]+)*\}/.test(visible) ? "template" : "record";
  const own = hasOwnNumber(path, title);
  if (NAME.test(name)) {
    const told = headings.has("context") || headings.has("consequences") || decides || about.has("status");
    if (own ? told : headings.has("decision") && (state || headings.has("context"))) return "record";
    return undefined;
  }
  if (isSerial(path) && hasShape(source)) return "record";
  if (own && numbered && decides) return "record";
  return TITLE.test(title) && decides && (numbered ? state || headings.has("context") : true)
    ? "record"
    : undefined;
}

/**
 * The number of a record in its front matter, as `adr: 12`. A numbered page elsewhere that names another number there
 * says which decision it follows: `adr: ADR-0010` in `specs/080-builds.md`.
 */
export function ownNumber(source: AdrSource): ReturnType<typeof matterValue> {
  const stated = matterValue(source, "adr");
  const key = stated && idOfText(stated.value)?.key;
  const own = idOfPath(source.path)?.key;
  const isOther = key !== undefined && own !== undefined && key !== own;
  return isOther && source.role === undefined && adrFolder(source.path) === undefined ? undefined : stated;
}

/** What pages of any kind have sections about. */
const ASIDE: ReadonlySet<Meaning> = new Set(["references", "afterthought", "date", "deciders"]);

const DECIDES = new RegExp(`\\b(?:${patternOf(({ adr }) => adr?.decides)})\\b`, "i");
const MINUTES = new RegExp(`^(?:${patternOf(({ adr }) => adr?.files?.minutes)})\\b`, "i");

const Y_STATEMENT = /\bin the context of\s[^#]{3,400}?\sfacing\s[^#]{3,400}?\sdecided\s/i;

/**
 * A record of paragraphs: a numbered or dated file right in the folder, with a title. Where neither the folder nor
 * three digits say that it is one, its words have to. A Y-statement needs no number.
 */
function isBare({ path }: AdrSource, title: string, visible: string): boolean {
  if (title === "" || adrFolder(path) !== dirname(path)) return false;
  if (!isSerial(path)) return Y_STATEMENT.test(visible);
  const id = idOfPath(path);
  const words = countWords(substance(visible)) - countWords(title);
  if (id?.key === "0" || words < 6) return false;
  const surely = id && (id.digits.length >= 3 || /adr|record/i.test(basename(dirname(path))));
  return surely || (DECIDES.test(visible) && !MINUTES.test(title));
}

/**
 * The sections of a record by Nygard, the decision called by that name: with a numbered file they leave no doubt. What
 * proposes a solution against some background is a request for comments.
 */
function hasShape({ facts }: AdrSource): boolean {
  const named = facts.headings.filter(({ depth, text }) => depth <= 3 && isSectionName(text));
  const count = (meaning: Meaning) => named.filter(({ text }) => meaningOf(text) === meaning).length;
  const decisions = named.filter(({ text }) => meaningOf(text) === "decision");
  // A page of several decisions is no record of one.
  const [decision, ...more] = decisions;
  if (!decision || more.length > 0 || !DECISION.test(decision.text)) return false;
  const proposal = hasSections("rfc", facts.headings);
  return count("context") > 0 && (count("status") > 0 || (count("consequences") > 0 && !proposal));
}

const DECISION = new RegExp(`^[^\\p{L}]*(?:${patternOf(({ adr }) => adr?.numbered)})s?(?!\\p{L})`, "iu");

/** A proposal has the sections of one; its template has them too, and placeholders. */
function proposalKind(
  { path, facts }: AdrSource,
  profile: "kep" | "rfc",
  visible: string,
): AdrKind | undefined {
  if (!hasSections(profile, facts.headings)) return undefined;
  const named = TEMPLATE.test(basename(path)) || TEMPLATE.test(`/${basename(dirname(path))}/`);
  return named && (countPlaceholders(visible) >= 2 || !/[1-9]/.test(path)) ? "template" : "record";
}

/** A table that lists pages: links in half of its rows, or numbers of records at their start. Measurements are none. */
function isListing({ span, rows }: Table, links: readonly Link[], text: string): boolean {
  const linked = links.filter((link) => span.start <= link.span.start && link.span.end <= span.end).length;
  const numbered = rows.filter(
    ([cell]) => cell && /^(?:adr[-_ ]?\d+|0\d{2,4})$/i.test(text.slice(cell.start, cell.end)),
  ).length;
  return linked * 2 >= rows.length - 1 || numbered * 2 >= rows.length - 1;
}

/** At least half of the lines are links or table rows, as in an index. */
function isMostlyLinks({ text, facts }: AdrSource, visible: string): boolean {
  const lines = visible.split("\n").filter((line) => /\p{L}/u.test(line)).length;
  const tables = facts.tables.filter(
    (table) => !isFieldTable(table, text) && isListing(table, facts.links, text),
  );
  const rows = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const linked = new Set<number>();
  for (const { span, kind } of facts.links) {
    if (kind.startsWith("image")) continue;
    const start = lineStart(text, span.start);
    if (/^[\s*+-]*(?:\d{1,4}[.)]\s*)?$/.test(text.slice(start, span.start))) linked.add(start);
  }
  const inTables = tables.some(({ rows }) => rows.length >= 4) ? rows : 0;
  return lines >= 4 && (linked.size + inTables) * 2 >= lines + 2 && linked.size + inTables >= 4;
}
