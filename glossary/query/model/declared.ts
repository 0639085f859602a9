/** The pieces of a file that declare tables and indexes, kept as text until a query asks for them. */

import { bySection, type Sectioned } from "../../markdown/bySection.ts";
import type { Facts } from "../../markdown/facts.ts";
import { lineEnd } from "../../text/lines.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import { remembered } from "../../text/remembered.ts";
import { bodyOf, languageOf, withoutPrefixes } from "./candidates.ts";
import { tableKey } from "./names.ts";
import { readDrizzle, readOther, readTypeorm, readUniqueCalls } from "./orm.ts";
import type { ReadSql } from "./parse.ts";
import { mayDeclare, readProse } from "./prose.ts";
import type { Declared } from "./schema.ts";
import { prisma } from "./schemas/prisma.ts";
import { declaredBy } from "./schemas/tool.ts";
import { splitSql } from "./split.ts";
import { hasStrings, stringsIn } from "./strings.ts";

export interface SchemaText {
  readonly kind: "sql" | "prisma" | "code" | "prose";
  readonly text: string;
  /** Where the text stands in the file. */
  readonly start: number;
}

/** A declaration and the text it is from; spans are relative to that text. */
export interface Placed {
  readonly declared: Declared;
  readonly in: SchemaText;
}

const DDL = /\b(?:CREATE\s+(?:\w+\s+){0,3}(?:TABLE|INDEX|VIEW)|ALTER\s+TABLE)\b/i;
const CODE =
  /@@(?:index|unique|id)|@unique|@id\b|\bmodel\s+\w+\s*\{|Table\(\s*["'`]|@Index\(|@Entity\(|index|unique/i;

/** What is declared for tests and examples says nothing about the tables of the project. */
const SAMPLE = /(?:^|\/)(?:tests?|__tests__|fixtures?|testdata|examples?|samples?|seeds?|vendor)\//i;

/** Larger files are data, not schemas. */
const LONGEST_FILE = 1_000_000;
const MOST_STATEMENTS = 400;

/** True for files that are read only for their tables and indexes. */
export function isSchemaFile(path: string): boolean {
  return /\.(?:sql|prisma)$/i.test(path) && !SAMPLE.test(path);
}

/** The texts of a schema file. */
export function schemaFileTexts(path: string, text: string): SchemaText[] {
  if (text.length > LONGEST_FILE) return [];
  if (/\.prisma$/i.test(path)) return [{ kind: "prisma", text, start: 0 }];
  return DDL.test(text) ? sqlTexts(text, 0).map((one) => ({ ...one, text: ownCopy(one.text) })) : [];
}

/** The texts of a Markdown page; empty for a page without any, which is found out quickly. */
function schemaTexts(text: string, facts: Facts): SchemaText[] {
  if (
    !/index|idx_|btree|create (?:\w+ ){0,3}(?:table|view)|alter table|model |unique|primary key|@id\b|indices|@entity\(|\wtable\(/i.test(
      text,
    )
  )
    return [];
  const found: SchemaText[] = [];
  let from = 0;
  for (const code of facts.codes) {
    found.push(...proseTexts(text, from, code.span.start));
    from = code.span.end;
    const body = bodyOf(text, code.span, code.fenced, code.closed);
    const source = withoutPrefixes(text, body, facts);
    const language = languageOf(text, code.info);
    if (hasStrings(language)) found.push(...stringTexts(source, body.start, language));
    else if (DDL.test(source)) found.push(...sqlTexts(source, body.start));
    else if (language === "prisma" || /^[ \t]*model\s+\w+\s*\{/m.test(source))
      found.push({ kind: "prisma", text: source, start: body.start });
    else if (/\b(?:btree|hash|gin|gist) \(/.test(source))
      found.push({ kind: "code", text: source, start: body.start });
    else if (
      CODE.test(source) &&
      !/^(?:sql|bash|sh|json|yaml|yml|mermaid|html|css|diff|markdown|md)$/.test(language)
    )
      found.push({ kind: "code", text: source, start: body.start });
  }
  found.push(...proseTexts(text, from, text.length));
  return found;
}

/** Program code declares by statements in strings, or by what a library makes of it. */
function stringTexts(source: string, start: number, language: string): SchemaText[] {
  const found: SchemaText[] = CODE.test(source) ? [{ kind: "code", text: source, start }] : [];
  if (!DDL.test(source)) return found;
  for (const string of stringsIn(source, language))
    found.push(...sqlTexts(source.slice(string.start, string.end), start + string.start));
  return found;
}

/** As `schemaTexts` for a whole page; of an open one only the sections are looked through that have changed. */
export const schemaTextsOn: (page: Sectioned) => readonly SchemaText[] = (page) => findTexts(page, undefined);

const findTexts = bySection<undefined, SchemaText>(
  // They are kept when the page is closed and its text is not.
  ({ text, facts }) => schemaTexts(text, facts).map((one) => ({ ...one, text: ownCopy(one.text) })),
  (one, by) => ({ ...one, start: one.start + by }),
);

function sqlTexts(source: string, start: number): SchemaText[] {
  return splitSql(source, start)
    .filter(({ text }) => DDL.test(text) && !/^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(text))
    .slice(0, MOST_STATEMENTS)
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
export function tableIn({ kind, text }: SchemaText): string[] {
  if (kind !== "sql") {
    const names = declaredIn({ kind, text, start: 0 }, undefined).flatMap((one) =>
      one.kind === "table" ? one.name : (one.table ?? []),
    );
    return [...new Set(names.map(tableKey))];
  }
  const match = TABLE_NAME.exec(text.slice(0, 500));
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name === undefined ? [] : [tableKey(name)];
}

/** What the texts declare. SQL is passed over as long as there is nothing to read it with. */
export function readDeclared(texts: readonly SchemaText[], readSql: ReadSql | undefined): Placed[] {
  return texts.flatMap((one) => declaredIn(one, readSql).map((declared) => ({ declared, in: one })));
}

function declaredIn({ kind, text }: SchemaText, readSql: ReadSql | undefined): readonly Declared[] {
  switch (kind) {
    case "sql":
      return readSql?.({ text })?.declared ?? [];
    case "prisma":
      return inPrisma(text);
    case "code":
      return inCode(text);
    case "prose":
      return inProse(text);
  }
}

const inPrisma = remembered((text) => declaredBy(prisma.read(text)));
const inCode = remembered((text) => [
  ...readDrizzle(text),
  ...readTypeorm(text),
  ...readUniqueCalls(text),
  ...readOther(text),
]);
const inProse = remembered(readProse);
