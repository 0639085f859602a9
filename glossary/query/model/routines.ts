/** The statements within functions, procedures and triggers, which stand between words of another language. */
import type { Span } from "../../text/span.ts";

const ROUTINE =
  /^\s*(?:CREATE\s+(?:OR\s+(?:REPLACE|ALTER)\s+)?(?:\w+\s+){0,2}?(?:FUNCTION|PROCEDURE|PROC|TRIGGER)\b|ALTER\s+(?:FUNCTION|PROCEDURE|PROC)\b|DO\b)/i;
const BODY = /\$([A-Za-z_]\w{0,60})?\$/;

/** True for a statement that makes a routine. */
export function isRoutine(statement: string): boolean {
  return ROUTINE.test(statement);
}

/** Where the body of a routine stands between dollar quotes; `undefined` where there are none, or they do not end. */
export function quotedBody(statement: string): Span | undefined {
  const open = BODY.exec(statement);
  if (!open) return undefined;
  const start = open.index + open[0].length;
  const end = statement.indexOf(open[0], start);
  return end < 0 ? undefined : { start, end };
}

const FIRST =
  /(?:(?:^|\n)[ \t]*|\b(?:BEGIN|THEN|ELSE|LOOP|QUERY|IN|AS)\s+)(SELECT|WITH|UPDATE|DELETE\s+FROM|INSERT\s+INTO|PERFORM|ALTER\s+TABLE|CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX))\b/gi;
const LAST =
  /\b(?:LOOP|END\s+IF|END\s+LOOP|THEN(?=\s+(?:ALTER|CREATE|UPDATE|DELETE|INSERT|SELECT|PERFORM|RAISE|EXECUTE|RETURN)\b))\b/gi;

/** Parameters and variables by the usual names; they are values. */
const VARIABLE = /(?<![\w.])(?:[pv]|arg|param|var|in|l)_\w+/gi;

/** A statement of a routine with its variables as values; nothing is moved. */
export function withValues(statement: string): string {
  return statement.replace(VARIABLE, (name) => `'${"x".repeat(name.length - 2)}'`);
}

/** What of a piece of a routine is a statement of SQL: `BEGIN UPDATE …`, `FOR one IN SELECT … LOOP`. */
export function statementsAmong(piece: string): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < piece.length; ) {
    FIRST.lastIndex = from;
    const first = FIRST.exec(piece);
    if (!first) break;
    const start = first.index + first[0].length - (first[1] as string).length;
    LAST.lastIndex = start;
    const end = LAST.exec(piece)?.index ?? piece.length;
    found.push({ start, end });
    from = end;
  }
  return found;
}
