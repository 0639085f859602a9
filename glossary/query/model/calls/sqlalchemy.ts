/** SQLAlchemy: `session.query(Order).filter(Order.state == "open")`, `select(Order).where(…)` (SQLAlchemy 2, "ORM Querying Guide"). */
import { type Chain, type Code, partEnd, splitAt, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf } from "./access.ts";
import { allOf, anyOf, column, compare, flag, likeOf, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";

const METHODS: Readonly<Record<string, How | "like" | "not">> = {
  in_: "equal",
  between: "range",
  like: "like",
  ilike: "insensitive",
  icontains: "insensitive",
  contains: "contains",
  endswith: "contains",
  startswith: "prefix",
  is_: "null",
  is_not: "not",
  isnot: "not",
  not_in: "not",
  notin_: "not",
  not_like: "not",
};

export const sqlalchemy: CallTool = {
  name: "SQLAlchemy",
  languages: ["python"],
  trigger: /\.(?:filter|filter_by|where)\b/,
  inline:
    /\bquery\(\s*[A-Z]\w*\)\.filter|\b(?:select|update|delete)\(\s*[A-Z]\w*\)\.(?:where|filter)|\b[A-Z]\w*\.query\.filter/,
  read(chain, code) {
    const { links } = chain;
    const table = tableOf(chain, code);
    if (table === undefined || links.some(({ name }) => /join|union|intersect|select_from|^text$/.test(name)))
      return undefined;
    const filters = links.filter(
      ({ name, args }) => /^(?:filter|filter_by|where)$/.test(name) && args.length > 0,
    );
    const name = textAt(code, table);
    const parts = filters.flatMap((one) =>
      one.args.map((at) =>
        one.name === "filter_by" ? readKey(code, at) : readExpression(code, at, partEnd(code, at), name),
      ),
    );
    return filters.length === 0 ? undefined : accessOf(code, chain, table, allOf(parts));
  },
};

/** The class: of `session.query(Order)`, `select(Order)`, `Order.query`; of several columns the table is not certain. */
function tableOf({ links }: Chain, code: Code): number | undefined {
  const [first] = links;
  if (first && /^[A-Z]/.test(first.name) && links[1]?.name === "query" && links[1].open < 0) return first.at;
  const call = links.find(
    ({ name, args }, i) =>
      args.length > 0 && (name === "query" ? i > 0 : /^(?:select|update|delete)$/.test(name)),
  );
  const at = call?.args[0];
  if (at === undefined || code.tokens[at]?.kind !== "word") return undefined;
  // `models.Order`, `func.count(Order.id)`
  const inner =
    /^[a-z_]+$/.test(textAt(code, at)) && textAt(code, at + 1) === "." ? innerOf(code, at) : undefined;
  if (inner !== undefined) return inner;
  const next = textAt(code, at + 1);
  if (next === "." && !/^[A-Z]/.test(textAt(code, at))) return undefined;
  const same = call?.args.every((one) => textAt(code, one) === textAt(code, at));
  return same && (next === "." || next === "," || next === ")") ? at : undefined;
}

/** The class in `models.Order` or `func.count(Order.id)`, where it is all. */
function innerOf(code: Code, at: number): number | undefined {
  const counted = textAt(code, at) === "func" && textAt(code, at + 3) === "(" ? at + 4 : at + 2;
  return /^[A-Z]\w*[a-z]/.test(textAt(code, counted)) ? counted : undefined;
}

/** `state="open"` */
function readKey(code: Code, at: number): Read {
  if (textAt(code, at + 1) !== "=") return undefined;
  return byValue(column(code, at, "equal"), textAt(code, at + 2));
}

function byValue(read: Read, value: string): Read {
  if (value === "None") return flag(read, "null");
  return value === "True" || value === "False" ? flag(read, "flag") : read;
}

/** `(Order.state == "open") & Order.total.between(1, 9)` */
function readExpression(code: Code, from: number, to: number, table: string): Read {
  const read = (a: number, b: number) => readExpression(code, a, b, table);
  for (const [sign, join] of [
    ["|", anyOf],
    ["&", allOf],
  ] as const) {
    const parts = splitAt(code, from, to, sign);
    if (parts.length > 1) return join(parts.map((one, i) => read(one, (parts[i + 1] ?? to + 1) - 1)));
  }
  const first = textAt(code, from);
  if (first === "(" && code.partners[from] === to - 1) return read(from + 1, to - 1);
  if (first === "~" || first === "not_") return NOTHING;
  // `sa.and_(…)`
  const called =
    textAt(code, from + 1) === "." && /^(?:and_|or_)$/.test(textAt(code, from + 2)) ? from + 2 : from;
  if (/^(?:and_|or_)$/.test(textAt(code, called)) && textAt(code, called + 1) === "(") {
    const parts = splitAt(code, called + 2, code.partners[called + 1] as number).map((one) =>
      read(one, partEnd(code, one)),
    );
    return textAt(code, called) === "or_" ? anyOf(parts) : allOf(parts);
  }
  // `func.lower(Order.state) == state`
  const made = first === "func" && textAt(code, from + 3) === "(" ? textAt(code, from + 2) : undefined;
  const at = made === undefined ? from : from + 4;
  const word = columnAt(code, at, table);
  if (word === undefined) return undefined;
  if (made !== undefined)
    return textAt(code, word + 1) === ")" && /^[=<>]/.test(textAt(code, word + 2))
      ? column(code, word, "equal", (one) => `${made}(${one})`)
      : undefined;
  return compared(code, word, to);
}

/** The word of the column in `Order.state`, `orders.c.state`. */
function columnAt(code: Code, first: number, table: string): number | undefined {
  // `models.Order.state`
  const at = textAt(code, first + 1) === "." && textAt(code, first + 2) === table ? first + 2 : first;
  if (textAt(code, at) !== table || textAt(code, at + 1) !== ".") return undefined;
  return textAt(code, at + 2) === "c" && textAt(code, at + 3) === "." ? at + 4 : at + 2;
}

function compared(code: Code, word: number, to: number): Read {
  const next = textAt(code, word + 1);
  const plain = column(code, word, "equal");
  // `Order.is_paid`
  if (word + 1 === to) return flag(plain, "flag");
  if (next === ".") {
    const how = Object.hasOwn(METHODS, textAt(code, word + 2)) ? METHODS[textAt(code, word + 2)] : undefined;
    if (how === undefined) return undefined;
    if (how === "not") return NOTHING;
    if (how === "null") return byValue(plain, textAt(code, word + 4));
    return column(code, word, how === "like" ? likeOf(stringAt(code, word + 4)) : how);
  }
  // A column of another table.
  if (
    /^[A-Z]\w*[a-z]/.test(textAt(code, word + 2)) &&
    textAt(code, word + 3) === "." &&
    textAt(code, word + 5) !== "("
  )
    return undefined;
  return byValue(compare(plain, next, stringAt(code, word + 2)), textAt(code, word + 2));
}
