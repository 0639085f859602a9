/** The queries of a page that no index serves, as far as the page, its increment and the schema files tell. */
import { type Candidate, candidatesIn } from "../domain/sql/candidates.ts";
import { type Schema, schemaOf, type Unserved, unservedIn } from "../domain/sql/cover.ts";
import { type Placed, readDeclared, type SchemaText, schemaTexts } from "../domain/sql/declared.ts";
import { around, INTENDED, saysBad, saysOnce } from "../domain/sql/marks.ts";
import { columnKey } from "../domain/sql/names.ts";
import type { ReadSql } from "../domain/sql/parse.ts";
import { isAboutAnalytics } from "../domain/sql/reject.ts";
import { type Said, saidOf } from "../domain/sql/sentences.ts";
import { ancestors, dirname, isMarkdown } from "../text/paths.ts";
import { type Span, shift } from "../text/span.ts";
import { bySection } from "./bySection.ts";
import type { Page, ReadPage, Snapshot } from "./workspace.ts";

/** A query that reads a table without an index. */
export interface UnservedQuery {
  /** The column. */
  readonly span: Span;
  readonly candidate: Candidate;
  readonly unserved: Unserved;
  /** It is meant to be run once, or only to be looked at. */
  readonly once: boolean;
}

const CANDIDATES = new WeakMap<Page, readonly Candidate[]>();

/** The SQL on a page. */
export function candidatesOn(page: ReadPage): readonly Candidate[] {
  const known = CANDIDATES.get(page);
  if (known) return known;
  const found = isMarkdown(page.path) ? candidatesIn(page) : [];
  CANDIDATES.set(page, found);
  return found;
}

/** True for a page about which more could be said with a parser for SQL. */
export function wantsSql(page: ReadPage, snapshot: Snapshot): boolean {
  if (candidatesOn(page).length > 0) return true;
  return (
    saidOn(page).length > 0 &&
    textsFor(page, snapshot).some((texts) => texts.some(({ kind }) => kind === "sql"))
  );
}

const SAID = new WeakMap<Page, readonly Said[]>();

/** The sentences about queries in a specification, plan or decision; empty for other pages. */
function saidOn(page: ReadPage): readonly Said[] {
  const known = SAID.get(page);
  if (known) return known;
  const found = isPlan(page) ? sentencesOn(page, undefined) : [];
  SAID.set(page, found);
  return found;
}

const sentencesOn = bySection<undefined, Said>(
  ({ text, facts }) => saidOf(text, facts),
  (said, by) => ({ ...said, span: shift(said.span, by) }),
);

/** True for pages that say what is to be built: what they name is meant. */
function isPlan({ path, exports }: ReadPage): boolean {
  if (!isMarkdown(path)) return false;
  const role = exports.increment?.place?.role;
  const isRecord = exports.adr.record !== undefined;
  return isRecord || role === "spec" || role === "plan" || role === "tasks" || PLAN.test(path);
}

const PLAN =
  /(?:^|\/)(?:(?:spec|plan|tasks|design|requirements|proposal)\.mdx?$|rfcs?\/[^/]*$|rfc-?\d[^/]*$)/i;

/** The sentences of a page that speak of a column for which no index is declared. */
export function unservedSentences(page: ReadPage, snapshot: Snapshot): Said[] {
  const said = saidOn(page);
  // Before what SQL declares can be read, nothing may be called absent.
  if (said.length === 0 || (!snapshot.sql && wantsSql(page, snapshot))) return [];
  const { indexes } = schemaOf(declarationsFor(page, snapshot).map(({ declared }) => declared));
  const keys = new Set([...indexes.values()].flat().flatMap((one) => one.keys[0] ?? []));
  return said.filter((one) => !keys.has(columnKey(one.column)) && !isMarked(page, one));
}

/** Whether a comment behind a sentence says that the scan is meant. */
function isMarked({ text }: ReadPage, { span }: Said): boolean {
  const end = text.indexOf("\n\n", span.end);
  return text.slice(span.end, end < 0 ? text.length : end).includes(INTENDED);
}

