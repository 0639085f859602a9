/** Entity Framework: `db.Orders.Where(o => o.State == state)`, `from o in db.Orders where …` (EF Core, "Querying Data"). */
import { type Chain, type Code, type Link, spanOf, splitAt, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf } from "./access.ts";
import { allOf, anyOf, column, compare, flag, likeOf, type Read } from "./conditions.ts";
import type { Access, CallTool } from "./tool.ts";

const CONTEXT = /^(?:_?(?:\w*[cC]ontext|\w*[dD]b)|_?ctx)$/;
const FILTERS = /^(?:Where|(?:First|Single|Last|Any|Count|LongCount)(?:OrDefault)?(?:Async)?)$/;
/** What a context has besides its sets. */
const NO_SET = /^(?:Database|ChangeTracker|Model|Entry|ContextId)$/;
/** From here on rows are in memory, or are something else. */
const ELSE = /^(?:ToList|ToArray|AsEnumerable|ToDictionary|Select|SelectMany|GroupBy|Join|GroupJoin|FromSql)/;

/** Indexes of foreign keys are made by convention. */
const served = (key: string) => key.endsWith("id");

export const entityFramework: CallTool = {
  name: "Entity Framework",
  languages: ["csharp"],
  trigger: /\.(?:Where|First|Single|Last|Any|Count|LongCount)|\bwhere\b/,
  inline:
    /\b_?\w*(?:[cC]ontext|[dD]b|ctx)\.(?:[A-Z]\w*|Set<\w+>\(\))\.(?:\w+\([^()]*\)\.){0,3}(?:Where|First|Single|Last|Any|Count)\w*\(\s*\w+ =>/,
  read(chain, code) {
    const table = setOf(chain, code);
    if (!table) return undefined;
    const rest = chain.links.slice(table.next);
    const stop = rest.findIndex(({ name }) => ELSE.test(name));
    const filters = rest
      .slice(0, stop < 0 ? undefined : stop)
      .filter(({ name, args }) => FILTERS.test(name) && args.length > 0);
    // `context.Request.Headers.Where(…)` is something else.
    if (filters.length === 0 || rest.some(({ name, open }) => open < 0 && /^[A-Z]/.test(name)))
      return undefined;
    return accessOf(
      code,
      chain,
      table.at,
      allOf(filters.map(({ args, close }) => lambda(code, args[0] as number, close))),
      { served },
    );
  },
  readAll: (code) => code.chains.flatMap((chain) => inWords(chain, code) ?? []),
};

/** The set of a context: `db.Orders`, `context.Set<Order>()`. */
function setOf({ links }: Chain, code: Code): { readonly at: number; readonly next: number } | undefined {
  const on = links.findIndex(({ name, open }) => open < 0 && CONTEXT.test(name));
  const set = on < 0 ? undefined : links[on + 1];
  if (!set) return undefined;
  if (set.name === "Set" && set.generic >= 0) return { at: set.generic, next: on + 2 };
  return set.open < 0 && /^[A-Z]/.test(textAt(code, set.at)) && !NO_SET.test(set.name)
    ? { at: set.at, next: on + 2 }
    : undefined;
}

/** `from o in db.Orders where o.State == state select o` */
function inWords(chain: Chain, code: Code): Access | undefined {
  const [first] = chain.links as readonly [Link];
  if (textAt(code, first.at - 1) !== "in" || textAt(code, first.at - 3) !== "from") return undefined;
  const table = setOf(chain, code);
  if (!table || table.next < chain.links.length || textAt(code, chain.end + 1) !== "where") return undefined;
  const from = chain.end + 2;
  let to = from;
  while (
    to < code.tokens.length &&
    !/^(?:select|orderby|group|join|let|into|where|;|\))$/.test(textAt(code, to))
  )
    to = Math.max(code.partners[to] as number, to) + 1;
  if (!/^(?:select|orderby)$/.test(textAt(code, to))) return undefined;
  const where = expression(code, from, to, textAt(code, first.at - 2));
  const one = accessOf(code, chain, table.at, where, { served });
  return one && { ...one, span: spanOf(code, first.at - 3, to - 1) };
}

