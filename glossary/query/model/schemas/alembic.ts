/** Migrations of Alembic (1.16, "Operation Reference"). */
import { callsIn, nameIn, optionIn, partsOf, type Source, unwrapped } from "./source.ts";
import { columnsIn, expressionOf, keysIn } from "./sqlAlchemy.ts";
import type { ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

export const alembic: SchemaTool = {
  name: "Alembic",
  comments: "#",
  sign: /\b(?:op|batch_op)\.(?:create|add|batch)_\w+\(/,
  read(source) {
    const tables = callsIn(source, /\bop\.create_table\(/g).flatMap((call): ModelTable[] => {
      const name = nameIn(partsOf(call.inside)[0]);
      if (name === undefined) return [];
      const { columns, keys } = columnsIn(source, call.from, call.end);
      const all = [...keys, ...keysIn(source, call.from, call.end)];
      return [{ name, models: [], columns, keys: all, span: { start: call.start, end: call.end + 1 } }];
    });
    return { tables, keys: [...created(source), ...inBatches(source), ...added(source)] };
  },
};

const CREATE = /\bop\.create_(?:index|unique_constraint|primary_key)\(/g;

/** `op.create_index("ix", "parcels", ["a", "b"])` */
function created(source: Source): OwnKey[] {
  return callsIn(source, CREATE).flatMap(({ inside }) => {
    const parts = positional(inside);
    const table = optionIn(inside, "table_name") ?? parts[1];
    const columns = optionIn(inside, "columns") ?? parts[2];
    return keyOf(nameIn(table), columns, inside);
  });
}

/** `with op.batch_alter_table("parcels") as batch_op: batch_op.create_index("ix", ["a"])` */
function inBatches(source: Source): OwnKey[] {
  const heads = callsIn(source, /\bop\.batch_alter_table\(/g);
  return callsIn(source, /\bbatch_op\.create_(?:index|unique_constraint)\(/g).flatMap(({ inside, start }) => {
    const head = heads.findLast((one) => one.start < start);
    const columns = optionIn(inside, "columns") ?? positional(inside)[1];
    return keyOf(nameIn(head?.inside), columns, inside);
  });
}

/** `op.add_column("parcels", sa.Column("a", sa.Text(), index=True))` */
function added(source: Source): OwnKey[] {
  return callsIn(source, /\bop\.add_column\(/g).flatMap(({ inside, from, end }) => {
    const table = nameIn(partsOf(inside)[0]);
    return columnsIn(source, from, end).keys.map((key) => ({ ...key, table }));
  });
}

function positional(inside: string): string[] {
  return partsOf(inside).filter((part) => !/^\w+\s*=[^=]/.test(part));
}

function keyOf(table: string | undefined, list: string | undefined, inside: string): OwnKey[] {
  const columns = partsOf(unwrapped(list ?? "")).flatMap((part) => expressionOf(part) ?? []);
  const gin = /postgresql_using\s*=\s*["'](?:gin|gist)/i.test(inside);
  return columns.length === 0 ? [] : [{ table, columns, ...(gin && { method: "gin" as const }) }];
}
