/** Django: `Order.objects.filter(state="open", placed_at__gte=day)` (Django 5, "QuerySet API reference", field lookups). */
import { type Code, type Link, partEnd, splitAt, stringAt, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf, spanOfChain } from "./access.ts";
import { allOf, anyOf, column, flag, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";

const LOOKUPS: Readonly<Record<string, How | "made">> = {
  exact: "equal",
  in: "equal",
  gt: "range",
  gte: "range",
  lt: "range",
  lte: "range",
  range: "range",
  year: "range",
  isnull: "null",
  startswith: "prefix",
  contains: "contains",
  endswith: "contains",
  regex: "contains",
  iexact: "insensitive",
  icontains: "insensitive",
  istartswith: "insensitive",
  iendswith: "insensitive",
  iregex: "insensitive",
  search: "text",
  date: "made",
  month: "made",
  day: "made",
  week: "made",
  week_day: "made",
  hour: "made",
};

/** The unique columns of Django's own models (django.contrib.auth, .sites). */
const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  User: ["username"],
  Group: ["name"],
  Site: ["domain"],
};

export const django: CallTool = {
  name: "Django",
  languages: ["python"],
  trigger: /\bobjects\b/,
  inline: /\b[A-Z]\w*\.objects\.(?:\w+\([^()]*\)\.){0,3}(?:filter|get|exclude)\(/,
  read(chain, code) {
    const { links } = chain;
    const at = links.findIndex(
      ({ name }) => name === "objects" || name === "all_objects" || name === "_default_manager",
    );
    const model = links[at - 1];
    if (
      !model ||
      !/^[A-Z]/.test(model.name) ||
      links.slice(at).some(({ name }) => /^(?:union|raw|extra)$/.test(name))
    )
      return undefined;
    const filters = links
      .slice(at + 1)
      .filter(({ name, args }) => (name === "filter" || name === "get") && args.length > 0);
    const relations = new Set<string>();
    const where = allOf(filters.map((one) => readFilters(code, one, relations)));
    if (filters.length === 0) return undefined;
    return accessOf(code, chain, model.at, where, {
      unique: filters.some(({ name }) => name === "get") || relations.has("slug"),
      served: (key) => /id$/.test(key) || relations.has(key) || UNIQUE[model.name]?.includes(key) === true,
      span: spanOfChain(code, chain),
    });
  },
};

function readFilters(code: Code, { args }: Link, relations: Set<string>): Read {
  return allOf(
    args.map((one) =>
      textAt(code, one + 1) === "="
        ? readField(code, one, relations)
        : readQ(code, one, partEnd(code, one), relations),
    ),
  );
}

/** `Q(state="new") | Q(state="open") & ~Q(total=0)` */
function readQ(code: Code, from: number, to: number, relations: Set<string>): Read {
  const ors = splitAt(code, from, to, "|");
  if (ors.length > 1)
    return anyOf(ors.map((one, i) => readQ(code, one, (ors[i + 1] ?? to + 1) - 1, relations)));
  const ands = splitAt(code, from, to, "&");
  if (ands.length > 1)
    return allOf(ands.map((one, i) => readQ(code, one, (ands[i + 1] ?? to + 1) - 1, relations)));
  if (textAt(code, from) === "~") return NOTHING;
  if (textAt(code, from) === "(" && code.partners[from] === to - 1)
    return readQ(code, from + 1, to - 1, relations);
  if (!/^(?:Q|models)$/.test(textAt(code, from))) return undefined;
  const open = textAt(code, from + 1) === "(" ? from + 1 : from + 3;
  if (code.partners[open] !== to - 1) return undefined;
  const parts = splitAt(code, open + 1, to - 1);
  return allOf(
    parts.map((one) =>
      textAt(code, one + 1) === "="
        ? readField(code, one, relations)
        : readQ(code, one, partEnd(code, one), relations),
    ),
  );
}

/** `placed_at__gte=day` */
function readField(code: Code, at: number, relations: Set<string>): Read {
  const token = code.tokens[at];
  const [name = "", lookup, ...rest] = (token?.text ?? "").split("__");
  if (token?.kind !== "word" || name === "" || rest.length > 1) return undefined;
  const how = lookup === undefined ? "equal" : Object.hasOwn(LOOKUPS, lookup) ? LOOKUPS[lookup] : undefined;
  // A condition on another table, or on a part of JSON.
  if (how === undefined || (rest.length > 0 && lookup !== "date" && lookup !== "year")) return undefined;
  const end = {
    ...token,
    span: { start: token.span.start, end: token.span.start + name.length },
    text: name,
  };
  const named = { text: code.text, tokens: [end] };
  if (how === "made") return column(named, 0, "equal", (one) => `${lookup}(${one})`);
  const value = textAt(code, at + 2);
  // Another column.
  if (/^(?:F|OuterRef|Subquery|Exists)$/.test(value)) return how === "equal" ? NOTHING : undefined;
  if (how === "null") return value === "False" ? NOTHING : flag(column(named, 0, "equal"), "null");
  // A field for slugs has an index.
  if (name === "slug" && how === "equal") relations.add(name);
  if (how === "equal" && isRelation(code, name, at + 2)) relations.add(name.replace(/_/g, "").toLowerCase());
  const read = column(named, 0, how);
  if (value === "None") return flag(read, "null");
  return value === "True" || value === "False" ? flag(read, "flag") : read;
}

/** Names of columns that hold texts, numbers and dates. */
const PLAIN =
  /(?:^|_)(?:status|state|name|title|type|kind|code|key|token|email|phone|number|no|ref|reference|slug|hash|url|path|ip|date|time|at|on|day|month|year|price|amount|count|level|priority|role|username|language|country|city|uid|version|text|value|sku|symbol|currency|source|action|event)$/;

/** True for what holds a row of another table: Django makes an index for it. */
function isRelation(code: Code, name: string, value: number): boolean {
  if (stringAt(code, value) !== undefined || (PLAIN.test(name) && name !== "content_type")) return false;
  const last = code.tokens[partEnd(code, value) - 1];
  if (last?.kind !== "word" || !/^[a-z_]/.test(last.text)) return false;
  return (
    last.text === name ||
    name === `${last.text}s` ||
    name.endsWith(`_${last.text}`) ||
    /^(?:self|user|instance|obj|object|current_user)$/.test(last.text)
  );
}
