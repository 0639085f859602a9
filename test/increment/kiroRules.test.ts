/** What is found in specifications in the layout of Kiro, and how it is settled. */
import { describe, expect, it } from "vitest";
import { fixAll } from "../../glossary/rule/fixAll.ts";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { FILES, type Files, SPEC, TASKS, withTasks } from "./lending.ts";

const short = (path: string) => path.slice(path.lastIndexOf("/") + 1);

function findings(files: Files): string[] {
  const { snapshot } = workspace(files);
  return [...snapshot.pages.keys()].flatMap((path) =>
    diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow).map(
      ({ rule, message }) => `${short(path)} ${rule}: ${message}`,
    ),
  );
}

describe("findings", () => {
  it("are criteria without a task", () => {
    expect(findings(FILES)).toEqual([
      "requirements.md increment/uncovered-criterion: No task satisfies 2.2: add it to a task, or create one",
    ]);
  });

  it("are no more when all is done, or put away", () => {
    const done = withTasks((text) => text.replaceAll("- [ ] ", "- [x] "));
    expect(findings(done)).toEqual([]);
    const away = Object.entries(FILES).map(([path, text]) => [
      path.replace("specs/", "specs/_archived/"),
      text,
    ]);
    expect(findings(Object.fromEntries(away))).toEqual([]);
  });

  it.each<[what: string, change: (text: string) => string, found: string[]]>([
    [
      "a criterion that is not there",
      (text) => text.replace("2.1_", "2.1, 2.7, 2.2_"),
      [
        "tasks.md increment/unknown-reference: There is no acceptance criterion 2.7 in requirements.md: correct the number, or add it there",
      ],
    ],
    [
      "a requirement that is not there, once",
      (text) => text.replace("2.1_", "2.1, 2.2, 5.1, 5.2, 5_"),
      [
        "tasks.md increment/unknown-reference: There is no requirement 5 in requirements.md: correct the number, or add it there",
      ],
    ],
    [
      "a number twice",
      (text) => `${text.replace("2.1_", "2.1, 2.2_")}- [ ] 2. Ask for the fine\n  - _Requirements: 2.2_\n`,
      ["tasks.md increment/duplicate-id: Task 2 is already defined above: give this one another number"],
    ],
    [
      "a task that is done with a part that is not",
      (text) => text.replace("2.1_", "2.1, 2.2_").replace("- [x] 1.1", "- [ ] 1.1"),
      [
        "tasks.md increment/task-done-open-steps: Task 1 is done, but a step of it is open: tick or defer it, or reopen the task",
      ],
    ],
    [
      "a task for nothing",
      (text) =>
        `${text.replace("2.1_", "2.1, 2.2_")}- [ ] 4. Paint the desk\n- [ ] 5. A\n  - _Requirements: 1_\n- [ ] 6. B\n  - _Requirements: 1_\n`,
      [
        "tasks.md increment/task-without-criterion: Task 4 names no acceptance criterion: add the one it satisfies, or “N/A”",
      ],
    ],
    ["whole requirements", (text) => text.replace("2.1_", "2_"), []],
    ["all", (text) => text.replace("2.1_", "All_"), []],
    ["what no task names", (text) => text.replaceAll("equirements", "easons"), []],
    [
      "numbers that begin again below each heading",
      (text) => `${text.replace("2.1_", "2_")}\n## Later\n\n- [ ] 1. Sort\n  - _Requirements: 1.1_\n`,
      [],
    ],
  ])("with %s", (_what, change, found) => {
    expect(findings(withTasks(change))).toEqual(found);
  });

  it("is a requirement whose number is taken", () => {
    const spec = `${FILES[SPEC]}\n### Requirement 2: Ask\n\n1. WHEN asked\n`;
    expect(findings({ ...FILES, [SPEC]: spec })).toContain(
      "requirements.md increment/duplicate-id: Requirement 2 is already defined above: give this one another number",
    );
  });

  it.each<[what: string, title: RegExp, change: (text: string) => string, rule: string, result: string]>([
    [
      "adds it to a task",
      /^Add 2\.2 to task 2/,
      (text) => text,
      "uncovered-criterion",
      "  - _Requirements: 2.1, 2.2_",
    ],
    [
      "makes a task",
      /^Create task 4/,
      (text) => text,
      "uncovered-criterion",
      "- [ ] 4. WHILE a fine is due, THE desk SHALL ask for it\n  - _Requirements: 2.2_",
    ],
    [
      "takes the nearest number",
      /^Change 2\.7 to 2\.2/,
      (text) => text.replace("2.1_", "2.1, 2.7_"),
      "unknown-reference",
      "  - _Requirements: 2.1, 2.2_",
    ],
    [
      "adds the next criterion",
      /^Add 2\.3 to the specification/,
      (text) => text.replace("2.1_", "2.1, 2.3_"),
      "unknown-reference",
      "3. …",
    ],
  ])("%s", (_what, title, change, rule, result) => {
    const files = withTasks(change);
    const { snapshot } = workspace(files);
    const fixes = [...snapshot.pages.keys()].flatMap((path) => {
      const page = pageOf({ snapshot }, path);
      return fixesAt(RULES, snapshot, page, { start: 0, end: page.text.length }, rethrow);
    });
    const fix = fixes.find(
      (one) => one.diagnostic.rule === `increment/${rule}` && title.test(one.fix.title),
    )?.fix;
    expect(fix, fixes.map((one) => one.fix.title).join(" | ")).toBeDefined();
    const [edit] = fix?.changes ?? [];
    expect(edit?.kind === "edit" && applyEdits(files[edit.path] as string, edit.edits)).toContain(result);
  });

  it("are settled together, each task with a number of its own", () => {
    const files = withTasks((text) => text.replace("2.1_", "1.1_"));
    const { snapshot } = workspace(files);
    const rules = RULES.filter(({ id }) => id === "increment/uncovered-criterion");
    const { changes, fixed } = fixAll(
      rules,
      snapshot,
      [pageOf({ snapshot }, SPEC)],
      { safety: "review" },
      rethrow,
    );
    const edits = changes.flatMap((one) => (one.kind === "edit" ? one.edits : []));
    expect(fixed).toBe(2);
    expect(applyEdits(files[TASKS] as string, edits)).toBe(
      `${files[TASKS]}
- [ ] 4. WHEN a book comes back, THE desk SHALL clear the loan
  - _Requirements: 2.1_

- [ ] 5. WHILE a fine is due, THE desk SHALL ask for it
  - _Requirements: 2.2_
`,
    );
  });
});
