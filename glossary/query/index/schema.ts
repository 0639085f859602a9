/** The tables and indexes that count for a page: its own, those of its increment, those of schema files. */

import { append } from "../../text/groups.ts";
import { ancestors, dirname } from "../../text/paths.ts";
import { type Schema, schemaOf } from "../model/cover.ts";
import { type Placed, readDeclared, type SchemaText, schemaTextsOn, tableIn } from "../model/declared.ts";
import { columnKey } from "../model/names.ts";
import type { ReadSql } from "../model/parse.ts";
import type { Declared } from "../model/schema.ts";
import { aboutTable, declaredToday, type History, historyOf } from "./history.ts";
import type { Page, QueryView, ReadPage } from "./view.ts";

/** What is declared where a page can see it. Of schema files only what is asked for is parsed. */
export function schemaFor(page: ReadPage, snapshot: QueryView): Schema {
  const { history, read, pages } = filesOf(snapshot);
  const documents = documentsOf(snapshot.schemaDocuments);
  const near = nearDeclarations(page, snapshot).map(({ declared }) => declared);
  const before = pages.get(page.path);
  const isSame = before?.sql === snapshot.sql && before?.near.length === near.length;
  if (isSame && near.every((one, i) => one === before?.near[i])) return before.schema;
  const schema = schemaOf(near, (key) => {
    const known = read.get(key);
    if (known) return known;
    const inFiles = declaredToday(key, history, snapshot.sql);
    // A document tells of indexes and views; what it shows of tables may be an example, or of yesterday.
    const told = readDeclared(documents.get(key) ?? [], snapshot.sql)
      .map(({ declared }) => declared)
      .filter((one) => one.kind === "index" || one.passing);
    const found = aboutTable([...inFiles, ...told], key);
    if (snapshot.sql) read.set(key, found);
    return found;
  });
  if (pages.size >= MOST_PAGES) pages.clear();
  pages.set(page.path, { near, sql: snapshot.sql, schema });
  return schema;
}

/** So many pages are open at once at most. */
const MOST_PAGES = 50;

/** What was asked for last: each rule about queries asks for the same. */
let nearLast: { readonly page: Page; readonly of: QueryView; readonly placed: readonly Placed[] } | undefined;

/** The declarations of a page itself and of the other pages of its increment. */
export function nearDeclarations(page: ReadPage, snapshot: QueryView): readonly Placed[] {
  if (nearLast?.page === page && nearLast.of === snapshot) return nearLast.placed;
  const others = incrementPages(page, snapshot).flatMap(({ exports }) =>
    remembered(exports.query.schema, snapshot.sql),
  );
  const placed = [...ownDeclarations(page, snapshot), ...others];
  nearLast = { page, of: snapshot, placed };
  return placed;
}

/** The declarations of a page itself. */
export function ownDeclarations(page: ReadPage, { sql }: QueryView): Placed[] {
  return readDeclared(ownTexts(page), sql);
}

/** Those of a page of an increment are known to others. */
function ownTexts(page: ReadPage): readonly SchemaText[] {
  const { schema } = page.exports.query;
  return schema.length > 0 ? schema : schemaTextsOn(page);
}

/** True for the key of a table that a file of the repository declares; with `documents`, or a document about its database. */
export function isDeclaredInRepository(key: string, snapshot: QueryView, documents: boolean): boolean {
  return (
    filesOf(snapshot).history.tables.has(key) || (documents && documentsOf(snapshot.schemaDocuments).has(key))
  );
}

/** How many names of tables files of the repository declare, as far as they are read. */
export function tablesInFiles(snapshot: QueryView): number {
  return filesOf(snapshot).history.tables.size;
}

/** True where SQL declares something that counts for a page. */
export function hasSqlSchema(page: ReadPage, snapshot: QueryView): boolean {
  const isSql = ({ kind }: SchemaText) => kind === "sql";
  return (
    ownTexts(page).some(isSql) ||
    incrementPages(page, snapshot).some(({ exports }) => exports.query.schema.some(isSql))
  );
}

/** True where a schema file names a column together with an index or key. */
export function isNamedInFiles(column: string, { schemas }: Pick<QueryView, "schemas">): boolean {
  const key = columnKey(column);
  const name = column.toLowerCase();
  const snake = column.replace(/[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  for (const texts of schemas.values())
    for (const { text, declared } of texts) {
      if (declared?.some((one) => one.kind === "index" && one.keys[0] === key)) return true;
      const lower = text.toLowerCase();
      if ((lower.includes(name) || lower.includes(snake)) && /index|unique|key/.test(lower)) return true;
    }
  return false;
}

/** The other pages of the increment that a page belongs to, wherever in its folder it stands. */
function incrementPages({ path }: ReadPage, { increments, pages }: QueryView): Page[] {
  const unit = [path, ...ancestors(dirname(path))].find((one) => increments.units.has(one));
  const paths = unit === undefined ? [] : (increments.units.get(unit)?.paths ?? []);
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

interface Files {
  readonly history: History;
  /** What they declare, as far as it has been asked for. */
  readonly read: Map<string, readonly Declared[]>;
  /** What holds for a page, by its path, as long as nothing else is declared for it. */
  readonly pages: Map<
    string,
    { readonly near: readonly Declared[]; readonly sql: ReadSql | undefined; readonly schema: Schema }
  >;
}

const FILES = new WeakMap<QueryView["schemas"], WeakMap<QueryView["schemaDocuments"], Files>>();

function filesOf({ schemas, schemaDocuments }: QueryView): Files {
  const byDocuments = FILES.get(schemas) ?? new WeakMap<QueryView["schemaDocuments"], Files>();
  const known = byDocuments.get(schemaDocuments);
  if (known) return known;
  const files = { history: historyOf(schemas), read: new Map(), pages: new Map() };
  FILES.set(schemas, byDocuments.set(schemaDocuments, files));
  return files;
}

const DOCUMENTS = new WeakMap<QueryView["schemaDocuments"], ReadonlyMap<string, readonly SchemaText[]>>();

/** The texts of the documents that describe tables, by the key of the table. */
function documentsOf(documents: QueryView["schemaDocuments"]): ReadonlyMap<string, readonly SchemaText[]> {
  const known = DOCUMENTS.get(documents);
  if (known) return known;
  const texts = new Map<string, SchemaText[]>();
  for (const { exports } of documents)
    for (const one of exports.query.schema)
      if (one.kind !== "prose" && one.kind !== "read")
        for (const table of tableIn(one)) append(texts, table, one);
  DOCUMENTS.set(documents, texts);
  return texts;
}
