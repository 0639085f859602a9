/** The models of a Prisma schema, as tables with their indexes (Prisma schema reference, "Attributes"). */
import type { Span } from "../../text/span.ts";
import { columnKey } from "./names.ts";
import { type Declared, index } from "./schema.ts";

const MODEL = /^[ \t]*model[ \t]+(\w+)[ \t]*\{/gm;

/** What a schema declares; positions are relative to `text`, a table's span ends before its closing brace. */
export function readPrisma(text: string): Declared[] {
  const found: Declared[] = [];
  const mysql = /\bprovider\s*=\s*"mysql"/.test(text);
  for (const match of text.matchAll(MODEL)) {
    const from = match.index + match[0].length;
    const end = /^[ \t]*\}/m.exec(text.slice(from));
    const span = { start: match.index, end: end ? from + end.index : text.length };
    found.push(...readModel(match[1] as string, text.slice(from, span.end), span, mysql));
  }
  return found;
}

function readModel(model: string, body: string, span: Span, mysql: boolean): Declared[] {
  const lines = body.split(/\r?\n/).map((line) => line.replace(/\/\/.*$/, ""));
  const mapped = /@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(lines.join("\n"))?.[1];
  const names = mapped ? [model, mapped] : [model];
  const columns = new Map<string, boolean>();
  const keys: string[][] = [];
  for (const line of lines) {
    const block = /^\s*@@(?:index|unique|id|fulltext)\(\s*(?:fields:\s*)?\[([^\]]*)\]/.exec(line);
    if (block) keys.push(fieldsOf(block[1] as string));
    const field = /^\s*(\w+)\s+(\w+)/.exec(line);
    if (!field) continue;
    const name = field[1] as string;
    const column = /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1];
    const both = column ? [name, column] : [name];
    for (const one of both) columns.set(columnKey(one), field[2] === "Boolean");
    // MySQL makes an index for each foreign key.
    const foreign = mysql
      ? /@relation\([^)]{0,300}\bfields:\s*\[([^\]]{0,300})\]/.exec(line)?.[1]
      : undefined;
    if (foreign !== undefined) keys.push(fieldsOf(foreign));
    if (/\s@(?:id|unique)\b/.test(line)) for (const one of both) keys.push([columnKey(one)]);
  }
  return names.flatMap((name): Declared[] => [
    { kind: "table", name, columns, span, passing: false },
    ...keys.filter((one) => one.length > 0).map((one) => index(name, one)),
  ]);
}

/** `a, b(sort: Desc)` */
function fieldsOf(list: string): string[] {
  return list
    .replace(/\([^()]*\)/g, "")
    .split(",")
    .map(columnKey)
    .filter(Boolean);
}
