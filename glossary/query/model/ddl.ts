/** Tables and indexes that SQL declares. */
import { columnsIn, content, isNode, kindOf, list, nameOf, type OffsetOf } from "./ast.ts";
import { expressionKey, expressionText, typeName } from "./expression.ts";
import { columnKey } from "./names.ts";
import { type Declared, type IndexDeclaration, index, table as tableOf } from "./schema.ts";

export type { Declared } from "./schema.ts";

/** MySQL makes an index for each foreign key; PostgreSQL does not (manual, 5.5.5). */
const MYSQL = /`|\bENGINE\s*=|\bAUTO_INCREMENT\b/i;

/** What a parsed statement declares; empty for those that declare nothing. */
export function readDdl(statement: unknown, text: string, offsetOf: OffsetOf): Declared[] {
  const passing = content(statement, "CreateView") ?? content(statement, "CreateVirtualTable");
  if (passing) return declarePassing(passing);
  const table = content(statement, "CreateTable");
  if (table?.temporary === true || isNode(table?.query)) return declarePassing(table);
  if (table) return readTable(table);
  const created = content(statement, "CreateIndex");
  if (created) return readIndex(created);
  const altered = content(statement, "AlterTable");
  return altered ? readAlter(altered) : [];

  function joined(name: unknown): string | undefined {
    return nameOf(name, offsetOf)?.parts.join(".");
  }

  function declarePassing(node: Readonly<Record<string, unknown>>): Declared[] {
    const name = joined(node.name);
    const span = { start: 0, end: text.length };
    return name === undefined ? [] : [tableOf(name, new Map(), span, { passing: true })];
  }

  function readTable(node: Readonly<Record<string, unknown>>): Declared[] {
    const name = joined(node.name);
    if (name === undefined) return [];
    const found: Declared[] = [];
    const columns = new Map<string, boolean>();
    for (const column of list(node.columns)) {
      const own = isNode(column) ? nameOf(column.name, offsetOf)?.parts[0] : undefined;
      if (!own || !isNode(column)) continue;
      columns.set(columnKey(own), /^(?:BOOL(?:EAN)?|BIT)$/.test(typeName(column.data_type)));
      for (const option of list(column.options)) {
        const kind = kindOf(isNode(option) ? option.option : undefined);
        const isKey = kind === "PrimaryKey" || kind === "Unique";
        if (isKey || (kind === "ForeignKey" && MYSQL.test(text)))
          found.push(on(name, [columnKey(own)], [own]));
      }
    }
    found.push(...list(node.constraints).flatMap((one) => readConstraint(name, one)));
    return [tableOf(name, columns, { start: 0, end: text.length }), ...found];
  }

  function readIndex(node: Readonly<Record<string, unknown>>): Declared[] {
    const name = joined(node.table_name);
    const columns = list(node.columns);
    const method =
      /^(?:GIN|GIST|SPGIST)$/i.test(kindOf(node.using)) ||
      /gin|gist/i.test(String(content(node, "using")?.Custom ?? ""));
    const partial = columnsIn(node.predicate, offsetOf).map(({ parts }) => columnKey(parts.at(-1) as string));
    const keys = columns.map(keyOf);
    return keys.length === 0
      ? []
      : [index(name, keys, { label: labelOf(name, columns), partial, method: method ? "gin" : "tree" })];
  }

  function readAlter(node: Readonly<Record<string, unknown>>): Declared[] {
    const name = joined(node.name);
    if (name === undefined) return [];
    return list(node.operations).flatMap((operation) => {
      const added = content(operation, "AddConstraint");
      return added ? readConstraint(name, added.constraint) : [];
    });
  }

  function readConstraint(table: string, constraint: unknown): IndexDeclaration[] {
    const kind = kindOf(constraint);
    const node = content(constraint, kind);
    const columns = list(node?.columns);
    const isKey = kind === "PrimaryKey" || kind === "Unique" || kind === "Index";
    if (columns.length === 0) return [];
    if (kind === "FulltextOrSpatial")
      return [index(table, columns.map(keyOf), { label: labelOf(table, columns), method: "text" })];
    if (isKey || (kind === "ForeignKey" && MYSQL.test(text)))
      return [index(table, columns.map(keyOf), { label: labelOf(table, columns) })];
    return [];
  }
}

function on(table: string, keys: readonly string[], names: readonly string[]): IndexDeclaration {
  return index(table, keys, { label: `${table}(${names.join(", ")})` });
}

/** A column of an index: `{ column: { expr } }`, or only a name. */
function expr(column: unknown): unknown {
  const inner = content(content(column, "column"), "expr");
  return inner ?? (isNode(column) && typeof column.value === "string" ? { Identifier: column } : column);
}

function keyOf(column: unknown): string {
  return expressionKey(expr(column));
}

function labelOf(table: string | undefined, columns: readonly unknown[]): string {
  return `${table ?? ""}(${columns.map((one) => expressionText(expr(one))).join(", ")})`;
}
