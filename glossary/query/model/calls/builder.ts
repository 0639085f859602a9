/** Conditions that query builders add one by one: `.where("state", state).orWhere("total", ">", 9)` of Knex, Kysely and Laravel. */
import { type Code, type Link, stringAt, textAt } from "../code/chains.ts";
import { NOTHING } from "../conditions.ts";
import { allOf, anyOf, column, compare, flag, leaf, likeOf, type Read } from "./conditions.ts";
import { writtenCondition } from "./written.ts";

/** What joins other tables, or puts conditions together elsewhere. */
const OTHER =
  /join|union|^withRecursive$|whereExists|whereHas|whereRelation|whereColumn|whereRef|whereJson|whereFullText|^scope|^when$|^tap$/i;

/** A method of Laravel that has the name of a column in its own, and none of its others. */
const DYNAMIC =
  /^where(?!(?:In|Null|Not|Raw|Key|Past|Future|Now|Today|Before|After|BelongsTo|AttachedTo|Morph|Doesnt|Any|All|None|Date|Time|Day|Month|Year|Like)(?![a-z]))[A-Z]\w*$/;

/** The conditions of the links, `object` reads those that are no text; `undefined` where they are not all told. */
export function builderConditions(code: Code, links: readonly Link[], object: (at: number) => Read): Read {
  if (links.some(({ name }) => OTHER.test(name) || (name === "with" && code.language === "script")))
    return undefined;
  const wheres = links.filter(({ name }) => /^(?:and|or|first)?where/i.test(name));
  if (wheres.length === 0) return NOTHING;
  const groups: Read[][] = [[]];
  for (const link of wheres) {
    if (/^or/.test(link.name) && groups.at(-1)?.length) groups.push([]);
    groups.at(-1)?.push(condition(code, link, object));
  }
  return anyOf(groups.map(allOf));
}

/** `where("state", state)`, `where("total", ">", 9)`, `where({ state })`, `whereIn("id", ids)` */
function condition(code: Code, { name: called, at, args }: Link, object: (at: number) => Read): Read {
  const name = called.replace(/^(?:and|or|first)(?=W)/, "").replace(/^W/, "w");
  if (code.language === "php" && args.length === 1 && DYNAMIC.test(name)) return byName(code, at);
  const [first, second, third] = args;
  if (/^whereNot/.test(name)) return NOTHING;
  if (first === undefined) return undefined;
  const text = stringAt(code, first);
  if (name === "whereRaw")
    return text === undefined ? undefined : writtenCondition(text, code.tokens[first]?.content?.start ?? 0);
  if (text === undefined) return name === "where" ? object(first) : undefined;
  const plain = column(code, first, "equal");
  switch (name) {
    case "whereIn":
      return plain;
    case "whereNull":
      return flag(plain, "null");
    case "whereBetween":
    case "wherePast":
    case "whereFuture":
    case "whereNowOrPast":
    case "whereNowOrFuture":
      return column(code, first, "range");
    case "whereLike":
      return column(code, first, likeOf(stringAt(code, second ?? -1)));
    case "whereILike":
      return column(code, first, "insensitive");
    case "whereDate":
    case "whereTime":
    case "whereDay":
    case "whereMonth":
    case "whereYear":
      return column(code, first, "equal", (one) => `${name.slice(5).toLowerCase()}(${one})`);
    case "where":
      break;
    default:
      return undefined;
  }
  if (second === undefined) return undefined;
  if (third !== undefined) return compare(plain, stringAt(code, second) ?? "", stringAt(code, third));
  return byValue(code, plain, second);
}

/** Laravel takes `whereEmailAddress($value)` for a column. */
function byName({ tokens }: Code, at: number): Read {
  const { text = "", span = { start: 0, end: 0 } } = tokens[at] ?? {};
  const from = text.toLowerCase().indexOf("where") + "where".length;
  const name = text
    .slice(from)
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, "_")
    .toLowerCase();
  return leaf(name, { start: span.start + from, end: span.end }, "equal");
}

/** A comparison with the value at `at`. */
function byValue(code: Code, plain: Read, at: number): Read {
  const value = textAt(code, at).toLowerCase();
  if (value === "undefined") return undefined;
  if (value === "null") return flag(plain, "null");
  return value === "true" || value === "false" ? flag(plain, "flag") : plain;
}
