/** Structs of Go with tags of GORM (v2, "Indexes"), Bun and XORM, schemas of Ent (v0.14, "Indexes"). */
import { columnKey } from "../names.ts";
import { callsIn, namesIn, type Source } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const STRUCT = /\btype\s+(\w+)\s+struct\s*\{/g;
const FIELD = /^[ \t]*(\w+)[ \t]+([\w.*[\]]+)(?:[ \t]+`([^`\n]*)`)?/gm;
const TAG = /\b(gorm|bun|xorm|db):"([^"]*)"/;

export const goTags: SchemaTool = {
  name: "Go",
  comments: "//",
  sign: /\b(?:gorm|bun|xorm):"|\bgorm\.Model\b|\bent\.Schema\b/,
  read(source) {
    const names = new Map(
      [
        ...source.text.matchAll(
          /\bfunc\s*\(\s*(?:\w+\s+)?\*?(\w+)\s*\)\s*TableName\(\)\s*string\s*\{\s*return\s+"([\w.]+)"/g,
        ),
      ].map(([, model, name]) => [model as string, name as string]),
    );
    const tables = callsIn(source, STRUCT).flatMap(({ match, inside, start, from, end }): ModelTable[] => {
      const model = match[1] as string;
      const span = { start, end: end + 1 };
      if (/\bent\.Schema\b/.test(inside))
        return [{ name: model, models: [model], ...ofEnt(source, model), span }];
      if (!TAG.test(inside) && !/\bgorm\.Model\b/.test(inside)) return [];
      const read = readFields(source.text.slice(from, end));
      const named = /\bbun:"table:(\w+)/.exec(inside)?.[1] ?? names.get(model);
      return [{ name: named ?? model, models: [model], ...read, span }];
    });
    return { tables, keys: [] };
  },
};

function readFields(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  /** Indexes over several fields, by name. */
  const shared = new Map<string, { name: string; priority: number }[]>();
  const add = (name: string, property = name, flag = false) => columns.push({ name, property, flag });
  if (/\bgorm\.Model\b/.test(body)) {
    for (const name of ["id", "created_at", "updated_at", "deleted_at"]) add(name);
    keys.push({ columns: ["id"] }, { columns: ["deleted_at"] });
  }
  for (const [line, property = "", type = "", tags = ""] of body.matchAll(FIELD)) {
    const tag = TAG.exec(tags);
    if (!/^[A-Z]/.test(property) || tag?.[2] === "-" || /bun\.BaseModel|gorm\.Model|\[\](?!byte)/.test(line))
      continue;
    const value = tag?.[2] ?? "";
    const name =
      /\bcolumn:(\w+)/i.exec(value)?.[1] ??
      (tag?.[1] === "bun" || tag?.[1] === "db" ? /^\w+/.exec(value)?.[0] : undefined) ??
      /'(\w+)'/.exec(value)?.[1] ??
      property;
    add(name, property, /\bbool$/.test(type));
    if (columnKey(property) === "id" || /primary_?key|\bpk\b|\bunique\b/i.test(value))
      keys.push({ columns: [property] });
    for (const [, group, more = ""] of value.matchAll(/\b(?:unique_?)?index(?:[:(](\w*))?([^;]*)/gi)) {
      const priority = Number(/priority:(\d+)/.exec(more)?.[1] ?? 10);
      const key = group === undefined || group === "" ? `\0${property}` : group;
      shared.set(key, [...(shared.get(key) ?? []), { name: property, priority }]);
    }
  }
  for (const list of shared.values())
    keys.push({ columns: list.toSorted((a, b) => a.priority - b.priority).map(({ name }) => name) });
  return { columns, keys };
}

/** `field.String("a").Unique()`, and `index.Fields("a", "b")` in the methods of the schema. */
function ofEnt(source: Source, model: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [{ name: "id", property: "id", flag: false }];
  const keys: ModelKey[] = [{ columns: ["id"] }];
  const methods = callsIn(
    source,
    /\bfunc\s*\(\s*(?:\w+\s+)?\*?(\w+)\s*\)\s*(?:Fields|Indexes)\(\)[^{\n]*\{/g,
  );
  for (const { match, from, end } of methods) {
    if (match[1] !== model) continue;
    for (const call of callsIn(source, /\bfield\.(\w+)\(/g, from, end)) {
      const name = namesIn(call.inside)[0];
      if (name === undefined) continue;
      columns.push({ name, property: name, flag: call.match[1] === "Bool" });
      const chain = source.text.slice(call.end, end).split(/\bfield\./)[0] as string;
      if (/\.Unique\(\)/.test(chain)) keys.push({ columns: [name] });
    }
    for (const call of callsIn(source, /\bindex\.Fields\(/g, from, end))
      keys.push({ columns: namesIn(call.inside) });
  }
  return { columns, keys };
}
