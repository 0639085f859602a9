/** The way to a parser for SQL, which the host brings in: what it gives is looked at here and in the files beside. */
import { hash } from "../../text/hash.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { isWithinLimits, LONGEST } from "./limits.ts";
import { normalise } from "./normalise.ts";
import { readRefused } from "./refused.ts";
import { isForeign } from "./reject.ts";
import type { Statement } from "./split.ts";

/**
 * Parses one statement in a dialect (`generic`, `postgresql`, `mysql` or `mssql`). The result is the syntax tree
 * of sqlparser-rs as plain data; `undefined` for what cannot be parsed. Never throws.
 */
export type ParseSql = (dialect: string, statement: string) => unknown;

/** Reads statements with a parser, each once. */
export type ReadSql = (statement: Pick<Statement, "text">) => Analysis | undefined;

const DIALECTS = ["generic", "postgresql", "mysql", "mssql"];

const MOST_REMEMBERED = 20_000;
/** Longer statements are remembered by what they hash to, in UTF-16 units. */
const LONG = 500;

const READABLE = /^\s*(?:SELECT|WITH|UPDATE|DELETE|INSERT|EXPLAIN|CREATE|ALTER)\b/i;
const WORTHWHILE = /\b(?:WHERE|JOIN|ORDER|INDEX|KEY|UNIQUE|TABLE|VIEW)\b/i;

const DECLARES = /^\s*(?:CREATE|ALTER)\b/i;
/** Names and keys of longer tables can be told without the parser. */
const LONGEST_DECLARATION = 200_000;

const READERS = new WeakMap<ParseSql, ReadSql>();

/** The reader for a parser, always the same one. */
export function readerFor(parse: ParseSql): ReadSql {
  let reader = READERS.get(parse);
  if (!reader) {
    reader = sqlReader(parse);
    READERS.set(parse, reader);
  }
  return reader;
}

/** A reader that remembers what it has read by the text of the statement. */
export function sqlReader(parse: ParseSql): ReadSql {
  const known = new Map<string, Analysis | null>();
  return ({ text }) => {
    if (!READABLE.test(text) || !WORTHWHILE.test(text)) return undefined;
    if (text.length > (DECLARES.test(text) ? LONGEST_DECLARATION : LONGEST)) return undefined;
    const key = text.length < LONG ? text : `${hash(text)}:${text.length}`;
    const found = known.get(key);
    if (found !== undefined) return found ?? undefined;
    if (known.size > MOST_REMEMBERED) known.clear();
    const analysis = isForeign(text) ? undefined : read(parse, text);
    // A piece of a document would keep all of it.
    known.set(ownCopy(key), analysis ?? null);
    return analysis;
  };
}

function read(parse: ParseSql, source: string): Analysis | undefined {
  const { text, cut, left } = normalise(source);
  if (!cut && isWithinLimits(text))
    for (const dialect of DIALECTS) {
      const tree = parse(dialect, text);
      if (tree === undefined) continue;
      const read = analyse(tree, text);
      return left ? { ...read, scopes: read.scopes.map((scope) => ({ ...scope, partial: true })) } : read;
    }
  if (!DECLARES.test(text)) return undefined;
  const declared = readRefused(text);
  return declared.length === 0 ? undefined : { scopes: [], declared };
}
