/** The tools whose schemas are read, and what any text of one of them declares. The one place that lists them. */
import type { Declared } from "../schema.ts";
import { prisma } from "./prisma.ts";
import { declaredBy, type SchemaTool } from "./tool.ts";

export const SCHEMA_TOOLS: readonly SchemaTool[] = [prisma];

/** What schema code in any language declares; empty for other code, which is soon found out. */
export function readSchemaCode(text: string, path?: string): Declared[] {
  return SCHEMA_TOOLS.flatMap((tool) => (tool.sign.test(text) ? declaredBy(tool.read(text, path)) : []));
}
