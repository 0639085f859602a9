/** Indexes that sentences declare: “Add indexes on email, user_id”, “composite index `(a, b)`”, “`email` (unique)”. */
import { columnKey } from "./names.ts";
import { type IndexDeclaration, index } from "./schema.ts";

const INDEX =
  /\bind(?:ex(?:es|ed)?|ices)\b|\bprimary key\b|\bunique(?=\s?[(`]|\s+(?:key|constraint)\b)|\bb-?trees?\b(?=\s+(?:on|over)\b)/gi;
/** So many characters before the word are looked at for a negation. */
const NEAR = 28;
const NEGATED =
  /\b(?:no|not|without|missing|drop(?:s|ped)?|lacks?|never|remov(?:e|es|ed|ing)|unindexed|\w+n['’]t)\b[^.;:,]*$/i;
/** A new clause, which what was negated before it does not reach. */
const CLAUSE = /^[\s\S]*\b(?:but|so|yet|while|whereas|although|though|because|instead|however)\b/i;
const PLANNED =
  /\b(?:follow-?ups?|later|defer(?:red|s)?|if needed|in (?:the )?future|future work|consider(?:ed|ing)?|could|might|out of scope|nice to have|recommend(?:ed|ation)?s?)\b/i;
const SEARCH = /\bgin\b|\bgist\b|trgm|trigram|full-?text|tsvector/i;
const DETAIL =
  /^(?:unique|desc|asc|btree|b-tree|gin|gist|hash|brin|partial|composite|compound|covering|indexed|text|fulltext|pk|fk|optional|case[ -]insensitive|where\b.*)$/i;

/** True for text that may hold such a sentence. */
export function mayDeclare(text: string): boolean {
  return /ind(?:ex|ices)|\b(?:idx|ix|uq|uk)_|unique|primary key|\bPK\b|b-?tree/i.test(text);
}

/** The indexes that one line declares. Without a table they are for any that has the column. */
export function readProse(line: string): IndexDeclaration[] {
  if (line.length > 2_000 || !mayDeclare(line)) return [];
  const planned = PLANNED.test(line);
  const found: IndexDeclaration[] = [];
  for (const match of line.matchAll(INDEX)) {
    if (isNegated(line.slice(0, match.index))) continue;
    const end = match.index + match[0].length;
    found.push(...named(line.slice(0, match.index)), ...listed(line.slice(end), match[0]));
  }
  for (const match of line.matchAll(/\b(?:idx|ix|uq|uk)_(\w{2,60})/gi))
    found.push(...conventional(match[1] as string));
  found.push(...described(line), ...inCode(line));
  const all = SEARCH.test(line) ? found.flatMap((one) => [one, { ...one, method: "gin" as const }]) : found;
  return planned ? all.map((one) => ({ ...one, planned })) : all;
}

/** Whether what stands before a word about indexes says that there is none. */
function isNegated(before: string): boolean {
  const near = before
    .slice(-3 * NEAR)
    .replace(/\([^()]*\)/g, " ")
    .slice(-NEAR);
  return NEGATED.test(near.replace(CLAUSE, ""));
}

/** Code of a schema: `@@index([a, b])`, `index: true`, `add_index :orders, :state` */
function inCode(line: string): IndexDeclaration[] {
  return [...line.matchAll(/`([^`]{5,200})`/g)].flatMap((match) => {
    const code = match[1] as string;
    if (!/@@?(?:index|unique|id)\b|\badd_index\b|\b(?:unique_)?index\(/i.test(code)) return [];
    if (isNegated(line.slice(0, match.index))) return [];
    const list = /\[([^[\]]{1,150})\]/.exec(code)?.[1];
    const words = list === undefined ? [] : columns(list.replace(/[:"'`]/g, " "));
    const table = /(?:add_index|index\()\s*[:"'](\w+)/.exec(code)?.[1];
    const own = /add_index\s+:\w+,\s*:(\w+)/.exec(code)?.[1];
    const keys = own === undefined ? words : [columnKey(own)];
    return keys.length === 0 ? [] : [index(table, keys, { label: code })];
  });
}

/** “`(a, b)` unique index”, “`orders.status` index” */
function named(before: string): IndexDeclaration[] {
  const match =
    /`([^`]{1,80})`\*{0,2}(?:\s+(?:is|are|has|with|an?|the|column|field|unique|composite|compound|partial|gin|btree|b-tree|hash|covering|database|db)){0,4}\s*[(:–—-]?\s*$/i.exec(
      before,
    );
  return match ? readItem(match[1] as string) : [];
}

/** “on email, user_id”, “: orders(user_id)”, “`name` column” */
function listed(after: string, word: string): IndexDeclaration[] {
  const on = /^\*{0,2}(?:\s+[\w`-]+){0,4}?\s+(?:on|for|over|by)\b:?\s+|^\*{0,2}\s*[:=]\s*\*{0,2}\s*/i.exec(
    after,
  );
  const direct = /^\s*(?=[`([])/.exec(after);
  const start = on ?? direct;
  if (!start) return [];
  return readList(after.slice(start[0].length), on !== null || /ed$/i.test(word));
}

const WORD = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)(?:\s+(?:asc|desc)\b)?/i;
const CONNECT = /^\s*(?:(?:columns?|fields?|keys?)\b\s*)?(?:,\s*and\b|,|and\b|&|\+|\/|;)\s*/i;

/** Columns between commas and “and”, until something else comes. `bare`: plain words may be columns. */
function readList(source: string, bare: boolean): IndexDeclaration[] {
  const found: IndexDeclaration[] = [];
  let rest = source.replace(/^(?:the|both|all|columns?|fields?)\s+/i, "");
  for (let n = 0; n < 20; n++) {
    const quoted = /^\*{0,2}`([^`]{1,120})`\*{0,2}/.exec(rest);
    const group = /^[([]([^()[\]]{1,120})[)\]]/.exec(rest);
    const call = /^([A-Za-z_][\w.]*)\s?\(((?:[^()]|\([^()]{0,60}\)){1,120})\)/.exec(rest);
    const word = WORD.exec(rest);
    const item = quoted ?? group ?? (call && !isDetail(call[2] as string) ? call : undefined) ?? word;
    if (!item) break;
    if (
      item === word &&
      !looksLikeColumn(word[1] as string) &&
      !(bare && endsItem(rest.slice(word[0].length)))
    )
      break;
    if (quoted) found.push(...readItem(quoted[1] as string));
    else found.push(...readItem(item[0]));
    rest = rest
      .slice(item[0].length)
      .replace(/^\s*\(([^()]{0,80})\)/, (all, detail: string) => (isDetail(detail) ? "" : all));
    const next = CONNECT.exec(rest);
    if (!next) break;
    rest = rest.slice(next[0].length);
  }
  return found;
}

function isDetail(text: string): boolean {
  return text.split(",").every((one) => DETAIL.test(one.trim()));
}

function looksLikeColumn(word: string): boolean {
  return /[_.]|[a-z][A-Z]/.test(word);
}

/** Whether a plain word can be a column, by what follows it. */
function endsItem(after: string): boolean {
  return /^\s*(?:$|[,.;:)&+/|]|\((?!s\))|(?:and|columns?|fields?|for|to|in|of|with|so|because|as)\b)/i.test(
    after,
  );
}

/** An index is named where its table could be. */
const INDEX_NAME = /^(?:idx|ix|uq|uk|index)_|_(?:idx|index|key|uniq|unique)$|_by_/i;

/** `email`, `users.email`, `users(email, status)`, `(a, b DESC)`, `a, b` */
function readItem(source: string): IndexDeclaration[] {
  const match = /^\s*(?:([A-Za-z_][\w.]*)\s*)?(?:[([]((?:[^()[\]]|\([^()]*\))*)[)\]]\s*)?$/.exec(source);
  const [, name, group] = match ?? [];
  if (group !== undefined) {
    const keys = columns(group);
    const table = name && !INDEX_NAME.test(name) ? name : undefined;
    return keys.length === 0 ? [] : [index(table, keys, { label: source.trim() })];
  }
  if (name !== undefined) {
    const dot = name.lastIndexOf(".");
    return [
      index(dot < 0 ? undefined : name.slice(0, dot), [columnKey(name.slice(dot + 1))], { label: name }),
    ];
  }
  const keys = /^[\w\s,."]+$/.test(source) && source.includes(",") ? columns(source) : [];
  return keys.length === 0 ? [] : [index(undefined, keys, { label: source.trim() })];
}

function columns(list: string): string[] {
  return list
    .split(",")
    .map(
      (one) =>
        expressionOf(one) ??
        columnKey(
          /[A-Za-z_]\w*(?=\W*(?:asc|desc|gin_trgm_ops|text_pattern_ops|varchar_pattern_ops|nulls (?:first|last))?\W*$)/i.exec(
            one.trim(),
          )?.[0] ?? "",
        ),
    )
    .filter(Boolean);
}

/** `lower(email)` */
function expressionOf(text: string): string | undefined {
  const match = /^\s*(\w+)\(\s*["`]?(\w+)["`]?\s*\)\s*$/.exec(text);
  return match ? `${(match[1] as string).toLowerCase()}(${columnKey(match[2] as string)})` : undefined;
}

/** `idx_orders_user_id`: which part is the table cannot be told. */
function conventional(name: string): IndexDeclaration[] {
  const parts = name.split("_").filter(Boolean);
  return parts.slice(0, 8).flatMap((_, i) => {
    const key = columnKey(parts.slice(i).join(""));
    return [key, `${key}id`].map((one) => index(undefined, [one], { label: name }));
  });
}

/** A row or item that describes a column: `| email | text | UNIQUE |`, “- `email`: string, indexed” */
function described(line: string): IndexDeclaration[] {
  const match = /^[\s|>*+-]*(?:\*\*)?`?([A-Za-z_]\w*)`?(?:\*\*)?\s*[|:(–—-](.*)$/.exec(line);
  const said = /\b(?:unique|indexed|primary key|pk|index)\b/i.exec(match?.[2] ?? "");
  if (!match || !said || INDEX_WORD.test(match[1] as string)) return [];
  if (isNegated((match[2] as string).slice(0, said.index).replace(/not null/gi, ""))) return [];
  return [index(undefined, [columnKey(match[1] as string)])];
}

const INDEX_WORD = /^(?:index(?:es)?|unique|note|pk)$/i;
