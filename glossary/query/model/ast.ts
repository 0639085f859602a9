/** Reading the syntax trees of sqlparser-rs, which are JSON: a node is `{ Kind: content }`, or `"Kind"` without content. */
import type { Span } from "../../text/span.ts";

export type Node = Readonly<Record<string, unknown>>;

/** True for an object; what it holds is not looked at. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The content of a node of this kind; `undefined` for other kinds. */
export function content(value: unknown, kind: string): Node | undefined {
  const found = isNode(value) ? value[kind] : undefined;
  return isNode(found) ? found : undefined;
}

/** A list in a node; empty where there is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The kind of a node; "" for what is none. */
export function kindOf(value: unknown): string {
  if (typeof value === "string") return value;
  return isNode(value) ? (Object.keys(value)[0] ?? "") : "";
}

/** A name as written, without quotes, and where its last part stands. */
export interface Name {
  readonly parts: readonly string[];
  readonly span: Span;
}

/** Turns the parser's positions, lines and code points from 1, into offsets. */
export type OffsetOf = (line: number, column: number) => number;

/** The positions in a text. */
export function offsetsIn(text: string): OffsetOf {
  /** Of each line, in code points where they differ from UTF-16 units. */
  const starts = [0];
  const offsets = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? [0] : undefined;
  let points = 0;
  for (const point of offsets ? text : []) {
    offsets?.push((offsets[points++] as number) + point.length);
    if (point === "\n") starts.push(points);
  }
  for (let at = offsets ? -1 : text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return (line, column) => {
    const point = (starts[line - 1] ?? text.length) + column - 1;
    return Math.min(offsets ? (offsets[point] ?? text.length) : point, text.length);
  };
}

/** An identifier: `{ value, span }`. */
function part(value: unknown): { text: string; start: Node; end: Node } | undefined {
  const ident = content(value, "Identifier") ?? (isNode(value) ? value : undefined);
  const span = content(ident, "span");
  if (typeof ident?.value !== "string" || !span) return undefined;
  return { text: ident.value, start: span.start as Node, end: span.end as Node };
}

/** A name of one or more parts, such as of a table; `undefined` for what is none. */
export function nameOf(value: unknown, offsetOf: OffsetOf): Name | undefined {
  const parts = (Array.isArray(value) ? value : [value]).map(part);
  const last = parts.at(-1);
  if (!last || parts.some((one) => one === undefined)) return undefined;
  const start = offsetOf(last.start.line as number, last.start.column as number);
  const end = offsetOf(last.end.line as number, last.end.column as number);
  return { parts: parts.map((one) => (one as { text: string }).text), span: { start, end } };
}

/** A column: `a`, `t.a`; `undefined` for other expressions. */
export function columnOf(value: unknown, offsetOf: OffsetOf): Name | undefined {
  if (!isNode(value)) return undefined;
  if (value.Identifier) return nameOf(value.Identifier, offsetOf);
  return value.CompoundIdentifier ? nameOf(value.CompoundIdentifier, offsetOf) : undefined;
}

/** All columns in an expression; what stands in subqueries is not of it. */
export function columnsIn(value: unknown, offsetOf: OffsetOf): Name[] {
  if (Array.isArray(value)) return value.flatMap((one) => columnsIn(one, offsetOf));
  if (!isNode(value)) return [];
  const own = columnOf(value, offsetOf);
  if (own) return [own];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "subquery" || key === "Subquery" || key === "data_type" || key === "name"
      ? []
      : columnsIn(one, offsetOf),
  );
}

/** All queries that stand in an expression. */
export function subqueriesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(subqueriesIn);
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "subquery" || key === "Subquery" ? [one] : subqueriesIn(one),
  );
}
