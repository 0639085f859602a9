/** Schemas of Mongoose (8, "Schemas: Indexes"). */
import { callsIn, isSet, lastWord, nameIn, partsOf, type Source, unwrapped } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const SCHEMA =
  /\b(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{0,200})?=\s*new\s+(?:\w+\.)?Schema\s*(?:<[^()]{0,200}>)?\(/g;

export const mongoose: SchemaTool = {
  name: "Mongoose",
  comments: "//",
  sign: /\bnew\s+(?:\w+\.)?Schema\s*(?:<[^()]{0,200}>)?\(/,
  read(source) {
    const tables = callsIn(source, SCHEMA).flatMap(({ match, inside, start, end }): ModelTable[] => {
      const variable = match[1] as string;
      const [fields = "", options = ""] = partsOf(inside);
      const models = modelsOf(source, variable);
      const named = /\bcollection:\s*["'`](\w+)["'`]/.exec(options)?.[1];
      const columns: ModelColumn[] = [{ name: "_id", property: "id", flag: false }];
      const keys: ModelKey[] = [{ columns: ["_id"] }];
      for (const part of partsOf(unwrapped(fields))) {
        const field = /^["']?(\w+)["']?\s*:\s*([\s\S]*)$/.exec(part);
        if (!field) continue;
        const [, name = "", value = ""] = field;
        columns.push({ name, property: name, flag: /\bBoolean\b/.test(value) });
        const inner = unwrapped(value);
        if (isSet(inner, "index") || isSet(inner, "unique")) keys.push({ columns: [name] });
      }
      for (const one of ["createdAt", "updatedAt"])
        if (/\btimestamps:\s*true/.test(options)) columns.push({ name: one, property: one, flag: false });
      keys.push(...indexesOf(source, variable));
      const name = named ?? models[0] ?? variable.replace(/Schema$/, "");
      return [{ name, models, columns, keys, span: { start, end: end + 1 } }];
    });
    return { tables, keys: [] };
  },
};

/** `mongoose.model("Parcel", parcelSchema)` */
function modelsOf(source: Source, variable: string): string[] {
  return callsIn(source, /\bmodel(?:<[^()]{0,100}>)?\(/g).flatMap(({ inside }) => {
    const [name, schema] = partsOf(inside);
    return lastWord(schema ?? "") === variable ? (nameIn(name) ?? []) : [];
  });
}

/** `parcelSchema.index({ a: 1, b: -1 })` */
function indexesOf(source: Source, variable: string): ModelKey[] {
  return callsIn(source, /\b(\w+)\.index\(/g).flatMap(({ match, inside }): ModelKey[] => {
    if (match[1] !== variable) return [];
    const parts = partsOf(unwrapped(partsOf(inside)[0] ?? ""));
    const columns = parts.flatMap((part) => /^["'`]?(\w+)/.exec(part)?.[1] ?? []);
    const isText = parts.some((part) => /["']text["']/.test(part));
    return columns.length === 0 ? [] : [{ columns, ...(isText && { method: "text" as const }) }];
  });
}
