/** Queries on the command line. */

import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BUNDLES } from "../bundles.ts";
import { temporaryFolder } from "../folder.ts";

const QUERY = "# Orders\n\n`SELECT * FROM orders WHERE customer_id = ?`\n";

/** What `check` writes and how it ends, with the bundle in `bundles`. */
function check(bundles: string, text: string, ...more: readonly [string, string][]): string {
  const root = temporaryFolder([["specs/001-a/spec.md", text], ...more]);
  return execFileSync(process.execPath, [join(bundles, "cli.js"), "check", root, "--fail-on", "never"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

it("check reports queries without an index", () => {
  expect(check(BUNDLES, QUERY)).toMatch(
    /3:29 +information +No index for orders\.customer_id is declared in this document or its increment/,
  );
});

it("check does not load the parser where there is no SQL or nobody asks for it", () => {
  const alone = temporaryFolder([["package.json", '{ "type": "module" }']]);
  copyFileSync(join(BUNDLES, "cli.js"), join(alone, "cli.js"));
  expect(check(alone, "# Orders\n\nNo query.\n")).toMatch(/^0 findings in 1 file/);
  expect(() => check(alone, QUERY)).toThrow(/sql\.mjs/);
  const off = { rules: { "query/unindexed": "off", "query/unindexed-prose": "off" } };
  expect(check(alone, QUERY, [".spec-glossary.jsonc", JSON.stringify(off)])).toMatch(/^0 findings in/);
});
