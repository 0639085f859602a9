/** Changes of Liquibase in XML, YAML and JSON (4.33, "Change Types"): what they say stands in the same words in all three. */
import type { ModelColumn, ModelKey, ModelTable, SchemaTool } from "./tool.ts";

type OwnKey = ModelKey & { readonly table: string | undefined };

const CHANGE =
  /\b(createTable|createIndex|addPrimaryKey|addUniqueConstraint|addColumn|dropTable|dropIndex|sql|changeSet|addForeignKeyConstraint|insert|rollback|databaseChangeLog)\b(?=["'\s:>])/g;

export const liquibase: SchemaTool = {
  name: "Liquibase",
  comments: "#",
  sign: /\b(?:createTable|createIndex|addUniqueConstraint|addPrimaryKey)\b/,
  read({ text }) {
    const heads = [...text.matchAll(CHANGE)].filter(({ index }) => text[index - 1] !== "/");
    const tables: ModelTable[] = [];
    const keys: OwnKey[] = [];
    for (const [i, head] of heads.entries()) {
      const end = heads[i + 1]?.index ?? text.length;
      const body = text.slice(head.index, end);
      const table = wordOf(body, "tableName");
      if (table === undefined) continue;
      if (head[1] === "createTable") {
        const read = readColumns(body);
        tables.push({ name: table, models: [], ...read, span: { start: head.index, end } });
      } else if (head[1] === "addColumn")
        keys.push(...readColumns(body).keys.map((key) => ({ ...key, table })));
      else if (head[1] === "createIndex") {
        const columns = readColumns(body).columns.map(({ name }) => name);
        if (columns.length > 0) keys.push({ table, columns });
      } else if (/^add(?:PrimaryKey|UniqueConstraint)$/.test(head[1] as string)) {
        const columns = (wordOf(body, "columnNames") ?? "").split(",").map((one) => one.trim());
        if (columns.some(Boolean)) keys.push({ table, columns });
      }
    }
    return { tables, keys };
  },
};

/** `tableName="parcels"`, `tableName: parcels`, `"tableName": "parcels"` */
function wordOf(body: string, name: string): string | undefined {
  const match = new RegExp(
    `\\b${name}["']?\\s*[:=]\\s*(?:"([^"]{1,200})"|'([^']{1,200})'|([\\w., ]{1,200}))`,
  ).exec(body);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
}

function readColumns(body: string): { columns: ModelColumn[]; keys: ModelKey[] } {
  const columns: ModelColumn[] = [];
  const keys: ModelKey[] = [];
  for (const part of body.split(/(?:<|["']|\b)column\b(?=["'\s:>])/).slice(1)) {
    const name = wordOf(part, "name")?.split(/\s/)[0];
    if (name === undefined) continue;
    columns.push({ name, property: name, flag: /^bool/i.test(wordOf(part, "type") ?? "") });
    if (/\b(?:primaryKey|unique)["']?\s*[:=]\s*["']?true/.test(part)) keys.push({ columns: [name] });
  }
  return { columns, keys };
}
