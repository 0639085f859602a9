/** The libraries whose calls are read; the first that takes a chain for its own counts. */
import { activeRecord } from "./activerecord.ts";
import { django } from "./django.ts";
import { drizzle } from "./drizzle.ts";
import { eloquent } from "./eloquent.ts";
import { entityFramework } from "./entityFramework.ts";
import { exposed } from "./exposed.ts";
import { gorm } from "./gorm.ts";
import { knex } from "./knex.ts";
import { mongoose } from "./mongoose.ts";
import { prisma } from "./prisma.ts";
import { sequelize } from "./sequelize.ts";
import { spring } from "./spring.ts";
import { sqlalchemy } from "./sqlalchemy.ts";
import type { CallTool } from "./tool.ts";
import { typeorm } from "./typeorm.ts";

export const TOOLS: readonly CallTool[] = [
  prisma,
  drizzle,
  knex,
  typeorm,
  sequelize,
  mongoose,
  django,
  sqlalchemy,
  activeRecord,
  spring,
  exposed,
  entityFramework,
  eloquent,
  gorm,
];
