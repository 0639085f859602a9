/**
 * Tables and indexes of statements that the parser refuses: its names and keys can be told without it. Such are
 * `INDEX … WHERE` within a table (SQL Server), storage options, types and clauses of some dialects.
 */
import { columnKey } from "./names.ts";
import { type Declared, type IndexDeclaration, index, table } from "./schema.ts";
import { partsOf, sourceOf } from "./schemas/source.ts";

const NAME = String.raw`((?:[\w$]+|"[^"\n]{1,100}"|\x60[^\x60\n]{1,100}\x60|\[[^\]\n]{1,100}\])(?:\s*\.\s*(?:[\w$]+|"[^"\n]{1,100}"|\x60[^\x60\n]{1,100}\x60|\[[^\]\n]{1,100}\])){0,3})`;
const TABLE = new RegExp(
  String.raw`^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:(\w+)\s+){0,2}?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?${NAME}\s*\(`,
  "i",
);
const VIEW = new RegExp(
  String.raw`^\s*CREATE\s+(?:\w+\s+){0,4}?VIEW\s+(?:IF\s+NOT\s+EXISTS\s+)?${NAME}`,
  "i",
);
const INDEX = new RegExp(
  String.raw`^\s*CREATE\s+(?:\w+\s+){0,3}?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?:${NAME}\s+)?ON\s+(?:ONLY\s+)?${NAME}\s*(?:USING\s+(\w+)\s*)?\(`,
  "i",
);
const COLUMNSTORE = new RegExp(
  String.raw`^\s*CREATE\s+CLUSTERED\s+COLUMNSTORE\s+INDEX\s+${NAME}\s+ON\s+${NAME}`,
  "i",
);
/** Words before an index that is no tree. */
const SEARCHED = /^\s*CREATE\s+(?:\w+\s+)?(?:SPATIAL|FULLTEXT|VECTOR)\s+INDEX\b/i;
const ALTERED = new RegExp(String.raw`^\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?${NAME}\s`, "i");
const KEY = /\b(?:PRIMARY\s+KEY|UNIQUE|INDEX|KEY|FULLTEXT|SPATIAL)\b[^(),]{0,200}\(/gi;
const OWN_KEY = /\b(?:PRIMARY\s+KEY|UNIQUE|INDEX)\b/i;

/** What a statement declares; empty for any that declares nothing. Names keep their schemas, and lose their quotes. */
export function readRefused(text: string): Declared[] {
  const view = VIEW.exec(text)?.[1];
  if (view !== undefined)
    return [table(bare(view), new Map(), { start: 0, end: text.length }, { passing: true })];
  // Of a table of columns all is read at a time.
  const columns = COLUMNSTORE.exec(text)?.[2];
  if (columns !== undefined)
    return [table(bare(columns), new Map(), { start: 0, end: text.length }, { passing: true })];
  const created = TABLE.exec(text);
  if (created) return readTable(text, bare(created[2] as string), created[0].length, created[1]);
  const indexed = INDEX.exec(text);
  if (indexed) {
    const list = inBrackets(text, indexed[0].length);
    return keyOf(
      bare(indexed[2] as string),
      list.inside,
      text.slice(list.end),
      SEARCHED.test(text) ? "gist" : indexed[3],
    );
  }
  const altered = ALTERED.exec(text)?.[1];
  return altered === undefined ? [] : keysIn(bare(altered), text);
}

function readTable(text: string, name: string, from: number, kind: string | undefined): Declared[] {
  const columns = new Map<string, boolean>();
  const keys: IndexDeclaration[] = [];
  for (const part of partsOf(inBrackets(text, from).inside)) {
    if (
      /^(?:CONSTRAINT|PRIMARY|UNIQUE|INDEX|KEY|FULLTEXT|SPATIAL|FOREIGN|CHECK|EXCLUDE|LIKE|PERIOD)\b/i.test(
        part,
      )
    ) {
      keys.push(...keysIn(name, part));
      continue;
    }
    const [, own, rest = ""] =
      /^("[^"]{1,100}"|`[^`]{1,100}`|\[[^\]]{1,100}\]|[\w$]+)\s+([\s\S]*)$/.exec(part) ?? [];
    if (own === undefined) continue;
    const column = bare(own);
    columns.set(columnKey(column), /^\[?(?:BOOL(?:EAN)?|BIT)\b/i.test(rest));
    if (OWN_KEY.test(rest)) keys.push(index(name, [columnKey(column)], { label: `${name}(${column})` }));
  }
  const passing = /^(?:TEMP|TEMPORARY)$/i.test(kind ?? "");
  return [table(name, columns, { start: 0, end: text.length }, { passing }), ...keys];
}

function keysIn(name: string, text: string): IndexDeclaration[] {
  return [...text.matchAll(KEY)].flatMap((match) => {
    if (/\b(?:FOREIGN|REFERENCES|DROP)\b/i.test(text.slice(Math.max(0, match.index - 12), match.index)))
      return [];
    const list = inBrackets(text, match.index + match[0].length);
    return keyOf(name, list.inside, text.slice(list.end, list.end + 500), undefined);
  });
}

/** `(a DESC, lower(b)) WHERE c = 1` */
function keyOf(name: string, list: string, behind: string, using: string | undefined): IndexDeclaration[] {
  const keys = partsOf(list).flatMap((part) => {
    const made = /^\(?\s*(\w+)\(\s*["`[]?(\w+)["`\]]?\s*\)/.exec(part);
    if (made) return `${(made[1] as string).toLowerCase()}(${columnKey(made[2] as string)})`;
    const [word] = /^("[^"]{1,100}"|`[^`]{1,100}`|\[[^\]]{1,100}\]|[\w$]+)/.exec(part) ?? [];
    return word === undefined ? [] : columnKey(bare(word));
  });
  if (keys.length === 0) return [];
  const where = /\bWHERE\b([\s\S]{1,300})/i.exec(behind)?.[1] ?? "";
  const partial = [...where.matchAll(/["`[]?(\w+)["`\]]?\s*(?:=|<|>|!=|\bIS\b|\bIN\b|\bLIKE\b)/gi)].map(
    (match) => columnKey(match[1] as string),
  );
  const method = /^(?:gin|gist|spgist)$/i.test(using ?? "") ? ("gin" as const) : ("tree" as const);
  return [index(name, keys, { label: `${name}(${list.trim()})`, partial, method })];
}

/** What stands between brackets, behind the opening one; until the end of the text where they do not close. */
function inBrackets(text: string, from: number): { readonly inside: string; readonly end: number } {
  const end = sourceOf(text, "//").close(from - 1);
  return { inside: text.slice(from, end < 0 ? text.length : end), end: end < 0 ? text.length : end + 1 };
}

function bare(name: string): string {
  return name.replace(/["`[\]\s]/g, "");
}
