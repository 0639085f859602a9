/** Models of Prisma (Prisma schema reference, "Attributes"). */
import type { Span } from "../../../text/span.ts";
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

const MODEL = /^[ \t]*model[ \t]+(\w+)[ \t]*\{/gm;

/** In UTF-16 units. */
const LONGEST_MODEL = 20_000;

export const prisma: SchemaTool = {
  name: "Prisma",
  comments: "//",
  sign: /^[ \t]*model[ \t]+\w+[ \t]*\{/m,
  /** A table's span ends before its closing brace. */
  read({ text }) {
    const mysql = /\bprovider\s*=\s*"mysql"/.test(text);
    const heads = [...text.matchAll(MODEL)];
    const tables = heads.map((head, i) => {
      const from = head.index + head[0].length;
      const next = Math.min(heads[i + 1]?.index ?? text.length, from + LONGEST_MODEL);
      const end = /^[ \t]*\}/m.exec(text.slice(from, next));
      const span = { start: head.index, end: end ? from + end.index : next };
      return readModel(head[1] as string, text.slice(from, span.end), span, mysql);
    });
    return { tables, keys: [] };
  },
};

function readModel(model: string, body: string, span: Span, mysql: boolean): ModelTable {
  const lines = body.split(/\r?\n/);
  const mapped = /@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(lines.join("\n"))?.[1];
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const line of lines) {
    const block = /^\s*@@(index|unique|id|fulltext)\(\s*(?:fields:\s*)?\[([^\]]*)\](.*)/.exec(line);
    if (block)
      keys.push({
        columns: fieldsOf(block[2] as string),
        ...methodOf(block[1] as string, block[3] as string),
      });
    const field = /^\s*(\w+)\s+(\w+)/.exec(line);
    if (!field) continue;
    const property = field[1] as string;
    const name = /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(line)?.[1] ?? property;
    columns.push({ name, property, flag: field[2] === "Boolean" });
    // MySQL makes an index for each foreign key.
    const foreign = mysql
      ? /@relation\([^)]{0,300}\bfields:\s*\[([^\]]{0,300})\]/.exec(line)?.[1]
      : undefined;
    if (foreign !== undefined) keys.push({ columns: fieldsOf(foreign) });
    if (/\s@(?:id|unique)\b/.test(line)) keys.push({ columns: [property] });
  }
  return {
    name: mapped ?? model,
    models: [model],
    columns,
    keys: keys.filter((key) => key.columns.length > 0),
    span,
  };
}

function methodOf(kind: string, more: string): Pick<ModelKey, "method"> {
  if (kind === "fulltext") return { method: "text" };
  return /\btype:\s*(?:Gin|Gist|SpGist)\b/.test(more) ? { method: "gin" } : {};
}

/** `a, b(sort: Desc)` */
function fieldsOf(list: string): string[] {
  return list
    .replace(/\([^()]*\)/g, "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}
