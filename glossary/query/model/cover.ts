/**
 * Whether an index serves what a statement restricts. Decided for each table as a whole, not for each column: one
 * served condition among several that all hold is enough; of alternatives each has to be served.
 */
import { append } from "../../text/groups.ts";
import type { Scope, TableUse } from "./analyse.ts";
import type { Name } from "./ast.ts";
import { type Condition, isSearch, type Leaf } from "./conditions.ts";
import {
  ANY_TABLE,
  columnKey,
  isForeignTable,
  isPlaceholderColumn,
  isPlaceholderTable,
  isView,
  tableKey,
} from "./names.ts";
import type { Declared, IndexDeclaration, TableDeclaration } from "./schema.ts";

/** All that is declared where a page can see it. */
export interface Schema {
  /** The declarations of a table, by its key (see `tableKey`). */
  readonly tables: (key: string) => readonly TableDeclaration[];
  /** The indexes of a table, with those that are for any table. */
  readonly indexes: (key: string) => readonly IndexDeclaration[];
  /** The indexes that are declared near by, of whatever table. */
  readonly near: readonly IndexDeclaration[];
}

/** A table that a statement reads without an index. */
export interface Unserved {
  readonly table: TableUse;
  /** The first column that is not served, as written. */
  readonly column: Name;
  /**
   * `missing`: there is none. `defeated`: there is one that the condition cannot use. `inner`: the column is not
   * the first of its index. `join`, `sort`: only a join or the order would need one.
   */
  readonly reason: "missing" | "defeated" | "inner" | "join" | "sort";
  /** The columns or expressions of the index that would serve, in order. */
  readonly wanted: readonly string[];
  /** The condition that defeats, and the index that is defeated, not reached or planned. */
  readonly leaf: Leaf | undefined;
  readonly index: IndexDeclaration | undefined;
  /** The table and the column are declared. */
  readonly known: boolean;
  /** True where little is gained, or it is not certain which table is meant. */
  readonly weak: boolean;
}

/** Puts declarations together: those near by, and those that can be asked for by the key of a table. */
export function schemaOf(near: readonly Declared[], elsewhere: (key: string) => readonly Declared[]): Schema {
  const byTable = new Map<string, Declared[]>();
  for (const one of near) for (const key of keysOf(one)) append(byTable, key, one);
  const any = (byTable.get("") ?? []).filter((one) => one.kind === "index");
  const of = (key: string) => [...(byTable.get(key) ?? []), ...elsewhere(key)];
  const tables = new Map<string, readonly TableDeclaration[]>();
  const indexes = new Map<string, readonly IndexDeclaration[]>();
  return {
    tables: (key) => remember(tables, key, () => of(key).filter((one) => one.kind === "table")),
    indexes: (key) =>
      remember(indexes, key, () => [...of(key).filter((one) => one.kind === "index"), ...any]),
    near: near.filter((one) => one.kind === "index"),
  };
}

