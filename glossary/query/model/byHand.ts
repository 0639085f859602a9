/** Statements that somebody types: they name one thing by its value, or look at what has happened lately. */
import type { Span } from "../../text/span.ts";

/** What a program puts in. */
const PARAMETER =
  /[?@]|\$[\w{]|(?<![:\w]):[A-Za-z_]|%(?:[sd](?!\w)|\()|#\{|\{\{?\w|<[A-Za-z_][\w. -]{0,40}>|\[[A-Z][A-Z_ -]{1,40}\]|\.\.\.|…/;

const TEXT = /'(?:[^']|'')*'/g;

/** The value behind a column: `= 'Reuters Politics'`, `->> 'id' = '177'`, `IN ('a b', …`, `LIKE '%news%'`. */
const VALUE =
  /^["`\]]?\s{0,9}(?:->>?\s{0,9}'[^']{0,80}'\s{0,9}\)?\s{0,9})*(?:::\w{1,20})?\s{0,9}(?:=|[<>]=?|I?LIKE\b|BETWEEN\b|IN\s{0,9}\()\s{0,9}'([^'\n]{1,200})'/i;

/** A day, a number, two words, the name of a host, a word within wildcards. */
const CONCRETE = [/^\d{4}-\d\d/, /^\d+$/, /[^\s%]\s+\S/, /\w\.[a-z]{2}/, /%[^%]{0,40}[A-Za-z]{4}/];

/** `now() - interval '1 day'`, `DATEADD(day, -7, GETUTCDATE())` */
const LATELY =
  /(?:\bNOW\(\)|\bCURRENT_(?:DATE|TIMESTAMP)\b(?:\(\))?)\s{0,9}-\s{0,9}INTERVAL\b|\bDATEADD\s{0,9}\(\s{0,9}\w{1,20}\s{0,9},\s{0,9}-|\bDATE_SUB\s{0,9}\(|\bdate(?:time)?\('now',\s{0,9}'-/i;

/** The last few rows. */
const LATEST = /\bORDER\s+BY\b[^()]{1,200}\bDESC\s+LIMIT\s+\d{1,2}\s*$/i;

/** True for a statement without parameters that compares the column at a place with the name of one thing. */
export function namesOne(statement: string, { end }: Span): boolean {
  if (PARAMETER.test(statement)) return false;
  const value = VALUE.exec(statement.slice(end, end + 400))?.[1];
  // An address stands for any.
  return value !== undefined && !value.includes("@") && CONCRETE.some((one) => one.test(value));
}

/** True for a query without parameters for what has happened lately, as somebody asks who looks after a system. */
export function asksLately(statement: string): boolean {
  if (!/^\s*(?:SELECT|WITH)\b/i.test(statement)) return false;
  if (!LATELY.test(statement) && !LATEST.test(statement)) return false;
  return !PARAMETER.test(statement.replace(TEXT, "''"));
}
