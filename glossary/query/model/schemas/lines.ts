/** What code of tools that are not known declares: lines that name an index and a column, and what calls tell. */
import { columnKey } from "../names.ts";
import { type Declared, index } from "../schema.ts";

const UNIQUE = /\.(\w+)\.findUnique(?:OrThrow)?\(\s*\{\s*where:\s*\{\s*(\w+)\s*[,:}]/g;

/** What calls of Prisma tell: `findUnique` takes only fields that are unique. */
export function readUniqueCalls(text: string): Declared[] {
  return [...text.matchAll(UNIQUE)].map(([, model, field]) =>
    index(model as string, [columnKey(field as string)]),
  );
}

const SAYS =
  /(?:add_?index|create_?index|\bindex(?:es)?|ensure_?index|db_index|unique(?:_?index)?|indexed)\b/i;

/** Lines of code of any kind that say index, and name columns in quotes or as fields. */
export function readLines(text: string): Declared[] {
  if (!/index|unique|btree/i.test(text)) return [];
  return text.split(/\r?\n/).flatMap((line) => {
    // What psql shows of a table: "orders_state_idx" btree (state).
    const shown = /\b(?:btree|hash|gin|gist) \(([^()]{1,200})\)/.exec(line)?.[1];
    if (shown)
      return [
        index(
          undefined,
          shown.split(",").map((one) => columnKey(one.trim().split(" ")[0] as string)),
        ),
      ];
    if (line.length > 300 || /^\s*(?:\/\/|#(?!\[)|\*|--)/.test(line) || !SAYS.test(line)) return [];
    const words = line.match(/[A-Za-z_]\w*/g) ?? [];
    return words
      .filter((word) => !/index|unique/i.test(word))
      .map((word) => index(undefined, [columnKey(word)]));
  });
}
