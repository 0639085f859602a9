/** Exposed: `Orders.selectAll().where { Orders.state eq state }` (JetBrains Exposed, "Working with DSL"). */
import { type Code, splitAt, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf } from "./access.ts";
import { allOf, anyOf, column, flag, likeOf, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";

const OPERATORS: Readonly<Record<string, How | "like" | "not">> = {
  eq: "equal",
  inList: "equal",
  less: "range",
  lessEq: "range",
  greater: "range",
  greaterEq: "range",
  like: "like",
  neq: "not",
  notInList: "not",
};

export const exposed: CallTool = {
  name: "Exposed",
  languages: ["kotlin"],
  trigger: /\b(?:select|selectAll|where|deleteWhere|find|update)\b/,
  inline:
    /\b[A-Z]\w*\.(?:select|deleteWhere|find) ?\{ ?\(?[A-Z]\w*\.\w+ \w+ |\b[A-Z]\w*\.selectAll\(\)\.where ?\{/,
  read({ links, end }, code) {
    const [model] = links;
    const filter = links.find(
      ({ name, block }) => block >= 0 && /^(?:select|where|andWhere|deleteWhere|find)$/.test(name),
    );
    if (!model || !filter || !/^[A-Z]/.test(model.name) || links.some(({ name }) => /join/i.test(name)))
      return undefined;
    const where = expression(code, filter.block + 1, code.partners[filter.block] as number);
    return accessOf(code, { links, end }, model.at, where);
  },
};

function expression(code: Code, from: number, to: number): Read {
  for (const [word, join] of [
    ["or", anyOf],
    ["and", allOf],
  ] as const) {
    const parts = splitAt(code, from, to, word);
    if (parts.length > 1)
      return join(parts.map((one, i) => expression(code, one, (parts[i + 1] ?? to + 1) - 1)));
  }
  if (textAt(code, from) === "(" && code.partners[from] === to - 1) return expression(code, from + 1, to - 1);
  // `Orders.state eq state`
  if (textAt(code, from + 1) !== "." || !/^[A-Z]/.test(textAt(code, from))) return undefined;
  const operator = textAt(code, from + 3);
  if (operator === "." && textAt(code, from + 4) === "isNull")
    return flag(column(code, from + 2, "equal"), "null");
  const how = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (how === undefined) return undefined;
  if (how === "not") return NOTHING;
  if (/^(?:true|false)$/.test(textAt(code, from + 4))) return flag(column(code, from + 2, "equal"), "flag");
  return column(code, from + 2, how === "like" ? likeOf(stringAt(code, from + 4)) : how);
}
