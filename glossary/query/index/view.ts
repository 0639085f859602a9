/** What queries are looked at with. Of increments and decisions it asks for what is named here, and knows nothing else. */
import type { Page as AnyPage, ReadPage as AnyReadPage, CoreView } from "../../workspace/workspace.ts";
import type { SchemaText } from "../model/declared.ts";
import type { ReadSql } from "../model/parse.ts";
import type { QuerySaid } from "./said.ts";

export interface SaysQuery {
  readonly query: QuerySaid;
}

/** What pages of increments and records say that decides whether a query on them is meant. */
export interface SaysWhatItIs {
  readonly increment: { readonly place: { readonly role: string; readonly shelf: string } } | undefined;
  readonly adr: { readonly record: object | undefined };
}

export type Page = AnyPage<SaysQuery & SaysWhatItIs>;
export type ReadPage = AnyReadPage<SaysQuery & SaysWhatItIs>;

/** The queries of a workspace, and what is declared for them. */
export interface QueryView extends CoreView<SaysQuery & SaysWhatItIs> {
  /** The tables and indexes that files of a database schema declare, by path. */
  readonly schemas: ReadonlyMap<string, readonly SchemaText[]>;
  /** The documents that describe the tables of the repository: the same list as long as none of them changes. */
  readonly schemaDocuments: readonly Page[];
  /** What is made here reads and writes databases of others, as its introduction says. */
  readonly makesDatabaseTool: boolean;
  /** The files of this kind that nobody has read yet: as long as there are any, nothing may be called absent. */
  readonly unreadSchemas: ReadonlySet<string>;
  /** Reads SQL; `undefined` until the host has brought a parser in. */
  readonly sql: ReadSql | undefined;
  readonly increments: {
    readonly units: ReadonlyMap<string, { readonly paths: readonly string[] }>;
  };
  readonly adrs: { readonly records: ReadonlyMap<string, object> };
}
