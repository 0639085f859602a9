/** What a parsed statement reads, by table, and what it declares. */
import type { Span } from "../../text/span.ts";
import {
  columnOf,
  content,
  isNode,
  kindOf,
  list,
  type Name,
  nameOf,
  offsetsIn,
  subqueriesIn,
} from "./ast.ts";
import { all, type Condition, NOTHING, readCondition } from "./conditions.ts";
import { type Declared, readDdl } from "./ddl.ts";

/** A table where it is read or changed. */
export interface TableUse {
  /** As written, with its schema. */
  readonly name: string;
  readonly alias: string;
  readonly span: Span;
}

/** One `SELECT`, `UPDATE` or `DELETE`, which may stand within another. */
export interface Scope {
  readonly tables: readonly TableUse[];
  /** It also reads what is no table: a derived table, a common table expression, a function. */
  readonly hidden: boolean;
  /** All that restricts it, joins included. */
  readonly where: Condition;
  /** The columns it is sorted by. */
  readonly order: readonly Name[];
  readonly limited: boolean;
  /** A condition was left out. */
  readonly partial?: boolean;
  /** It runs for each row of the query around it, with a value of that row. */
  readonly each?: boolean;
}

/** Positions are relative to the statement. */
export interface Analysis {
  readonly scopes: readonly Scope[];
  readonly declared: readonly Declared[];
}

/** Reads a syntax tree. What is not known is passed over. */
export function analyse(tree: unknown, text: string): Analysis {
  const offsetOf = offsetsIn(text);
  const scopes: Scope[] = [];
  const declared: Declared[] = [];
  for (const statement of list(tree)) {
    declared.push(...readDdl(statement, text, offsetOf));
    readStatement(statement);
  }
  return { scopes, declared };

  function readStatement(statement: unknown): void {
    const query = content(statement, "Query");
    if (query) readQuery(query, new Set());
    const insert = content(statement, "Insert");
    if (insert) readQuery(insert.source, new Set());
    const update = content(statement, "Update");
    if (update) {
      const from = isNode(update.from) ? list(Object.values(update.from)[0]) : [];
      // `UPDATE o SET … FROM orders o` (SQL Server) names the table behind `FROM` only.
      const own = isAliasIn(update.table, from) ? [] : [update.table];
      addScope([...own, ...from], update.selection, new Set());
      for (const inner of subqueriesIn(update.assignments)) readQuery(inner, new Set(), true);
    }
    const remove = content(statement, "Delete");
    if (remove) {
      const from = isNode(remove.from) ? list(Object.values(remove.from)[0]) : [];
      addScope([...from, ...list(remove.using)], remove.selection, new Set());
    }
  }

  function readQuery(node: unknown, outer: ReadonlySet<string>, each = false): void {
    if (!isNode(node)) return;
    const known = new Set(outer);
    for (const cte of list(content(node, "with")?.cte_tables)) {
      const name = nameOf(content(content(cte, "alias"), "name"), offsetOf)?.parts[0];
      if (name) known.add(name.toLowerCase());
      readQuery(content(cte, "query"), known);
    }
    readBody(node.body, known, node, each);
  }

  function readBody(
    body: unknown,
    known: ReadonlySet<string>,
    query: Readonly<Record<string, unknown>>,
    each: boolean,
  ): void {
    const select = content(body, "Select");
    if (select) {
      const order = list(content(content(query, "order_by"), "kind")?.Expressions).flatMap(
        (one) => columnOf(isNode(one) ? one.expr : undefined, offsetOf) ?? [],
      );
      const limited = isNode(query.limit_clause) || isNode(query.fetch) || isNode(select.top);
      addScope(list(select.from), select.selection, known, { order, limited, each });
      for (const inner of subqueriesIn(select.projection)) readQuery(inner, known, true);
      for (const inner of subqueriesIn(select.having)) readQuery(inner, known);
    }
    const operation = content(body, "SetOperation");
    for (const side of operation ? [operation.left, operation.right] : []) readBody(side, known, {}, each);
    const nested = content(body, "Query");
    if (nested) readQuery(nested, known);
  }

  function addScope(
    from: readonly unknown[],
    selection: unknown,
    known: ReadonlySet<string>,
    more: Pick<Scope, "order" | "limited" | "each"> = { order: [], limited: false },
  ): void {
    const tables: TableUse[] = [];
    const conditions: Condition[] = [];
    let hidden = false;
    for (const item of from) readSource(item);
    const where = readCondition(selection, offsetOf);
    if (tables.length > 0) scopes.push({ tables, hidden, where: all([where, ...conditions]), ...more });
    for (const inner of subqueriesIn(selection)) readQuery(inner, known);

    function readSource(item: unknown): void {
      if (!isNode(item)) return;
      readRelation(item.relation);
      for (const join of list(item.joins)) {
        if (!isNode(join)) continue;
        readRelation(join.relation);
        const how = isNode(join.join_operator) ? Object.values(join.join_operator)[0] : undefined;
        const on = content(how, "On");
        conditions.push(on ? readCondition(on, offsetOf) : NOTHING);
        for (const inner of subqueriesIn(on)) readQuery(inner, known);
      }
    }

    function readRelation(relation: unknown): void {
      const table = content(relation, "Table");
      const name = nameOf(table?.name, offsetOf);
      const nested = content(content(relation, "NestedJoin"), "table_with_joins");
      if (nested) readSource(nested);
      else if (table && name && !isNode(table.args) && !known.has(name.parts.join(".").toLowerCase())) {
        const alias = nameOf(content(content(table, "alias"), "name"), offsetOf)?.parts[0];
        tables.push({
          name: name.parts.join("."),
          alias: alias ?? (name.parts.at(-1) as string),
          span: name.span,
        });
      } else {
        hidden = true;
        if (kindOf(relation) === "Derived")
          readQuery(content(content(relation, "Derived"), "subquery"), known);
      }
    }
  }
}

/** True for a name that a table in `FROM` has as its alias. */
function isAliasIn(table: unknown, from: readonly unknown[]): boolean {
  const names = list(relationName(table));
  const name = names.length === 1 ? identifier(names[0]) : undefined;
  if (name === undefined) return false;
  return from.some((item) => {
    const node = isNode(item) ? item : {};
    return [node, ...list(node.joins)].some((one) => {
      const alias = content(
        content(content(isNode(one) ? one.relation : undefined, "Table"), "alias"),
        "name",
      );
      return identifier(alias)?.toLowerCase() === name.toLowerCase();
    });
  });
}

function relationName(table: unknown): unknown {
  return content(isNode(table) ? table.relation : undefined, "Table")?.name;
}

/** The text of an identifier. */
function identifier(value: unknown): string | undefined {
  const node = content(value, "Identifier") ?? (isNode(value) ? value : undefined);
  return typeof node?.value === "string" ? node.value : undefined;
}
