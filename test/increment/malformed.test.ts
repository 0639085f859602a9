/** Pages of OpenSpec on any text: nothing throws, all places lie in the text, each fix can be made; and long ones soon. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incrementAnswers } from "../../glossary/increment/answers.ts";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { effort, SOON } from "../effort.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

const MAIN = "openspec/specs/shop/spec.md";
const DELTA = "openspec/changes/pay/specs/shop/spec.md";
const OTHER = "openspec/changes/mail/specs/shop/spec.md";
const TASKS = "openspec/changes/pay/tasks.md";
const PROPOSAL = "openspec/changes/pay/proposal.md";
const SETTINGS = "openspec/changes/pay/.openspec.yaml";
const STRAY = "openspec/changes/pay/specs/shop.md";
const PATHS = [MAIN, DELTA, OTHER, TASKS, PROPOSAL, SETTINGS, STRAY, "openspec/config.yaml"] as const;

const PIECES = [
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\uFEFF",
  " ",
  "\t",
  "```\n",
  "~~~\n",
  "## ADDED Requirements\n",
  "## MODIFIED Requirements\n",
  "## REMOVED Requirements\n",
  "## RENAMED Requirements\n",
  "## Requirements\n",
  "## Purpose\n",
  "TBD\n",
  "### Requirement: Pay\n",
  "### Requirement: Mail ##\n",
  "### Requirement:",
  "#### Requirement: Pay\n",
  "### requirement：Pay\n",
  "#### Scenario: A\n",
  "### Scenario: B\n",
  "- **WHEN** a\n",
  "- FROM: `### Requirement: Pay`\n",
  "- TO: `### Requirement: Mail`\n",
  "from: x\n",
  "- Pay\n",
  "The system SHALL pay.\n",
  "must\n",
  "- [ ] 1.1 Pay\n",
  "## 1. A\n",
  "1. x\n",
  "### New Capabilities\n",
  "- `shop`: x\n",
  "`specs/shop/spec.md`",
  "schema: spec-driven\n",
  "skip_specs: true\n",
  "retire_capabilities: x\n",
  "a: [\n",
  "<!-- ",
  "\u0000",
  "é",
];

describe("any text", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(""));

  it("has findings within it, and fixes that can be made", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: PATHS.length, maxLength: PATHS.length }), (texts) => {
        const files = Object.fromEntries(PATHS.map((path, i) => [path, texts[i] ?? ""]));
        const at = workspace(files);
        for (const path of PATHS) {
          const page = pageOf(at, path);
          for (const { span } of diagnose(RULES, at.snapshot, page, rethrow)) {
            expect([span.start >= 0, span.start <= span.end, span.end <= page.text.length]).toEqual([
              true,
              true,
              true,
            ]);
            for (const { fix } of fixesAt(RULES, at.snapshot, page, span, rethrow))
              for (const change of fix.changes)
                if (change.kind === "edit") applyEdits(files[change.path] ?? "", change.edits);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("answers everywhere", () => {
    fc.assert(
      fc.property(text, text, text, fc.nat(400), (main, delta, proposal, offset) => {
        const at = workspace({ [MAIN]: main, [DELTA]: delta, [PROPOSAL]: proposal, [OTHER]: delta });
        for (const path of [MAIN, DELTA, PROPOSAL]) {
          const page = pageOf(at, path);
          const here = Math.min(offset, page.text.length);
          const { hover, definition, references, rename, complete, lenses } = incrementAnswers;
          hover?.(at.snapshot, page, here);
          definition?.(at.snapshot, page, here);
          const found = references?.(at.snapshot, page, here);
          if (found?.kind === "search") for (const one of found.paths) found.usesOn(pageOf(at, one));
          rename?.(at.snapshot, page, here);
          complete?.(at.snapshot, page, here, { invoked: true, trigger: undefined });
          lenses?.(at.snapshot, page);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const requirement = (i: number) =>
  `### Requirement: Pay ${i}\nThe system SHALL pay ${i}.\n\n#### Scenario: A\n- **WHEN** a\n- **THEN** b\n`;
const MANY = Array.from({ length: 1_000 }, (_, i) => requirement(i)).join("\n");
const run = (one: string) => one.repeat(100_000);

it.each([
  ["a delta with 1,000 requirements", `## MODIFIED Requirements\n\n${MANY}`, DELTA],
  ["a delta that adds 1,000", `## ADDED Requirements\n\n${MANY.replaceAll("Pay ", "Mail ")}`, DELTA],
  [
    "a delta that removes 1,000 that are not there",
    `## REMOVED Requirements\n\n${MANY.replaceAll("Pay ", "Mail ")}`,
    DELTA,
  ],
  ["1,000 requirements outside of all sections", MANY, DELTA],
  ["1,000 in force without a section", MANY, MAIN],
  [
    "1,000 renamings",
    `## RENAMED Requirements\n\n${Array.from({ length: 1_000 }, (_, i) => `- FROM: \`### Requirement: Pay ${i}\`\n- TO: \`### Requirement: Mail ${i}\`\n`).join("")}`,
    DELTA,
  ],
  ["blanks before FROM", `## RENAMED Requirements\n\n${run(" ")}### FROM: x\n`, DELTA],
  ["blanks in a name", `## ADDED Requirements\n\n### Requirement: a${run(" ")}#b#\n`, DELTA],
  ["# in a name", `## ADDED Requirements\n\n### Requirement: a${run(" #")}\n`, DELTA],
  ["blanks before a box", `${run(" ")}[x]\n- ${run(" ")}[${run(" ")}\n`, TASKS],
  ["comments that nobody closes", `## ADDED Requirements\n\n${"<!-- ".repeat(20_000)}\n`, DELTA],
  ["backticks in a proposal", `### New Capabilities\n\n- \`${run("`a")}\n`, PROPOSAL],
])("%s: soon", (_, text, path) => {
  const main = `## Purpose\n\nFor tests that take long, and for nothing else at all.\n\n## Requirements\n\n${MANY}`;
  const files = { [MAIN]: main, [OTHER]: `## MODIFIED Requirements\n\n${MANY}`, [path]: text };
  const spent = effort();
  const at = workspace(files);
  const page = pageOf(at, path);
  diagnose(RULES, at.snapshot, page, rethrow);
  incrementAnswers.lenses?.(at.snapshot, page);
  incrementAnswers.hover?.(at.snapshot, page, Math.min(40, text.length));
  expect(spent()).toBeLessThan(SOON);
});
