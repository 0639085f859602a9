/** Models of Django (5.2, "Model field reference", "Model Meta options"). */
import { type Block, blocksIn } from "./python.ts";
import { callsIn, isSet, nameIn, namesIn, optionIn, partsOf, type Source, unwrapped } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const FIELD = /^[ \t]+(\w+)[ \t]*(?::[^=\n]{1,200})?=[ \t]*(?:\w+\.)*(\w+(?:Field|Key))\(/gm;

export const django: SchemaTool = {
  name: "Django",
  comments: "#",
  sign: /\bmodels\.\w+\(|=\s*(?:\w+\.)?(?:\w+Field|ForeignKey)\(/,
  read(source, path) {
    const tables = blocksIn(source.text).flatMap((block) => readModel(source, block, path) ?? []);
    return { tables, keys: [] };
  },
};

function readModel(source: Source, block: Block, path: string | undefined): ModelTable | undefined {
  const body = source.text.slice(block.from, block.end);
  if (!/\bmodels\.\w+\(/.test(body) && !/\bModel\b/.test(block.bases)) return undefined;
  if (/^[ \t]+abstract\s*=\s*True/m.test(body) || /\b(?:Form|Serializer|Filter\w*|Admin)\b/.test(block.bases))
    return undefined;
  const columns: ModelColumn[] = [{ name: "id", property: "pk", flag: false }];
  const keys: ModelKey[] = [{ columns: ["id"] }];
  for (const { match, inside } of callsIn(source, FIELD, block.from, block.end)) {
    const field = readField(match[1] as string, match[2] as string, inside);
    columns.push(...field.columns);
    keys.push(...field.keys);
  }
  keys.push(...keysIn(source, block.from, block.end), ...togetherIn(body));
  const named = /\bdb_table\s*=\s*["']([\w.]+)["']/.exec(body)?.[1];
  const app = /\bapp_label\s*=\s*["'](\w+)["']/.exec(body)?.[1] ?? appOf(path);
  const byApp = app === undefined ? block.name : `${app}_${block.name.toLowerCase()}`;
  return { name: named ?? byApp, models: [block.name], columns, keys, span: block };
}

/** `shop` of `shop/models.py` and `shop/models/parcel.py` */
export function appOf(path: string | undefined): string | undefined {
  return /(\w+)\/(?:models|migrations)(?:\.py$|\/)/.exec(path ?? "")?.[1];
}

/** A field, by its property, kind and arguments. Relations are columns `…_id`, and have an index unless it is refused. */
export function readField(
  property: string,
  kind: string,
  inside: string,
): { columns: ModelColumn[]; keys: ModelKey[] } {
  if (/^(?:ManyToMany|Generic)/.test(kind)) return { columns: [], keys: [] };
  const relates = /^(?:ForeignKey|OneToOneField)$/.test(kind);
  const column = nameIn(optionIn(inside, "db_column")) ?? (relates ? `${property}_id` : property);
  const flag = /Boolean/.test(kind);
  const columns = [{ name: column, property, flag }];
  if (relates) columns.push({ name: column, property: `${property}_id`, flag });
  const refused = /^False/.test(optionIn(inside, "db_index") ?? "");
  const byKind = (relates || kind === "SlugField") && !refused;
  const isKey = byKind || ["db_index", "unique", "primary_key"].some((name) => isSet(inside, name));
  return { columns, keys: isKey ? [{ columns: [property] }] : [] };
}

const KEY = /\b(\w*Index|UniqueConstraint)\(/g;

/** `models.Index(fields=["a", "-b"])`, `models.UniqueConstraint(fields=["a"])`, `models.Index(Lower("a"))` */
export function keysIn(source: Source, from: number, to: number): ModelKey[] {
  return callsIn(source, KEY, from, to).flatMap(({ match, inside }): ModelKey[] => {
    const method = /^(?:Gin|Gist|SpGist)/.test(match[1] as string) ? { method: "gin" as const } : {};
    const fields = optionIn(inside, "fields");
    if (fields !== undefined) {
      const columns = namesIn(fields).map((one) => one.replace(/^-/, ""));
      return columns.length === 0 ? [] : [{ columns, ...method }];
    }
    const made = /^\s*(?:\w+\.)?(Lower|Upper)\(\s*["'](\w+)["']/.exec(inside);
    if (made) return [{ columns: [`${(made[1] as string).toLowerCase()}(${made[2]})`], ...method }];
    const named = /^\s*(?:F\(\s*)?["'](\w+)["']/.exec(inside)?.[1];
    return named === undefined ? [] : [{ columns: [named], ...method }];
  });
}

/** `unique_together = (("a", "b"),)`, `index_together = ["a", "b"]` */
function togetherIn(body: string): ModelKey[] {
  return [...body.matchAll(/\b(?:unique|index)_together\s*=\s*([^=]{1,1000})/g)].flatMap((match) => {
    const value = match[1] as string;
    return listsOf(value);
  });
}

/** A list of names, or several of them. */
export function listsOf(value: string): ModelKey[] {
  const groups = [...value.matchAll(/[([]([^()[\]]{1,300})[)\]]/g)].map(([, list]) =>
    namesIn(list as string),
  );
  const lists = groups.length > 0 ? groups : [namesIn(partsOf(unwrapped(value)).join(","))];
  return lists.filter((columns) => columns.length > 0).map((columns) => ({ columns }));
}
