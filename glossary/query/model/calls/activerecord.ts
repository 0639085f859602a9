/** ActiveRecord: `Order.where(state: "open")`, `Order.find_by(number:)` (Rails Guides, "Active Record Query Interface"). */
import { type Chain, type Code, type Link, partsOf, stringAt, textAt } from "../code/chains.ts";
import { NOTHING } from "../conditions.ts";
import { ANY_TABLE, columnKey } from "../names.ts";
import { accessOf } from "./access.ts";
import { allOf, column, flag, leaf, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";
import { writtenCondition } from "./written.ts";

const FINDERS =
  /^(?:where|find_by!?|exists\?|find_or_(?:create|initialize)_by!?|create_or_find_by!?|delete_by|destroy_by|rewhere)$/;
const DYNAMIC = /^find_(?:all_)?by_(?!sql$|params?$|id$)(\w+?)!?$/;
/** Classes that have such methods and are no models. */
const NO_MODEL = /^(?:File|Dir|Pathname|Hash|Array|Set|Rails|ENV|I18n|Redis|Class|Module)$/;

export const activeRecord: CallTool = {
  name: "ActiveRecord",
  languages: ["ruby"],
  trigger: /\b(?:where|find_|exists\?|delete_by|destroy_by)/,
  inline: /\b[A-Z]\w*\.(?:(?:where|exists\?)[( ]\s{0,20}\(?\s{0,20}["':\w]|find_(?:or_\w+_)?by[!_( ])/,
  read: (chain, code) => {
    const { links } = chain;
    const calls = links.findIndex(({ name }) => FINDERS.test(name) || DYNAMIC.test(name));
    if (calls < 0 || links.some(({ name }) => /join|^merge$|^unscope$|^from$|^union/.test(name)))
      return undefined;
    const model = links.slice(0, calls).findLast(({ name }) => /^[A-Z]/.test(name));
    const table = model
      ? NO_MODEL.test(model.name)
        ? undefined
        : model.at
      : calls === 0
        ? ownClass(code, links[0] as Link)
        : undefined;
    const where = conditions(chain, code, calls);
    const unique = links.some(isUnique);
    const related = relatedIn(chain, code, calls);
    const served = (key: string) => related.has(key);
    if (table !== undefined) return accessOf(code, chain, table, where, { unique, served });
    // Only classes have such methods, and this one is not shown.
    const call = links[calls] as Link;
    const isOwn = calls === 0 && DYNAMIC.test(call.name) && textAt(code, call.at - 1) !== "def";
    return isOwn ? accessOf(code, chain, call.at, where, { as: ANY_TABLE }) : undefined;
  },
};

/** What is made where it is not found has a key of its own. */
function isUnique({ name }: Link): boolean {
  return /^(?:find|first|create)_or_/.test(name);
}

/** The name of the class that a call without a receiver stands in, where that is a model. */
function ownClass({ tokens }: Code, { at, name }: Link): number | undefined {
  if (!DYNAMIC.test(name) && name !== "where" && name !== "find_by") return undefined;
  for (let i = at; i > 1; i--)
    if (
      tokens[i]?.text === "<" &&
      /^(?:ApplicationRecord|ActiveRecord)$/.test(tokens[i + 1]?.text ?? "") &&
      tokens[i - 2]?.text === "class"
    )
      return i - 1;
  return undefined;
}

function conditions({ links }: Chain, code: Code, from: number): Read {
  const parts: Read[] = [];
  for (const [i, link] of links.slice(from).entries()) {
    const dynamic = DYNAMIC.exec(link.name)?.[1];
    const before = links[from + i - 1]?.name;
    if (link.name === "or" || link.name === "scoping" || link.name === "and") return undefined;
    if (dynamic !== undefined) parts.push(byName(code, link, dynamic));
    // `where.not(state: "done")`
    else if (FINDERS.test(link.name) && link.args.length > 0) parts.push(readArguments(code, link));
    else if (link.name === "not" && before === "where") parts.push(NOTHING);
  }
  return allOf(parts);
}

/**
 * The keys that are rows, whose column `references` gives an index (Rails 5): `restaurant: restaurant`, `user: @user`,
 * `restaurant:`.
 */
function relatedIn({ links }: Chain, code: Code, from: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, args } of links.slice(from))
    for (const at of FINDERS.test(name) ? args : []) {
      const key = textAt(code, at);
      const value = textAt(code, at + 2).replace(/^@/, "");
      const isRow = value === key || value === `current_${key}` || value === "self";
      const end = textAt(code, at + 3);
      if (textAt(code, at + 1) === ":" && isRow && /^(?:[,)]|)$/.test(end) && !/_?id$/.test(key))
        found.add(columnKey(key));
    }
  return found;
}

/** `find_by_user_id_and_product_id` */
function byName({ tokens }: Code, { at }: Link, names: string): Read {
  const start = (tokens[at]?.span.start ?? 0) + (tokens[at]?.text.indexOf(names) ?? 0);
  let from = start;
  const parts = names.split("_and_").map((name) => {
    const one = leaf(name, { start: from, end: from + name.length }, "equal");
    from += name.length + "_and_".length;
    return one;
  });
  return allOf(parts);
}

/** `state: "open", total: 1..`, `"state = ?", state`, `"state" => state` */
function readArguments(code: Code, { args }: Link): Read {
  const [first] = args;
  if (first === undefined) return undefined;
  const open = textAt(code, first);
  if (open === "{") return allOf(partsOf(code, first).map((one) => readKey(code, one)));
  if (open === "[") return undefined;
  const text = stringAt(code, first);
  const hasKeys = textAt(code, first + 1) === ":" || textAt(code, first + 1) === "=>";
  if (text !== undefined && !hasKeys) return writtenCondition(text, code.tokens[first]?.content?.start ?? 0);
  return allOf(args.map((one) => readKey(code, one)));
}

function readKey(code: Code, at: number): Read {
  const sign = textAt(code, at + 1);
  if (sign !== ":" && sign !== "=>") return undefined;
  const value = at + 2;
  // Of another table.
  if (textAt(code, value) === "{") return undefined;
  const plain = column(code, at, isRange(code, value) ? "range" : "equal");
  if (textAt(code, value) === "nil") return flag(plain, "null");
  return /^(?:true|false)$/.test(textAt(code, value)) ? flag(plain, "flag") : plain;
}

/** `1..9`, `..day`, `(from..to)`, `day..` */
function isRange(code: Code, at: number): boolean {
  for (let i = at; i < at + 12; i++) {
    if (textAt(code, i) === "." && textAt(code, i + 1) === ".") return true;
    if (/^[,{[]$/.test(textAt(code, i))) return false;
  }
  return false;
}
