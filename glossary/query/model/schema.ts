/** Tables and indexes as documents declare them. */
import type { Span } from "../../text/span.ts";

/** Where a declaration stands, relative to the text it was read from. */
export interface TableDeclaration {
  readonly kind: "table";
  /** As the database calls it. */
  readonly name: string;
  /** What code calls it besides, such as its class: the table is found under each of them (see `tableKey`). */
  readonly models: readonly string[];
  /**
   * Column keys (see `columnKey`), of columns and of the properties that code has for them; true for those that hold
   * only true or false.
   */
  readonly columns: ReadonlyMap<string, boolean>;
  /** By the same keys: how the database writes the column. Empty where all are written as they are queried. */
  readonly written: ReadonlyMap<string, string>;
  /** The whole declaration. */
  readonly span: Span;
  /** True for a view, a temporary table and the like: nobody adds an index to it by itself. */
  readonly passing: boolean;
}

export interface IndexDeclaration {
  readonly kind: "index";
  /** `undefined` where the text names only columns. */
  readonly table: string | undefined;
  /** Expression keys, in order. */
  readonly keys: readonly string[];
  /** As one would name it: `orders(user_id, status)`. */
  readonly label: string;
  readonly method: "tree" | "text" | "gin";
  /** The columns of its `WHERE`. */
  readonly partial: readonly string[];
  /** Somebody intends to add it. */
  readonly planned: boolean;
}

export type Declared = TableDeclaration | IndexDeclaration;

const AS_QUERIED: ReadonlyMap<string, string> = new Map();

/** A table with these columns. */
export function table(
  name: string,
  columns: ReadonlyMap<string, boolean>,
  span: Span,
  more: Partial<Pick<TableDeclaration, "models" | "written" | "passing">> = {},
): TableDeclaration {
  return { kind: "table", name, columns, span, models: [], written: AS_QUERIED, passing: false, ...more };
}

/** An index on these keys. */
export function index(
  table: string | undefined,
  keys: readonly string[],
  more: Partial<Pick<IndexDeclaration, "label" | "method" | "partial" | "planned">> = {},
): IndexDeclaration {
  const label = `${table ?? ""}(${keys.join(", ")})`;
  return { kind: "index", table, keys, label, method: "tree", partial: [], planned: false, ...more };
}
