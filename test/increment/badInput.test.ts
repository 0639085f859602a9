import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../glossary/text/span.ts";
import { effort, SOON } from "../effort.ts";
import { workspace } from "../fixture.ts";
import { cut, FOLDER, readOpen, readPage } from "./read.ts";

const SPEC =
  "---\nstatus: active\n---\n\n# Spec\n\n### US-001: A (P1)\n\n**As a** b\n**I want** c\n**So that** d\n\n- [x] **AC-US1-01**: Given a\n  when b\n  then c\n- [ ] AC-US1-02: D\n";
const TASKS =
  "---\ntotal_tasks: 2\n---\n\n# Tasks\n\n## US-001: A\n\n**Tasks**: 2 total, 1 completed\n\n### T-001: One\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed\n\n- [x] a\n\n```gherkin\nScenario: A\n  Given a\n  When b\n  Then c\n```\n\n### T-002 [RED]: Two\n**Status**: [ ] pending\n\n| AC | T |\n|---|---|\n| AC-US1-02 | T-002 |\n";

/** Everything of a page that has a span, as the text there. */
function texts(file: string, text: string): string[] {
  const page = readPage(file, text);
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { start, end } = value as Partial<Span>;
    if (typeof start === "number" && typeof end === "number") found.push(cut(text, { start, end }));
    else for (const one of Object.values(value)) visit(one);
  };
  visit(page);
  return found;
}

describe("line ends", () => {
  for (const [file, text] of [
    ["spec.md", SPEC],
    ["tasks.md", TASKS],
  ] as const) {
    it(`of Windows change nothing in ${file}`, () => {
      const windows = texts(file, text.replaceAll("\n", "\r\n")).map((one) => one.replaceAll("\r\n", "\n"));
      expect(windows.map((one) => one.trimEnd())).toEqual(texts(file, text).map((one) => one.trimEnd()));
    });

    it(`may be missing at the end of ${file}`, () => {
      expect(texts(file, text.trimEnd()).map((one) => one.trimEnd())).toEqual(
        texts(file, text).map((one) => one.trimEnd()),
      );
    });
  }
});

describe("an open page", () => {
  for (const [file, text] of [
    ["spec.md", SPEC],
    ["tasks.md", TASKS],
    ["plan.md", SPEC],
    ["specs/001-a/tasks.md", "# T\n\n- [ ] T001 [US1] A\n"],
  ] as const)
    it(`${file} is read as a closed one`, () => {
      expect(readOpen(file, text)).toEqual(readPage(file, text));
    });
});

const PIECES = [
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "# ",
  "### ",
  "#### ",
  "- ",
  "- [ ] ",
  "- [x] ",
  "**",
  ": ",
  " | ",
  "| ",
  "---\n",
  "```\n",
  "```gherkin\n",
  "T-001",
  "T1",
  "US-001",
  "AC-US1-01",
  "FR-001",
  " through ",
  "All",
  "N/A",
  "(P1)",
  "**Status**: [x] completed",
  "**Satisfies ACs**: ",
  "Given ",
  "When ",
  "then ",
  "Scenario:",
  "As a ",
  "I want ",
  "so that ",
  "**Tasks**: 4 total, 3 completed",
  "Requirement: ",
  "User Story 1 - ",
  "✅ ",
  "[RED]",
  "`",
  "[",
  "]",
  "status: done\n",
  '{"status": "',
  '"}',
  "\u0000",
  "\ud800",
  "é",
];

