/** `schema.rb` and migrations of Active Record (8.0, "Active Record Migrations"). */
import { isSet, nameIn, namesIn, optionIn, partsOf } from "./source.ts";
import { type ModelColumn, type ModelKey, type ModelTable, namedModels, type SchemaTool } from "./tool.ts";

const TABLE =
  /^[ \t]*(create_table|create_join_table|change_table)[ \t(]+(.{1,500}?)[ \t)]+do[ \t]*\|\w+\|[ \t]*$/gm;
/** A schema with more is none. */
const MOST_TABLES = 2_000;
/** In UTF-16 units. */
const LONGEST_TABLE = 30_000;
const LINE = /^[ \t]*(add_index|add_reference|add_belongs_to|add_column|add_unique_constraint)[ \t(]+(.+)$/gm;
const FIELD = /^[ \t]*\w+\.(\w+)[ \t(]+(.+)$/gm;
const CLASS = /^[ \t]*class[ \t]+(?:\w+::){0,5}(\w+)[ \t]*</gm;
const NAMED = /^[ \t]*self\.table_name[ \t]*=[ \t]*["':](\w+)/gm;

type OwnKey = ModelKey & { readonly table: string | undefined };

export const activeRecord: SchemaTool = {
  name: "Active Record",
  comments: "#",
  sign: /\b(?:create_table|change_table|add_index|add_reference|add_belongs_to|add_column|create_join_table)\b|self\.table_name\s*=/,
  read({ text: source }) {
    const text = source.replace(/%[iw]\[([^\]\n]{0,300})\]/g, (all, words: string) =>
      `[${words
        .trim()
        .split(/\s+/)
        .map((word) => `:${word}`)
        .join(", ")}]`.padEnd(all.length),
    );
    const tables: ModelTable[] = [];
    const keys: OwnKey[] = [];
    for (const match of text.matchAll(TABLE)) {
      if (tables.length >= MOST_TABLES) break;
      const [all, kind, head = ""] = match;
      const from = match.index + all.length;
      const end = /^[ \t]*end\b/m.exec(text.slice(from, from + LONGEST_TABLE));
      const span = { start: match.index, end: end ? from + end.index + end[0].length : from };
      const read = readTable(kind as string, head, text.slice(from, end ? from + end.index : from));
      if (!read) continue;
      if (kind === "change_table") keys.push(...read.keys.map((key) => ({ ...key, table: read.name })));
      else tables.push({ ...read, models: [], span });
    }
    for (const [, kind = "", rest = ""] of text.matchAll(LINE)) keys.push(...readLine(kind, rest));
    tables.push(...namedModels(text, CLASS, NAMED));
    return { tables, keys };
  },
};

function readTable(
  kind: string,
  head: string,
  body: string,
): Pick<ModelTable, "name" | "columns" | "keys"> | undefined {
  const [first = ""] = partsOf(head);
  const name = nameIn(first);
  if (name === undefined) return undefined;
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  const add = (column: string, flag = false) => columns.push({ name: column, property: column, flag });
  const primary = optionIn(head, "primary_key");
  const own = primary === undefined ? [] : namesIn(primary);
  if (own.length > 0) keys.push({ columns: own });
  else if (optionIn(head, "id") !== "false" && kind === "create_table") {
    add("id");
    keys.push({ columns: ["id"] });
  }
  for (const [, method = "", rest = ""] of body.matchAll(FIELD)) {
    if (method === "index" || method === "unique_constraint") keys.push(...keyOf(rest));
    else if (method === "references" || method === "belongs_to") {
      for (const key of referenceOf(rest)) {
        for (const column of key.columns) add(column);
        if (!/^false/.test(optionIn(rest, "index") ?? "")) keys.push(key);
      }
    } else if (method === "timestamps") for (const column of ["created_at", "updated_at"]) add(column);
    else if (method !== "check_constraint" && method !== "remove") {
      const isKey = ["index", "primary_key"].some((option) => isSet(rest, option));
      for (const column of namesBefore(rest)) {
        add(column, method === "boolean");
        if (isKey || method === "primary_key") keys.push({ columns: [column] });
      }
    }
  }
  if (/\btimestamps\b/.test(body)) for (const column of ["created_at", "updated_at"]) add(column);
  return { name, columns, keys };
}

/** The names before the first option. */
function namesBefore(rest: string): string[] {
  const parts = partsOf(rest);
  const options = parts.findIndex((part) => /^(?:\w+:\s|:\w+\s*=>)/.test(part));
  return parts.slice(0, options < 0 ? undefined : options).flatMap(namesIn);
}

/** `:carrier_ref, unique: true`, `["a", "b"]`, `"lower(email)"` */
function keyOf(rest: string): ModelKey[] {
  const columns = namesBefore(rest).flatMap((name) =>
    /^[\w.]+$/.test(name) ? name : (/^(\w+\(\w+\))$/.exec(name.replace(/[()]{2}|::\w+/g, ""))?.[1] ?? []),
  );
  const method = /\busing\b[^,]*\b(?:gin|gist)\b/.test(rest) ? { method: "gin" as const } : {};
  return columns.length === 0 ? [] : [{ columns, ...method }];
}

/** `:locker`, with its type where it leads to several tables. */
function referenceOf(rest: string): ModelKey[] {
  return namesBefore(rest)
    .slice(0, 3)
    .map((name) => ({
      columns: isSet(rest, "polymorphic") ? [`${name}_type`, `${name}_id`] : [`${name}_id`],
    }));
}

function readLine(kind: string, rest: string): OwnKey[] {
  const [first = "", ...more] = partsOf(rest.replace(/\)\s*$/, ""));
  const table = nameIn(first);
  const behind = more.join(", ");
  if (kind === "add_index" || kind === "add_unique_constraint")
    return keyOf(behind).map((key) => ({ ...key, table }));
  if (kind === "add_column")
    return isSet(behind, "index") ? keyOf(more[0] ?? "").map((key) => ({ ...key, table })) : [];
  const refused = /^false/.test(optionIn(behind, "index") ?? "");
  return refused ? [] : referenceOf(behind).map((key) => ({ ...key, table }));
}
