/** Entities of TypeORM (0.3, "Entities", "Indices"), of MikroORM and sequelize-typescript; migrations of TypeORM. */
import {
  type Call,
  callsIn,
  isSet,
  nameIn,
  namesIn,
  optionIn,
  partsOf,
  type Source,
  unwrapped,
} from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

const CLASS = /\bclass\s+(\w+)[^{]{0,300}\{/g;
const DECORATOR = /@(\w+)\(/g;
/** A field behind its decorators. */
const FIELD =
  /\s*(?:(?:public|private|protected|readonly|declare|static|abstract)\s+)*([\w$]+)\s*[?!]?\s*[:=;]\s*([\w.<>[\]]*)/y;

export const typeorm: SchemaTool = {
  name: "TypeORM",
  comments: "//",
  sign: /@(?:Entity|Table|ViewEntity)\b|\bqueryRunner\.|\bnew\s+(?:Table|TableIndex)\(/,
  read(source) {
    const tables = isOfJava(source.text) ? [] : entities(source);
    return { tables: [...tables, ...created(source)], keys: added(source) };
  },
};

/** Java and Kotlin have the same words; fields have their types before them, or `val`. */
function isOfJava(text: string): boolean {
  return /\b(?:private|public|protected)\s+[A-Z]\w*(?:<[^>\n]*>)?\s+\w+\s*;|^[ \t]*import\s+(?:jakarta|javax|androidx)\.|\bva[lr]\s+\w+\s*:/m.test(
    text,
  );
}

function entities(source: Source): ModelTable[] {
  const decorators = callsIn(source, DECORATOR);
  let next = 0;
  /** The decorators from the next one on that end before an offset. */
  const until = (to: number): Call[] => {
    const first = next;
    while (next < decorators.length && (decorators[next] as Call).end < to) next++;
    return decorators.slice(first, next);
  };
  return callsIn(source, CLASS).flatMap(({ match, start, end }): ModelTable[] => {
    const model = match[1] as string;
    const head = until(start);
    const inside = until(end);
    const entity = head.find((one) => /^(?:Entity|Table)$/.test(one.match[1] as string));
    if (!entity) return [];
    const options = unwrapped(entity.inside);
    const named = /^\s*["'`]/.test(entity.inside)
      ? nameIn(entity.inside)
      : nameIn(optionIn(options, "name") ?? optionIn(options, "tableName"));
    const read = readFields(source, inside);
    const keys = head.flatMap((one) => listed(one));
    const span = { start: entity.start, end: end + 1 };
    return [
      { name: named ?? model, models: [model], columns: read.columns, keys: [...keys, ...read.keys], span },
    ];
  });
}

/** `@Index(["a", "b"])`, `@Index("name", ["a"])`, `@Unique({ properties: ["a"] })`, `@Index((one) => [one.a])` */
function listed({ match, inside }: Call): ModelKey[] {
  if (!/^(?:Index|Unique)$/.test(match[1] as string)) return [];
  const list = /\[([^\]]{1,500})\]/.exec(inside)?.[1];
  if (list === undefined) return [];
  const words = namesIn(list);
  const columns =
    words.length > 0 ? words : [...list.matchAll(/\b\w+\.(\w+)/g)].map((one) => one[1] as string);
  return columns.length === 0 ? [] : [{ columns }];
}

function readFields(
  source: Source,
  decorators: readonly Call[],
): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  let own: Call[] = [];
  for (const one of decorators) {
    own.push(one);
    FIELD.lastIndex = one.end + 1;
    const field = FIELD.exec(source.text);
    if (!field) continue;
    const [, property = "", type = ""] = field;
    const kinds = own.map(({ match }) => match[1] as string);
    const all = own.map(({ inside }) => inside).join(",");
    own = [];
    if (kinds.some((kind) => /ToMany$/.test(kind))) continue;
    const relates = kinds.some((kind) => /ToOne$|^BelongsTo$/.test(kind));
    const options = partsOf(all)
      .filter((part) => part.startsWith("{"))
      .map(unwrapped);
    const option = (name: string) => options.map((part) => optionIn(part, name)).find(Boolean);
    const name =
      nameIn(option("name") ?? option("fieldName") ?? option("field")) ??
      (relates ? `${property}Id` : property);
    columns.push({ name, property, flag: type === "boolean" || /["']bool(?:ean)?["']/.test(all) });
    const isKey =
      kinds.some((kind) => /^(?:Index|Unique|Primary\w*|ObjectIdColumn|Generated)$/.test(kind)) ||
      options.some((part) => ["unique", "primary", "primaryKey", "index"].some((one_) => isSet(part, one_)));
    if (isKey) keys.push({ columns: [property] });
  }
  return { columns, keys };
}

/** `new Table({ name: "parcels", columns: [{ name: "id", isPrimary: true }], indices: [{ columnNames: ["a"] }] })` */
function created(source: Source): ModelTable[] {
  return callsIn(source, /\bnew\s+Table\(/g).flatMap(({ inside, start, end }): ModelTable[] => {
    const options = unwrapped(inside);
    const name = nameIn(optionIn(options, "name"));
    if (name === undefined) return [];
    const columns: ModelColumn[] = [];
    const keys: ModelKey[] = [];
    for (const part of partsOf(unwrapped(optionIn(options, "columns") ?? "")).map(unwrapped)) {
      const column = nameIn(optionIn(part, "name"));
      if (column === undefined) continue;
      columns.push({ name: column, property: column, flag: /["']bool/.test(optionIn(part, "type") ?? "") });
      if (isSet(part, "isPrimary") || isSet(part, "isUnique")) keys.push({ columns: [column] });
    }
    for (const list of ["indices", "uniques"])
      for (const part of partsOf(unwrapped(optionIn(options, list) ?? "")))
        keys.push(...namesOf(part).map((key) => ({ columns: key })));
    return [{ name, models: [], columns, keys, span: { start, end: end + 1 } }];
  });
}

/** `queryRunner.createIndex("parcels", new TableIndex({ columnNames: ["a"] }))` */
function added(source: Source): OwnKey[] {
  const calls = callsIn(source, /\bqueryRunner\.create(?:Index|Indices|UniqueConstraint|PrimaryKey)\(/g);
  return calls.flatMap(({ inside }): OwnKey[] => {
    const [first, second = ""] = partsOf(inside);
    const lists = namesOf(second);
    const all = lists.length === 0 && second.startsWith("[") ? [namesIn(second)] : lists;
    return all.filter((columns) => columns.length > 0).map((columns) => ({ table: nameIn(first), columns }));
  });
}

function namesOf(code: string): string[][] {
  return [...code.matchAll(/\bcolumnNames:\s*\[([^\]]{1,300})\]/g)].map(([, list]) =>
    namesIn(list as string),
  );
}
