/** What the schema code of one tool declares, and how it becomes tables and indexes. */
import type { Span } from "../../../text/span.ts";
import { columnKey } from "../names.ts";
import { type Declared, type IndexDeclaration, index, table } from "../schema.ts";
import type { CommentMark, Source } from "./source.ts";

/** A tool whose schemas are written in code, or in files of its own. */
export interface SchemaTool {
  readonly name: string;
  /** Something that no schema of it is without; asked before anything is read. */
  readonly sign: RegExp;
  /** How its language writes comments. */
  readonly comments: CommentMark;
  /**
   * What a text declares, in order; empty where it declares nothing. Nothing is evaluated: names that are put together
   * at run time stay unknown. `path` is where the text is from, for tools whose tables are named after it. Never throws.
   */
  read(source: Source, path?: string): SchemaRead;
}

export interface SchemaRead {
  readonly tables: readonly ModelTable[];
  /** Indexes of tables that are declared elsewhere, as migrations add them. */
  readonly keys: readonly (ModelKey & { readonly table: string | undefined })[];
}

export const NOTHING_READ: SchemaRead = { tables: [], keys: [] };

/** A table as code declares it. */
export interface ModelTable {
  /** What the database calls it: `parcels`. */
  readonly name: string;
  /** What code calls it: the class, the variable, the property: `Parcel`. */
  readonly models: readonly string[];
  readonly columns: readonly ModelColumn[];
  readonly keys: readonly ModelKey[];
  readonly span: Span;
}

export interface ModelColumn {
  /** What the database calls it: `carrier_ref`. */
  readonly name: string;
  /** What code calls it: `carrierRef`; the name again where there is no other. */
  readonly property: string;
  /** It holds only true or false. */
  readonly flag: boolean;
}

/** An index, a primary or a unique key. */
export interface ModelKey {
  /** Columns or properties, in order. */
  readonly columns: readonly string[];
  /** `tree` where nothing else is said. */
  readonly method?: IndexDeclaration["method"];
}

/** As declarations: columns and keys count under their names in the database and in code. */
export function declaredBy({ tables, keys }: SchemaRead): Declared[] {
  return [...tables.flatMap(declaredOf), ...keys.map((key) => keyOf(key.table, key.columns, key))];
}

function declaredOf({ name, models, columns, keys, span }: ModelTable): Declared[] {
  const flags = new Map<string, boolean>();
  const written = new Map<string, string>();
  for (const column of columns)
    for (const one of [column.name, column.property]) {
      flags.set(columnKey(one), column.flag);
      written.set(columnKey(one), column.name);
    }
  const indexes = keys.flatMap((key) => {
    const inDatabase = key.columns.map((one) => written.get(columnKey(one)) ?? one);
    const inCode = key.columns.map((one) => {
      const known = columns.find((column) => columnKey(column.name) === columnKey(one));
      return known?.property ?? one;
    });
    const isSame = inDatabase.every((one, i) => columnKey(one) === columnKey(inCode[i] as string));
    return [
      keyOf(name, inDatabase, key),
      ...(isSame ? [] : [{ ...keyOf(name, inCode, key), label: keyOf(name, inDatabase, key).label }]),
    ];
  });
  return [table(name, flags, span, { models, written }), ...indexes];
}

function keyOf(named: string | undefined, columns: readonly string[], { method = "tree" }: ModelKey) {
  return index(named, columns.map(columnKey), { label: `${named ?? ""}(${columns.join(", ")})`, method });
}

/** Classes that say what their tables are called, and no more. Both patterns are global and have the name in a group. */
export function namedModels(text: string, classes: RegExp, names: RegExp): ModelTable[] {
  const heads = [...text.matchAll(classes)];
  let at = 0;
  return [...text.matchAll(names)].flatMap((named) => {
    while (at < heads.length - 1 && (heads[at + 1] as RegExpExecArray).index < named.index) at++;
    const head = heads[at];
    if (!head || head.index > named.index) return [];
    const span = { start: head.index, end: named.index + named[0].length };
    return [{ name: named[1] as string, models: [head[1] as string], columns: [], keys: [], span }];
  });
}
