/** Migrations and schemas of Ecto (ecto_sql 3.13, `Ecto.Migration`; `Ecto.Schema`). */
import { isSet, lastWord, nameIn, namesIn, partsOf, unwrapped } from "./source.ts";
import { type ModelColumn, type ModelKey, type ModelTable, namedModels, type SchemaTool } from "./tool.ts";

const TABLE = /\b(create|alter)[ \t]+(?:if_not_exists\(?[ \t]*)?table\(([^()\n]{1,200})\)[ \t]*,?[ \t]*do\b/g;
const INDEX =
  /\b(?:create|create_if_not_exists)[ \t(]+(?:unique_)?index\(?[ \t]*([:"]\w+"?)[ \t]*,[ \t]*(\[[^\]]{1,500}\]|:\w+)([^\n]*)/g;
const MODULE = /\bdefmodule[ \t]+(?:\w+\.){0,8}(\w+)[ \t]+do\b/g;
const SCHEMA = /\bschema[ \t(]+"(\w+)"/g;
const FIELD = /^[ \t]*(add|add_if_not_exists|modify|field|belongs_to)[ \t(]+:(\w+)(.*)$/gm;

export const ecto: SchemaTool = {
  name: "Ecto",
  comments: "#",
  sign: /\b(?:table|index|unique_index)\(:|\bindex\("|\bschema\s+"\w+"\s+do/,
  read({ text }) {
    const tables: ModelTable[] = [];
    const keys: (ModelKey & { readonly table: string | undefined })[] = [];
    for (const match of text.matchAll(TABLE)) {
      const name = nameIn(match[2]);
      if (name === undefined) continue;
      const span = { start: match.index, end: endOf(text, match.index + match[0].length) };
      const read = readFields(text.slice(match.index + match[0].length, span.end));
      if (match[1] === "alter") keys.push(...read.keys.map((key) => ({ ...key, table: name })));
      else {
        const own = isSet(match[2] as string, "primary_key") || !/primary_key:/.test(match[2] as string);
        tables.push({
          name,
          models: [],
          columns: own ? [ID, ...read.columns] : read.columns,
          keys: own ? [{ columns: ["id"] }, ...read.keys] : read.keys,
          span,
        });
      }
    }
    for (const model of namedModels(text, MODULE, SCHEMA)) {
      const span = { start: model.span.start, end: endOf(text, model.span.end) };
      const { columns } = readFields(text.slice(model.span.end, span.end));
      tables.push({ ...model, columns: [ID, ...columns], keys: [{ columns: ["id"] }], span });
    }
    for (const [, table, list = "", more = ""] of text.matchAll(INDEX)) {
      const columns = partsOf(unwrapped(list)).flatMap((part) => nameIn(part) ?? lastWord(part) ?? []);
      const method = /using:\s*:?"?(?:gin|gist)/i.test(more) ? { method: "gin" as const } : {};
      if (columns.length > 0) keys.push({ table: nameIn(table), columns, ...method });
    }
    return { tables, keys };
  },
};

const ID: ModelColumn = { name: "id", property: "id", flag: false };

function endOf(text: string, from: number): number {
  const end = /^[ \t]*end\b/m.exec(text.slice(from, from + 30_000));
  return end ? from + end.index : from;
}

function readFields(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const [, kind, name = "", rest = ""] of body.matchAll(FIELD)) {
    const column = kind === "belongs_to" ? `${name}_id` : name;
    columns.push({ name: column, property: column, flag: namesIn(rest)[0] === "boolean" });
    if (/primary_key:\s*true/.test(rest)) keys.push({ columns: [column] });
  }
  if (/\btimestamps\b/.test(body))
    for (const name of ["inserted_at", "updated_at"]) columns.push({ name, property: name, flag: false });
  return { columns, keys };
}
