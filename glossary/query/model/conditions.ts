/** What a `WHERE` or `ON` restricts, reduced to what an index could serve. */
import { columnOf, columnsIn, content, isNode, list, type Name, nameOf, type OffsetOf } from "./ast.ts";
import { expressionKey, expressionText } from "./expression.ts";
import { columnKey } from "./names.ts";

/**
 * How a column is restricted. A B-tree serves `equal`, `range`, `null`, `flag` and `prefix`; `contains` and
 * `insensitive` need a trigram index, `within` a GIN or GiST index, `text` a full-text index, `near` one for places or
 * vectors.
 */
export type How =
  | "equal"
  | "range"
  | "null"
  | "flag"
  | "prefix"
  | "contains"
  | "insensitive"
  | "within"
  | "text"
  | "near";

/** Only an index for searching serves them, such as a trigram, GIN, GiST or full-text index. */
const SEARCHES: ReadonlySet<How> = new Set(["contains", "insensitive", "within", "text", "near"]);

/** True for a restriction that no B-tree serves. */
export function isSearch(how: How): boolean {
  return SEARCHES.has(how);
}

/** One side of a comparison: a column, or a function of one, and what it is compared with. */
export interface Leaf {
  readonly kind: "leaf";
  readonly column: Name;
  /** See `expressionKey`; the column's own key where no function is around it. */
  readonly key: string;
  readonly text: string;
  /** True where the column is not compared itself but something made of it. */
  readonly made: boolean;
  readonly how: How;
  /** The columns that it is compared with; empty for values. */
  readonly others: readonly Name[];
}

/** `either`: the two sides of one comparison. `nothing`: what no index could serve. */
export type Condition =
  | Leaf
  | { readonly kind: "and" | "or" | "either"; readonly parts: readonly Condition[] }
  | { readonly kind: "nothing" };

export const NOTHING: Condition = { kind: "nothing" };

/** Several conditions that all hold. */
export function all(parts: readonly Condition[]): Condition {
  const some = parts.filter(({ kind }) => kind !== "nothing");
  return some.length === 1
    ? (some[0] as Condition)
    : some.length === 0
      ? NOTHING
      : { kind: "and", parts: some };
}

const COMPARISONS: Readonly<Record<string, How>> = {
  Eq: "equal",
  Spaceship: "equal",
  Gt: "range",
  GtEq: "range",
  Lt: "range",
  LtEq: "range",
  PGRegexMatch: "prefix",
  PGRegexIMatch: "insensitive",
  AtAt: "within",
  AtArrow: "within",
  ArrowAt: "within",
  PGOverlap: "within",
  Question: "within",
  QuestionAnd: "within",
  QuestionPipe: "within",
};

