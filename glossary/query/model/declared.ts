/** The pieces of a file that declare tables and indexes, kept as text until a query asks for them. */

import { bySection, type Sectioned } from "../../markdown/bySection.ts";
import type { Facts } from "../../markdown/facts.ts";
import { lineEnd } from "../../text/lines.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import { remembered } from "../../text/remembered.ts";
import { bodyOf, languageOf, withoutPrefixes } from "./candidates.ts";
import { keysOf } from "./cover.ts";
import { describedColumns } from "./describedColumns.ts";
import { tableKey } from "./names.ts";
import type { ReadSql } from "./parse.ts";
import { mayDeclare, readProse } from "./prose.ts";
import { type Removal, tablesOf } from "./removals.ts";
import type { Declared } from "./schema.ts";
import { readLines, readUniqueCalls } from "./schemas/lines.ts";
import { isSchemaCode, readSchemaCode } from "./schemas/tools.ts";
import { splitSql } from "./split.ts";
import { hasStrings, stringsIn } from "./strings.ts";

export interface SchemaText {
  /**
   * `code`: of any language, where lines that name an index count as well; `schema`: only what a known tool reads;
   * `read`: a file that has been read; `removed`: what a migration takes away.
   */
  readonly kind: "sql" | "prisma" | "code" | "schema" | "prose" | "read" | "removed";
  /** Empty for what has been read. */
  readonly text: string;
  /** Where the text stands in the file. */
  readonly start: number;
  /** What a file declares that has been read. */
  readonly declared?: readonly Declared[];
  /** What a migration takes away. */
  readonly removed?: Removal;
}

/** A declaration and the text it is from; spans are relative to that text. */
export interface Placed {
  readonly declared: Declared;
  readonly in: SchemaText;
}

/** What declares in SQL. */
export const DDL = /\b(?:CREATE\s+(?:\w+\s+){0,3}(?:TABLE|INDEX|VIEW)|ALTER\s+TABLE)\b/i;
/** Words of code that declares something, in any tool. */
const CODE = /@@(?:index|unique|id)|@unique|@id\b|@Index\(|@Entity\(|index|unique/i;
/** In these, lines that name an index declare none. */
const NO_CODE = /^(?:sql|bash|sh|json|yaml|yml|xml|mermaid|html|css|diff|markdown|md)$/;

/** More are not looked at in one block. */
const MOST_STATEMENTS = 400;

/** The texts of a Markdown page; empty for a page without any, which is found out quickly. */
function schemaTexts(text: string, facts: Facts): SchemaText[] {
  if (!MAY_DECLARE.test(text)) return [];
  const found: SchemaText[] = [];
  let from = 0;
  for (const code of facts.codes) {
    found.push(...proseTexts(text, from, code.span.start));
    from = code.span.end;
    const body = bodyOf(text, code.span, code.fenced, code.closed);
    const source = withoutPrefixes(text, body, facts);
    const language = languageOf(text, code.info);
    found.push(...codeTexts(source, body.start, language));
  }
  found.push(...proseTexts(text, from, text.length));
  for (const { at, declared } of describedColumns(text, facts))
    found.push({ kind: "read", text: "", start: at, declared: [declared] });
  return found;
}

const MAY_DECLARE =
  /index|idx_|b-?tree|create (?:\w+ ){0,3}(?:table|view)|alter table|model |unique|primary|@id\b|indices|@entity|\wtable\(|erdiagram|\bmodels\.|column\(|create_table|schema|gorm|bun:|\btable /i;

/** What a block of code declares: by statements of SQL, by a tool, by lines. */
function codeTexts(source: string, start: number, language: string): SchemaText[] {
  const strings = hasStrings(language);
  const isSql = DDL.test(source);
  if (isSql && !strings) return sqlTexts(source, start);
  const kind = kindOf(source, language);
  const found: SchemaText[] = kind === undefined ? [] : [{ kind, text: source, start }];
  // Program code has its statements in strings.
  if (isSql)
    for (const string of stringsIn(source, language))
      found.push(...sqlTexts(string.text, start + string.span.start));
  return found;
}

function kindOf(source: string, language: string): SchemaText["kind"] | undefined {
  if (language === "prisma" || /^[ \t]*model\s+\w+\s*\{/m.test(source)) return "prisma";
  const isLoose = !NO_CODE.test(language) && CODE.test(source);
  if (isLoose || /\b(?:btree|hash|gin|gist) \(/.test(source)) return "code";
  return isSchemaCode(source) ? "schema" : undefined;
}

/** As `schemaTexts` for a whole page; of an open one only the sections are looked through that have changed. */
export const schemaTextsOn: (page: Sectioned) => readonly SchemaText[] = (page) => findTexts(page, undefined);

const findTexts = bySection<undefined, SchemaText>(
  // They are kept when the page is closed and its text is not.
  ({ text, facts }) => schemaTexts(text, facts).map((one) => ({ ...one, text: ownCopy(one.text) })),
  (one, by) => ({ ...one, start: one.start + by }),
);

/** The statements of a text that declare something. */
export function sqlTexts(source: string, start: number, most = MOST_STATEMENTS): SchemaText[] {
  return splitSql(source, start)
    .filter(({ text }) => DDL.test(text) && !/^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(text))
    .slice(0, most)
    .map(({ text, span }) => ({ kind: "sql" as const, text, start: span.start }));
}

function proseTexts(text: string, from: number, to: number): SchemaText[] {
  const part = text.slice(from, to);
  if (!mayDeclare(part)) return [];
  const found: SchemaText[] = [];
  for (let at = 0; at < part.length; ) {
    const end = lineEnd(part, at);
    const line = part.slice(at, end);
    if (mayDeclare(line)) found.push({ kind: "prose", text: line.trimEnd(), start: from + at });
    at = end + 1;
  }
  return found;
}

const TABLE_NAME =
  /^\s*CREATE\s+(?:\w+\s+){0,4}?(?:TABLE|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?([^\s(;]+)|^\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?([^\s(;]+)|\bON\s+(?:ONLY\s+)?([^\s(;]+)/i;

/** The keys of the tables that a text of a schema file is about, without parsing SQL. */
export function tableIn(one: SchemaText): string[] {
  const { kind, text } = one;
  if (kind === "removed") return one.removed ? tablesOf(one.removed) : [];
  if (kind !== "sql") return [...new Set(declaredIn(one, undefined).flatMap(keysOf))].filter(Boolean);
  const match = TABLE_NAME.exec(text.slice(0, 500));
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name === undefined ? [] : [tableKey(name)];
}

/** What the texts declare. SQL is passed over as long as there is nothing to read it with. */
export function readDeclared(texts: readonly SchemaText[], readSql: ReadSql | undefined): Placed[] {
  return texts.flatMap((one) => declaredIn(one, readSql).map((declared) => ({ declared, in: one })));
}

function declaredIn({ kind, text, declared }: SchemaText, readSql: ReadSql | undefined): readonly Declared[] {
  switch (kind) {
    case "sql":
      return readSql?.({ text })?.declared ?? [];
    case "prisma":
    case "schema":
      return inSchema(text);
    case "code":
      return inCode(text);
    case "prose":
      return inProse(text);
    case "read":
      return declared ?? [];
    case "removed":
      return [];
  }
}

const inSchema = remembered((text) => readSchemaCode(text));
const inCode = remembered((text) => {
  const read = readSchemaCode(text);
  // Lines count where no tool is known that reads them better.
  return [...read, ...readUniqueCalls(text), ...(read.length > 0 ? [] : readLines(text))];
});
const inProse = remembered(readProse);
