/**
 * What is given to the parser at all. It goes back and tries again at each bracket, which takes exponential time in
 * what is nested, and goes down into itself for each operator, which overflows its stack; it never recovers from that.
 */

/** Longer statements are nothing that anybody reads in a document; in UTF-16 units. */
export const LONGEST = 20_000;
/** Words, numbers and signs. */
const MOST_TOKENS = 2_500;
/** A tree of some 650 operators one below the other overflows the stack. */
const MOST_OPERATORS = 300;
/** Each level doubles the time: at six, a statement that is as long as it may be takes some 15 ms. */
const MOST_NESTED = 6;
/** Of what is tried four times over at each level. */
const MOST_RETRIED = 1;
/** The parts of a name, such as `shop.public.orders.id`. */
const MOST_PARTS = 8;

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|`[^`]*`|[\p{L}\p{N}_$]+|::|[^\s]/gu;
const OPERATOR =
  /^(?:AND|OR|XOR|DIV|MOD|IS|I?LIKE|R?LIKE|REGEXP|SIMILAR|OVERLAPS|ISNULL|NOTNULL|AT|UNION|EXCEPT|INTERSECT|::|[-+*/|%<>=~^&#@[])$/i;
const RETRIED = /^(?:POSITION|PIVOT|UNPIVOT)$/i;
const PREFIX = /^INTERVAL$/i;

/** True for a statement that the parser reads in some milliseconds, or refuses in them. */
export function isWithinLimits(statement: string): boolean {
  if (statement.length > LONGEST) return false;
  const open: string[] = [];
  let tokens = 0;
  let operators = 0;
  let retried = 0;
  let dots = 0;
  let before = "";
  for (const [token] of statement.matchAll(TOKEN)) {
    if (++tokens > MOST_TOKENS) return false;
    if (OPERATOR.test(token) && ++operators > MOST_OPERATORS) return false;
    if (RETRIED.test(token) && ++retried > MOST_RETRIED) return false;
    if (PREFIX.test(token) && PREFIX.test(before)) return false;
    if (token === ".") dots++;
    else if (before !== ".") dots = 0;
    if (dots >= MOST_PARTS) return false;
    const closing = CLOSING[token];
    if (closing) open.push(closing);
    else if ((token === ")" || token === "]" || token === "}") && open.pop() !== token) return false;
    if (open.length > MOST_NESTED) return false;
    before = token;
  }
  return open.length === 0;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
