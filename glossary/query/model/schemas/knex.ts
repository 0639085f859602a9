/** Migrations of Knex (3.1, "Schema Builder") and Kysely (0.28, "Migrations"). */
import { callsIn, nameIn, namesIn, partsOf, type Source } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

const TABLE = /\.(createTable|createTableIfNotExists|alterTable|table)\(\s*(?=["'`])/g;
const BODY = /^["'`](\w+)["'`]\s*,\s*(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(\w+)/;

export const knex: SchemaTool = {
  name: "Knex",
  comments: "//",
  sign: /\bschema\b[\s\S]{0,300}?\.(?:createTable\w*|alterTable|table|createIndex)\(|\b(?:table|t)\.\w+\(\s*["'`[]/,
  read(source) {
    const tables: ModelTable[] = [];
    const keys: OwnKey[] = [];
    const heads = callsIn(source, TABLE);
    for (const { match, inside, start, from, end } of heads) {
      const [, name, variable] = BODY.exec(inside) ?? [];
      if (name === undefined || variable === undefined) {
        if (/^createTable/.test(match[1] as string)) tables.push(...ofKysely(source, inside, start, end));
        continue;
      }
      const read = readFields(source, variable, from, end);
      if (/^create/.test(match[1] as string))
        tables.push({ name, models: [], ...read, span: { start, end: end + 1 } });
      else keys.push(...read.keys.map((key) => ({ ...key, table: name })));
    }
    if (heads.length === 0)
      for (const variable of ["table", "t"])
        keys.push(
          ...readFields(source, variable, 0, source.text.length).keys.map((key) => ({
            ...key,
            table: undefined,
          })),
        );
    return { tables, keys: [...keys, ...createdByKysely(source)] };
  },
};

function readFields(
  source: Source,
  variable: string,
  from: number,
  to: number,
): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const { match, inside, end } of callsIn(source, /(?<![.\w$])(\w+)\s*\.\s*(\w+)\(/g, from, to)) {
    if (match[1] !== variable) continue;
    const kind = match[2] as string;
    const names = namesIn(partsOf(inside)[0] ?? "");
    if (/^(?:index|unique|primary)$/.test(kind)) {
      if (names.length > 0) keys.push({ columns: names });
      continue;
    }
    if (/^(?:drop|rename|foreign|setNullable)/.test(kind)) continue;
    const identity = /^(?:increments|bigIncrements|bigincrements)$/.test(kind);
    const name = names[0] ?? (identity ? "id" : undefined);
    const own = kind === "timestamps" ? ["created_at", "updated_at"] : name === undefined ? [] : [name];
    for (const one of own) columns.push({ name: one, property: one, flag: kind === "boolean" });
    // The calls behind it end with its statement.
    const rest = source.text.slice(end, Math.min(to, end + 500));
    const chain = rest.slice(0, /;|\n\s*(?!\.)\S/.exec(rest)?.index);
    if (identity || /\.(?:index|unique|primary)\(/.test(chain)) keys.push({ columns: own });
  }
  return { columns, keys: keys.filter((key) => key.columns.length > 0) };
}

/** `.createTable("parcels").addColumn("id", "integer", (col) => col.primaryKey())` */
function ofKysely(source: Source, inside: string, start: number, end: number): ModelTable[] {
  const name = nameIn(inside);
  const stop = statementEnd(source, end);
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const call of callsIn(
    source,
    /\.(addColumn|addUniqueConstraint|addPrimaryKeyConstraint)\(/g,
    end,
    stop,
  )) {
    const [first, second = ""] = partsOf(call.inside);
    const column = nameIn(first);
    if (call.match[1] === "addColumn" && column !== undefined) {
      columns.push({ name: column, property: column, flag: /^["']bool/.test(second) });
      if (/\.(?:primaryKey|unique)\(\)/.test(call.inside)) keys.push({ columns: [column] });
    } else if (call.match[1] !== "addColumn") keys.push({ columns: namesIn(second) });
  }
  return name === undefined || columns.length === 0
    ? []
    : [{ name, models: [], columns, keys, span: { start, end: stop } }];
}

/** `.createIndex("i").on("parcels").column("a")`, `.columns(["a", "b"])` */
function createdByKysely(source: Source): OwnKey[] {
  return callsIn(source, /\.createIndex\(/g).flatMap(({ end }): OwnKey[] => {
    const chain = callsIn(source, /\.(on|column|columns)\(/g, end, statementEnd(source, end));
    const table = nameIn(chain.find(({ match }) => match[1] === "on")?.inside);
    const columns = chain.flatMap(({ match, inside }) => (match[1] === "on" ? [] : namesIn(inside)));
    return columns.length === 0 ? [] : [{ table, columns: columns.map((one) => one.replace(/ .*/, "")) }];
  });
}

function statementEnd({ text }: Source, from: number): number {
  const end = text.slice(from, from + 5_000).search(/;|\n[ \t]*\n|\n[ \t]*(?:await|return|\})/);
  return end < 0 ? Math.min(text.length, from + 5_000) : from + end;
}
