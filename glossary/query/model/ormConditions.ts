/** Conditions as libraries for databases write them in JavaScript and TypeScript, reduced as those of SQL are. */
import type { Name } from "./ast.ts";
import type { Token } from "./code.ts";
import { all, type Condition, type How, NOTHING } from "./conditions.ts";
import { columnKey } from "./names.ts";

/** Reads a condition from its first token on; `undefined` where something in it may be any condition. */
export type ReadCondition = (tokens: readonly Token[], at: number) => Condition | undefined;

const KEYS: Readonly<Record<string, How>> = {
  equals: "equal",
  in: "equal",
  gt: "range",
  gte: "range",
  lt: "range",
  lte: "range",
  startsWith: "prefix",
  contains: "contains",
  endsWith: "contains",
};

const CALLS: Readonly<Record<string, How>> = {
  eq: "equal",
  inArray: "equal",
  gt: "range",
  gte: "range",
  lt: "range",
  lte: "range",
  between: "range",
  isNull: "null",
  In: "equal",
  Equal: "equal",
  MoreThan: "range",
  MoreThanOrEqual: "range",
  LessThan: "range",
  LessThanOrEqual: "range",
  Between: "range",
  IsNull: "null",
};

/** The token that closes what is opened at `at`; the last one where nothing does. */
export function closing(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== "punctuation") continue;
    if (/^[([{]$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text) && --depth === 0) return i;
  }
  return tokens.length - 1;
}

/** Where each part between commas begins, of what is opened at `at`. */
export function partsOf(tokens: readonly Token[], at: number): number[] {
  const end = closing(tokens, at);
  const found: number[] = [];
  for (let i = at + 1; i < end; i = next(tokens, i, end) + 1) found.push(i);
  return found;
}

/** The comma behind the part that begins at `at`, or the end. */
function next(tokens: readonly Token[], at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind === "punctuation" && /^[([{]$/.test(text)) i = closing(tokens, i);
    else if (kind === "punctuation" && text === ",") return i;
  }
  return end;
}

/** A comparison of one column. */
export function comparison(token: Token, how: How): Condition {
  const quoted = token.kind === "string" ? 1 : 0;
  const text = token.text.slice(quoted, token.text.length - quoted);
  const span = { start: token.span.start + quoted, end: token.span.end - quoted };
  const column: Name = { parts: [text.slice(text.lastIndexOf(".") + 1)], span };
  return {
    kind: "leaf",
    column,
    key: columnKey(column.parts[0] as string),
    text,
    made: false,
    how,
    others: [],
  };
}

/** `{ email, state: "open", OR: […] }` of Prisma, TypeORM and Knex; a list of such are alternatives. */
export const readObject: ReadCondition = (tokens, at) => {
  if (tokens[at]?.text === "[") return alternatives(tokens, partsOf(tokens, at), readObject);
  if (tokens[at]?.text !== "{") return undefined;
  const found: Condition[] = [];
  for (const part of partsOf(tokens, at)) {
    const name = tokens[part] as Token;
    if (name.kind === "punctuation") return undefined;
    const value = tokens[part + 1]?.text === ":" ? part + 2 : undefined;
    const one =
      value !== undefined && /^(?:AND|OR|NOT)$/.test(name.text)
        ? readGroup(name.text, tokens, value)
        : readField(name, tokens, value);
    if (!one) return undefined;
    found.push(one);
  }
  return all(found);
};

function readGroup(name: string, tokens: readonly Token[], at: number): Condition | undefined {
  if (name === "NOT") return NOTHING;
  const parts = tokens[at]?.text === "[" ? partsOf(tokens, at) : [at];
  if (name === "OR") return alternatives(tokens, parts, readObject);
  const read = parts.map((one) => readObject(tokens, one));
  return read.includes(undefined) ? undefined : all(read as Condition[]);
}

function alternatives(
  tokens: readonly Token[],
  parts: readonly number[],
  read: ReadCondition,
): Condition | undefined {
  const found = parts.map((one) => read(tokens, one));
  return found.includes(undefined) ? undefined : { kind: "or", parts: found as Condition[] };
}

function readField(name: Token, tokens: readonly Token[], at: number | undefined): Condition | undefined {
  const value = at === undefined ? undefined : tokens[at];
  if (at === undefined || !value) return comparison(name, "equal");
  if (value.text === "{") return readOperators(name, tokens, at);
  if (value.text === "[") return undefined;
  if (value.text === "null") return comparison(name, "null");
  if (value.text === "true" || value.text === "false") return comparison(name, "flag");
  // Without a value nothing is asked for.
  if (value.text === "undefined") return undefined;
  if (tokens[at + 1]?.text !== "(") return comparison(name, "equal");
  if (value.text === "Not") return NOTHING;
  if (value.text === "ILike") return comparison(name, "insensitive");
  if (value.text === "Like") return comparison(name, pattern(tokens[at + 2]));
  if (Object.hasOwn(CALLS, value.text)) return comparison(name, CALLS[value.text] as How);
  // `Raw(…)` may be anything; functions of one's own give values.
  return /^[A-Z]/.test(value.text) ? undefined : comparison(name, "equal");
}

/** `{ gte: from, lt: to }`, `{ contains: word, mode: "insensitive" }` */
function readOperators(name: Token, tokens: readonly Token[], at: number): Condition | undefined {
  const parts = partsOf(tokens, at);
  const operators = parts.map((part) => tokens[part]?.text ?? "").filter((one) => one !== "mode");
  if (operators.length === 0) return undefined;
  if (operators.every((one) => one === "not" || one === "notIn")) return NOTHING;
  const known = operators.find((one) => Object.hasOwn(KEYS, one));
  if (known === undefined) return undefined;
  const insensitive =
    parts.length > operators.length && /^(?:startsWith|contains|endsWith|equals)$/.test(known);
  return comparison(name, insensitive ? "insensitive" : (KEYS[known] as How));
}

/** `and(eq(orders.state, state), gte(orders.placedAt, from))` of Drizzle. */
export const readCall: ReadCondition = (tokens, at) => {
  const name = tokens[at]?.text ?? "";
  if (tokens[at]?.kind !== "word" || tokens[at + 1]?.text !== "(") return undefined;
  const parts = partsOf(tokens, at + 1);
  if (name === "and") {
    const read = parts.map((one) => readCall(tokens, one));
    return read.includes(undefined) ? undefined : all(read as Condition[]);
  }
  if (name === "or") return alternatives(tokens, parts, readCall);
  if (/^(?:ne|not|isNotNull|notInArray|notLike|notIlike|notBetween)$/.test(name)) return NOTHING;
  // `orders.state`
  const column = tokens[at + 4];
  if (tokens[at + 3]?.text !== "." || column?.kind !== "word" || !/^[,)]$/.test(tokens[at + 5]?.text ?? ""))
    return undefined;
  if (name === "ilike") return comparison(column, "insensitive");
  if (name === "like") return comparison(column, pattern(tokens[at + 6]));
  return Object.hasOwn(CALLS, name) ? comparison(column, CALLS[name] as How) : undefined;
};

function pattern(value: Token | undefined): How {
  return value?.kind === "string" && /^[`"'][%_]/.test(value.text) ? "contains" : "prefix";
}