/** Reads an expression. Deep ones are cut: nothing is said about what lies deeper. */
export function readCondition(node: unknown, offsetOf: OffsetOf, depth = 0): Condition {
  if (!isNode(node) || depth > 200) return NOTHING;
  const read = (inner: unknown) => readCondition(inner, offsetOf, depth + 1);
  if (node.Nested) return read(node.Nested);
  if (node.Identifier || node.CompoundIdentifier) return leaf(node, "flag", []);
  for (const kind of ["IsTrue", "IsFalse", "IsNull"])
    if (node[kind]) return leaf(node[kind], kind === "IsNull" ? "null" : "flag", []);
  const distinct = list(node.IsNotDistinctFrom);
  if (distinct.length > 0) return leaf(distinct[0], "equal", []);
  const binary = content(node, "BinaryOp");
  if (binary) return readBinary(binary);
  const unary = content(node, "UnaryOp");
  if (unary)
    return unary.op === "Not" && columnOf(unary.expr, offsetOf) ? leaf(unary.expr, "flag", []) : NOTHING;
  const any = content(node, "AnyOp");
  if (any) return any.compare_op === "Eq" ? compare(any.left, any.right, "equal") : NOTHING;
  const match = content(node, "MatchAgainst");
  if (match) return leaf({ CompoundIdentifier: list(match.columns)[0] }, "text", []);
  return nearBy(node) ?? readNegatable(node);

  function readBinary({ op, left, right }: Readonly<Record<string, unknown>>): Condition {
    if (op === "And") return all([read(left), read(right)]);
    if (op === "Or")
      return isTautology(left) || isTautology(right)
        ? NOTHING
        : { kind: "or", parts: [read(left), read(right)] };
    // The parser takes `a ->> 'b' = 'c'` for `a ->> ('b' = 'c')`.
    const inner = /Arrow$/.test(String(op)) && op !== "AtArrow" ? content(right, "BinaryOp") : undefined;
    if (inner && COMPARISONS[String(inner.op)])
      return compare({ BinaryOp: { op, left, right: inner.left } }, inner.right, "equal");
    const how = COMPARISONS[String(op)];
    if (how === "equal" && isBoolean(right)) return leaf(left, "flag", []);
    if (how === "prefix") return leaf(left, regexp(right), columnsIn(right, offsetOf));
    return how ? compare(left, right, how) : NOTHING;
  }

  /** `LIKE`, `IN` and `BETWEEN`; with a `NOT` no index serves them. */
  function readNegatable(one: Readonly<Record<string, unknown>>): Condition {
    const [kind, value] = Object.entries(one)[0] ?? [];
    if (!isNode(value) || value.negated === true) return NOTHING;
    const others = (...nodes: unknown[]) => columnsIn(nodes, offsetOf);
    if (kind === "Like") return leaf(value.expr, pattern(value.pattern), others(value.pattern));
    if (kind === "ILike") return leaf(value.expr, "insensitive", others(value.pattern));
    if (kind === "SimilarTo" || kind === "RLike") return leaf(value.expr, "contains", others(value.pattern));
    if (kind === "InList") return leaf(value.expr, "equal", others(value.list));
    if (kind === "InSubquery" || kind === "InUnnest") return leaf(value.expr, "equal", []);
    if (kind === "Between") return leaf(value.expr, "range", others(value.low, value.high));
    return NOTHING;
  }

  function compare(left: unknown, right: unknown, how: How): Condition {
    const sides = [
      leaf(left, how, isString(right, left) ? [] : columnsIn(right, offsetOf)),
      ...(isString(right, left) ? [] : [leaf(right, how, columnsIn(left, offsetOf))]),
    ].filter(({ kind }) => kind !== "nothing");
    return sides.length === 1 ? (sides[0] as Condition) : { kind: "either", parts: sides };
  }

  /** MySQL takes double quotes for those of strings. */
  function isString(value: unknown, other: unknown): boolean {
    const quoted = (one: unknown) => content(one, "Identifier")?.quote_style === '"';
    return quoted(value) && columnOf(other, offsetOf) !== undefined && !quoted(other);
  }

  /** `place.STDistance(@p)`, `ST_DWithin(place, $1, 100)` */
  function nearBy(expr: unknown): Leaf | undefined {
    const call = content(content(expr, "Nested") ?? expr, "Function");
    const names = list(call?.name);
    const last = content(names.at(-1), "Identifier")?.value;
    if (!call || typeof last !== "string") return undefined;
    const isMethod = names.length > 1 && /^ST[A-Z]/.test(last);
    if (!isMethod && !NEAR.test(last)) return undefined;
    const column = isMethod ? nameOf(names.slice(0, -1), offsetOf) : columnsIn(call.args, offsetOf)[0];
    if (!column) return undefined;
    const own = column.parts.at(-1) as string;
    return { kind: "leaf", column, key: columnKey(own), text: own, made: false, how: "near", others: [] };
  }

  function leaf(expr: unknown, how: How, others: readonly Name[]): Condition {
    const near = nearBy(expr);
    if (near) return near;
    const columns = columnsIn(expr, offsetOf);
    const [column] = columns;
    if (!column || columns.length > 1 || isMethod(expr) || OF_SYSTEM.test(column.parts.at(-1) as string))
      return NOTHING;
    const plain = columnOf(content(expr, "Nested") ?? expr, offsetOf) !== undefined;
    return {
      kind: "leaf",
      column,
      key: expressionKey(expr),
      text: expressionText(expr),
      made: !plain,
      how,
      others,
    };
  }
}

/** Columns that the database itself keeps. */
const OF_SYSTEM =
  /^(?:xmin|xmax|cmin|cmax|ctid|tableoid|oid|_?rowid_?|rownum|ora_rowscn|\$(?:partition|(?:node|edge|from|to)_id))$/i;

/** Functions of places and vectors, by PostGIS, pgvector, SQL Server 2025, sqlite-vec. */
const NEAR = /^(?:ST_\w+|VECTOR_DISTANCE|vec_distance\w*|cosine_distance|l2_distance|earth_distance)$/i;

/** A method of a type, such as `document.exist('/a')`: what serves it is no tree, and no function of the column. */
function isMethod(expr: unknown): boolean {
  const call = content(content(expr, "Nested") ?? expr, "Function");
  const inner = call ?? content(list(Object.values(isNode(expr) ? expr : {}))[0], "Function");
  const names = list(inner?.name);
  const last = content(names.at(-1), "Identifier")?.value;
  return names.length > 1 && typeof last === "string" && METHOD.test(last);
}

const METHOD =
  /^(?:ST[A-Z]\w*|Filter|exist|nodes|query|value|modify|Reduce|MakeValid|GetAncestor|IsDescendantOf)$/;

/** `1 = 1`, as those write who show an injection. */
function isTautology(node: unknown): boolean {
  const binary = content(content(node, "Nested") ?? node, "BinaryOp");
  const isLiteral = (value: unknown) => {
    const literal = content(content(value, "Value"), "value");
    return literal !== undefined && literal.Placeholder === undefined;
  };
  return binary?.op === "Eq" && isLiteral(binary.left) && isLiteral(binary.right);
}

function isBoolean(node: unknown): boolean {
  return content(content(node, "Value"), "value")?.Boolean !== undefined;
}

/** The first characters of a pattern, as far as they are written down; `undefined` for a parameter. */
function opening(node: unknown): string | undefined {
  const text = content(content(node, "Value"), "value")?.SingleQuotedString;
  if (typeof text === "string") return text;
  const nested = content(node, "Nested");
  if (nested) return opening(nested);
  const binary = content(node, "BinaryOp");
  if (binary) return opening(binary.left);
  const args = list(content(content(content(node, "Function"), "args"), "List")?.args);
  return args.length === 0 ? undefined : opening(content(content(args[0], "Unnamed"), "Expr"));
}

function pattern(node: unknown): How {
  return /^[%_]/.test(opening(node) ?? "") ? "contains" : "prefix";
}

function regexp(node: unknown): How {
  const text = opening(node);
  return text === undefined || text.startsWith("^") ? "prefix" : "contains";
}
