/** Tables of Markdown that describe columns, with a column of their own for indexes: `| Column | Type | Index |`. */
import type { Facts } from "../../markdown/facts.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import { columnKey } from "./names.ts";
import { type Declared, index } from "./schema.ts";

const INDEXED = /^(?:db\s+)?(?:index(?:ed|es)?|unique|keys?|pk|primary(?: key)?|constraints?)\??$/i;
const NAMED =
  /^(?:columns?|fields?|name|attributes?|propert(?:y|ies)|column name|field name|database column)$/i;
/** A cell that says yes in one of the ways people do. */
const YES =
  /^(?:yes|y|true|x|✓|✔️?|✅|●|unique|indexed|index|pk|uk|uq|primary(?: key)?|b-?tree|gin|gist|hash|mul|uni|pri|ix)\b|^(?:[✓✔✅●])|\b(?:unique|indexed|primary key)\b|^(?:idx|ix|uq|uk)_/i;
const NO = /\b(?:no|not|none|false|without)\b|^[-–—✗✘❌]?$/i;

/** The columns that tables of a page call indexed, each with the place of its row. */
export function describedColumns(
  text: string,
  { tables }: Facts,
): { readonly at: number; readonly declared: Declared }[] {
  return tables.flatMap(({ rows }) => {
    const [header = [], ...body] = rows;
    const heads = header.map((cell) => wordsOf(text, cell));
    const saying = heads.flatMap((head, i) => (INDEXED.test(head) ? [i] : []));
    if (saying.length === 0) return [];
    const name = Math.max(
      0,
      heads.findIndex((head) => NAMED.test(head)),
    );
    return body.flatMap((row) => {
      const cell = row[name];
      const column = cell === undefined ? undefined : /^[A-Za-z_]\w*$/.exec(wordsOf(text, cell))?.[0];
      const says = saying.some((i) => {
        const words = row[i] === undefined ? "" : wordsOf(text, row[i]);
        return YES.test(words) && !NO.test(words.replace(/not null/gi, ""));
      });
      if (column === undefined || !says || cell === undefined) return [];
      return { at: cell.start, declared: index(undefined, [columnKey(ownCopy(column))]) };
    });
  });
}

function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/[`*]/g, "").trim();
}
