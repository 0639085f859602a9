/** Whatever a file holds: nothing throws, every span lies in its file, and it does not take long. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { effort, SOON } from "../effort.ts";
import { workspace } from "../fixture.ts";
import { outputs } from "./outputs.ts";

const PIECES = [
  ..."[]()<>*_`#|~!\\-:.&;\"'{}@/= ",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "\0",
  "\uFEFF",
  "\uD83D",
  "🚀",
  "é",
  "云",
  "---\n",
  "```\n",
  "# ",
  "## Definition\n",
  "- ",
  "1. ",
  "> ",
  "    ",
  "**A (B)**",
  "**Definition**: ",
  "| Term | Use When |\n|---|---|\n",
  "[CDN](/docs/glossary/terms/cdn)",
  "[r]: /docs/glossary/terms/x\n",
  "[r]",
  "[^1]",
  "[^1]: ",
  "<!-- spec-glossary-disable -->",
  '<a id="x">',
  "id: __proto__\n",
  "title: constructor\n",
  "aliases: [a, *b, &c d]\n",
  "CDN",
  "%E0%A4%A",
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

/** Every span in a value, wherever it is. */
function spansIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "start" in value && "end" in value ? [value as { start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

describe("any text", () => {
  it("can be read, hovered, completed and diagnosed", () => {
    fc.assert(
      fc.property(text, text, text, (term, category, page) => {
        const host = new AnalysisHost();
        const put = new Map([
          ["docs/glossary/terms/a.md", term],
          ["docs/glossary/README.md", category],
          ["docs/page.md", page],
        ]);
        host.apply({ open: put.keys(), put, complete: true });
        outputs(host, 3);
        for (const one of host.snapshot().pages.values()) {
          if (!isRead(one)) throw new Error("not open");
          for (const { start, end } of spansIn([one.facts, one.matter, one.exports])) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(one.text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  const LONG: Readonly<Record<string, string>> = {
    "a wall of letters": "a".repeat(100_000),
    "a wall of words": "cdn ".repeat(25_000),
    "a wall of signs in a title": `# a${" -".repeat(50_000)}x\n`,
    "anchors in a title": `# ${"{#".repeat(20_000)}\n`,
    "bold names": "**A**\n- x\n\n".repeat(3_000),
    "bold names that link": "**[A](a.md)**\n- x\n\n".repeat(2_000),
    rows: "- **A** - x\n".repeat(3_000),
    "table rows": `| Term | Use When |\n|---|---|\n${"| A | b |\n".repeat(2_000)}`,
    fields: "**A**: b | ".repeat(3_000),
    headings: "# A\n".repeat(5_000),
    "front matter": `---\n${"a: b\n".repeat(3_000)}---\n`,
    "open brackets in front matter": `---\na: ${"[".repeat(3_000)}\n---\n`,
    comments: "<!-- spec-glossary-disable a -->\n\n".repeat(1_000),
    "a slash after each word": "A/".repeat(20_000),
    "a dot after each word": "a.".repeat(20_000),
  };
  for (const [title, long] of Object.entries(LONG)) {
    it(`is read in time: ${title}`, () => {
      const spent = effort();
      for (const path of ["docs/glossary/terms/cdn.md", "docs/glossary/README.md"]) {
        const { host } = workspace({ [path]: long, "docs/glossary/terms/b.md": "# CDN\n\nText.\n" });
        outputs(host, long.length);
      }
      expect(spent()).toBeLessThan(SOON);
    });
  }
});
