/** Who may import whom, and that the check would notice. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DOMAINS as LISTED } from "../glossary/domains.ts";
import { DOMAINS, domainsNamed, fault, findCycle, type Import, importsOf } from "./imports.ts";

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
    expect(imports.flatMap((one) => fault(one) ?? [])).toEqual([]);
  });

  it("name no domain in what works for all of them", () => {
    expect(LISTED.map(({ name }) => name).sort()).toEqual([...DOMAINS].sort());
    expect([...sources].filter(([file, source]) => domainsNamed(file, source).length > 0)).toEqual([]);
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
    ["glossary/markdown/page.ts", 'import type { Settings } from "../workspace/settings/settings.ts";'],
    ["glossary/markdown/page.ts", 'import { unified } from "unified";'],
    ["glossary/markdown/page.ts", 'import type { Node } from "mdast";'],
    ["glossary/terms/model/term.ts", 'import { excerpt } from "../../markdown/excerpt.ts";'],
    ["glossary/terms/model/term.ts", 'export { readEntries } from "../formats/entries.ts";'],
    ["glossary/terms/model/term.ts", 'import type { AdrId } from "../../adr/model/index.ts";'],
    ["glossary/terms/formats/termPage.ts", 'import { resolveLink } from "../../workspace/links/links.ts";'],
    ["glossary/terms/formats/termPage.ts", 'import { readTree } from "../../markdown/tree.ts";'],
    ["glossary/workspace/links/links.ts", 'import { termPage } from "../../terms/formats/termPage.ts";'],
    ["glossary/workspace/links/links.ts", 'import {\n  a,\n  b,\n} from "../../rule/rule.ts";'],
    ["glossary/workspace/domain.ts", 'import { adr } from "../adr/domain.ts";'],
    ["glossary/rule/run.ts", 'import { adr } from "../adr/domain.ts";'],
    ["glossary/terms/rules/x.ts", 'import { hover } from "../features/hover.ts";'],
    ["glossary/terms/rules/x.ts", 'import { excerpt } from "../../markdown/excerpt.ts";'],
    ["glossary/terms/index/x.ts", 'import { renameTerm } from "../edits/rename.ts";'],
    ["glossary/terms/index/x.ts", 'import { terms } from "../domain.ts";'],
    ["glossary/terms/features/hover.ts", 'import { isInAdrNumber } from "../../adr/features/at.ts";'],
    ["glossary/terms/features/hover.ts", 'import { AnalysisHost } from "../../analysis.ts";'],
    ["glossary/terms/features/hover.ts", 'import { RULES } from "../../index.ts";'],
    ["glossary/adr/domain.ts", 'import { increments } from "../increment/domain.ts";'],
    ["glossary/document/link/x.ts", 'import { termAt } from "../../terms/features/at.ts";'],
    ["glossary/languages/en.ts", 'import type { Meaning } from "../adr/model/words.ts";'],
    ["glossary/analysis.ts", 'import { RULES } from "./rules.ts";'],
    ["glossary/analysis.ts", 'import { buildAdrs } from "./adr/index/adrs.ts";'],
    ["glossary/answers.ts", 'import { hover } from "./terms/features/hover.ts";'],
    ["glossary/analysis.ts", 'import { readFileSync } from "node:fs";'],
    ["glossary/analysis.ts", 'const vscode = await import("vscode");'],
    ["glossary/analysis.ts", 'import { Position } from "vscode-languageserver-types";'],
    ["glossary/analysis.ts", 'import "../server/serve.ts";'],
    ["server/serve.ts", 'import { hover } from "../glossary/terms/features/hover.ts";'],
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

  const NAMING: readonly (readonly [file: string, code: string, domain: string])[] = [
    ["glossary/analysis.ts", "const { record } = page.exports.adr;", "adr"],
    ["glossary/workspace/exports.ts", "const entries = exports.terms.entries;", "terms"],
    ["glossary/workspace/exports.ts", "readonly adr: AdrExports;", "adr"],
    ["glossary/workspace/files.ts", "if (isIncrementJson(path)) return true;", "increment"],
    ["glossary/rule/run.ts", "if (snapshot.increments.units.size > 0) return [];", "increment"],
    ["glossary/workspace/indexes.ts", 'if (domain.name === "query") continue;', "query"],
    ["glossary/answers.ts", "const found = targets(snapshot.target);", "target"],
  ];
  for (const [file, code, domain] of NAMING) {
    it(`finds a domain named in ${file}: ${code}`, () => {
      expect(domainsNamed(file, `${code}\n`)).toEqual([domain]);
    });
  }

  it("lets everybody else name domains, and the core speak of links and of terms", () => {
    expect(domainsNamed("glossary/domains.ts", "export const DOMAINS = [increment, adr];\n")).toEqual([]);
    expect(domainsNamed("glossary/adr/domain.ts", "page.exports.adr;\n")).toEqual([]);
    expect(domainsNamed("glossary/workspace/settings/settings.ts", "adrFiles: list(glob),\n")).toEqual([]);
    expect(
      domainsNamed("glossary/workspace/links/links.ts", "// As for adr.\nconst { target } = link;\n"),
    ).toEqual([]);
  });

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
