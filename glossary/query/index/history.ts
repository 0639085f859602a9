/** What files of a repository declare of a table today: migrations count in their order, and so does what they take away. */
import { append } from "../../text/groups.ts";
import { keysOf } from "../model/cover.ts";
import { readDeclared, type SchemaText, tableIn } from "../model/declared.ts";
import { tableKey } from "../model/names.ts";
import type { ReadSql } from "../model/parse.ts";
import { isMigration, type Removal, withoutRemoved } from "../model/removals.ts";
import type { Declared, IndexDeclaration } from "../model/schema.ts";

/** The texts of all files by the table that they are about, in their order. */
export interface History {
  readonly heads: ReadonlyMap<string, readonly SchemaText[]>;
  /** The keys of the tables that are declared at any time. */
  readonly tables: ReadonlySet<string>;
  /** Removals of indexes that are called by their names alone. */
  readonly nameless: readonly SchemaText[];
  /** Where a text stands among all; empty where nothing is taken away. */
  readonly order: ReadonlyMap<SchemaText, number>;
}

/** Puts the texts of files in order: migrations by their names, then what says how it is today. */
export function historyOf(schemas: ReadonlyMap<string, readonly SchemaText[]>): History {
  const isChanging = [...schemas.values()].some((texts) => texts.some(({ removed }) => removed));
  const files = isChanging ? [...schemas].sort(byOrder) : [...schemas];
  const heads = new Map<string, SchemaText[]>();
  const order = new Map<SchemaText, number>();
  const nameless: SchemaText[] = [];
  for (const one of files.flatMap(([, texts]) => texts)) {
    if (isChanging) order.set(one, order.size);
    for (const table of tableIn(one)) append(heads, table, one);
    if (one.removed && one.removed.table === undefined) nameless.push(one);
  }
  const tables = [...heads].filter(([, texts]) => texts.some(({ removed }) => !removed)).map(([key]) => key);
  return { heads, tables: new Set(tables), nameless, order };
}

function byOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const later = Number(!isMigration(a)) - Number(!isMigration(b));
  return later !== 0 ? later : a.localeCompare(b, "en", { numeric: true });
}

/** Tables that are renamed and renamed again. */
const DEEPEST = 8;

/** What the files declare of a table, by its key. */
export function declaredToday(
  key: string,
  history: History,
  readSql: ReadSql | undefined,
  before = Number.POSITIVE_INFINITY,
  depth = 0,
): readonly Declared[] {
  const { heads, nameless, order } = history;
  const own = heads.get(key) ?? [];
  if (order.size === 0 || own.length === 0) return declaredIn(own, readSql);
  const names = new Map<IndexDeclaration, string>();
  const called = (one: IndexDeclaration) => names.get(one);
  const at = (one: SchemaText) => order.get(one) as number;
  const events = [...new Set([...own, ...nameless])]
    .filter((one) => at(one) < before)
    .sort((a, b) => at(a) - at(b));
  let found: readonly Declared[] = [];
  for (const one of events) {
    if (one.removed) {
      found = apply(one.removed, found, at(one));
      continue;
    }
    const added = declaredIn([one], readSql);
    const name = INDEX_NAME.exec(one.text.slice(0, 500));
    if (name)
      for (const each of added) if (each.kind === "index") names.set(each, name[1] ?? (name[2] as string));
    found = [...found, ...added];
  }
  return found;

  function apply(removal: Removal, declared: readonly Declared[], now: number): readonly Declared[] {
    const { what, table, name } = removal;
    if (table === undefined || what !== "rename")
      return table === undefined || tableKey(table) === key
        ? withoutRemoved(declared, removal, called)
        : declared;
    if (tableKey(table) === key) return withoutRemoved(declared, removal, called);
    if (tableKey(name) !== key || depth >= DEEPEST) return declared;
    const earlier = declaredToday(tableKey(table), history, readSql, now, depth + 1);
    return [...declared, ...earlier.map((one) => renamed(one, name))];
  }
}

const INDEX_NAME =
  /^\s*CREATE\s+(?:\w+\s+){0,3}?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?((?:["`[]?[\w$]+["`\]]?\.){0,2}["`[]?[\w$]+["`\]]?)\s+ON\b|\bADD\s+CONSTRAINT\s+["`[]?([\w$]+)/i;

function renamed(one: Declared, name: string): Declared {
  return one.kind === "index" ? { ...one, table: name } : { ...one, name };
}

function declaredIn(texts: readonly SchemaText[], readSql: ReadSql | undefined): readonly Declared[] {
  return readDeclared(texts, readSql).map(({ declared }) => declared);
}

/** Those of a table's declarations that are about it. */
export function aboutTable(declared: readonly Declared[], key: string): Declared[] {
  return declared.filter((one) => keysOf(one).includes(key));
}
