/** The snippets for decision records: as they are inserted, nothing is wrong with them. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const SNIPPETS: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync("client/snippets/markdown.json", "utf8"),
);
const DATE = { CURRENT_YEAR: "2025", CURRENT_MONTH: "06", CURRENT_DATE: "07" };

/** What is inserted: the first of several choices, each placeholder's own text, the file's number. */
function inserted(prefix: string): string {
  const found = Object.values(SNIPPETS).find((one) => one.prefix.includes(prefix));
  if (!found) throw new Error(`There is no snippet ${prefix}`);
  return found.body
    .join("\n")
    .replace(/\$\{1:\$\{TM_FILENAME_BASE.*?\/\}\}/, "0007")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{(CURRENT_\w+)\}/g, (_, name: keyof typeof DATE) => DATE[name])
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
    .replace("$0", "");
}

describe("the snippet", () => {
  const RECORDS = { adr: "specweave", "adr-nygard": "nygard", "adr-madr": "madr", "adr-madr-full": "madr" };
  for (const [prefix, style] of Object.entries(RECORDS))
    it(`${prefix} is a record in its style, with nothing wrong but what is to be filled in`, () => {
      const path = prefix === "adr-nygard" ? "docs/adr/0001-x.md" : "docs/adr/0007-x.md";
      const text = inserted(prefix);
      expect(text).not.toMatch(/\$/);
      const at = workspace({ [path]: text });
      expect(pageOf(at, path).exports.adr.record).toMatchObject({ kind: "record", style });
      expect(diagnose(RULES, at.snapshot, pageOf(at, path), () => {}).map(({ rule }) => rule)).toEqual([]);
    });

  it("adr-entry is a decision within another page, with its reason", () => {
    const at = workspace({ "docs/plan.md": `# Plan\n\n## Decisions\n\n${inserted("adr-entry")}` });
    const [entry] = pageOf(at, "docs/plan.md").exports.adr.entries;
    expect(entry).toMatchObject({ form: "label", id: { digits: "001" }, title: "What is decided" });
  });

  it("adr-y says why as soon as it is filled in", () => {
    expect(inserted("adr-y")).toMatch(/^In the context of .*\n[^$]*because reason\.\n$/);
  });
});