/** `o => o.State == state` */
function lambda(code: Code, at: number, close: number): Read {
  const name = textAt(code, at) === "(" ? at + 1 : at;
  const arrow = name === at ? at + 1 : at + 3;
  return textAt(code, arrow) === "=>" ? expression(code, arrow + 1, close, textAt(code, name)) : undefined;
}

function expression(code: Code, from: number, to: number, row: string): Read {
  for (const [sign, join] of [
    ["||", anyOf],
    ["&&", allOf],
  ] as const) {
    const parts = splitAt(code, from, to, sign);
    if (parts.length > 1)
      return join(parts.map((one, i) => expression(code, one, (parts[i + 1] ?? to + 1) - 1, row)));
  }
  if (textAt(code, from) === "(" && code.partners[from] === to - 1)
    return expression(code, from + 1, to - 1, row);
  if (textAt(code, from) === "!" && textAt(code, from + 1) !== "!") {
    const inner = expression(code, from + 1, to, row);
    return inner?.kind === "leaf" && inner.how === "flag" ? inner : inner && NOTHING;
  }
  return comparison(code, from, to, row);
}

function comparison(code: Code, from: number, to: number, row: string): Read {
  const at = code.tokens.findIndex(
    ({ text }, i) => i >= from && i < to && text === row && textAt(code, i + 1) === ".",
  );
  if (at < 0) return undefined;
  const word = at + 2;
  // Another column of the row, or of a row that it refers to.
  const again = code.tokens.findIndex(
    ({ text }, i) => i > word && i < to && text === row && textAt(code, i + 1) === ".",
  );
  if (again >= 0) return undefined;
  if (at > from) return turned(code, from, at, word, to);
  const plain = column(code, word, "equal");
  if (word + 1 === to) return flag(plain, "flag");
  if (textAt(code, word + 1) !== ".") return byValue(code, plain, word + 1, to);
  const method = textAt(code, word + 2);
  if (textAt(code, word + 3) !== "(")
    return method === "Value" ? byValue(code, plain, word + 3, to) : dated(code, word, method);
  const close = code.partners[word + 3] as number;
  if (/^(?:StartsWith|Contains|EndsWith)$/.test(method) && close + 1 === to)
    return column(code, word, method === "StartsWith" ? "prefix" : "contains");
  if (method === "Equals" && close + 1 === to) return plain;
  return /^To(?:Lower|Upper)/.test(method)
    ? column(code, word, "equal", (name) => `${method.slice(2, 7).toLowerCase()}(${name})`)
    : undefined;
}

/** `o.PlacedAt.Date == day` is made of the column; `o.Customer.Email` is one of another table. */
function dated(code: Code, word: number, part: string): Read {
  return /^(?:Date|Year|Month|Day|Hour)$/.test(part)
    ? column(code, word, "equal", (name) => `${part.toLowerCase()}(${name})`)
    : undefined;
}

function byValue(code: Code, plain: Read, sign: number, to: number): Read {
  const value = textAt(code, sign + 1);
  if (value === "null" && sign + 2 === to) return textAt(code, sign) === "==" ? flag(plain, "null") : NOTHING;
  if (/^(?:true|false)$/.test(value) && sign + 2 === to) return flag(plain, "flag");
  return compare(plain, textAt(code, sign), undefined);
}

/** `ids.Contains(o.Id)`, `EF.Functions.Like(o.Name, "%a%")`, `state == o.State` */
function turned(code: Code, from: number, at: number, word: number, to: number): Read {
  const open = at - 1;
  const method = textAt(code, open - 1);
  if (textAt(code, open) === "(" && code.partners[open] === to - 1) {
    if (method === "Contains") return column(code, word, "equal");
    const like: How | undefined =
      method === "Like" ? likeOf(stringAt(code, word + 2)) : method === "ILike" ? "insensitive" : undefined;
    return like && column(code, word, like);
  }
  return word + 1 === to && from < open
    ? compare(column(code, word, "equal"), textAt(code, open), undefined)
    : undefined;
}
