/** The parser for SQL, as a host would bring it in. */
import { readFileSync } from "node:fs";
import type { ParseSql } from "../glossary/query/model/parse.ts";
import { initSync, parse_sql } from "../node_modules/@guanmingchiu/sqlparser-ts/wasm/sqlparser_rs_wasm.js";

let ready = false;

export const parseSql: ParseSql = (dialect, statement) => {
  if (!ready)
    initSync({
      module: readFileSync("node_modules/@guanmingchiu/sqlparser-ts/wasm/sqlparser_rs_wasm_bg.wasm"),
    });
  ready = true;
  try {
    return parse_sql(dialect, statement);
  } catch {
    return undefined;
  }
};
