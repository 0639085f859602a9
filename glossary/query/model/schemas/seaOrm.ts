/** Migrations and entities of SeaORM (1.1, "Writing Migration", "Entity Structure"). */
import { callsIn, lastWord, namesIn, partsOf, type Source, unwrapped } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

const CREATED = /\b(Table|Index|ForeignKey)::create\(\)/g;

export const seaOrm: SchemaTool = {
  name: "SeaORM",
  comments: "//",
  sign: /\b(?:Table|Index)::create\(\)|\bDeriveEntityModel\b/,
  read(source) {
    const tables: ModelTable[] = [...entities(source)];
    const keys: OwnKey[] = [];
    const heads = [...source.text.matchAll(CREATED)];
    for (const [i, head] of heads.entries()) {
      const end = Math.min(heads[i + 1]?.index ?? source.text.length, head.index + 20_000);
      const table = wordIn(callsIn(source, /\.table\(/g, head.index, end)[0]?.inside);
      if (table === undefined) continue;
      if (head[1] === "Index") {
        const columns = callsIn(source, /\.col\(/g, head.index, end).flatMap(
          ({ inside }) => wordIn(inside) ?? [],
        );
        if (columns.length > 0) keys.push({ table, columns });
      } else if (head[1] === "Table") {
        const read = readColumns(source, head.index, end);
        tables.push({ name: table, models: [], ...read, span: { start: head.index, end } });
      }
    }
    return { tables, keys };
  },
};

/** `Parcels::CarrierRef`, `(Parcels::CarrierRef, IndexOrder::Desc)`, `Alias::new("carrier_ref")`, `"carrier_ref"` */
function wordIn(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const [first = ""] = partsOf(unwrapped(code));
  return namesIn(first)[0] ?? lastWord(first.replace(/::Table\b/, ""));
}

const COLUMN = /\.col\(\s*(?:&mut\s+)?(?:ColumnDef::new(?:_with_type)?\(|(\w+)\()/g;

function readColumns(source: Source, from: number, to: number): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const { match, inside, start, end } of callsIn(source, COLUMN, from, to)) {
    const name = wordIn(inside);
    const whole = source.close(start + ".col".length);
    if (name === undefined || whole < 0) continue;
    const chain = `${match[1] ?? ""}${source.text.slice(end, whole)}`;
    columns.push({ name, property: name, flag: /\bbool(?:ean)?\(|^boolean/.test(chain) });
    if (/primary_key\(|unique_key\(|^pk_|_uniq\b/.test(chain)) keys.push({ columns: [name] });
  }
  for (const { inside } of callsIn(source, /\.primary_key\(/g, from, to)) {
    const list = [...inside.matchAll(/\.col\(([^()]{1,100})\)/g)].flatMap((one) => wordIn(one[1]) ?? []);
    if (list.length > 0) keys.push({ columns: list });
  }
  return { columns, keys };
}

const ENTITY =
  /#\[sea_orm\((?:[^\]]{0,200},\s*)?table_name\s*=\s*"(\w+)"[^\]]{0,200}\)\]\s*pub\s+struct\s+\w+\s*\{/g;

function entities(source: Source): ModelTable[] {
  return callsIn(source, ENTITY).map(({ match, inside, start, end }): ModelTable => {
    const name = match[1] as string;
    const columns: ModelColumn[] = [];
    const keys: ModelKey[] = [];
    for (const [, attribute = "", property = "", type = ""] of inside.matchAll(
      /((?:#\[[^\]]{1,300}\]\s{0,40}){0,8})pub\s+(\w+)\s*:\s*([\w<>:]+)/g,
    )) {
      const column = /column_name\s*=\s*"(\w+)"/.exec(attribute)?.[1] ?? property;
      columns.push({ name: column, property, flag: /\bbool\b/.test(type) });
      if (/\b(?:primary_key|unique|indexed)\b/.test(attribute)) keys.push({ columns: [property] });
    }
    return { name, models: [], columns, keys, span: { start, end: end + 1 } };
  });
}
