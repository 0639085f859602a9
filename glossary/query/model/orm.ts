/** Tables and indexes that code declares: Drizzle, TypeORM, and lines of others that name an index and a column. */
import { lineEnd, lineStart } from "../../text/lines.ts";
import { columnKey, tableKey } from "./names.ts";
import { type Declared, index, table } from "./schema.ts";

const TABLE = /(?:\bconst[ \t]+(\w+)[ \t]*=\s*)?\b(?:pg|mysql|sqlite|singlestore)Table\(\s*["'`](\w+)["'`]/g;
const COLUMN = /^[ \t]*(\w+)\s*:\s*(\w+)\(\s*(?:["'`](\w+)["'`])?/gm;
const ON =
  /\b(?:index|uniqueIndex|unique|primaryKey)\s*\((?:[^()]|\([^()]*\)){0,200}\)\s*\.on\(([^()]{0,300})\)|\bprimaryKey\(\{\s*columns:\s*\[([^\]]{0,300})\]/g;

/** The tables of a Drizzle schema. */
export function readDrizzle(text: string): Declared[] {
  const heads = [...text.matchAll(TABLE)];
  return heads.flatMap((head, i): Declared[] => {
    const name = head[2] as string;
    // Calls name the constant.
    const names = head[1] === undefined || tableKey(head[1]) === tableKey(name) ? [name] : [name, head[1]];
    const span = { start: head.index, end: heads[i + 1]?.index ?? text.length };
    const body = text.slice(span.start + head[0].length, span.end);
    const columns = new Map<string, boolean>();
    const found: Declared[] = [];
    for (const match of body.matchAll(COLUMN)) {
      const line = body.slice(match.index, lineEnd(body, match.index));
      const type = match[2] as string;
      if (/^(?:index|uniqueIndex|unique|primaryKey|foreignKey|check)$/.test(type)) continue;
      for (const one of [match[1], match[3]]) {
        if (one === undefined) continue;
        columns.set(columnKey(one), type === "boolean");
        if (/\.(?:primaryKey|unique)\(/.test(line))
          found.push(...names.map((named) => index(named, [columnKey(one)])));
      }
    }
    for (const match of body.matchAll(ON)) {
      const fields = (match[1] ?? match[2] ?? "")
        .split(",")
        .map((one) => columnKey(one.trim().split(".")[1] ?? ""));
      if (fields.every(Boolean)) found.push(...names.map((named) => index(named, fields)));
    }
    return [...names.map((named) => table(named, columns, span)), ...found];
  });
}

const UNIQUE = /\.(\w+)\.findUnique(?:OrThrow)?\(\s*\{\s*where:\s*\{\s*(\w+)\s*[,:}]/g;

/** What calls of Prisma tell: `findUnique` takes only fields that are unique. */
export function readUniqueCalls(text: string): Declared[] {
  return [...text.matchAll(UNIQUE)].map(([, model, field]) =>
    index(model as string, [columnKey(field as string)]),
  );
}

const ENTITY = /@Entity\(\s*(?:["'`](\w+)["'`]|\{[^{}]*?name:\s*["'`](\w+)["'`])?/g;
const FIELD = /(?:^|\n)[ \t]*(?:(?:public|private|protected|readonly)[ \t]+){0,2}(\w+)[?!]?\s*:\s*(\w+)/y;

/** The entities of TypeORM. */
export function readTypeorm(text: string): Declared[] {
  const heads = [...text.matchAll(ENTITY)];
  return heads.flatMap((head, i): Declared[] => {
    const span = { start: head.index, end: heads[i + 1]?.index ?? text.length };
    const body = text.slice(span.start, span.end);
    const name = head[1] ?? head[2] ?? /\bclass\s+(\w+)/.exec(body)?.[1];
    if (name === undefined) return [];
    const columns = new Map<string, boolean>();
    const found: Declared[] = [];
    for (const match of body.matchAll(/@(?:Index|Unique)\(([^()]{0,300})\)/g)) {
      const keys = /\[([^\]]*)\]/.exec(match[1] as string)?.[1];
      if (keys) found.push(index(name, keys.split(",").map(columnKey).filter(Boolean)));
    }
    for (const { decorators, field, type } of fieldsOf(body)) {
      columns.set(columnKey(field), type === "boolean");
      if (/@Index\(|@Primary\w*Column\(|unique:\s*true/.test(decorators))
        found.push(index(name, [columnKey(field)]));
    }
    return [table(name, columns, span), ...found];
  });
}

/** The fields of a class with the decorators before them. */
function fieldsOf(body: string): { decorators: string; field: string; type: string }[] {
  const found: { decorators: string; field: string; type: string }[] = [];
  const open = body.indexOf("{", body.search(/\bclass\s/));
  let from = Math.max(0, open);
  for (let at = body.indexOf("\n", from); at >= 0; at = body.indexOf("\n", at + 1)) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(body);
    const line = body.slice(lineStart(body, at), at);
    // `@Column() email: string` stands on one line.
    const short = /^\s*@.*\)\s*(\w+)[?!]?\s*:\s*(\w+)/.exec(line);
    if (short) {
      found.push({ decorators: body.slice(from, at), field: short[1] as string, type: short[2] as string });
      from = at;
    } else if (match) {
      found.push({ decorators: body.slice(from, at), field: match[1] as string, type: match[2] as string });
      from = at + match[0].length;
    }
  }
  return found;
}

/** Lines of code of any kind that say index, and name columns in quotes or as fields. */
export function readOther(text: string): Declared[] {
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
    if (line.length > 300 || /^\s*(?:\/\/|#|\*|--)/.test(line)) return [];
    if (
      !/(?:add_?index|create_?index|\bindex(?:es)?|ensure_?index|db_index|unique(?:_?index)?)\b/i.test(line)
    )
      return [];
    const words = line.match(/[A-Za-z_]\w*/g) ?? [];
    return words
      .filter((word) => !/index|unique/i.test(word))
      .map((word) => index(undefined, [columnKey(word)]));
  });
}