/** The keys under which a declaration is found; "" for an index of any table. */
export function keysOf(one: Declared): string[] {
  if (one.kind === "index") return [one.table === undefined ? "" : tableKey(one.table)];
  return [...new Set([one.name, ...one.models].map(tableKey))];
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The tables of a scope that are read without an index, the first column of each. */
export function unservedIn(scope: Scope, schema: Schema): Unserved[] {
  return scope.tables.flatMap((table) => look(scope, table, schema) ?? []);
}

function look(scope: Scope, table: TableUse, schema: Schema): Unserved | undefined {
  const declared = schema.tables(tableKey(table.name));
  if (declared.some(({ passing }) => passing)) return undefined;
  // Temporary tables of SQL Server.
  if (table.name.startsWith("#")) return undefined;
  if (isView(table.name) || isPlaceholderTable(table.name)) return undefined;
  if (declared.length === 0 && isForeignTable(table.name)) return undefined;
  const any = table.name === ANY_TABLE;
  const indexes = any ? schema.near : indexesOf(table.name, declared, schema);
  const usable = indexes.filter(({ planned }) => !planned);
  const [only] = declared;
  // Where the schema is left out or put in later, it is the one that is declared.
  const inSchema =
    declared.length === 1 && only && !table.name.includes(".") && only.name.endsWith(`.${table.name}`);
  const named = inSchema ? { ...table, name: only.name } : table;
  const values = valuesIn(scope.where, isKnown);
  const leaves = leavesOf(scope.where).filter((leaf) => !values.has(leaf));
  const filtered = new Set(leaves.filter(isAgainstValue).map(({ column }) => owner(column)));
  if (isServed(scope.where)) return undefined;
  const own = leaves.filter(
    (leaf) => owner(leaf.column) === table && isAgainstValue(leaf) && !hasIndex(leaf),
  );
  const restricted = own.filter(
    ({ column, how }) =>
      // What is near something counts where it has an index, and nobody is told to add one.
      how !== "near" &&
      (isKnown(column) || (how !== "flag" && !isPlaceholderColumn(column.parts.at(-1) as string))),
  );
  if (restricted.length > 0) return fromConditions(restricted);
  return fromEach() ?? (declared.length > 0 && !scope.partial ? fromRest() : undefined);

  /** A subquery for a value reads the table again for each row around it. */
  function fromEach(): Unserved | undefined {
    const leaf = leaves.find(
      (one) => owner(one.column) === table && isCorrelated(one) && isKnown(one.column),
    );
    return scope.each && leaf && !hasIndex(leaf)
      ? found("missing", leaf, [leaf.text], planned(leaf))
      : undefined;
  }

  function fromConditions(some: readonly Leaf[]): Unserved | undefined {
    // Within another query, its row decides what is looked for; so does that of a table joined to one nobody declares.
    if (leaves.some((leaf) => owner(leaf.column) === table && isCorrelated(leaf))) return fromEach();
    if (declared.length === 0 && leaves.some((leaf) => owner(leaf.column) === table && isJoined(leaf)))
      return undefined;
    const wanted = some.filter(isWorthwhile);
    const isInner = (leaf: Leaf) => usable.some(({ keys }) => keys.indexOf(leaf.key) > 0);
    const inner = wanted.find(isInner);
    const direct = wanted.find((leaf) => !isDefeating(leaf) && !isInner(leaf));
    if (!direct && inner) return found("inner", inner, [inner.text]);
    if (direct) {
      const fit = wanted.filter((leaf) => !isDefeating(leaf));
      return found("missing", fit[0] ?? direct, columnsFor(fit), planned(direct));
    }
    // Rows that a join finds may be looked through.
    if (leaves.some((leaf) => owner(leaf.column) === table && !isAgainstValue(leaf) && isDriven(leaf)))
      return declared.length > 0 ? fromRest() : undefined;
    const defeating = some.find(isDefeating);
    if (defeating) {
      const existing = usable.find(
        ({ keys }) => keys[0] === columnKey(defeating.column.parts.at(-1) as string),
      );
      return found(existing ? "defeated" : "missing", defeating, [defeating.text], existing);
    }
    const slight = some.find(({ how }) => how === "flag" || how === "null" || how === "equal");
    return slight && { ...found("missing", slight, [slight.text], planned(slight)), weak: true };
  }

  /** Joins and orders count only where somebody has declared the table. */
  function fromRest(): Unserved | undefined {
    if (scope.where.kind === "nothing") {
      const [first] = scope.order;
      const sorted = scope.limited && scope.tables.length === 1 && !scope.hidden && first && isKnown(first);
      if (!sorted || usable.some(({ keys }) => keys[0] === columnKey(first.parts.at(-1) as string)))
        return undefined;
      return {
        table: named,
        column: first,
        reason: "sort",
        wanted: [first.parts.at(-1) as string],
        leaf: undefined,
        index: undefined,
        known: true,
        weak: true,
      };
    }
    const joined = leaves.find(
      (leaf) => owner(leaf.column) === table && isKnown(leaf.column) && isJoined(leaf),
    );
    return joined && { ...found("join", joined, [joined.text]), weak: true };
  }

  function found(
    reason: Unserved["reason"],
    leaf: Leaf,
    wanted: readonly string[],
    index?: IndexDeclaration,
  ): Unserved {
    const ambiguous =
      leaf.column.parts.length === 1 && (scope.tables.length > 1 || scope.hidden) && !isKnown(leaf.column);
    const weak = ambiguous || any || scope.partial === true || reason === "inner" || index?.planned === true;
    return {
      table: named,
      column: leaf.column,
      reason,
      wanted,
      leaf,
      index,
      known: isKnown(leaf.column),
      weak,
    };
  }

  function planned(leaf: Leaf): IndexDeclaration | undefined {
    return indexes.find((one) => one.planned && one.keys[0] === leaf.key);
  }

  function isServed(condition: Condition): boolean {
    switch (condition.kind) {
      case "and":
      case "either":
        return condition.parts.some(isServed);
      case "or": {
        const parts = condition.parts.filter(({ kind }) => kind !== "nothing");
        return parts.length > 0 && parts.every(isServed);
      }
      case "leaf":
        return owner(condition.column) === table && isDriven(condition) && hasIndex(condition);
      default:
        return false;
    }
  }

  /** A join finds rows by an index if the other table gives few rows to look for. */
  function isDriven({ others }: Leaf): boolean {
    return others.every((other) => {
      const from = owner(other);
      return (
        from === undefined ||
        (from !== table ? filtered.has(from) || !filtered.has(table) : scope.tables.length === 1)
      );
    });
  }

  function hasIndex(leaf: Leaf): boolean {
    const key = columnKey(leaf.column.parts.at(-1) as string);
    if (!leaf.made && leaf.how !== "contains" && leaf.how !== "insensitive" && isPrimary(key)) return true;
    return usable.some(({ keys, method, partial }) => {
      if (partial.includes(key)) return true;
      if (method !== "tree") {
        const fits = isSearch(leaf.how) || leaf.how === "prefix";
        return (
          fits && (keys.includes(leaf.key) || keys.includes(key) || keys.some((one) => one.includes(key)))
        );
      }
      return !isSearch(leaf.how) && keys[0] === leaf.key;
    });
  }

  /** A table that nobody declares has a primary key all the same. */
  function isPrimary(key: string): boolean {
    if (/^(?:id|uuid|guid|rowid|pk)$/.test(key)) return true;
    if (declared.length > 0 || any) return false;
    const own = tableKey(table.name);
    return key === "key" || key === `${own}id` || (own === "authuser" && key === "username");
  }

  function isKnown(name: Name): boolean {
    const key = columnKey(name.parts.at(-1) as string);
    return declared.some(({ columns }) => columns.has(key));
  }

  function isFlag(leaf: Leaf): boolean {
    const name = leaf.column.parts.at(-1) as string;
    if (leaf.how === "flag" || /^(?:is|has)(?:_|[A-Z])/.test(name)) return true;
    return declared.some(({ columns }) => columns.get(columnKey(name)) === true);
  }

  /** Nobody adds an index for a column of two values, or for those that are empty. */
  function isWorthwhile(leaf: Leaf): boolean {
    return !isFlag(leaf) && leaf.how !== "null";
  }

  /** The table that a column belongs to; `undefined` for one outside of the scope. */
  function owner(name: Name): TableUse | undefined {
    const qualifier = name.parts.length > 1 ? (name.parts.at(-2) as string).toLowerCase() : undefined;
    if (qualifier !== undefined) return scope.tables.find((one) => one.alias.toLowerCase() === qualifier);
    if (scope.tables.length === 1) return scope.tables[0];
    const key = columnKey(name.parts[0] as string);
    const having = scope.tables.filter((one) =>
      schema.tables(tableKey(one.name)).some(({ columns }) => columns.has(key)),
    );
    return having[0] ?? scope.tables[0];
  }

  /** Compared with a column of the query around this one. */
  function isCorrelated({ others, how }: Leaf): boolean {
    return how === "equal" && others.some((other) => other.parts.length > 1 && owner(other) === undefined);
  }

  /** Compared with a column of another table, of which a condition leaves few rows. */
  function isJoined({ others }: Leaf): boolean {
    return others.some((other) => {
      const from = owner(other);
      return from !== undefined && from !== table && filtered.has(from);
    });
  }

  /** In a query of one table an unknown name on the other side stands for a value. */
  function isAgainstValue({ others }: Leaf): boolean {
    return others.every(
      (other) => other.parts.length === 1 && scope.tables.length === 1 && !scope.hidden && !isKnown(other),
    );
  }
}

/** Those of a table under the name that it has in the query, and under those that it is declared with. */
function indexesOf(name: string, declared: readonly TableDeclaration[], schema: Schema): IndexDeclaration[] {
  const keys = new Set([name, ...declared.map((one) => one.name)].map(tableKey));
  return [...keys].flatMap((key) => schema.indexes(key));
}

/** All comparisons, in the order of the text. */
export function leavesOf(condition: Condition): Leaf[] {
  if (condition.kind === "leaf") return [condition];
  return condition.kind === "nothing" ? [] : condition.parts.flatMap(leavesOf);
}

/** The sides of comparisons that stand for values: of two plain names the second, unless it alone is a known column. */
function valuesIn(condition: Condition, isKnown: (name: Name) => boolean): Set<Condition> {
  const found = new Set<Condition>();
  const look = (one: Condition): void => {
    if (one.kind === "leaf" || one.kind === "nothing") return;
    const [left, right] = one.parts;
    if (one.kind === "either" && left?.kind === "leaf" && right?.kind === "leaf") {
      const plain = [left, right].every(({ column, made }) => column.parts.length === 1 && !made);
      if (plain && !isKnown(right.column)) found.add(right);
      else if (plain && !isKnown(left.column)) found.add(left);
    } else one.parts.forEach(look);
  };
  look(condition);
  return found;
}

/** True for conditions that no tree of the column itself can serve. */
export function isDefeating({ how, made }: Leaf): boolean {
  return made || isSearch(how);
}

const MOST_COLUMNS = 3;

/** What an index should have: compared columns first, then one with a range. */
function columnsFor(leaves: readonly Leaf[]): string[] {
  const equal = leaves.filter(({ how }) => how === "equal");
  const range = leaves.find(({ how }) => how !== "equal");
  const names = [...equal, ...(range ? [range] : [])].map(({ text }) => text);
  return [...new Set(names)].slice(0, MOST_COLUMNS);
}
