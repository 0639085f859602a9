/** Who may import whom, and that the check would notice. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fault, findCycle, type Import, importsOf } from "./imports.ts";

const MOST_LINES = 400;

const files = ["glossary", "server", "client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
);
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

describe("source files", () => {
  it("are found, with their imports", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  it("import only what their layer may know", () => {
    expect(imports.map(fault).filter(Boolean)).toEqual([]);
  });

  it("do not import each other in circles", () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  it(`have at most ${MOST_LINES} lines`, () => {
    const long = [...sources].filter(([, source]) => source.trimEnd().split("\n").length > MOST_LINES);
    expect(long.map(([file]) => file)).toEqual([]);
  });
});

describe("the check", () => {
  const WRONG: readonly (readonly [from: string, statement: string])[] = [
    ["glossary/text/span.ts", 'import { hash } from "../markdown/facts.ts";'],
    ["glossary/markdown/page.ts", 'import type { Term } from "../domain/term.ts";'],
    ["glossary/markdown/page.ts", 'import { unified } from "unified";'],
    ["glossary/markdown/page.ts", 'import type { Node } from "mdast";'],
    ["glossary/domain/term.ts", 'import { excerpt } from "../markdown/excerpt.ts";'],
    ["glossary/domain/term.ts", 'export { readEntries } from "../sources/entries.ts";'],
    ["glossary/sources/termPage.ts", 'import { resolveLink } from "../workspace/links.ts";'],
    ["glossary/sources/termPage.ts", 'import { readTree } from "../markdown/tree.ts";'],
    ["glossary/workspace/links.ts", 'import { termPage } from "../sources/termPage.ts";'],
    ["glossary/workspace/links.ts", 'import {\n  a,\n  b,\n} from "../rules/rule.ts";'],
    ["glossary/rules/glossary/x.ts", 'import { hover } from "../../features/hover.ts";'],
    ["glossary/rules/glossary/x.ts", 'import { excerpt } from "../../markdown/excerpt.ts";'],
    ["glossary/features/hover.ts", 'import { AnalysisHost } from "../analysis.ts";'],
    ["glossary/features/hover.ts", 'import { RULES } from "../index.ts";'],
    ["glossary/analysis.ts", 'import { RULES } from "./rules/all.ts";'],
    ["glossary/analysis.ts", 'import { readFileSync } from "node:fs";'],
    ["glossary/analysis.ts", 'const vscode = await import("vscode");'],
    ["glossary/analysis.ts", 'import { Position } from "vscode-languageserver-types";'],
    ["glossary/analysis.ts", 'import "../server/serve.ts";'],
    ["server/serve.ts", 'import { hover } from "../glossary/features/hover.ts";'],
    ["server/serve.ts", 'import { readFile } from "node:fs/promises";'],
    ["server/serve.ts", 'import { createConnection } from "vscode-languageserver/node";'],
    ["server/serve.ts", 'import * as vscode from "vscode";'],
    ["server/serve.ts", 'import { start } from "../client/client.ts";'],
    ["client/client.ts", 'import { applyEdits } from "../glossary/index.ts";'],
    ["client/client.ts", 'const server = require("../server/serve.ts");'],
  ];
  for (const [from, statement] of WRONG) {
    it(`refuses ${statement.replace(/\s+/g, " ")} in ${from}`, () => {
      expect(importsOf(from, `${statement}\n`).map(fault)).toEqual([expect.stringContaining(from)]);
    });
  }

  it("finds a circle", () => {
    const edge = (from: string, file: string): Import => ({ from, name: file, file });
    const line = [edge("a", "b"), edge("b", "c"), edge("a", "c")];
    expect(findCycle(line)).toBeUndefined();
    expect(findCycle([...line, edge("c", "b")])).toEqual(["b", "c", "b"]);
  });

  it("takes no comment for an import", () => {
    expect(importsOf("glossary/a.ts", '// import "node:fs";\n/*\nimport "node:fs";\n*/\n')).toEqual([]);
  });
});
