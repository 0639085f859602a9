/** What the domain of queries gives: what documents say of a database. */
import type { Domain } from "../workspace/domain.ts";
import { type QuerySaid, queryOutside, readQuery } from "./index/said.ts";
import type { Page, QueryView } from "./index/view.ts";
import type { SchemaText } from "./model/declared.ts";
import { type ParseSql, readerFor } from "./model/parse.ts";
import { isSchemaDocument, isSchemaFile, SCHEMA_GLOBS, schemaFileTexts } from "./model/schemaFiles.ts";

/** What a host can bring in. */
export interface QueryNeeds {
  /** Parses SQL. It is large, so it is brought in when a page wants it: see `wantsSql`. */
  readonly parseSql?: ParseSql;
}

interface QueryIndex {
  readonly documents: readonly Page[];
  readonly makesTool: boolean;
}

export const query: Domain<"query", QuerySaid, QueryIndex, QueryView> = {
  name: "query",
  files: [{ as: "beside", asked: true, globs: SCHEMA_GLOBS, is: isSchemaFile, read: schemaFileTexts }],

  read: (source, _, { increment }) => readQuery(source, increment),
  outside: queryOutside,

  // Schemas are read when a query asks for them.
  follows: "said",
  index: ({ pages }) => ({
    documents: [...pages.values()].filter(isDescribing),
    makesTool: [...pages.values()].some(({ exports }) => exports.query.makesTool),
  }),
  state: ({ documents, makesTool }, { beside, unread, brought }) => ({
    schemaDocuments: documents,
    makesDatabaseTool: makesTool,
    schemas: beside as ReadonlyMap<string, readonly SchemaText[]>,
    unreadSchemas: unread,
    sql: sqlOf(brought as QueryNeeds),
  }),
};

/** Pages that describe the tables of the repository, of increments only those that are called so. */
function isDescribing({ path, exports }: Page): boolean {
  return exports.query.schema.length > 0 && isSchemaDocument(path);
}

function sqlOf({ parseSql }: QueryNeeds): QueryView["sql"] {
  return parseSql && readerFor(parseSql);
}
