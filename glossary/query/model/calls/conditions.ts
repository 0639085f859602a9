/** Conditions of calls, in the form that those of SQL are reduced to. */
import type { Span } from "../../../text/span.ts";
import type { Code } from "../code/chains.ts";
import { all, type Condition, type How, NOTHING } from "../conditions.ts";
import { columnKey } from "../names.ts";

/** What could not be told may restrict anything: then nothing is said of the call. */
export type Read = Condition | undefined;

/** A comparison of one column; `made` is the expression that is compared where it is not the column itself. */
export function leaf(name: string, span: Span, how: How, made?: string): Condition {
  const text = made ?? name;
  return {
    kind: "leaf",
    column: { parts: [name], span },
    key: made === undefined ? columnKey(name) : made.toLowerCase(),
    text,
    made: made !== undefined,
    how,
    others: [],
  };
}

/** A comparison of the column that a word names, or the content of a string: `orders.state` is its last part. */
export function column(
  { text, tokens }: Pick<Code, "text" | "tokens">,
  at: number,
  how: How,
  made?: (name: string) => string,
): Read {
  const token = tokens[at];
  if (!token || token.kind === "punctuation") return undefined;
  const { start, end } = token.content ?? token.span;
  const whole = text.slice(start, end);
  if (!/^["`[]?[\p{L}_][\p{L}\p{N}_.]*["`\]]?$/u.test(whole)) return undefined;
  const name = whole.slice(whole.lastIndexOf(".") + 1).replace(/["`[\]]/g, "");
  return leaf(name, { start, end }, how, made?.(name));
}

/** All of them hold. */
export function allOf(parts: readonly Read[]): Read {
  return parts.includes(undefined) ? undefined : all(parts as Condition[]);
}

/** One of them holds. */
export function anyOf(parts: readonly Read[]): Read {
  if (parts.includes(undefined)) return undefined;
  return parts.length === 1 ? parts[0] : { kind: "or", parts: parts as Condition[] };
}

/** What a pattern of `LIKE` can be served by; a parameter is taken for one that begins with letters. */
export function likeOf(pattern: string | undefined): How {
  return pattern !== undefined && /^[%_]/.test(pattern) ? "contains" : "prefix";
}

/** Columns that say that a row is thrown away or in use: nearly all rows have the same value, so nobody indexes them. */
const REMOVED = /^(?:is_?)?(?:soft_?)?(?:deleted|archived|removed|trashed|discarded|void)(?:_?at|_?on)?$/i;

/** A condition on true, false or null; none for columns that say that a row is thrown away. */
export function flag(read: Read, how: "flag" | "null"): Read {
  if (read?.kind !== "leaf") return read;
  return REMOVED.test(read.column.parts[0] as string) ? NOTHING : { ...read, how };
}

/** The operators of a comparison as libraries write them in words or signs. */
const OPERATORS: Readonly<Record<string, How | "not" | "like">> = {
  "=": "equal",
  "==": "equal",
  "===": "equal",
  "<": "range",
  "<=": "range",
  ">": "range",
  ">=": "range",
  in: "equal",
  between: "range",
  like: "like",
  ilike: "insensitive",
  "is null": "null",
  is: "null",
  "!=": "not",
  "<>": "not",
  "!==": "not",
  "not in": "not",
  "not like": "not",
  "is not": "not",
};

/** A comparison by an operator that a text names, with a value that is a text or something else. */
export function compare(read: Read, operator: string, value: string | undefined): Read {
  const how = Object.hasOwn(OPERATORS, operator.toLowerCase())
    ? OPERATORS[operator.toLowerCase()]
    : undefined;
  if (how === undefined || read?.kind !== "leaf") return undefined;
  if (how === "not") return NOTHING;
  return { ...read, how: how === "like" ? likeOf(value) : how };
}