describe("any text", () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
  const file = fc.constantFrom(
    "spec.md",
    "tasks.md",
    "plan.md",
    "rubric.md",
    "notes.md",
    "metadata.json",
    "specs/001-a/spec.md",
    "specs/001-a/tasks.md",
    "openspec/changes/a/tasks.md",
    "openspec/specs/a/spec.md",
    "docs/specs/web/FS-001/us-001-a.md",
  );

  it("is read without a mistake, with places inside of it", () => {
    fc.assert(
      fc.property(file, text, (file, text) => {
        const visit = (value: unknown): void => {
          if (typeof value !== "object" || value === null) return;
          const { start, end } = value as Partial<Span>;
          if (typeof start !== "number" || typeof end !== "number") {
            for (const one of Object.values(value)) visit(one);
            return;
          }
          expect([start >= 0, start <= end, end <= text.length, `${start}-${end}`]).toEqual([
            true,
            true,
            true,
            `${start}-${end}`,
          ]);
        };
        const page = readPage(file, text);
        visit(page);
        for (const { span, text: own } of page.mentions) expect(cut(text, span)).toBe(own);
      }),
      { numRuns: 1_500 },
    );
  });

  it("gives the index something to say", () => {
    fc.assert(
      fc.property(text, text, text, (spec, tasks, metadata) => {
        const { snapshot } = workspace({
          [`${FOLDER}/spec.md`]: spec,
          [`${FOLDER}/tasks.md`]: tasks,
          [`${FOLDER}/metadata.json`]: metadata,
        });
        expect(snapshot.increments.at(FOLDER)?.pages.size).toBe(3);
      }),
      { numRuns: 100 },
    );
  });
});

const MANY = 2_000;
const LONG: readonly (readonly [what: string, text: string])[] = [
  [
    "2,000 tasks",
    Array.from(
      { length: MANY },
      (_, i) =>
        `### T-${i + 1}: Task\n**Satisfies ACs**: AC-US1-${i + 1}\n**Status**: [x] completed\n\n- [x] a\n`,
    ).join("\n"),
  ],
  ["2,000 labels without ids", "### T-001: A\n**Dependencies**: none\n**Test**: nothing\n".repeat(MANY)],
  ["20,000 beginnings of scenarios", "- Given a\n".repeat(20_000)],
  ["scenarios without an end", `Given a ${"word ".repeat(40_000)}`],
  ["letters that may begin an id", "A".repeat(200_000)],
  ["dashes and digits", "T-1-".repeat(50_000)],
  ["marks", `### T-001 ${"[a] ".repeat(50_000)}\n`],
  ["spaces behind a title", `### T-001: A${" ".repeat(100_000)}\n`],
  ["a range of ten thousand", "### T-001: A\n**AC**: AC-US1-1 through AC-US1-9999\n"],
  ["a long wish", `### US-001: A\n\nAs a ${"I want so that ".repeat(20_000)}\n`],
];

describe("long pages are read in time:", () => {
  for (const [what, text] of LONG)
    it(what, () => {
      for (const file of ["tasks.md", "spec.md"]) {
        const spent = effort();
        readPage(file, text);
        expect(spent()).toBeLessThan(SOON);
      }
    });

  it("a thousand increments", () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, i) => [
        `.specweave/increments/${String(i + 1).padStart(4, "0")}-a/tasks.md`,
        "### T-001: A\n**Satisfies ACs**: AC-US1-01\n",
      ]),
    );
    const { snapshot } = workspace(files);
    const spent = effort();
    const all = [...snapshot.increments.units.keys()].map((folder) => snapshot.increments.at(folder));
    expect(all.every((one) => one?.tasks.size === 1)).toBe(true);
    expect(spent()).toBeLessThan(SOON);
  });

  it("2,000 tasks have their criteria", () => {
    const { snapshot } = workspace({
      [`${FOLDER}/tasks.md`]: LONG[0]?.[1] ?? "",
      [`${FOLDER}/spec.md`]: Array.from({ length: MANY }, (_, i) => `- [x] **AC-US1-${i + 1}**: A\n`).join(
        "",
      ),
    });
    const coverage = snapshot.increments.at(FOLDER)?.coverage;
    expect(coverage?.size).toBe(MANY);
    expect([...(coverage?.values() ?? [])].every(({ tasks }) => tasks.length === 1)).toBe(true);
  });
});
