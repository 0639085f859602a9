/** Conditions as objects of JavaScript: `{ email, state: "open", OR: […] }` of Prisma, TypeORM, Sequelize, Knex, Mongoose. */
import { type Code, partEnd, partsOf, splitAt, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { allOf, anyOf, column, flag, likeOf, type Read } from "./conditions.ts";

/** Names of operators, without the `$` of Mongoose and the `Op.` of Sequelize. */
const OPERATORS: Readonly<Record<string, How | "not" | "like">> = {
  equals: "equal",
  eq: "equal",
  in: "equal",
  any: "equal",
  is: "null",
  gt: "range",
  gte: "range",
  lt: "range",
  lte: "range",
  between: "range",
  startsWith: "prefix",
  contains: "contains",
  substring: "contains",
  endsWith: "contains",
  like: "like",
  iLike: "insensitive",
  regex: "contains",
  all: "within",
  elemMatch: "within",
  has: "within",
  hasSome: "within",
  hasEvery: "within",
  not: "not",
  ne: "not",
  nin: "not",
  exists: "not",
  notIn: "not",
  notLike: "not",
  notBetween: "not",
};
/** Functions that TypeORM has for values. */
const VALUES: Readonly<Record<string, How | "not" | "like">> = {
  In: "equal",
  Equal: "equal",
  Any: "equal",
  MoreThan: "range",
  MoreThanOrEqual: "range",
  LessThan: "range",
  LessThanOrEqual: "range",
  Between: "range",
  IsNull: "null",
  Like: "like",
  ILike: "insensitive",
  Not: "not",
  ArrayContains: "within",
};

/** Reads the object at `at`; a list of them are alternatives. */
export function readObject(code: Code, at: number): Read {
  if (textAt(code, at) === "[") return anyOf(partsOf(code, at).map((one) => readObject(code, one)));
  if (textAt(code, at) !== "{") return undefined;
  return allOf(partsOf(code, at).map((part) => readPart(code, part)));
}

function readPart(code: Code, at: number): Read {
  // `[Op.or]: […]`
  const computed = textAt(code, at) === "[" ? (code.partners[at] as number) : at;
  const name = textAt(code, computed > at ? computed - 1 : at);
  const value = textAt(code, computed + 1) === ":" ? computed + 2 : undefined;
  const prefix = computed > at ? "$" : "";
  if (value !== undefined && /^(?:AND|OR|NOT|\$(?:and|or|not|nor))$/.test(prefix + name))
    return readGroup(name.replace("$", "").toLowerCase(), code, value);
  if (computed > at || name.startsWith("$") || code.tokens[at]?.kind === "punctuation") return undefined;
  return readField(code, at, value);
}

function readGroup(name: string, code: Code, at: number): Read {
  if (name === "not" || name === "nor") return NOTHING;
  const parts = textAt(code, at) === "[" ? partsOf(code, at) : [at];
  const read = parts.map((one) => readObject(code, one));
  return name === "or" ? anyOf(read) : allOf(read);
}

function readField(code: Code, name: number, at: number | undefined): Read {
  const equal = column(code, name, "equal");
  const value = at === undefined ? "" : textAt(code, at);
  // A regular expression.
  if (/^\/./.test(value)) return column(code, name, "contains");
  if (at === undefined || code.tokens[at]?.kind === "string") return equal;
  if (value === "{") return readOperators(code, name, at);
  if (value === "[") return equal;
  if (value === "null") return flag(equal, "null");
  if (value === "true" || value === "false") return flag(equal, "flag");
  // Without a value nothing is asked for.
  if (value === "undefined") return undefined;
  const end = partEnd(code, at);
  const called = splitAt(code, at, end, ".").length === 1 && textAt(code, at + 1) === "(";
  if (!called) return equal;
  if (Object.hasOwn(VALUES, value)) return byOperator(code, name, VALUES[value] as How, at + 2);
  // `Raw(…)` may be anything; functions of one's own give values.
  return /^[A-Z]/.test(value) && !/^(?:Number|String|Date|ObjectId|BigInt)$/.test(value) ? undefined : equal;
}

function byOperator(code: Code, name: number, how: How | "not" | "like", value: number): Read {
  if (how === "not") return NOTHING;
  return how === "null"
    ? flag(column(code, name, "equal"), "null")
    : column(code, name, how === "like" ? likeOf(stringAt(code, value)) : how);
}

/** `{ gte: from, lt: to }`, `{ contains: word, mode: "insensitive" }`, `{ [Op.in]: ids }`, `{ $gt: 5 }` */
function readOperators(code: Code, name: number, at: number): Read {
  const found = partsOf(code, at).map((part) => {
    const close = textAt(code, part) === "[" ? (code.partners[part] as number) : part;
    const word = textAt(code, close > part ? close - 1 : part).replace(/^\$/, "");
    return { word, value: textAt(code, close + 1) === ":" ? close + 2 : close };
  });
  const some = found.filter(({ word }) => word !== "mode" && word !== "options");
  if (some.length === 0 || !some.every(({ word }) => Object.hasOwn(OPERATORS, word))) return undefined;
  const best = some.find(({ word }) => OPERATORS[word] !== "not");
  if (!best) return NOTHING;
  const insensitive = found.some(
    ({ word, value }) => word === "mode" && stringAt(code, value) === "insensitive",
  );
  if (insensitive) return column(code, name, "insensitive");
  return byOperator(code, name, OPERATORS[best.word] as How, best.value);
}

/** The value of `where` in the object at `at`; `undefined` where there is none. */
export function whereIn(code: Code, at: number | undefined): number | undefined {
  if (at === undefined || textAt(code, at) !== "{") return undefined;
  const part = partsOf(code, at).find((one) => textAt(code, one) === "where");
  // `{ where }` says nothing.
  return part === undefined || textAt(code, part + 1) !== ":" ? undefined : part + 2;
}
