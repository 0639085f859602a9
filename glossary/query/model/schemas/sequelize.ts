/** Models and migrations of Sequelize (v6, "Model Basics", "Indexes", "Query Interface"). */
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

export const sequelize: SchemaTool = {
  name: "Sequelize",
  comments: "//",
  sign: /\bDataTypes\b|\bSequelize\.\w+|\bqueryInterface\.|\.init\(\s*\{|\.define\(\s*["'`]/,
  read(source) {
    const defined = callsIn(source, /\b(\w+)\.(?:(define)|init)\(/g).flatMap(
      ({ match, inside, start, end }) => {
        const parts = partsOf(inside);
        const model = match[2] === undefined ? (match[1] as string) : nameIn(parts[0]);
        const [fields = "", options = ""] = match[2] === undefined ? parts : parts.slice(1);
        if (model === undefined || !fields.startsWith("{")) return [];
        const named = nameIn(optionIn(unwrapped(options), "tableName"));
        return modelOf(named ?? model, model, fields, options, { start, end: end + 1 });
      },
    );
    const created = callsIn(source, /\bqueryInterface\.createTable\(/g).flatMap(({ inside, start, end }) => {
      const [first, fields = "", options = ""] = partsOf(inside);
      const name = nameIn(first);
      return name === undefined ? [] : modelOf(name, undefined, fields, options, { start, end: end + 1 });
    });
    return { tables: [...defined, ...created], keys: added(source) };
  },
};

function modelOf(
  name: string,
  model: string | undefined,
  fields: string,
  options: string,
  span: ModelTable["span"],
): ModelTable {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const part of partsOf(unwrapped(fields))) {
    const field = /^["']?(\w+)["']?\s*:\s*([\s\S]*)$/.exec(part);
    if (!field) continue;
    const [, property = "", value = ""] = field;
    const inner = value.startsWith("{") ? unwrapped(value) : "";
    columns.push({
      name: nameIn(optionIn(inner, "field")) ?? property,
      property,
      flag: /\bBOOLEAN\b/.test(value),
    });
    if (isSet(inner, "unique") || isSet(inner, "primaryKey")) keys.push({ columns: [property] });
  }
  if (model !== undefined && !columns.some(({ name: one }) => one === "id")) {
    columns.push({ name: "id", property: "id", flag: false });
    keys.push({ columns: ["id"] });
  }
  const indexes = optionIn(unwrapped(options), "indexes");
  for (const one of partsOf(unwrapped(indexes ?? ""))) {
    const list = namesIn(optionIn(unwrapped(one), "fields") ?? "");
    const gin = /\busing:\s*["'](?:gin|gist)/i.test(one);
    if (list.length > 0) keys.push({ columns: list, ...(gin && { method: "gin" as const }) });
  }
  return { name, models: model === undefined ? [] : [model], columns, keys, span };
}

/** `queryInterface.addIndex("parcels", ["a"])`, `… ("parcels", { fields: ["a"] })` */
function added(source: Source): OwnKey[] {
  const calls = callsIn(source, /\bqueryInterface\.(?:addIndex|addConstraint)\(/g);
  return calls.flatMap(({ inside, match }: Call): OwnKey[] => {
    const [first, second = "", third = ""] = partsOf(inside);
    const options = second.startsWith("{") ? second : third;
    const list = second.startsWith("[") ? second : optionIn(unwrapped(options), "fields");
    const columns = namesIn(list ?? "");
    const isKey = /addIndex/.test(match[0]) || /["'](?:unique|primary key)["']/i.test(inside);
    return columns.length === 0 || !isKey ? [] : [{ table: nameIn(first), columns }];
  });
}
