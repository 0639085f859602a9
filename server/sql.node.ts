/** Brings the parser for SQL in from the files beside the bundle. */
import { readFile } from "node:fs/promises";
import type { ParseSql } from "../glossary/index.ts";
import type * as Bundle from "./entry.sql.ts";

/** Loads the parser; takes some 50 ms. */
export async function loadSql(): Promise<ParseSql> {
  const { WASM, createParser } = (await import("./sql.mjs" as string)) as typeof Bundle;
  return createParser(await readFile(WASM));
}
