/** The queries of a page that no index serves, as far as the page, its increment and the schema files tell. */

import { bySection, type SectionText } from "../../markdown/bySection.ts";
import type { Facts } from "../../markdown/facts.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import { isMarkdown } from "../../text/paths.ts";
import { type Span, shift } from "../../text/span.ts";
import { severitiesFor } from "../../workspace/settings/settings.ts";
import type { Scope } from "../model/analyse.ts";
import { asksLately, namesOne } from "../model/byHand.ts";
import { declaredWhere, isWeak, undeclaredScope } from "../model/calls/served.ts";
import {
  bodyOf,
  type Candidate,
  candidatesIn,
  languageOf,
  MOST_STATEMENTS,
  moveCandidate,
} from "../model/candidates.ts";
import { programIn } from "../model/code/languages.ts";
import { leavesOf, type Schema, type Unserved, unservedIn } from "../model/cover.ts";
import { type LoopQuery, moveLoopQuery, queriesInLoops } from "../model/loops/loops.ts";
import { around, INTENDED, isShown, saysBad, saysChange, saysOnce } from "../model/marks.ts";
import { columnKey, isForeignTable, tableKey } from "../model/names.ts";
import type { ReadSql } from "../model/parse.ts";
import { isAttack, isDefence, isElsewhere, type Store, storesIn } from "../model/reject.ts";
import { type Said, saidOf } from "../model/sentences.ts";
import { isBelowViews, type Looked, lookedThrough, viewsNamedOn } from "./context.ts";
import { isLesson, isPlan, isRunByHand, isSpecified, tellsHistory } from "./pageKind.ts";
import { hasSqlSchema, isNamedInFiles, nearDeclarations, schemaFor } from "./schema.ts";
import { mayBeDocumentation, withExamples } from "./standing.ts";
import type { Page, QueryView, ReadPage } from "./view.ts";

/** A query that reads a table without an index. */
export interface UnservedQuery {
  /** The column. */
  readonly span: Span;
  readonly candidate: Candidate;
  readonly unserved: Unserved;
  /** It is meant to be run once, or only to be looked at. */
  readonly once: boolean;
  /** Its table is made up to explain something, as far as one can tell: see `withExamples`. */
  readonly example: boolean;
  readonly looked: Looked;
}

/** What a section has of queries. Positions are relative to its start. */
interface QuerySection {
  readonly start: number;
  readonly length: number;
  readonly facts: Facts;
  readonly candidates: readonly Candidate[];
  /** The page is about a language that is written like SQL: what looks like it there is not. */
  readonly streams: boolean;
  readonly loops: readonly PlacedLoopQuery[];
  readonly said: readonly Said[];
}

const SECTIONS = new WeakMap<Page, readonly QuerySection[]>();

/** The sections of a page that have something of queries. An edit makes only the one anew that it concerns. */
function sectionsOf(page: ReadPage): readonly QuerySection[] {
  const known = SECTIONS.get(page);
  if (known) return known;
  const found = isMarkdown(page.path) ? readSections(page, isPlan(page)) : [];
  SECTIONS.set(page, found);
  return found;
}

const readSections = bySection<boolean, QuerySection>(
  ({ text, facts }, plan) => {
    const { candidates, streams } = candidatesIn({ text, facts });
    const loops = loopsIn({ text, facts });
    const said = saidOf(text, facts, plan);
    const isEmpty = !streams && [candidates, loops, said].every(({ length }) => length === 0);
    return isEmpty ? [] : [{ start: 0, length: text.length, facts, candidates, streams, loops, said }];
  },
  (section, by) => ({ ...section, start: by }),
);

/** The SQL on a page. */
export function candidatesOn(page: ReadPage): readonly Candidate[] {
  const sections = sectionsOf(page);
  if (sections.some(({ streams }) => streams)) return [];
  const found = sections.flatMap(({ start, candidates }) =>
    candidates.map((one) => moveCandidate(one, start)),
  );
  return found.slice(0, MOST_STATEMENTS);
}

/** A query in a loop, and the fence that it stands in. */
export interface PlacedLoopQuery {
  readonly query: LoopQuery;
  readonly fence: Span;
}

/** The queries in loops of the code on a page, in order. */
export function loopQueriesOn(page: ReadPage): readonly PlacedLoopQuery[] {
  return sectionsOf(page).flatMap(({ start, loops }) =>
    loops.map(({ query, fence }) => ({ query: moveLoopQuery(query, start), fence: shift(fence, start) })),
  );
}

