/** Tables of Drizzle (drizzle-orm 0.44, "SQL schema declaration", "Indexes & Constraints"). */
import { callsIn, lastWord, nameIn, namesIn, partsOf, type Source, unwrapped } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const TABLE =
  /(?:\b(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{0,200})?=\s*)?\b(?:(pg|mysql|sqlite|singlestore|mssql|cockroach|gel)Table|(?<!\.)createTable|\w*[sS]chema\.table)\(/g;

export const drizzle: SchemaTool = {
  name: "Drizzle",
  comments: "//",
  sign: /\b(?:pg|mysql|sqlite|singlestore|mssql|cockroach|gel)Table\(|\bcreateTable\(\s*["'`]|[sS]chema\.table\(/,
  read(source) {
    const tables = callsIn(source, TABLE).flatMap(({ match, inside, start, from, end }): ModelTable[] => {
      const [first = "", columns = ""] = partsOf(inside);
      const name = /^["'`]/.test(first) ? nameIn(first) : undefined;
      if (name === undefined) return [];
      const read = readColumns(columns, match[2] === "mysql");
      if (read.columns.length === 0) return [];
      const keys = [...read.keys, ...keysIn(source, from, end)];
      const models = match[1] === undefined ? [] : [match[1]];
      return [{ name, models, columns: read.columns, keys, span: { start, end: end + 1 } }];
    });
    return { tables, keys: [] };
  },
};

/** `{ carrierRef: text("carrier_ref").unique() }`, or a function that gives it. */
function readColumns(code: string, mysql: boolean): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  const body = code.replace(/^(?:\(\s*\w*\s*\)|\w+)\s*=>\s*\(?\s*/, "");
  for (const part of partsOf(unwrapped(body).replace(/\}\s*\)?\s*$/, ""))) {
    const match =
      /^["']?(\w+)["']?\s*:\s*(?:\w+\.)?(\w+)\s*(?:<[^<>]{0,200}>)?\(\s*(?:["'`](\w+)["'`])?/.exec(part);
    if (!match) continue;
    const [, property = "", type = "", name = property] = match;
    columns.push({ name, property, flag: /^bool/i.test(type) || /mode:\s*["']boolean/.test(part) });
    if (/\.(?:primaryKey|unique)\(/.test(part) || (mysql && /\.references\(/.test(part)))
      keys.push({ columns: [property] });
  }
  return { columns, keys };
}

const KEY = /\b(?:index|uniqueIndex|unique|primaryKey|vectorIndex|fulltextIndex)\(/g;
const CHAINED = /^\s*\.(?:(on|onOnly)|using)\(/;

/** `index("i").on(t.a, t.b)`, `index("i").using("btree", t.a.asc())`, `primaryKey({ columns: [t.a, t.b] })` */
function keysIn(source: Source, from: number, to: number): ModelKey[] {
  return callsIn(source, KEY, from, to).flatMap(({ inside, end }): ModelKey[] => {
    const columns = /\bcolumns:\s*\[([^\]]{0,500})\]/.exec(inside)?.[1];
    if (columns !== undefined) return keyOf(columns);
    const chained = CHAINED.exec(source.text.slice(end + 1, end + 200));
    if (!chained) return [];
    const open = end + chained[0].length;
    const list = source.text.slice(open + 1, source.close(open));
    if (chained[1] !== undefined) return keyOf(list);
    const method = /^(?:gin|gist|spgist)$/i.test(namesIn(list)[0] ?? "") ? ("gin" as const) : undefined;
    return keyOf(partsOf(list).slice(1).join(",")).map((key) => (method ? { ...key, method } : key));
  });
}

function keyOf(list: string): ModelKey[] {
  const columns = partsOf(list).flatMap((one) => {
    // `sql`lower(${t.email})``
    const made = /^sql`\s*(\w+)\(\s*\$\{(?:\w+\.)?(\w+)\}\s*\)/.exec(one);
    if (made) return `${(made[1] as string).toLowerCase()}(${made[2]})`;
    return /^\w+\.(\w+)/.exec(one)?.[1] ?? /\$\{\w+\.(\w+)\}/.exec(one)?.[1] ?? lastWord(one) ?? [];
  });
  return columns.length === 0 ? [] : [{ columns }];
}
