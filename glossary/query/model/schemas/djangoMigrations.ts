/** Migrations of Django (5.2, "Migration Operations"). */
import { appOf, keysIn, listsOf, readField } from "./django.ts";
import { type Call, callsIn, nameIn, optionIn, type Source } from "./source.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const OPERATION =
  /\bmigrations\.(?:AddIndex|AddIndexConcurrently|AddConstraint|AddField|AlterField|AlterUniqueTogether|AlterIndexTogether)\(/g;
const OPERATION_OF_INDEX = /\bAddIndexConcurrently\(/g;

export const djangoMigrations: SchemaTool = {
  name: "Django migrations",
  comments: "#",
  sign: /\bmigrations\.(?:CreateModel|Add|Alter)|\bAddIndexConcurrently\(/,
  read(source, path) {
    const app = appOf(path);
    const tables = callsIn(source, /\bmigrations\.CreateModel\(/g).flatMap(
      (call) => readModel(source, call, app) ?? [],
    );
    const calls = [...callsIn(source, OPERATION), ...callsIn(source, OPERATION_OF_INDEX)];
    const keys = calls.flatMap((call) => {
      const model = nameIn(optionIn(call.inside, "model_name") ?? optionIn(call.inside, "name"));
      return keysOf(source, call).map((key) => ({ ...key, table: model }));
    });
    // They name the model, whose table is called after the application.
    const byApp = app === undefined ? [] : keys.map((key) => ({ ...key, table: `${app}_${key.table}` }));
    return { tables, keys: [...keys, ...byApp] };
  },
};

function readModel(source: Source, call: Call, app: string | undefined): ModelTable | undefined {
  const model = nameIn(optionIn(call.inside, "name"));
  if (model === undefined) return undefined;
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [...keysIn(source, call.from, call.end)];
  const pairs = /\(\s*["'](\w+)["']\s*,\s*(?:\w+\.)*(\w+(?:Field|Key))\(/g;
  for (const { match, inside } of callsIn(source, pairs, call.from, call.end)) {
    const field = readField(match[1] as string, match[2] as string, inside);
    columns.push(...field.columns);
    keys.push(...field.keys);
  }
  const together = /["'](?:unique|index)_together["']\s*:\s*([^:]{1,500})/.exec(call.inside)?.[1];
  if (together !== undefined) keys.push(...listsOf(together));
  const named = /["']db_table["']\s*:\s*["']([\w.]+)["']/.exec(call.inside)?.[1];
  const name = named ?? (app === undefined ? model : `${app}_${model.toLowerCase()}`);
  return { name, models: [model], columns, keys, span: { start: call.start, end: call.end + 1 } };
}

function keysOf(source: Source, { match, inside, from, end }: Call): ModelKey[] {
  if (/Field\($/.test(match[0])) {
    const field = /\bfield\s*=\s*(?:\w+\.)*(\w+)\(/.exec(inside);
    const name = nameIn(optionIn(inside, "name"));
    const args = callsIn(source, /\bfield\s*=\s*(?:\w+\.)*\w+\(/g, from, end)[0]?.inside;
    return field && name !== undefined ? readField(name, field[1] as string, args ?? "").keys : [];
  }
  const together = optionIn(inside, "unique_together") ?? optionIn(inside, "index_together");
  return together === undefined ? keysIn(source, from, end) : listsOf(together);
}