function loopsIn({ text, facts }: SectionText): PlacedLoopQuery[] {
  return facts.codes.flatMap(({ span: fence, info, fenced, closed }) => {
    const language = programIn(languageOf(text, info));
    if (!fenced || !language) return [];
    const body = bodyOf(text, fence, fenced, closed);
    const queries = queriesInLoops(text.slice(body.start, body.end), language);
    return queries.map((query) => ({ query: moveLoopQuery(query, body.start), fence }));
  });
}

/** True for a page about which more could be said with a parser for SQL. */
export function wantsSql(page: ReadPage, snapshot: QueryView): boolean {
  const severities = severitiesFor(snapshot.settings, page.path);
  if (ASKING.every((rule) => severities[rule] === "off")) return false;
  const sections = sectionsOf(page);
  if (sections.some(({ streams }) => streams)) return false;
  if (sections.some(({ candidates }) => candidates.length > 0)) return true;
  return sections.some(({ said }) => said.length > 0) && hasSqlSchema(page, snapshot);
}

/**
 * True for a page about which nothing can be said before the files that declare tables are read: it has a query that
 * nothing known so far serves.
 */
export function wantsSchemas(page: ReadPage, snapshot: QueryView): boolean {
  if (snapshot.unreadSchemas.size === 0 || !snapshot.complete) return false;
  const severities = severitiesFor(snapshot.settings, page.path);
  if (ASKING.every((rule) => severities[rule] === "off")) return false;
  return (
    unservedSoFar(page, snapshot).length > 0 ||
    saidSoFar(page, snapshot).length > 0 ||
    hasFlagOfUnknown(page, snapshot) ||
    hasUnknownCall(page, snapshot) ||
    (mayBeDocumentation(page, snapshot) && loopQueriesOn(page).length > 0)
  );
}

/** Whether a query filters by what may be a column of two values, of a table that is not declared near by. */
function hasFlagOfUnknown(page: ReadPage, snapshot: QueryView): boolean {
  const { sql } = snapshot;
  if (!sql) return false;
  const schema = schemaFor(page, snapshot);
  return sectionsOf(page).some(({ candidates }) =>
    candidates.some((one) =>
      scopesOf(one, sql, schema).some(
        ({ tables, where }) =>
          tables.some(({ name }) => schema.tables(tableKey(name)).length === 0 && !isForeignTable(name)) &&
          leavesOf(where).some(({ how }) => how === "flag"),
      ),
    ),
  );
}

/** Whether the page has a call whose table is not declared near by. */
function hasUnknownCall(page: ReadPage, snapshot: QueryView): boolean {
  const calls = sectionsOf(page).flatMap(({ candidates }) => candidates.flatMap(({ call }) => call ?? []));
  if (calls.length === 0) return false;
  const schema = schemaFor(page, snapshot);
  return calls.some(({ scope }) =>
    scope.tables.some(({ name }) => schema.tables(tableKey(name)).length === 0),
  );
}

/** The rules that ask for what SQL says. */
const ASKING = ["query/unindexed", "query/unindexed-prose"] as const;

/** The sentences of a page that speak of a column for which no index is declared. */
export function unservedSentences(page: ReadPage, snapshot: QueryView): Said[] {
  return snapshot.unreadSchemas.size > 0 ? [] : saidSoFar(page, snapshot);
}

function saidSoFar(page: ReadPage, snapshot: QueryView): Said[] {
  const said = sectionsOf(page).flatMap((section) =>
    section.said.map((one) => ({ ...one, span: shift(one.span, section.start) })),
  );
  // Before what SQL declares can be read, nothing may be called absent.
  if (said.length === 0 || (!snapshot.sql && wantsSql(page, snapshot))) return [];
  const near = nearDeclarations(page, snapshot).flatMap(({ declared }) =>
    declared.kind === "index" ? (declared.keys[0] ?? []) : [],
  );
  const keys = new Set(near);
  return said.filter(
    (one) =>
      !keys.has(columnKey(one.column)) && !isNamedInFiles(one.column, snapshot) && !isMarked(page, one),
  );
}

/** Whether a comment behind a sentence says that the scan is meant. */
function isMarked({ text }: ReadPage, { span }: Said): boolean {
  const end = text.indexOf("\n\n", span.end);
  return text.slice(span.end, end < 0 ? text.length : end).includes(INTENDED);
}

