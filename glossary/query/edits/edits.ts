/** What can be written so that a query has its index. */

import { lineStart } from "../../text/lines.ts";
import { basename } from "../../text/paths.ts";
import { type Edit, encloses, type Span } from "../../text/span.ts";
import type { UnservedQuery } from "../index/queries.ts";
import { ownDeclarations } from "../index/schema.ts";
import type { QueryView, ReadPage } from "../index/view.ts";
import { isSearch } from "../model/conditions.ts";
import { isDefeating, keysOf } from "../model/cover.ts";
import { type Dialect, dialectOf } from "../model/dialect.ts";
import { INTENDED } from "../model/marks.ts";
import { ANY_TABLE, tableKey } from "../model/names.ts";

/** One way to mend a query. */
export interface QueryEdit {
  readonly title: string;
  readonly edit: Edit;
}

/** The ways, the best first. A specification for everybody gets no SQL, only a line that names the index. */
export function queryEdits(query: UnservedQuery, page: ReadPage, snapshot: QueryView): QueryEdit[] {
  // Behind a fence that does not end there is only more code.
  const { around } = query.candidate;
  const isOpen = page.facts.codes.some(
    ({ span, closed, fenced }) => span.start === around.start && fenced && !closed,
  );
  const notes = isOpen ? [] : [noteEdit(query, page)];
  if (basename(page.path).toLowerCase() === "spec.md") return notes;
  return [...schemaEdits(query, page, snapshot), ...fenceEdit(query, page), ...notes, markEdit(query, page)];
}

