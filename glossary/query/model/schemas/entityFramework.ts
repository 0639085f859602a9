/** Entities, configurations and migrations of Entity Framework (EF Core 9, "Indexes", "Keys", "Managing Migrations"). */
import { type Call, callsIn, namesIn, optionIn, type Source } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

const CLASS =
  /((?:\[[^\]\n]{1,300}\]\s{0,40}){0,8})(?:public|internal)\s+(?:(?:sealed|partial|abstract)\s+)*(?:class|record)\s+(\w+)[^{;]{0,300}\{/g;
const PROPERTY =
  /((?:\[[^\]\n]{1,300}\]\s{0,40}){0,8})public\s+(?:(?:virtual|required|override)\s+)*([\w<>?.[\]]+)\s+(\w+)\s*\{\s*get\b/g;
const PART =
  /(?<!\w)(?:Entity<(\w+)>\(|Entity\("(?:\w+\.)*(\w+)"|IEntityTypeConfiguration<(\w+)>|EntityTypeBuilder<(\w+)>)/g;
const CALL = /\.(HasIndex|HasKey|HasAlternateKey|ToTable|Property(?:<[\w?.]+>)?)\(/g;

export const entityFramework: SchemaTool = {
  name: "Entity Framework",
  comments: "//",
  sign: /\bDbContext\b|\bDbSet<|\bEntity<\w+>\(|\bIEntityTypeConfiguration<|\bmigrationBuilder\.|\.HasIndex\(|\[(?:Index|Table|Key)\b|EntityTypeBuilder</,
  read(source) {
    const parts = configured(source);
    const tables = [...classes(source, parts), ...created(source)];
    return { tables, keys: [...parts.flatMap(({ keys }) => keys), ...createdKeys(source)] };
  },
};

interface Configured {
  readonly model: string;
  readonly table: string | undefined;
  readonly keys: readonly OwnKey[];
}

/** What the calls behind `Entity<Parcel>` say, until the next of these. */
function configured(source: Source): Configured[] {
  const heads = [...source.text.matchAll(PART)];
  return heads.map((head, i) => {
    const model = (head[1] ?? head[2] ?? head[3] ?? head[4]) as string;
    const calls = callsIn(source, CALL, head.index, heads[i + 1]?.index ?? source.text.length);
    const table = namesIn(calls.find(({ match }) => match[1] === "ToTable")?.inside ?? "")[0];
    const keys = calls.flatMap(({ match, inside }): OwnKey[] => {
      const columns = /^Has/.test(match[1] as string) ? selected(inside) : [];
      return columns.length === 0 ? [] : [{ table: table ?? model, columns }];
    });
    return {
      model,
      table,
      keys: table === undefined ? keys : [...keys, ...keys.map((key) => ({ ...key, table: model }))],
    };
  });
}

/** `x => x.CarrierRef`, `x => new { x.A, x.B }`, `"A", "B"`, `nameof(A)` */
function selected(inside: string): string[] {
  const lambda = /^\s*\(?(\w+)\)?\s*=>\s*([\s\S]{1,400})$/.exec(inside);
  if (!lambda) return namesIn(inside);
  const [, variable = "", body = ""] = lambda;
  return [...body.matchAll(/\b(\w+)[!?]?\.(\w+)/g)].flatMap((one) =>
    one[1] === variable ? (one[2] as string) : [],
  );
}

/** Classes with properties. Those that nothing calls an entity count only where something else does. */
function classes(source: Source, parts: readonly Configured[]): ModelTable[] {
  const sets = new Map(
    [...source.text.matchAll(/\bDbSet<(\w+)>\??\s+(\w+)/g)].map(([, model, set]) => [
      model as string,
      set as string,
    ]),
  );
  const found: ModelTable[] = [];
  for (const { match, start, from, end } of callsIn(source, CLASS)) {
    const [, attributes = "", model = ""] = match;
    const body = source.text.slice(from, end);
    const part = parts.find((one) => one.model === model);
    const isEntity =
      sets.has(model) || part || /\[(?:Index|Table|Key|Column|ForeignKey)\b/.test(attributes + body);
    if (!isEntity || /:\s*(?:\w+)?DbContext\b/.test(match[0])) continue;
    const named = /\[Table\(\s*"(\w+)"/.exec(attributes)?.[1] ?? part?.table;
    const read = readProperties(body);
    const listed = [...attributes.matchAll(/\[(?:Index|PrimaryKey)\(([^\]\n]{1,300})\)\]/g)].map(
      ([, list = ""]) => ({
        columns: namesIn(
          list.replace(/nameof\((?:\w+\.)?(\w+)\)/g, '"$1"').replace(/\bName\s*=\s*"[^"]*"/, ""),
        ),
      }),
    );
    found.push({
      name: named ?? sets.get(model) ?? model,
      models: [model, ...(sets.has(model) ? [sets.get(model) as string] : [])],
      columns: read.columns,
      keys: [...listed.filter(({ columns }) => columns.length > 0), ...read.keys],
      span: { start, end: end + 1 },
    });
  }
  // The set is another name of the table; its entity may be declared elsewhere.
  for (const [model, set] of sets)
    if (!found.some(({ models }) => models.includes(model)))
      found.push({
        name: parts.find((one) => one.model === model)?.table ?? set,
        models: [model, set],
        columns: [],
        keys: [],
        span: { start: 0, end: 0 },
      });
  return found;
}

function readProperties(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  const names = new Set([...body.matchAll(PROPERTY)].map((match) => match[3] as string));
  for (const [, attributes = "", type = "", property = ""] of body.matchAll(PROPERTY)) {
    if (/^(?:I?Collection|I?List|IEnumerable|HashSet)</.test(type)) continue;
    const name = /\[Column\(\s*"(\w+)"/.exec(attributes)?.[1] ?? property;
    columns.push({ name, property, flag: /^bool\b/.test(type) });
    // By convention there is an index for each foreign key.
    const foreign =
      /\[ForeignKey\b/.test(attributes) || (property.endsWith("Id") && names.has(property.slice(0, -2)));
    if (property === "Id" || /\[Key\b/.test(attributes) || foreign) keys.push({ columns: [property] });
  }
  return { columns, keys };
}

/** `migrationBuilder.CreateTable(name: "Parcels", columns: table => new { … }, constraints: …)` */
function created(source: Source): ModelTable[] {
  return callsIn(source, /\bmigrationBuilder\.CreateTable\(/g).flatMap((call): ModelTable[] => {
    const name = namesIn(optionIn(call.inside, "name") ?? "")[0];
    if (name === undefined) return [];
    const columns = [...call.inside.matchAll(/\b(\w+)\s*=\s*table\.Column<(\w+)>/g)].map(
      ([, column = "", type]): ModelColumn => ({ name: column, property: column, flag: type === "bool" }),
    );
    const keys = callsIn(source, /\btable\.(?:PrimaryKey|UniqueConstraint)\(/g, call.from, call.end).map(
      ({ inside }) => ({ columns: [...inside.matchAll(/\bx\.(\w+)/g)].map((one) => one[1] as string) }),
    );
    return [{ name, models: [], columns, keys, span: { start: call.start, end: call.end + 1 } }];
  });
}

function createdKeys(source: Source): OwnKey[] {
  const calls = callsIn(source, /\bmigrationBuilder\.(?:CreateIndex|AddPrimaryKey|AddUniqueConstraint)\(/g);
  return calls.flatMap(({ inside }: Call): OwnKey[] => {
    const columns = namesIn(optionIn(inside, "column") ?? optionIn(inside, "columns") ?? "");
    return columns.length === 0 ? [] : [{ table: namesIn(optionIn(inside, "table") ?? "")[0], columns }];
  });
}
