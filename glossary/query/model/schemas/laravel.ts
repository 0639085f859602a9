/** Migrations of Laravel (12, "Database: Migrations"), models of Eloquent, entities of Doctrine (ORM 3, "Attributes Reference"). */
import { callsIn, isSet, nameIn, namesIn, optionIn, partsOf, type Source } from "./source.ts";
import { type ModelColumn, type ModelKey, type ModelTable, namedModels, type SchemaTool } from "./tool.ts";

const TABLE = /\bSchema::(?:connection\([^()]{0,60}\)->)?(create|table)\(/g;
const FIELD = /\$\w+->(\w+)\(/g;
const CLASS = /\bclass\s+(\w+)\s+extends\b/g;
const NAMED = /\bprotected\s+(?:\??string\s+)?\$table\s*=\s*["'](\w+)["']/g;

export const laravel: SchemaTool = {
  name: "Laravel",
  comments: "//",
  sign: /\bSchema::|\$table->\w+\(|protected\s+(?:\??string\s+)?\$table\s*=/,
  read(source) {
    const heads = callsIn(source, TABLE);
    const tables: ModelTable[] = [];
    const keys: (ModelKey & { readonly table: string | undefined })[] = [];
    for (const { match, inside, start, from, end } of heads) {
      const name = nameIn(partsOf(inside)[0]);
      if (name === undefined) continue;
      const read = readFields(source, from, end);
      if (match[1] === "create") tables.push({ name, models: [], ...read, span: { start, end: end + 1 } });
      else keys.push(...read.keys.map((key) => ({ ...key, table: name })));
    }
    if (heads.length === 0) {
      const { keys: loose } = readFields(source, 0, source.text.length);
      keys.push(...loose.map((key) => ({ ...key, table: undefined })));
    }
    tables.push(...namedModels(source.text, CLASS, NAMED));
    return { tables, keys };
  },
};

const LISTS = /^(?:index|unique|primary|fullText|fulltext|spatialIndex|rawIndex|foreign)$/;
const IDS = /^(?:id|increments|bigIncrements|mediumIncrements|smallIncrements|tinyIncrements)$/;
const NONE = /^(?:after|change|drop\w*|rename\w*|comment|on|references)$/;

function readFields(source: Source, from: number, to: number): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  const add = (name: string, flag = false) => columns.push({ name, property: name, flag });
  for (const { match, inside, end } of callsIn(source, FIELD, from, to)) {
    const kind = match[1] as string;
    const [first] = partsOf(inside);
    const names = namesIn(first ?? "");
    if (NONE.test(kind)) continue;
    if (LISTS.test(kind)) {
      const method = /^full/i.test(kind) ? { method: "text" as const } : {};
      if (names.length > 0) keys.push({ columns: names, ...method });
      continue;
    }
    if (kind === "timestamps" || kind === "softDeletes")
      for (const name of kind === "timestamps" ? ["created_at", "updated_at"] : ["deleted_at"]) add(name);
    const morphs = /morphs$/i.test(kind);
    const name = names[0] ?? (IDS.test(kind) ? "id" : undefined);
    if (name === undefined) continue;
    const own = morphs ? [`${name}_type`, `${name}_id`] : [name];
    for (const one of own) add(one, kind === "boolean");
    const chain = chainBehind(source, end + 1, to);
    // A foreign key has an index in MySQL, for which most of these are written.
    const isKey =
      morphs || IDS.test(kind) || /->(?:index|unique|primary|constrained|fulltext|fullText)\(/.test(chain);
    if (isKey) keys.push({ columns: own });
  }
  return { columns, keys };
}

/** The calls that follow one until its statement ends. */
function chainBehind({ text }: Source, from: number, to: number): string {
  const end = text.indexOf(";", from);
  return text.slice(from, Math.min(end < 0 ? to : end, from + 500, to));
}

const ENTITY = /(?:#\[ORM\\Entity\b|@ORM\\Entity\b)/g;
const PROPERTY = /(?:public|protected|private)\s+(?:readonly\s+)?(?:\??[\w\\|]+\s+)?\$(\w+)/g;

export const doctrine: SchemaTool = {
  name: "Doctrine",
  // Its older annotations stand in comments.
  comments: "#",
  sign: /[#@]\[?ORM\\/,
  read(source) {
    const heads = [...source.text.matchAll(ENTITY)];
    const tables = heads.flatMap((head, i): ModelTable[] => {
      const from = heads[i - 1]?.index ?? 0;
      // Other attributes may stand before it.
      const gap = source.text.slice(from, head.index).lastIndexOf("\n\n");
      const span = { start: gap < 0 ? from : from + gap, end: heads[i + 1]?.index ?? source.text.length };
      const body = source.text.slice(span.start, span.end);
      const model = /\bclass\s+(\w+)/.exec(body)?.[1];
      if (model === undefined) return [];
      const name = /ORM\\Table\([^()]{0,200}?\bname\s*[:=]\s*["']`?(\w+)/.exec(body)?.[1] ?? model;
      const keys = [...body.matchAll(/(?:Index|UniqueConstraint)\(([^()]{0,400})\)/g)].flatMap(
        ([, list = ""]) => {
          const columns = /\b(?:columns|fields)\s*[:=]\s*[[{]([^\]}]{1,300})/.exec(list)?.[1];
          return columns === undefined ? [] : [{ columns: namesIn(columns) }];
        },
      );
      const read = readProperties(body.slice(body.search(/\bclass\s/)));
      return [{ name, models: [model], columns: read.columns, keys: [...keys, ...read.keys], span }];
    });
    return { tables, keys: [] };
  },
};

function readProperties(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  let from = 0;
  for (const match of body.matchAll(PROPERTY)) {
    const above = body.slice(Math.max(from, match.index - 1_000), match.index);
    from = match.index + match[0].length;
    if (!/ORM\\/.test(above)) continue;
    const property = match[1] as string;
    const relates = /ORM\\(?:ManyToOne|OneToOne)\b/.test(above);
    const arguments_ = /ORM\\(?:Column|JoinColumn)\(([^()]{0,400})\)/.exec(above)?.[1] ?? "";
    const named = optionIn(arguments_, "name");
    const name = nameIn(named) ?? (relates ? `${property}_id` : property);
    columns.push({ name, property, flag: /\bbool/.test(`${above}${match[0]}`) });
    // It makes an index for each foreign key by itself.
    if (relates || /ORM\\Id\b/.test(above) || isSet(arguments_, "unique")) keys.push({ columns: [property] });
  }
  return { columns, keys };
}