/** `orders(customer_id, status)` */
export function indexName({ unserved: { table, wanted } }: UnservedQuery): string {
  return `${table.name === ANY_TABLE ? "" : table.name}(${wanted.join(", ").replace(/["`[\]]/g, "")})`;
}

/** The dialect that a query is written in. */
export function dialectOfQuery({ candidate, unserved }: UnservedQuery): Dialect {
  return dialectOf(candidate.label, candidate.statement.text, unserved.table.name);
}

/** The statement that makes the index; `undefined` where that takes more than a statement, or the dialect has none. */
function createIndex(query: UnservedQuery): string | undefined {
  const { table, wanted, leaf } = query.unserved;
  const words = `${table.name.slice(table.name.lastIndexOf(".") + 1)}_${wanted.join("_")}`;
  const name = `idx_${words.replace(/\W+/g, "_").replace(/_+$/, "").toLowerCase()}`.slice(0, 60);
  if (table.name === ANY_TABLE) return undefined;
  if (!leaf || !isDefeating(leaf)) return `CREATE INDEX ${name} ON ${table.name} (${wanted.join(", ")});`;
  const dialect = dialectOfQuery(query);
  if (dialect === "mssql" || (dialect === "mysql" && !leaf.made)) return undefined;
  if (leaf.how === "contains" || leaf.how === "insensitive")
    return leaf.made
      ? undefined
      : `CREATE INDEX ${name}_trgm ON ${table.name} USING gin (${leaf.text} gin_trgm_ops);`;
  if (leaf.how === "within")
    return leaf.made ? undefined : `CREATE INDEX ${name} ON ${table.name} USING gin (${leaf.text});`;
  if (leaf.how === "text") return undefined;
  if (/^\w+\("?\w+"?\)$/.test(leaf.text)) return `CREATE INDEX ${name} ON ${table.name} (${leaf.text});`;
  return /^"?\w+"?->>'\w+'$/.test(leaf.text)
    ? `CREATE INDEX ${name} ON ${table.name} ((${leaf.text}));`
    : undefined;
}

/** Into the SQL or Prisma schema of the page. */
function schemaEdits(query: UnservedQuery, page: ReadPage, snapshot: QueryView): QueryEdit[] {
  const { table, wanted, leaf } = query.unserved;
  const place = ownDeclarations(page, snapshot).find(
    ({ declared }) => declared.kind === "table" && keysOf(declared).includes(tableKey(table.name)),
  );
  if (place?.declared.kind !== "table") return [];
  const { declared, in: text } = place;
  if (text.kind === "sql") {
    const sql = createIndex(query);
    const end = text.start + text.text.length;
    return sql
      ? [
          {
            title: `Add the index after the table ${declared.name}`,
            edit: afterStatement(page, text.start, end, sql),
          },
        ]
      : [];
  }
  const isField = (name: string) => new RegExp(`^\\s*${name}\\s`, "m").test(text.text);
  if (
    text.kind !== "prisma" ||
    (leaf && isDefeating(leaf)) ||
    !wanted.every((one) => /^\w+$/.test(one) && isField(one))
  )
    return [];
  const at = text.start + declared.span.end;
  return [
    {
      title: `Add @@index([${wanted.join(", ")}]) to the model ${declared.models[0] ?? declared.name}`,
      edit: {
        span: { start: at, end: at },
        text: `${indentOf(page.text, text.start + declared.span.start)}  @@index([${wanted.join(", ")}])\n`,
      },
    },
  ];
}

/** Into the fence of the query. */
function fenceEdit(query: UnservedQuery, page: ReadPage): QueryEdit[] {
  const { candidate } = query;
  const sql = candidate.kind === "fence" ? createIndex(query) : undefined;
  if (!sql) return [];
  const { span, end } = candidate.statement;
  return [
    {
      title: `Add CREATE INDEX for ${indexName(query)}`,
      edit: afterStatement(page, span.start, Math.min(end, span.end), sql),
    },
  ];
}

/** Puts a statement on a line of its own behind the one that ends at `end`, before its semicolon. */
function afterStatement({ text }: ReadPage, start: number, end: number, sql: string): Edit {
  const indent = indentOf(text, start);
  const semicolon = /^\s*;/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const at = end + semicolon;
  if (semicolon === 0) return { span: { start: end, end }, text: `;\n${indent}${sql}` };
  // A remark behind the statement stays with it.
  const rest = /^[ \t]*(?:--[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(at, at + 500))?.[0].length ?? 0;
  return { span: { start: at + rest, end: at + rest }, text: `\n${indent}${sql}` };
}

/** A line that names the index, behind the block of the query. */
function noteEdit(query: UnservedQuery, page: ReadPage): QueryEdit {
  const { leaf } = query.unserved;
  const name =
    leaf && isSearch(leaf.how) ? indexName(query).replace(/\)$/, " gin_trgm_ops)") : indexName(query);
  return indexLine(name, query.candidate.around, page);
}

/** A line that names an index, such as `orders(state)`, behind the block that a place is in. */
export function indexLine(name: string, around: Span, page: ReadPage): QueryEdit {
  const { at, before } = blockEnd(page, around);
  return {
    title: `Add a line “Index: ${name}”`,
    edit: { span: { start: at, end: at }, text: `${before}**Index**: ${name}` },
  };
}

function blockEnd({ text, facts }: ReadPage, around: Span): { at: number; before: string } {
  const table = facts.tables.find(({ span }) => encloses(span, around));
  if (table) return { at: table.span.end, before: `\n\n${indentOf(text, table.span.start)}` };
  const item = facts.items.findLast(({ lead }) => lead && encloses(lead, around));
  if (item?.lead) {
    const line = text.slice(lineStart(text, item.span.start), item.marker.start);
    const width = item.marker.end - item.marker.start + 1;
    return { at: item.lead.end, before: `\n${line.replace(/[^\s>]/g, " ")}${" ".repeat(width)}- ` };
  }
  const block =
    facts.paragraphs.find(({ span }) => encloses(span, around)) ??
    facts.headings.find(({ span }) => encloses(span, around));
  const span = block?.span ?? around;
  return { at: span.end, before: `\n\n${indentOf(text, span.start)}` };
}

/** A comment that says the scan is meant. */
function markEdit({ candidate }: UnservedQuery, { path, text }: ReadPage): QueryEdit {
  const title = "Mark the scan as intended";
  const { statement, kind, around } = candidate;
  if (kind === "fence") {
    const at = statement.span.start;
    return { title, edit: { span: { start: at, end: at }, text: `-- ${INTENDED}\n${indentOf(text, at)}` } };
  }
  const comment = path.endsWith(".mdx") ? `{/* ${INTENDED} */}` : `<!-- ${INTENDED} -->`;
  if (kind !== "string" && kind !== "call")
    return { title, edit: { span: { start: around.end, end: around.end }, text: ` ${comment}` } };
  const line = lineStart(text, around.start);
  const indent = text.slice(line, around.start);
  return { title, edit: { span: { start: line, end: line }, text: `${indent}${comment}\n\n` } };
}

/** The blanks and marks of block quotes with which the line of `at` begins. */
function indentOf(text: string, at: number): string {
  return /^[ \t>]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? "";
}
