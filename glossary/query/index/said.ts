/** What a page says of queries to others. */
import type { ExportSource } from "../../workspace/exports.ts";
import { type SchemaText, schemaTextsOn } from "../model/declared.ts";
import { isIntroduction, makesDatabaseTool } from "../model/introduction.ts";
import { isSchemaDocument } from "../model/schemaFiles.ts";

export interface QuerySaid {
  /** Of pages of increments, and of those that describe a database: where tables and indexes are declared. */
  readonly schema: readonly SchemaText[];
  /** Of the page that introduces the repository: what is made there reads and writes databases of others. */
  readonly makesTool?: true;
}

/** Most pages say nothing. */
const NOTHING: QuerySaid = { schema: [] };
const TOOL: QuerySaid = { schema: [], makesTool: true };

/** Pages of increments that declare nothing of their own: they say again what one says, speak of it, or set something. */
const BESIDE: ReadonlySet<string> = new Set(["copy", "report", "configuration"]);

/** Reads what a page of an increment declares; of other pages nobody else wants to know. */
export function readQuery(
  source: ExportSource,
  increment: { readonly place: { readonly role: string } } | undefined,
): QuerySaid {
  if (isIntroduction(source.path)) return makesDatabaseTool(source.text) ? TOOL : NOTHING;
  if (!increment && isSchemaDocument(source.path)) {
    const texts = schemaTextsOn(source).filter(({ kind }) => kind !== "prose" && kind !== "read");
    return texts.length > 0 ? { schema: texts } : NOTHING;
  }
  if (!increment || BESIDE.has(increment.place.role)) return NOTHING;
  const schema = schemaTextsOn(source);
  return schema.length > 0 ? { schema } : NOTHING;
}

/** What queries on other pages are served by. */
export function queryOutside({ schema, makesTool }: QuerySaid): string {
  if (makesTool) return "tool";
  return schema
    .map(({ text, declared }) =>
      declared ? declared.map((one) => (one.kind === "index" ? one.label : one.name)).join() : text,
    )
    .join("\0");
}
