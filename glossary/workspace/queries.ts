/** The queries of a page that no index serves, as far as the page, its increment and the schema files tell. */

import {
  bodyOf,
  type Candidate,
  candidatesIn,
  languageOf,
  MOST_STATEMENTS,
  moveCandidate,
  type SqlFound,
} from "../domain/sql/candidates.ts";
import { type Schema, type Unserved, unservedIn } from "../domain/sql/cover.ts";
import { type LoopQuery, moveLoopQuery, queriesInLoops } from "../domain/sql/loops.ts";
import { around, INTENDED, saysBad, saysOnce } from "../domain/sql/marks.ts";
import { columnKey } from "../domain/sql/names.ts";
import type { ReadSql } from "../domain/sql/parse.ts";
import { isAttack, isElsewhere, storesIn } from "../domain/sql/reject.ts";
import { type Said, saidOf } from "../domain/sql/sentences.ts";
import { bySection, type SectionText } from "../markdown/bySection.ts";
import { lineEnd, lineStart } from "../text/lines.ts";
import { isMarkdown } from "../text/paths.ts";
import { type Span, shift } from "../text/span.ts";
import { hasSqlSchema, isNamedInFiles, nearDeclarations, schemaFor } from "./schema.ts";
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
  const parts = isMarkdown(page.path) ? sqlOn(page, undefined) : [];
  const isAboutStreams = parts.some(({ streams }) => streams);
  const found = isAboutStreams ? [] : parts.flatMap(({ candidates }) => candidates).slice(0, MOST_STATEMENTS);
  CANDIDATES.set(page, found);
  return found;
}

const sqlOn = bySection<undefined, SqlFound>(
  (section) => [candidatesIn(section)],
  (part, by) => ({ ...part, candidates: part.candidates.map((one) => moveCandidate(one, by)) }),
);

/** A query in a loop, and the fence that it stands in. */
export interface PlacedLoopQuery {
  readonly query: LoopQuery;
  readonly fence: Span;
}

/** The queries in loops of the JavaScript and TypeScript on a page, in order. */
export function loopQueriesOn(page: ReadPage): readonly PlacedLoopQuery[] {
  return loopsOn(page, undefined);
}

const CODE = /^(?:ts|tsx|js|jsx|mjs|cjs|mts|cts|typescript|javascript|node)$/;

const loopsOn = bySection<undefined, PlacedLoopQuery>(
  ({ text, facts }) =>
    facts.codes.flatMap(({ span: fence, info, fenced, closed }) => {
      if (!fenced || !CODE.test(languageOf(text, info))) return [];
      const body = bodyOf(text, fence, fenced, closed);
      const queries = queriesInLoops(text.slice(body.start, body.end));
      return queries.map((query) => ({ query: moveLoopQuery(query, body.start), fence }));
    }),
  ({ query, fence }, by) => ({ query: moveLoopQuery(query, by), fence: shift(fence, by) }),
);

/** True for a page about a store of columns: what is read there is read as a whole. */
function isAboutAnalytics(page: ReadPage): boolean {
  const stores = storesOn(page, undefined);
  return stores.includes("columns") && !stores.includes("rows");
}

const storesOn = bySection(
  ({ text }) => storesIn(text),
  (store) => store,
);

/** True for a page about which more could be said with a parser for SQL. */
export function wantsSql(page: ReadPage, snapshot: Snapshot): boolean {
  if (candidatesOn(page).length > 0) return true;
  return saidOn(page).length > 0 && hasSqlSchema(page, snapshot);
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
}

const SETTINGS = new WeakMap<Schema, Setting>();

/** The queries on a page that no index serves, in order; none as long as there is no parser. */
export function unservedOn(page: ReadPage, snapshot: Snapshot): readonly UnservedQuery[] {
  const { sql: readSql } = snapshot;
  const candidates = readSql ? candidatesOn(page) : [];
  if (!readSql || candidates.length === 0) return [];
  const schema = schemaFor(page, snapshot);
  const once = isAboutAnalytics(page);
  const known = SETTINGS.get(schema);
  const setting = known?.readSql === readSql && known.once === once ? known : { readSql, schema, once };
  SETTINGS.set(schema, setting);
  // So many must not be read for each section.
  if (candidates.length === MOST_STATEMENTS) return unservedOf(candidates, page, page.path, setting);
  return unservedBySection(page, setting);
}

const unservedBySection = bySection<Setting, UnservedQuery>(
  (section, setting, path) => unservedOf(candidatesIn(section).candidates, section, path, setting),
  (query, by) => ({ ...query, span: shift(query.span, by), candidate: moveCandidate(query.candidate, by) }),
);

/** Those of the candidates in a text that no index serves. */
function unservedOf(
  candidates: readonly Candidate[],
  source: SectionText,
  path: string,
  { readSql, schema, once: always }: Setting,
): UnservedQuery[] {
  return candidates.flatMap((candidate) => {
    const { statement, prefix } = candidate;
    const scopes = readSql({ text: prefix + statement.text })?.scopes ?? [];
    return scopes.flatMap((scope) =>
      unservedIn(scope, schema).flatMap((unserved): UnservedQuery[] => {
        const once = judge(source, path, candidate, unserved);
        if (once === undefined) return [];
        const span = shift(unserved.column.span, statement.span.start - prefix.length);
        return [{ span, candidate, unserved, once: once || always }];
      }),
    );
  });
}

/** Whether a query runs only once; `undefined` for one about which nothing is to be said. */
function judge(
  { text, facts }: SectionText,
  path: string,
  candidate: Candidate,
  unserved: Unserved,
): boolean | undefined {
  const { kind, statement } = candidate;
  const comments = statement.comments.join("\n");
  const inline = kind === "inline" || kind === "part";
  const { heading, lead } = around(text, facts, candidate.around, inline);
  if (comments.includes(INTENDED) || lead.includes(INTENDED)) return undefined;
  const { start, end } = statement.span;
  const line = text.slice(lineStart(text, start), start);
  if (isAttack(text.slice(start, lineEnd(text, end)))) return undefined;
  if (isElsewhere(`${heading}\n${lead}\n${comments}\n${line}`)) return undefined;
  // What is shown as the bad example is known to be; not so that the index shown with it does not help.
  const bad = saysBad(comments) || (comments === "" && saysBad(`${heading}\n${lead}`));
  if (bad && unserved.reason !== "defeated") return undefined;
  const explained = /^\s*EXPLAIN\b/i.test(statement.text);
  if (explained || BY_HAND.test(path)) return true;
  return saysOnce(comments) || saysOnce(lead) || saysOnce(heading);
}

/** Pages of statements that somebody runs by hand, or that teach the language. */
const BY_HAND =
  /runbook|playbook|troubleshoot|how-?to|migration-guide|post-?mortem|incident-response|cheat-?sheet|interview|(?:^|[/_-])(?:qa|testing|test-?(?:plan|guide|cases?|data)|learn(?:ing)?|tutorials?|lessons?|courses?|exercises?|workshops?|notes)(?=[/_.-])/i;
