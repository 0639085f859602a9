/** The tools whose schemas are read, and what any text of one of them declares. The one place that lists them. */
import type { Declared } from "../schema.ts";
import { activeRecord } from "./activeRecord.ts";
import { alembic } from "./alembic.ts";
import { django } from "./django.ts";
import { djangoMigrations } from "./djangoMigrations.ts";
import { drizzle } from "./drizzle.ts";
import { ecto } from "./ecto.ts";
import { entityFramework } from "./entityFramework.ts";
import { erDiagrams } from "./erDiagrams.ts";
import { goTags } from "./goTags.ts";
import { exposed, jpa } from "./jpa.ts";
import { knex } from "./knex.ts";
import { doctrine, laravel } from "./laravel.ts";
import { liquibase } from "./liquibase.ts";
import { mongoose } from "./mongoose.ts";
import { prisma } from "./prisma.ts";
import { seaOrm } from "./seaOrm.ts";
import { sequelize } from "./sequelize.ts";
import { type CommentMark, type Source, sourceOf } from "./source.ts";
import { sqlAlchemy } from "./sqlAlchemy.ts";
import { declaredBy, type SchemaTool } from "./tool.ts";
import { typeorm } from "./typeorm.ts";

export const SCHEMA_TOOLS: readonly SchemaTool[] = [
  prisma,
  drizzle,
  typeorm,
  sequelize,
  knex,
  mongoose,
  sqlAlchemy,
  alembic,
  django,
  djangoMigrations,
  activeRecord,
  ecto,
  laravel,
  doctrine,
  entityFramework,
  jpa,
  exposed,
  goTags,
  seaOrm,
  liquibase,
  erDiagrams,
];

/** Longer code is generated, or data; in UTF-16 units. */
const LONGEST = 1_000_000;

/** What schema code in any language declares; empty for other code, which is soon found out. */
export function readSchemaCode(text: string, path?: string): Declared[] {
  if (text.length > LONGEST) return [];
  const sources = new Map<CommentMark, Source>();
  return SCHEMA_TOOLS.flatMap((tool) => {
    if (!tool.sign.test(text)) return [];
    const source = sources.get(tool.comments) ?? sourceOf(text, tool.comments);
    sources.set(tool.comments, source);
    return declaredBy(tool.read(source, path));
  });
}

/** True for code in which one of the tools may read something. */
export function isSchemaCode(text: string): boolean {
  return SCHEMA_TOOLS.some(({ sign }) => sign.test(text));
}
