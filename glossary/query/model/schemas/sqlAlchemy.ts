/** Models of SQLAlchemy, Flask-SQLAlchemy and SQLModel (SQLAlchemy 2.0, "Declarative Mapping", "Defining Constraints and Indexes"). */
import { blocksIn } from "./python.ts";
import { callsIn, isSet, lastWord, nameIn, namesIn, optionIn, partsOf, type Source } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const FIELD =
  /^[ \t]+(\w+)[ \t]*(?::[ \t]*([^=\n]{1,200}))?=[ \t]*(?:\w+\.)?(?:Column|mapped_column|Field|relationship)\(/gm;
const KEY = /\b(Index|UniqueConstraint|PrimaryKeyConstraint)\(/g;
const TABLE = /(?:^|\n)[ \t]*(?:(\w+)[ \t]*=[ \t]*)?(?:\w+\.)?Table\(/g;

export const sqlAlchemy: SchemaTool = {
  name: "SQLAlchemy",
  comments: "#",
  sign: /\bmapped_column\(|\bColumn\(|\btable\s*=\s*True|\bIndex\(\s*["']/,
  read(source) {
    const classes = blocksIn(source.text).flatMap((block): ModelTable[] => {
      const named = /__tablename__[^=\n]*=\s*["']([\w.]+)["']/.exec(
        source.text.slice(block.from, block.end),
      )?.[1];
      const isModel = named !== undefined || /\btable\s*=\s*True/.test(block.bases);
      const fields = callsIn(source, FIELD, block.from, block.end);
      // Flask-SQLAlchemy makes the name of the class one of a table.
      if (!isModel && !(/\b(?:db\.)?Model\b|\bBase\b/.test(block.bases) && fields.length > 0)) return [];
      const columns: ModelColumn[] = [];
      const keys = keysIn(source, block.from, block.end);
      for (const { match, inside } of fields) {
        if (/relationship\($/.test(match[0])) continue;
        const column = readColumn(match[1] as string, `${match[2] ?? ""},${inside}`, inside);
        columns.push(column);
        if (isKey(inside)) keys.push({ columns: [column.property] });
      }
      // SQLModel: plain fields are columns, too.
      if (/\btable\s*=\s*True/.test(block.bases))
        for (const [, property = "", type = ""] of source.text
          .slice(block.from, block.end)
          .matchAll(/^[ \t]+(\w+)[ \t]*:[ \t]*([\w[\] |.]+?)[ \t]*(?:=[ \t]*\w+[ \t]*)?$/gm))
          columns.push({ name: property, property, flag: /\bbool\b/.test(type) });
      return [{ name: named ?? block.name, models: [block.name], columns, keys, span: block }];
    });
    const tables = callsIn(source, TABLE).flatMap(({ match, inside, start, from, end }): ModelTable[] => {
      const [first = ""] = partsOf(inside);
      const name = /^["']/.test(first) ? nameIn(first) : undefined;
      if (name === undefined) return [];
      const read = columnsIn(source, from, end);
      const keys = [...read.keys, ...keysIn(source, from, end)];
      const models = match[1] === undefined ? [] : [match[1]];
      return [{ name, models, columns: read.columns, keys, span: { start, end: end + 1 } }];
    });
    // `Index("ix", Parcel.carrier_ref)` below the class.
    const inside = [...classes, ...tables].map(({ span }) => span);
    const keys = callsIn(source, KEY)
      .filter(({ start }) => !inside.some((span) => start >= span.start && start < span.end))
      .flatMap((call) =>
        keyOf(call.inside, true).map((key) => ({
          ...key,
          table: /\b([A-Z]\w*)(?:\.c)?\.\w+/.exec(call.inside)?.[1],
        })),
      );
    return { tables: [...classes, ...tables], keys };
  },
};

/** The columns between two offsets: `Column("a", String, index=True)`; also of Alembic. */
export function columnsIn(
  source: Source,
  from: number,
  to: number,
): { columns: ModelColumn[]; keys: ModelKey[] } {
  const calls = callsIn(source, /\b(?:\w+\.)?Column\(/g, from, to);
  const columns = calls.flatMap(({ inside }) => {
    const name = nameIn(partsOf(inside)[0]);
    return name === undefined ? [] : { name, property: name, flag: isFlag(inside), key: isKey(inside) };
  });
  return { columns, keys: columns.flatMap(({ name, key }) => (key ? { columns: [name] } : [])) };
}

function readColumn(property: string, typed: string, inside: string): ModelColumn {
  const [first = ""] = partsOf(inside);
  const name = /^["']/.test(first) ? nameIn(first) : optionIn(inside, "name");
  return { name: name?.replace(/["']/g, "") ?? property, property, flag: isFlag(typed) };
}

function isKey(inside: string): boolean {
  return ["index", "unique", "primary_key"].some((name) => isSet(inside, name));
}

function isFlag(code: string): boolean {
  return /\bbool(?:ean)?\b/i.test(code);
}

/** The indexes and constraints between two offsets; also of Alembic. */
export function keysIn(source: Source, from: number, to: number): ModelKey[] {
  return callsIn(source, KEY, from, to).flatMap(({ match, inside }) => keyOf(inside, match[1] === "Index"));
}

/** `"ix", "a", "b"`, `"ix", Parcel.a, func.lower(Parcel.b), postgresql_using="gin"` */
function keyOf(inside: string, named: boolean): ModelKey[] {
  const parts = partsOf(inside).filter((part) => !/^\w+\s*=[^=]/.test(part) && !part.startsWith("*"));
  if (named && !/^["']|^(?:\w+\.)?f\(|^None\b/.test(parts[0] ?? "")) return [];
  const columns = parts.slice(named ? 1 : 0).flatMap((part) => expressionOf(part) ?? []);
  const gin = /postgresql_using\s*=\s*["'](?:gin|gist)/i.test(inside);
  return columns.length === 0 ? [] : [{ columns, ...(gin && { method: "gin" as const }) }];
}

/** A column, or a function of one, as arguments of Python name it. */
export function expressionOf(part: string): string | undefined {
  const made = /^(?:\w+\.)?(?:text|func\.(\w+))\(\s*["']?(?:(\w+)\(\s*)?(?:\w+\.)*(\w+)\s*\)?["']?/.exec(
    part,
  );
  if (made) {
    const call = made[1] ?? made[2];
    return call === undefined ? made[3] : `${call.toLowerCase()}(${made[3]})`;
  }
  return /^["']/.test(part) ? namesIn(part)[0] : lastWord(part.replace(/\.(?:desc|asc)\(\)$/, ""));
}
