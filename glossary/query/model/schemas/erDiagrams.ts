/** Diagrams of entities: Mermaid (11, "Entity Relationship Diagrams"), DBML (3, "Syntax"), and tables of Diesel and Atlas. */
import { callsIn, namesIn } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const ENTITY = /^[ \t]*(?:[Tt]able[ \t]+)?(?:\w{1,60}\.)?"?([A-Za-z][\w-]{0,100})"?[^\n{]{0,200}\{/gm;

export const erDiagrams: SchemaTool = {
  name: "entity diagram",
  comments: "//",
  sign: /^[ \t]*erDiagram\b|^[ \t]*[Tt]able[ \t]+[\w."]{1,100}[^\n{]{0,200}\{|\btable!\s*\{/m,
  read(source) {
    const diagram = /^[ \t]*erDiagram\b/m.test(source.text);
    const tables = callsIn(source, ENTITY).flatMap(({ match, inside, start, end }): ModelTable[] => {
      if (!diagram && !/^\s*table\s/i.test(match[0])) return [];
      const read = diagram ? ofMermaid(inside) : ofDbml(inside);
      return [{ name: match[1] as string, models: [], ...read, span: { start, end: end + 1 } }];
    });
    return { tables: [...tables, ...callsIn(source, DIESEL).map(ofDiesel)], keys: [] };
  },
};

/** `string carrier_ref UK "the carrier's"` */
function ofMermaid(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const [, type = "", name = "", more = ""] of body.matchAll(
    /^[ \t]*([\w()[\],-]+)[ \t]+([\w*]+)([^\n]*)$/gm,
  )) {
    const property = name.replace("*", "");
    columns.push({ name: property, property, flag: /^bool/i.test(type) });
    const said = /\b(?:PK|UK)\b/.test(more.replace(/"[^"]*"/g, "")) || name.startsWith("*");
    if (said || /"[^"]*\b(?<!\b(?:no|not) )(?:indexed|index|unique)\b[^"]*"/i.test(more))
      keys.push({ columns: [property] });
  }
  return { columns, keys };
}

/** `carrier_ref text [unique, note: "…"]`, and what stands in `indexes { … }` */
function ofDbml(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  const [fields = "", indexes = ""] = body.split(/\bindexes\s*\{/i);
  for (const [, name = "", type = "", more = ""] of fields.matchAll(
    /^[ \t]*"?(\w+)"?[ \t]+"?([\w().,]+)"?([^\n]*)$/gm,
  )) {
    columns.push({ name, property: name, flag: /^bool/i.test(type) });
    if (/\[[^\]]*\b(?:pk|primary key|unique)\b/i.test(more)) keys.push({ columns: [name] });
  }
  for (const [, group, name] of indexes.matchAll(/^[ \t]*(?:\(([^()\n]{1,200})\)|"?(\w+)"?)/gm)) {
    const list =
      group === undefined ? [name as string] : group.split(",").map((one) => one.trim().replace(/"/g, ""));
    keys.push({ columns: list });
  }
  return { columns, keys };
}

const DIESEL = /\btable!\s*\{/g;

function ofDiesel({ inside, start, end }: { inside: string; start: number; end: number }): ModelTable {
  const head = /([\w.]+)\s*\(([^()]{1,200})\)\s*\{/.exec(inside);
  const columns = [...inside.matchAll(/^[ \t]*(\w+)\s*->\s*(?:Nullable<)?(\w+)/gm)].map(
    ([, name = "", type]): ModelColumn => ({ name, property: name, flag: type === "Bool" }),
  );
  const primary = head?.[2]?.split(",").map((one) => one.trim()) ?? [];
  const name = head?.[1] ?? namesIn(inside)[0] ?? "";
  return { name, models: [], columns, keys: [{ columns: primary }], span: { start, end: end + 1 } };
}
