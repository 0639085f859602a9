/** The files of a repository that declare its tables: SQL, schemas, models and migrations in code. */
import { ownCopy } from "../../text/ownCopy.ts";
import { DDL, type SchemaText, sqlTexts } from "./declared.ts";
import { doneBy, isMigration, isUndoing, removalsIn } from "./removals.ts";
import { isSchemaCode, readSchemaCode } from "./schemas/tools.ts";
import { hasStrings, stringsIn } from "./strings.ts";

/** What is declared for tests and examples says nothing about the tables of the project; what is installed even less. */
const SAMPLE =
  /(?:^|\/)(?:(?:[\w-]+[-_.])?tests?(?:[-_.][\w-]+)?|__tests__|__mocks__|fixtures?|testdata|(?:examples?|samples?|playgrounds?|sandbox(?:es)?|demos?)(?:[-_]\w+)?|seeds?|vendor|archives?|backups?|dumps?|legacy|deprecated|\.?te?mp|node_modules|site-packages|dist|build|target|bin|obj)\/|\.(?:test|spec|d)\.\w+$|(?:^|\/)test_[^/]*$|_test\.\w+$|(?:^|\/)spec\/.*\.rb$/i;

/** Where code declares tables, by the names of folders and files. */
const CODE_PLACE =
  /(?:^|[/._-])(?:schemas?|models?|entit(?:y|ies)|migrations?|migrate|db|database|persistence|domain|tables?|orm|alembic|versions|drizzle|data|dal|dao|stor(?:e|age)|repositor(?:y|ies)|knex|infrastructure)(?=[/._-])|(?:Entity|Entities|Model|Models|Table|Tables|Migration|Context|Configuration|Schema|Snapshot)\.\w+$/i;
const CODE_FILE = /\.(?:ts|mts|cts|js|mjs|cjs|py|rb|exs?|php|cs|java|kt|go|rs)$/i;
/** Liquibase. */
const CHANGES = /(?:change-?log|liquibase|\bdb\/changes?).*\.(?:xml|ya?ml|json)$/i;

/** Fit all of these files. */
export const SCHEMA_GLOBS: readonly string[] = [
  "**/*.{sql,prisma,ts,mts,cts,js,mjs,cjs,py,rb,ex,exs,php,cs,java,kt,go,rs}",
  "**/*{change,liquibase}*/**/*.{xml,yaml,yml,json}",
  "**/*{change,liquibase}*.{xml,yaml,yml,json}",
];

/** Statements of one file; a dump of a large database has some thousand. */
const MOST_STATEMENTS = 20_000;
/** Larger files are data, not schemas; in UTF-16 units. */
const LONGEST = 12_000_000;
const LONGEST_CODE = 1_000_000;

/** True for files that are read only for their tables and indexes. */
export function isSchemaFile(path: string): boolean {
  if (/\.(?:sql|prisma)$/i.test(path)) return !SAMPLE.test(path);
  if (!CODE_FILE.test(path)) return CHANGES.test(path) && !SAMPLE.test(path);
  return CODE_PLACE.test(path) && !SAMPLE.test(path);
}

const DOCUMENT =
  /(?:^|[/_-])(?:(?:database|db|sql)(?:[_-]?(?:schemas?|design|models?|structure|tables|migrations?))?|schemas?|data[_-]?models?|erd?|er[_-]?diagrams?|entities|tables)\.mdx?$/i;

/** Decisions and proposals about such matters are numbered: `022-independent-schema.md`. */
const NUMBERED = /(?:^|\/)(?:\w{1,6}[-_])?\d{3,}[-_][^/]*$/;

/** True for documents that describe the tables of a repository, by their names. */
export function isSchemaDocument(path: string): boolean {
  return DOCUMENT.test(path) && !SAMPLE.test(path) && !NUMBERED.test(path);
}

/** What a schema file declares: SQL as text, which is parsed when a query asks for its table. */
export function schemaFileTexts(path: string, text: string): SchemaText[] {
  const removed = removalsIn(path, text).map(
    (one): SchemaText => ({
      kind: "removed",
      text: "",
      start: one.at,
      removed: one,
    }),
  );
  const declaring = declaringTexts(path, isMigration(path) ? doneBy(text) : text);
  if (removed.length === 0) return declaring;
  // What is read of code has no place in it: what is taken away counts first.
  const isSql = declaring.every(({ kind }) => kind === "sql");
  return isSql ? [...removed, ...declaring].sort((a, b) => a.start - b.start) : [...removed, ...declaring];
}

function declaringTexts(path: string, text: string): SchemaText[] {
  if (/\.sql$/i.test(path)) return isUndoing(path) ? [] : sqlFile(text);
  if (text.length > LONGEST_CODE || !(isSchemaCode(text) || DDL.test(text))) return [];
  const declared = readSchemaCode(text, path);
  const read = declared.length === 0 ? [] : [{ kind: "read" as const, text: "", start: 0, declared }];
  const language = /\w+$/.exec(path)?.[0].toLowerCase() ?? "";
  if (!DDL.test(text) || !hasStrings(language)) return read;
  const strings = stringsIn(text, language).flatMap((string) => sqlTexts(string.text, string.span.start));
  return [...read, ...strings.map(owned)];
}

function owned(one: SchemaText): SchemaText {
  return { ...one, text: ownCopy(one.text) };
}

/** Beyond this length a file of SQL is mostly data, and only what begins a line with `CREATE` or `ALTER` is looked at. */
const LONG = 500_000;

function sqlFile(text: string): SchemaText[] {
  if (text.length > LONGEST || !DDL.test(text)) return [];
  if (text.length <= LONG) return sqlTexts(text, 0, MOST_STATEMENTS).map(owned);
  const found: SchemaText[] = [];
  for (const match of text.matchAll(/^[ \t]*(?:CREATE|ALTER)\b/gim)) {
    if (found.length >= MOST_STATEMENTS) break;
    const end = /;[ \t]*\r?$/m.exec(text.slice(match.index, match.index + 20_000));
    const part = text.slice(match.index, match.index + (end ? end.index + 1 : 2_000));
    if (DDL.test(part)) found.push(...sqlTexts(part, match.index).map(owned));
  }
  return found;
}
