/** Names of tables and columns, compared as documents write them: `repo_url` is `repoUrl`, `User` is `users`. */
import { singularize } from "inflection";

/** What two names of one column have in common. */
export function columnKey(name: string): string {
  return name.replace(/[`"'[\]_\s]/g, "").toLowerCase();
}

const TABLES = new Map<string, string>();

/** What two names of one table have in common: without schema, without plural. */
export function tableKey(name: string): string {
  const known = TABLES.get(name);
  if (known !== undefined) return known;
  const last = name.slice(name.lastIndexOf(".") + 1);
  const key = columnKey(singularize(last.replace(/([a-z])(?=[A-Z])/g, "$1_").toLowerCase()));
  if (TABLES.size > 5_000) TABLES.clear();
  TABLES.set(name, key);
  return key;
}

/** The table of a condition that stands without its statement. */
export const ANY_TABLE = "__any";

/** Names that stand for any table. */
const PLACEHOLDER =
  /^(?:.|(?:the|your|my|our|some|a|any|example|sample|dummy|big|large|huge)?_?(?:table|tbl|tab)(?:_?name)?\d?|(?:your|my|our|some|any|example|sample|dummy)_?(?:model|entity|entities|class|object|record|resource)s?|foo|bar|baz|x{2,}|t\d|table_?[a-z0-9]|\w*tabel[ae]s?|\w*tabla)$/i;

/** Relations of the database itself, and what migration tools keep: nobody adds an index to them. */
const SYSTEM =
  /^(?:pg_|sqlite_|information_schema\.|performance_schema\.|pg_catalog\.|sys\.|mysql\.|system\.|svv?_|stl_|v\$|dba_|user_tab|all_tab|_?prisma_migrations|schema_migrations|flyway_|databasechangelog|__?drizzle|alembic_|django_|goose_|knex_|dual$|workitems$|blob\d|timescaledb_information\.|vw?_|cron\.job|auth\.(?:users|identities|sessions|refresh_tokens)$|storage\.(?:objects|buckets)$|#|@|old$|new$|inserted$|deleted$|excluded$)/i;

/** True for names that are no tables of the project: stand-ins, system relations, names with blanks or hyphens. */
export function isForeignTable(name: string): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return (
    isView(name) ||
    isPlaceholderTable(name) ||
    // Of a cluster of column stores.
    /_(?:local|dist|distributed)$/i.test(last) ||
    // Warehouses name their databases, those with indexes seldom do.
    name.split(".").length > 2 ||
    SYSTEM.test(name) ||
    SYSTEM.test(last) ||
    !/^[\p{L}\p{N}_$.]+$/u.test(name)
  );
}

/** True for names that stand for any table. */
export function isPlaceholderTable(name: string): boolean {
  return PLACEHOLDER.test(name.slice(name.lastIndexOf(".") + 1));
}

/** True for names that are said to be of views: nobody adds an index to these by itself. */
export function isView(name: string): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return (
    /(?:_views?|overviews?|_vw|_mv|_mat_?view)$|^(?:v|vw|mv|view)_|_VIEW_/i.test(name) ||
    /[a-z](?:View|Vw)$/.test(last)
  );
}

/** Names that stand for any column, and those that a query gives to the number of a row. */
export function isPlaceholderColumn(name: string): boolean {
  return /^(?:.|col(?:umn)?(?:_?name|_?[a-z0-9])?|field(?:_?name|\d)?|foo|bar|baz|rn|rnk|rank|row_?num(?:ber)?)$/i.test(
    name,
  );
}
