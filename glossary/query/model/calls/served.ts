/** Calls of tables that nobody declares. */
import type { Scope } from "../analyse.ts";
import type { Condition, Leaf } from "../conditions.ts";
import { leavesOf } from "../cover.ts";
import { columnKey } from "../names.ts";
import type { Call } from "./calls.ts";

/** What a call reads of a table that is not declared; `undefined` where one may think that an index serves it. */
export function undeclaredScope({ unique, served, scope }: Call): Scope | undefined {
  if (unique || (served !== undefined && isServed(scope.where, served))) return undefined;
  // Conditions on yes or no count only where there are no others: see `hasFewValues`.
  const how = leavesOf(scope.where).every(isFew) ? "equal" : "flag";
  return { ...scope, where: withFew(scope.where, how) };
}

function withFew(condition: Condition, how: "equal" | "flag"): Condition {
  if (condition.kind === "nothing") return condition;
  if (condition.kind === "leaf") return isFew(condition) ? { ...condition, how } : condition;
  return { ...condition, parts: condition.parts.map((one) => withFew(one, how)) };
}

function isFew({ how, column }: Leaf): boolean {
  return how === "flag" || (how === "equal" && FLAG.test(column.parts.at(-1) as string));
}

function isServed(condition: Condition, served: (column: string) => boolean): boolean {
  switch (condition.kind) {
    case "nothing":
      return false;
    case "leaf":
      return !condition.made && served(columnKey(condition.column.parts.at(-1) as string));
    case "or":
      return condition.parts.every((one) => isServed(one, served));
    default:
      return condition.parts.some((one) => isServed(one, served));
  }
}

/** Names of columns that say yes or no. */
const FLAG =
  /^(?:is|has|can)(?:_|(?=[A-Z]))|^(?:active|enabled|disabled|published|verified|visible|hidden|finali[sz]ed|finished|completed|done|paid|read|seen|approved|public|private|featured|locked|sent|processed|confirmed|cancell?ed|deleted|archived|default|primary|current|online)$/i;

/** True for a condition of a call that is on true or false, as far as the call or the name of the column tells. */
export function hasFewValues({ scope }: Call, { column }: Leaf): boolean {
  const same = leavesOf(scope.where).find((one) => one.column.span.start === column.span.start);
  return same !== undefined && isFew(same);
}
