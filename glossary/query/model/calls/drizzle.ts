/** Drizzle: `db.select().from(orders).where(eq(orders.state, state))`, `db.query.orders.findFirst({ where: … })`. */
import { type Code, partEnd, partsOf, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf, pairAt } from "./access.ts";
import { allOf, anyOf, column, likeOf, type Read } from "./conditions.ts";
import { whereIn } from "./objects.ts";
import type { CallTool } from "./tool.ts";
import { writtenCondition } from "./written.ts";

const CALLS: Readonly<Record<string, How | "like">> = {
  eq: "equal",
  inArray: "equal",
  gt: "range",
  gte: "range",
  lt: "range",
  lte: "range",
  between: "range",
  isNull: "null",
  like: "like",
  ilike: "insensitive",
  arrayContains: "within",
  arrayOverlaps: "within",
};

export const drizzle: CallTool = {
  name: "Drizzle",
  languages: ["script"],
  trigger: /\bwhere\b/,
  inline:
    /\.where\(\s*(?:eq|and|or|gte?|lte?|inArray|i?like|between|isNull)\(|\.query\.\w+\.find(?:Many|First)\(/,
  read(chain, code) {
    const { links } = chain;
    const from = links.find(
      ({ name, args }, i) => i > 0 && args.length === 1 && /^(?:from|update|delete)$/.test(name),
    );
    if (from) {
      const wheres = links.filter(({ name }) => name === "where");
      if (wheres.length === 0 || links.some(({ name }) => /join|union|having|^with/i.test(name)))
        return undefined;
      const table = lastWord(code, from.args[0] as number);
      return table === undefined
        ? undefined
        : accessOf(code, chain, table, allOf(wheres.map(({ args }) => readCall(code, args[0]))));
    }
    const found = pairAt(chain, /^find(?:Many|First)$/);
    const where = found && whereIn(code, found.call.args[0]);
    return found && where !== undefined
      ? accessOf(code, chain, found.on.at, readCall(code, where))
      : undefined;
  },
};

/** `orders` of `schema.orders`: the last word of an argument that is nothing but names. */
function lastWord(code: Code, at: number): number | undefined {
  const end = partEnd(code, at);
  for (let i = at; i < end; i++)
    if (i % 2 === at % 2 ? code.tokens[i]?.kind !== "word" : textAt(code, i) !== ".") return undefined;
  return end > at ? end - 1 : undefined;
}

/** `and(eq(orders.state, "open"), gt(orders.total, 9))` */
function readCall(code: Code, at: number | undefined): Read {
  if (at === undefined) return undefined;
  const name = textAt(code, at);
  // `(orders, { eq }) => eq(orders.state, "open")`
  const arrow =
    name === "(" && textAt(code, (code.partners[at] as number) + 1) === "=>"
      ? (code.partners[at] as number) + 2
      : undefined;
  if (arrow !== undefined) return code.tokens[arrow]?.kind === "word" ? readCall(code, arrow) : undefined;
  if (name === "sql" && textAt(code, at + 1).startsWith("`"))
    return writtenCondition(stringAt(code, at + 1) ?? "", code.tokens[at + 1]?.content?.start ?? 0);
  if (textAt(code, at + 1) !== "(") return undefined;
  const parts = partsOf(code, at + 1);
  if (name === "and") return allOf(parts.map((one) => readCall(code, one)));
  if (name === "or") return anyOf(parts.map((one) => readCall(code, one)));
  if (/^(?:ne|not|isNotNull|notInArray|notLike|notIlike|notBetween)$/.test(name)) return NOTHING;
  const word = parts[0] === undefined ? undefined : lastWord(code, parts[0]);
  if (word === undefined || word === parts[0] || !Object.hasOwn(CALLS, name)) return undefined;
  const how = CALLS[name] as How | "like";
  return column(code, word, how === "like" ? likeOf(stringAt(code, parts[1] ?? -1)) : how);
}
