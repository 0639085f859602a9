/** Expressions of SQL as text: to compare those of queries with those of indexes, and to show them. */
import { content, isNode, list } from "./ast.ts";
import { columnKey } from "./names.ts";

/** A text that two equal expressions share: `columnKey` for a column, `lower(email)` for a function of one. */
export function expressionKey(node: unknown): string {
  return write(node, columnKey).toLowerCase();
}

/** The expression as somebody would write it; may be abridged. */
export function expressionText(node: unknown): string {
  return write(node, (name, quote) =>
    quote === "" ? name : `${quote}${name}${quote === "[" ? "]" : quote}`,
  );
}

function write(node: unknown, column: (name: string, quote: string) => string): string {
  if (!isNode(node)) return typeof node === "string" ? node : "";
  const { Identifier, CompoundIdentifier, Nested } = node;
  const name = Identifier ?? list(CompoundIdentifier).at(-1);
  if (isNode(name))
    return column(String(name.value), typeof name.quote_style === "string" ? name.quote_style : "");
  if (Nested) return write(Nested, column);
  const call = content(node, "Function");
  if (call) {
    const called = list(call.name)
      .map((part) => content(part, "Identifier")?.value ?? "")
      .at(-1);
    const args = list(content(content(call, "args"), "List")?.args).map((arg) =>
      write(content(content(arg, "Unnamed"), "Expr") ?? {}, column),
    );
    return `${String(called).toLowerCase()}(${args.join(", ")})`;
  }
  const cast = content(node, "Cast");
  if (cast) return `${write(cast.expr, column)}::${typeName(cast.data_type)}`;
  const binary = content(node, "BinaryOp");
  if (binary)
    return `${write(binary.left, column)}${OPERATORS[String(binary.op)] ?? ` ${binary.op} `}${write(binary.right, column)}`;
  const value = content(content(node, "Value"), "value");
  if (value) return valueText(value);
  const [kind, inner] = Object.entries(node)[0] ?? ["", undefined];
  const expr = isNode(inner) ? (inner.expr ?? inner) : inner;
  return `${kind.toLowerCase()}(${isNode(expr) ? write(expr, column) : ""})`;
}

const OPERATORS: Readonly<Record<string, string>> = {
  LongArrow: "->>",
  Arrow: "->",
  HashLongArrow: "#>>",
  HashArrow: "#>",
  Plus: " + ",
  Minus: " - ",
  Multiply: " * ",
  Divide: " / ",
  Modulo: " % ",
  StringConcat: " || ",
  BitwiseAnd: " & ",
  BitwiseOr: " | ",
  BitwiseXor: " ^ ",
  PGBitwiseXor: " # ",
  PGBitwiseShiftLeft: " << ",
  PGBitwiseShiftRight: " >> ",
};

function valueText(value: Readonly<Record<string, unknown>>): string {
  const text = value.SingleQuotedString;
  if (typeof text === "string") return `'${text}'`;
  const number = list(value.Number)[0];
  return typeof number === "string" ? number : "?";
}

/** The name of a type such as `Date`, `{ Varchar: … }`; in capitals. */
export function typeName(type: unknown): string {
  const name = typeof type === "string" ? type : isNode(type) ? (Object.keys(type)[0] ?? "") : "";
  return name.toUpperCase();
}