/** The queries on a page that no index serves, in order; none as long as there is no parser. */
export function unservedOn(page: ReadPage, snapshot: Snapshot): UnservedQuery[] {
  const readSql = snapshot.sql;
  const candidates = readSql ? candidatesOn(page) : [];
  if (!readSql || candidates.length === 0) return [];
  let schema: Schema | undefined;
  const found: UnservedQuery[] = [];
  for (const candidate of candidates) {
    const { statement, prefix } = candidate;
    const analysis = readSql(prefix === "" ? statement : { text: prefix + statement.text });
    if (!analysis || analysis.scopes.length === 0) continue;
    schema ??= schemaOf(declarationsFor(page, snapshot).map(({ declared }) => declared));
    for (const scope of analysis.scopes) {
      for (const unserved of unservedIn(scope, schema)) {
        const once = judge(page, candidate, unserved);
        if (once === undefined) continue;
        const span = shift(unserved.column.span, statement.span.start - prefix.length);
        found.push({ span, candidate, unserved, once });
      }
    }
  }
  return found;
}

/** Whether a query runs only once; `undefined` for one about which nothing is to be said. */
function judge(
  { path, text, facts }: ReadPage,
  candidate: Candidate,
  unserved: Unserved,
): boolean | undefined {
  const { kind, statement } = candidate;
  const comments = statement.comments.join("\n");
  const inline = kind === "inline" || kind === "part";
  const { heading, lead } = around(text, facts, candidate.around, inline);
  if (comments.includes(INTENDED) || lead.includes(INTENDED)) return undefined;
  // What is shown as the bad example is known to be; not so that the index shown with it does not help.
  const bad = saysBad(comments) || (comments === "" && saysBad(`${heading}\n${lead}`));
  if (bad && unserved.reason !== "defeated") return undefined;
  const explained = /^\s*EXPLAIN\b/i.test(statement.text);
  if (explained || RUNBOOK.test(path) || isAboutAnalytics(text)) return true;
  return saysOnce(comments) || saysOnce(lead) || saysOnce(heading);
}

/** Pages of statements that somebody runs by hand. */
const RUNBOOK = /runbook|playbook|troubleshoot|how-?to|migration-guide|post-?mortem|incident-response/i;

/** All declarations that count for a page: its own, those of its increment, those of schema files. */
export function declarationsFor(page: ReadPage, snapshot: Snapshot): Placed[] {
  const readSql = snapshot.sql;
  const [own = [], ...others] = textsFor(page, snapshot);
  return [...readDeclared(own, readSql), ...others.flatMap((texts) => remembered(texts, readSql))];
}

/** The texts with declarations that count for a page; its own are the first. */
function textsFor(page: ReadPage, snapshot: Snapshot): (readonly SchemaText[])[] {
  const others = incrementPages(page, snapshot).map(({ exports }) => exports.schema);
  return [ownTexts(page), ...others, ...snapshot.schemas.values()];
}

const OWN = new WeakMap<Page, readonly SchemaText[]>();

/** The declarations of a page as text. */
export function ownTexts(page: ReadPage): readonly SchemaText[] {
  const known = OWN.get(page);
  if (known) return known;
  const found = schemaTexts(page.text, page.facts);
  OWN.set(page, found);
  return found;
}

/** The other pages of the increment that a page belongs to, wherever in its folder it stands. */
function incrementPages({ path }: ReadPage, { increments, pages }: Snapshot): Page[] {
  const folder = ancestors(dirname(path)).find((one) => increments.folders.has(one));
  const paths = folder === undefined ? [] : (increments.folders.get(folder)?.paths ?? []);
  return paths.flatMap((one) => (one === path ? [] : (pages.get(one) ?? [])));
}

const READ = new WeakMap<readonly SchemaText[], readonly Placed[]>();

/** What texts declare that stay as they are; read once, when there is a parser. */
function remembered(texts: readonly SchemaText[], readSql: ReadSql | undefined): readonly Placed[] {
  if (!readSql) return readDeclared(texts, readSql);
  const known = READ.get(texts);
  if (known) return known;
  const found = readDeclared(texts, readSql);
  READ.set(texts, found);
  return found;
}
