/** Long runs of one character, where a regular expression that tries each of them as a beginning would never end. */
import { expect, it } from "vitest";
import { incrementSymbols } from "../glossary/increment/features/symbols.ts";
import { diagnose } from "../glossary/rule/run.ts";
import { RULES } from "../glossary/rules.ts";
import { isRead } from "../glossary/workspace/workspace.ts";
import { effort, SOON } from "./effort.ts";
import { rethrow, workspace } from "./fixture.ts";

const run = (one: string) => one.repeat(200_000);

const CASES: Readonly<Record<string, readonly [path: string, text: string]>> = {
  "tabs in a comment for the rules": ["a.md", `<!-- spec-glossary-disable${run("\t")}>\n`],
  "tabs in a comment in YAML": ["a.glossary.yml", `#spec-glossary-disable${run("\t")}#\n`],
  "underscores in a title": ["specs/001-a/tasks.md", `# Tasks\n\n- [ ] T001 a${run("_")}b\n`],
  "spaces in a heading": ["glossary.md", `# Glossary\n\n## a${run(" ")}b\n\nA thing.\n`],
  "spaces in a cell": [
    "glossary.md",
    `# Glossary\n\n| Term | Meaning |\n|---|---|\n| a${run(" ")}b | c${run(" ")}d |\n`,
  ],
  "spaces behind a name": ["glossary.md", `# Glossary\n\n- **a**${run(" ")}b\n`],
  "spaces in a list in HTML": [
    "glossary.md",
    `# Glossary\n\n<dl>\n<dt>a</dt>\n<dd>b${run(" ")}c</dd>\n</dl>\n`,
  ],
  "slashes in a pattern": [".spec-glossary.jsonc", `{ "exclude": ["a${run("/")}b"] }`],
};

for (const [title, [path, text]] of Object.entries(CASES))
  it(`${title} are read soon`, () => {
    const spent = effort();
    const { snapshot } = workspace({ [path]: text });
    const page = snapshot.pages.get(path);
    expect(isRead(page)).toBe(true);
    if (!isRead(page)) return;
    diagnose(RULES, snapshot, page, rethrow);
    incrementSymbols(page);
    expect(spent()).toBeLessThan(SOON);
  });