/** What decides of a query, beside the words around it. */
interface Setting {
  readonly readSql: ReadSql;
  readonly schema: Schema;
  /** All statements run only now and then. */
  readonly once: boolean;
  /** What is not declared may be an example, or in a store that only looks as if it had tables. */
  readonly elsewhere: boolean;
  /** The page tells what was changed: it quotes conditions for what they mean. */
  readonly tells: boolean;
  readonly specified: boolean;
  /** True for a column for which a schema file has an index of some table. */
  readonly isNamed: (column: string) => boolean;
  readonly looked: Looked;
}

const SETTINGS = new WeakMap<Schema, Setting>();

/**
 * The queries on a page that no index serves, in order; none as long as there is no parser, or files that declare
 * tables are not read.
 */
export function unservedOn(page: ReadPage, snapshot: QueryView): readonly UnservedQuery[] {
  return snapshot.unreadSchemas.size > 0 ? [] : unservedSoFar(page, snapshot);
}

function unservedSoFar(page: ReadPage, snapshot: QueryView): readonly UnservedQuery[] {
  const { sql: readSql } = snapshot;
  const sections = readSql ? sectionsOf(page) : [];
  const count = sections.reduce((sum, { candidates }) => sum + candidates.length, 0);
  if (!readSql || count === 0 || sections.some(({ streams }) => streams)) return [];
  const schema = schemaFor(page, snapshot);
  const teaches = isLesson(page);
  const once = teaches || isOnly("columns", page) || isRunByHand(page);
  const elsewhere = teaches || isOnly("others", page);
  const known = SETTINGS.get(schema);
  const tells = tellsHistory(page);
  const looked = lookedThrough(page, snapshot);
  const specified = isSpecified(page);
  const isSame =
    known?.readSql === readSql &&
    known.once === once &&
    known.elsewhere === elsewhere &&
    known.tells === tells &&
    known.specified === specified &&
    known.looked.files === looked.files &&
    known.looked.increment === looked.increment;
  const { schemas } = snapshot;
  const isNamed = (column: string) => isNamedInFiles(column, { schemas });
  const setting = isSame ? known : { readSql, schema, once, elsewhere, tells, specified, isNamed, looked };
  SETTINGS.set(schema, setting);
  const asked = () =>
    candidatesOn(page).flatMap((one) =>
      scopesOf(one, readSql, schema).flatMap(({ tables }) => tables.map(({ name }) => name)),
    );
  const ofPage = (all: readonly UnservedQuery[]) =>
    withExamples(withoutViews(all, page), page, snapshot, asked);
  if (count > MOST_STATEMENTS) return ofPage(unservedOf(candidatesOn(page), page, setting));
  const found = sections.flatMap((section) => {
    const { start } = section;
    return unservedInSection(section, page, setting).map((one) => ({
      ...one,
      span: shift(one.span, start),
      candidate: moveCandidate(one.candidate, start),
    }));
  });
  return ofPage(found);
}

/** Those of tables that the page does not call views, if nobody declares them. */
function withoutViews(found: readonly UnservedQuery[], page: ReadPage): readonly UnservedQuery[] {
  const undeclared = found.filter(({ unserved }) => !unserved.known);
  if (undeclared.length === 0) return found;
  const views = new Set(viewsNamedOn(page));
  for (const { span, unserved } of undeclared)
    if (isBelowViews(page, span.start)) views.add(tableKey(unserved.table.name));
  return found.filter(({ unserved }) => unserved.known || !views.has(tableKey(unserved.table.name)));
}

const storesOn = bySection<undefined, Store>(
  ({ text }) => storesIn(text),
  (store) => store,
);

/** True for a page that names a store of this kind, and none of rows: of a store of columns all is read at a time. */
function isOnly(kind: "columns" | "others", page: ReadPage): boolean {
  const stores = storesOn(page, undefined);
  return stores.includes(kind) && !stores.includes("rows");
}

const UNSERVED = new WeakMap<
  readonly Candidate[],
  { readonly setting: Setting; readonly found: readonly UnservedQuery[] }
>();

