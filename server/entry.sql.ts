/**
 * The parser for SQL, as a bundle of its own: it is large, and most repositories never ask for it. Runs in Node.js and
 * in a browser worker.
 */
import init, { parse_sql } from "sqlparser-glue";
import type { ParseSql } from "../glossary/index.ts";

/** Where the WebAssembly of the parser is: beside the bundle. */
export const WASM = new URL("sqlparser.wasm", import.meta.url);

/** Starts the parser with its WebAssembly: the bytes, or where they can be fetched. */
export async function createParser(wasm: Uint8Array | URL): Promise<ParseSql> {
  await init({ module_or_path: wasm });
  let broken = false;
  return (dialect, statement) => {
    if (broken) return undefined;
    try {
      return parse_sql(dialect, statement);
    } catch (error) {
      // What it does not understand. After a fault of the machine nothing it says can be trusted.
      broken = error instanceof RangeError || (error as Error | undefined)?.name === "RuntimeError";
      return undefined;
    }
  };
}
