/** Only the folder of the layouts knows one by its name, and that the check would notice. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../glossary/increment/layouts/list.ts";
import { importsOf } from "./imports.ts";

const OWN = "glossary/increment/layouts/";
const files = ["glossary", "server", "client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
);
const outside = files.filter((file) => !file.startsWith(OWN));
const folders = readdirSync(OWN, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [`${OWN}${one.name}/`] : [],
);

/** SpecWeave is also a form of decision records: what names that form is meant there. */
const OF_DECISIONS = /^glossary\/adr\//;
const FORM = /^export type AdrTemplateId = .*$/m;

const IDS = [...LAYOUTS.map(({ id }) => id), "living-docs"].join("|");
/** As a string of its own, as the name of a property, and where one is asked for. */
const NAMED = new RegExp(`(["'\`])(?:${IDS})\\1|[{,(]\\s*(?:${IDS})\\s*[:?]|[\\w)\\]]\\.(?:${IDS})\\b`);

/** What names a layout in code; `undefined` where nothing does. */
function nameIn(file: string, source: string): string | undefined {
  if (OF_DECISIONS.test(file)) return undefined;
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^[ \t]*\/\/.*$/gm, "");
  return NAMED.exec(code.replace(FORM, ""))?.[0];
}

describe("outside of the layouts", () => {
  it("no code names one", () => {
    const named = outside.flatMap((file) => {
      const name = nameIn(file, readFileSync(file, "utf8"));
      return name === undefined ? [] : [`${file}: ${name}`];
    });
    expect(named).toEqual([]);
  });

  it("nothing takes a part of one, and only rules say which they concern", () => {
    const taken = outside.flatMap((file) =>
      importsOf(file, readFileSync(file, "utf8")).filter((one) =>
        folders.some((folder) => one.file?.startsWith(folder)),
      ),
    );
    const concerns = taken.filter(
      ({ from, file }) => from.startsWith("glossary/increment/rules/") && file?.endsWith("/layout.ts"),
    );
    expect(
      taken.filter((one) => !concerns.includes(one)).map(({ from, name }) => `${from}: ${name}`),
    ).toEqual([]);
    for (const { from } of concerns)
      expect(readFileSync(from, "utf8")).toMatch(/concerns: layoutsThat\(\(one\) => one === \w+\)/);
  });
});

describe("the check", () => {
  it.each([
    'if (increment.layout === "kiro") return;',
    "switch (layout) { case 'openspec': return; }",
    'const LISTED = new Set(["spec-kit", "x"]);',
    "const of = `specweave`;",
    "const NAMES = { kiro: 1 };",
    "const { first } = FIRST.openspec;",
    'export type Of = "living-docs" | string;',
  ])("notices %s", (code) => {
    expect(nameIn("glossary/increment/features/x.ts", code)).toBeDefined();
  });

  it.each([
    'const path = ".kiro/specs/login/tasks.md";',
    "// as in kiro: numbers",
    'import { specWeave } from "../layouts/specWeave/layout.ts";',
    "const title = `SpecWeave's`;",
  ])("leaves %s alone", (code) => {
    expect(nameIn("glossary/increment/features/x.ts", code)).toBeUndefined();
  });
});
