/** Entities of Jakarta Persistence (3.2, "Metadata for Object/Relational Mapping") and of Room, tables of Exposed, in Java and Kotlin. */
import { callsIn, lastWord, nameIn, namesIn, optionIn, partsOf, type Source, unwrapped } from "./source.ts";
import { type ModelColumn, type ModelKey, type ModelTable, NOTHING_READ, type SchemaTool } from "./tool.ts";

const ENTITY = /@Entity\b/g;
const FIELD =
  /(?:(?:private|protected|public|internal|final|static|lateinit|override)\s+)*(?:(?:va[lr])\s+(\w+)\s*:\s*([\w<>?., ]{1,80}?)(?=\s*[,=)\n])|(?<![@\w.])([A-Z][\w<>?.[\], ]{0,80}?|int|long|boolean|short|char|double|float)\s+(\w+)\s*[;=])/g;

const OF_SCRIPT = /\bimport\b[^;\n]{0,300}\bfrom\s+["']|@(?:PrimaryGeneratedColumn|Property)\b/;

export const jpa: SchemaTool = {
  name: "Jakarta Persistence",
  comments: "//",
  sign: /@Entity\b/,
  read(source) {
    // Classes of TypeScript are entities of TypeORM.
    if (OF_SCRIPT.test(source.text)) return NOTHING_READ;
    const heads = [...source.text.matchAll(ENTITY)].map(({ index }) => index);
    const tables = heads.flatMap((at, i) => readEntity(source, at, heads[i + 1] ?? source.text.length) ?? []);
    return { tables, keys: [] };
  },
};

function readEntity(source: Source, at: number, end: number): ModelTable | undefined {
  const text = source.text.slice(at, end);
  const found = /\bclass\s+(\w+)/.exec(text);
  if (!found) return undefined;
  const model = found[1] as string;
  const head = text.slice(0, found.index);
  const args = callsIn(source, /@(?:Entity|Table)\(/g, at, at + found.index).map(({ inside }) => inside);
  const named = args.map((one) => nameIn(optionIn(one, "name") ?? optionIn(one, "tableName"))).find(Boolean);
  const keys = [...listed(head), ...indexed(source, at, at + found.index)];
  const read = readFields(text.slice(found.index + found[0].length));
  return {
    name: named ?? model,
    models: [model],
    columns: read.columns,
    keys: [...keys, ...read.keys],
    span: { start: at, end },
  };
}

/** `columnList = "a, b DESC"`, `columnNames = {"a", "b"}` */
function listed(head: string): ModelKey[] {
  const lists = [...head.matchAll(/\bcolumnList\s*=\s*"([^"]{1,300})"/g)].map(([, list = ""]) =>
    list.split(",").map((one) => one.trim().split(/\s/)[0] as string),
  );
  const names = [...head.matchAll(/\bcolumnNames\s*=\s*[[{(]?([^\])}]{1,300})/g)].map(([, list = ""]) =>
    namesIn(list),
  );
  return [...lists, ...names].filter((columns) => columns.length > 0).map((columns) => ({ columns }));
}

/** Room: `indices = [Index("a"), Index(value = ["a", "b"])]`, `primaryKeys = ["a"]` */
function indexed(source: Source, from: number, to: number): ModelKey[] {
  const lists = callsIn(source, /\bIndex\(/g, from, to).map(({ inside }) =>
    namesIn(
      optionIn(inside, "value") ??
        partsOf(inside)
          .filter((part) => !/^\w+\s*=/.test(part))
          .join(","),
    ),
  );
  const primary = callsIn(source, /@Entity\(/g, from, to).map(({ inside }) =>
    namesIn(optionIn(inside, "primaryKeys") ?? ""),
  );
  return [...lists, ...primary].filter((columns) => columns.length > 0).map((columns) => ({ columns }));
}

function readFields(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  let from = 0;
  for (const match of body.matchAll(FIELD)) {
    const above = body.slice(Math.max(from, match.index - 1_000), match.index);
    from = match.index + match[0].length;
    if (/\breturn\s*$/.test(above) || /@Transient\b|@OneToMany|@ManyToMany/.test(above)) continue;
    const property = (match[1] ?? match[4]) as string;
    const relates = /@(?:ManyToOne|OneToOne)\b/.test(above);
    const named = /@(?:Column|JoinColumn|ColumnInfo)\([^()]{0,300}?\bname\s*=\s*"(\w+)"/.exec(above)?.[1];
    const name = named ?? (relates ? `${property}_id` : property);
    columns.push({ name, property, flag: /^bool/i.test(match[2] ?? match[3] ?? "") });
    if (
      /@(?:Id|EmbeddedId|PrimaryKey|Index|Indexed|NaturalId)\b|\bunique\s*=\s*true|\bindex\s*=\s*true/.test(
        above,
      )
    )
      keys.push({ columns: [property] });
  }
  return { columns, keys };
}

const OBJECT =
  /\bobject\s+(\w+)\s*:\s*(?:(\w*)IdTable|(?:\w+\.)?Table|CompositeIdTable)\s*(?:<\w+>)?\s*(?:\(([^()]{0,200})\))?\s*\{/g;

export const exposed: SchemaTool = {
  name: "Exposed",
  comments: "//",
  sign: /\bobject\s+\w+\s*:\s*(?:\w*IdTable|(?:\w+\.)?Table)\b/,
  read(source) {
    const tables = callsIn(source, OBJECT).map(({ match, inside, start, from, end }): ModelTable => {
      const model = match[1] as string;
      const columns: ModelColumn[] = [];
      const keys: ModelKey[] = [];
      if (/IdTable/.test(match[0])) {
        columns.push({ name: "id", property: "id", flag: false });
        keys.push({ columns: ["id"] });
      }
      for (const [line, property = "", type = ""] of inside.matchAll(
        /\bval\s+(\w+)\s*(?::[^=\n]{1,200})?=\s*(\w+)\([^\n]*(?:\n\s*\.[^\n]*)*/g,
      )) {
        if (type === "PrimaryKey") continue;
        const name = nameIn(line.slice(line.indexOf("("))) ?? property;
        columns.push({ name, property, flag: type === "bool" });
        if (/\.(?:index|uniqueIndex|autoIncrement)\(/.test(line)) keys.push({ columns: [property] });
      }
      for (const call of callsIn(source, /(?<![.\w])(?:index|uniqueIndex|PrimaryKey)\(/g, from, end)) {
        const names = partsOf(unwrapped(call.inside)).filter(
          (part) => !/^["]|^(?:true|false|name\b|customIndexName|isUnique)/.test(part),
        );
        const list = names.flatMap((part) => lastWord(part.replace(/^columns\s*=\s*/, "")) ?? []);
        if (list.length > 0) keys.push({ columns: list });
      }
      return {
        name: nameIn(match[3]) ?? model,
        models: [model],
        columns,
        keys,
        span: { start, end: end + 1 },
      };
    });
    return { tables, keys: [] };
  },
};
