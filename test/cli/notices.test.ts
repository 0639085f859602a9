/** What the bundles contain of others is named, with its licence. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BUNDLES } from "../bundles.ts";

const notices = readFileSync(join(BUNDLES, "THIRD-PARTY-NOTICES.txt"), "utf8");
const [head, ...parts] = notices.split(`\n${"-".repeat(80)}\n`).map((part) => part.trim());

/** The packages whose files a bundle names above what it has of them. */
function bundled(file: string): string[] {
  const text = readFileSync(join(BUNDLES, file), "utf8");
  return [...text.matchAll(/^\/\/ (?:.*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
    (match) => match[1] as string,
  );
}

it("each package that is bundled has a notice with the text of its licence", () => {
  const files = ["client.cjs", "server.cjs", "cli.js", "sql.mjs"];
  const packages = new Set(files.flatMap(bundled));
  expect(packages.size).toBeGreaterThan(60);
  const named = new Set(parts.map((part) => part.slice(0, part.indexOf(" "))));
  expect([...packages].filter((name) => !named.has(name))).toEqual([]);
  expect(head).toContain(`${parts.length} packages`);
  for (const part of parts) {
    const [name, licence, , ...text] = part.split("\n");
    expect(name).toMatch(/^\S+ \d+\.\d+\.\d+\S*$/);
    expect(licence).toMatch(/^[A-Za-z]+[\w.-]*(?: OR .+)?$/);
    expect(text.join("\n").length, name).toBeGreaterThan(500);
  }
});

it("the parser for SQL has its own", () => {
  const own = parts.find((part) => part.startsWith("@guanmingchiu/sqlparser-ts "));
  expect(own).toContain("Apache License");
  expect(readFileSync(join(BUNDLES, "sqlparser.LICENSE.txt"), "utf8")).toContain("Apache License");
});

it("the package takes them along", () => {
  const chosen = readFileSync(".vscodeignore", "utf8").split("\n");
  expect(chosen).toContain("!THIRD-PARTY-NOTICES.txt");
  expect(chosen).toContain("!dist/sqlparser.LICENSE.txt");
});