/** Those of a section; found once as long as it and what is declared stay the same. */
function unservedInSection(
  { start, length, facts, candidates }: QuerySection,
  { text }: ReadPage,
  setting: Setting,
): readonly UnservedQuery[] {
  if (candidates.length === 0) return [];
  const known = UNSERVED.get(candidates);
  if (known && known.setting === setting) return known.found;
  const source = { text: text.slice(start, start + length), facts };
  const found = unservedOf(candidates, source, setting);
  UNSERVED.set(candidates, { setting, found });
  return found;
}

/** Those of the candidates in a text that no index serves. */
function unservedOf(
  candidates: readonly Candidate[],
  source: SectionText,
  { readSql, schema, once: always, elsewhere, tells, specified, isNamed, looked }: Setting,
): UnservedQuery[] {
  return candidates.flatMap((candidate) => {
    const { statement, prefix } = candidate;
    return scopesOf(candidate, readSql, schema).flatMap((scope) =>
      unservedIn(scope, schema).flatMap((unserved): UnservedQuery[] => {
        const once = judge(source, candidate, unserved);
        if (once === undefined || (elsewhere && !unserved.known)) return [];
        if (candidate.kind === "part" && (tells || isNamed(unserved.column.parts.at(-1) as string)))
          return [];
        const span = shift(unserved.column.span, statement.span.start - prefix.length);
        const weak = candidate.call && unserved.leaf && isWeak(candidate.call, unserved.leaf);
        const isOnce = once || always || weak === true || isTyped(candidate, unserved, source, specified);
        return [{ span, candidate, unserved, once: isOnce, example: false, looked }];
      }),
    );
  });
}

/** Whether a statement is one that somebody types; the plans of an increment say what the system does. */
function isTyped(
  { kind, statement, prefix, around: code }: Candidate,
  { column }: Unserved,
  { text: page }: SectionText,
  specified: boolean,
): boolean {
  const opening = page.slice(code.start, lineEnd(page, code.start));
  // A console of the program is opened there.
  if (kind === "call") return SHELL.test(opening) && /\w/.test(opening);
  const isShell = kind === "string" && SHELL.test(opening);
  if (kind !== "fence" && kind !== "inline" && !isShell) return false;
  const text = prefix + statement.text;
  return namesOne(text, column.span) || (!specified && asksLately(text));
}

const SHELL = /^[`~]{3,}[ \t]*(?:bash|sh|shell|zsh|console|shell-session)?[ \t]*\r?$/i;

/** What a candidate reads. */
export function scopesOf(
  { call, statement, prefix }: Candidate,
  readSql: ReadSql,
  schema: Schema,
): readonly Scope[] {
  if (!call) return readSql({ text: prefix + statement.text })?.scopes ?? [];
  const { scope } = call;
  const [table] = scope.tables;
  const declared = table ? schema.tables(tableKey(table.name)) : [];
  for (const { name, columns } of table ? declared : []) {
    const where = declaredWhere(scope.where, columns);
    if (table && where) return [{ ...scope, where, tables: [{ ...table, name }] }];
  }
  // A document may be ahead of the schema; a name with parts may lead to another table.
  const one = declared.length > 0 && call.nested ? undefined : undeclaredScope(call);
  return one ? [one] : [];
}

/** Whether a query runs only once; `undefined` for one about which nothing is to be said. */
function judge({ text, facts }: SectionText, candidate: Candidate, unserved: Unserved): boolean | undefined {
  const { kind, statement } = candidate;
  const comments = statement.comments.join("\n");
  const inline = kind === "inline" || kind === "part";
  const { heading, lead } = around(text, facts, candidate.around, inline);
  if (comments.includes(INTENDED) || lead.includes(INTENDED)) return undefined;
  const { start, end } = statement.span;
  const line = text.slice(lineStart(text, start), start);
  if (isAttack(text.slice(start, lineEnd(text, end)))) return undefined;
  const words = `${heading}\n${lead}\n${comments}`;
  if (!unserved.known && !candidate.call && isShown(`${lead}\n${comments}`)) return undefined;
  if (kind === "part" && saysChange(lead)) return undefined;
  if (isDefence(words) || (!candidate.call && isElsewhere(`${words}\n${line}`))) return undefined;
  // What is shown as the bad example is known to be; not so that the index shown with it does not help.
  const bad = saysBad(comments) || (comments === "" && saysBad(`${heading}\n${lead}`));
  if (bad && unserved.reason !== "defeated") return undefined;
  const explained = /^\s*EXPLAIN\b/i.test(statement.text);
  return explained || saysOnce(comments) || saysOnce(lead) || saysOnce(heading);
}
