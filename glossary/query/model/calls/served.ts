/** Calls of tables that nobody declares. */
import type { Scope } from "../analyse.ts";
import { type Condition, type Leaf, NOTHING } from "../conditions.ts";
import { leavesOf } from "../cover.ts";
import { columnKey } from "../names.ts";
import type { Call } from "./calls.ts";

/** What a call reads of a table that is not declared; `undefined` where one may think that an index serves it. */
export function undeclaredScope({ unique, served, scope }: Call): Scope | undefined {
  const where = served ? withoutServed(scope.where, served) : scope.where;
  if (unique || where.kind === "nothing") return undefined;
  // Conditions on yes or no count only where there are no others: see `isWeak`.
  const how = leavesOf(where).every(isFew) ? "equal" : "flag";
  return { ...scope, where: withFew(where, how) };
}

/**
 * The conditions by columns that are declared, where all are; what code calls by the row it refers to is the column of its
 * key. `undefined` where one is not declared.
 */
export function declaredWhere(
  condition: Condition,
  columns: ReadonlyMap<string, boolean>,
): Condition | undefined {
  if (condition.kind === "nothing") return condition;
  if (condition.kind !== "leaf") {
    const parts = condition.parts.map((one) => declaredWhere(one, columns));
    return parts.includes(undefined) ? undefined : { ...condition, parts: parts as Condition[] };
  }
  const key = keyOf(condition);
  if (columns.has(key)) return condition;
  if (condition.made || !columns.has(`${key}id`)) return undefined;
  const name = `${condition.column.parts.at(-1)}_id`;
  return { ...condition, key: `${key}id`, text: name, column: { ...condition.column, parts: [name] } };
}

function withFew(condition: Condition, how: "equal" | "flag"): Condition {
  if (condition.kind === "nothing") return condition;
  if (condition.kind === "leaf") return isFew(condition) ? { ...condition, how } : condition;
  return { ...condition, parts: condition.parts.map((one) => withFew(one, how)) };
}

function isFew({ how, column }: Leaf): boolean {
  return how === "flag" || (how === "equal" && FLAG.test(column.parts.at(-1) as string));
}

/** What is left to be served by an index of one's own. */
function withoutServed(condition: Condition, served: (column: string) => boolean): Condition {
  switch (condition.kind) {
    case "nothing":
      return condition;
    case "leaf":
      return !condition.made && served(keyOf(condition)) ? NOTHING : condition;
    default: {
      const parts = condition.parts
        .map((one) => withoutServed(one, served))
        .filter(({ kind }) => kind !== "nothing");
      return parts.length === 0 ? NOTHING : { kind: condition.kind, parts };
    }
  }
}

function keyOf({ column }: Leaf): string {
  return columnKey(column.parts.at(-1) as string);
}

/** Names of columns that say yes or no. */
const FLAG =
  /^(?:is|has|can)(?:_|(?=[A-Z]))|^(?:active|enabled|disabled|published|verified|visible|hidden|finali[sz]ed|finished|completed|done|paid|read|seen|approved|public|private|featured|locked|sent|processed|confirmed|cancell?ed|deleted|archived|default|primary|current|online)$/i;

/**
 * True for a condition of a call that little is gained by: on true or false, as far as the call or the name of the column
 * tells, beside one that the library makes an index for, or of a call that finds by what may be unique.
 */
export function isWeak({ scope, served, unique }: Call, { column }: Leaf): boolean {
  const leaves = leavesOf(scope.where);
  const same = leaves.find((one) => one.column.span.start === column.span.start);
  return (
    same !== undefined &&
    (unique || isFew(same) || (served !== undefined && leaves.some((one) => served(keyOf(one)))))
  );
}
