/** Fixes that change several pages of an increment, in any form of line; input that is not as it should be. */
import { describe, expect, it } from "vitest";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { effort, SOON } from "../effort.ts";
import { pageOf, workspace } from "../fixture.ts";

type Files = Readonly<Record<string, string>>;

const FOLDER = ".specweave/increments/0003-carts";
const OWN = RULES.filter(({ id }) => /^(?:increment|link|markdown)\//.test(id));
const fail = (rule: string, path: string, error: unknown) => {
  throw new Error(`${rule} failed on ${path}`, { cause: error });
};

/** Files of the increment by their names. */
function inFolder(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
}

/** The files that the fix of this title changes, after it. */
function fixed(files: Files, name: string, title: string): Files {
  const at = workspace(inFolder(files));
  const page = pageOf(at, `${FOLDER}/${name}`);
  const all = fixesAt(OWN, at.snapshot, page, { start: 0, end: page.text.length }, fail);
  const found = all.find(({ fix }) => fix.title === title);
  if (!found) throw new Error(`only ${all.map(({ fix }) => fix.title).join(", ")}`);
  return Object.fromEntries(
    found.fix.changes.map((change) => {
      if (change.kind !== "edit") throw new Error(change.kind);
      const short = change.path.slice(FOLDER.length + 1);
      return [short, applyEdits(files[short] ?? "", change.edits)];
    }),
  );
}

/** The rules that report something on a page. */
function reported(files: Files, name: string): string[] {
  const at = workspace(inFolder(files));
  return diagnose(OWN, at.snapshot, pageOf(at, `${FOLDER}/${name}`), fail).map(({ rule }) => rule);
}

const spec = (status: string, mark = " ") =>
  `---\nincrement: 0003-carts\nstatus: ${status}\n---\n\n# Carts\n\n### US-001: Keep\n\n- [${mark}] **AC-US1-01**: A cart is kept`;
const task = (status: string) => `### T-001: Keep\n**Satisfies ACs**: AC-US1-01\n**Status**: ${status}`;
const metadata = (status: string) =>
  `{"id": "0003-carts",\t"status":"${status}", "completed": "2026-05-04", "tags": ["a","b"]}`;

describe("a fix", () => {
  const CASES: readonly (readonly [title: string, from: string, before: Files, after: Files])[] = [
    [
      "Reopen the increment",
      "spec.md",
      {
        "spec.md": spec("completed"),
        "metadata.json": metadata("completed"),
        "tasks.md": task("[x] completed"),
      },
      { "spec.md": spec("active"), "metadata.json": metadata("active") },
    ],
    [
      "Tick 1 criterion and 1 task",
      "spec.md",
      { "spec.md": spec("completed"), "tasks.md": task("[ ] Not Started") },
      { "spec.md": spec("completed", "x"), "tasks.md": task("[x] Completed") },
    ],
    [
      'Set "active" in metadata.json, as here',
      "spec.md",
      { "spec.md": spec("in-progress"), "metadata.json": metadata("planning") },
      { "metadata.json": metadata("active") },
    ],
    [
      'Set "planning" here, as in metadata.json',
      "spec.md",
      { "spec.md": spec('"in-progress"'), "metadata.json": metadata("planning") },
      { "spec.md": spec('"planning"') },
    ],
    [
      "Complete T-001",
      "spec.md",
      { "spec.md": spec("active", "x"), "tasks.md": task("[ ] pending (blocked by nobody)") },
      { "tasks.md": task("[x] completed (blocked by nobody)") },
    ],
    [
      "Complete T-001",
      "spec.md",
      { "spec.md": spec("active", "x"), "tasks.md": task("⏳ IN PROGRESS") },
      { "tasks.md": task("COMPLETED") },
    ],
    [
      "Clear the box of AC-US1-01",
      "spec.md",
      { "spec.md": spec("active", "X"), "tasks.md": task("[ ]") },
      { "spec.md": spec("active", " ") },
    ],
    [
      'Set the status to "ready_for_review"',
      "spec.md",
      {
        "spec.md": spec("active", "x"),
        "metadata.json": metadata("active"),
        "tasks.md": task("[x] completed"),
      },
      { "spec.md": spec("ready_for_review", "x"), "metadata.json": metadata("ready_for_review") },
    ],
  ];
  for (const [title, from, before, after] of CASES)
    for (const [kind, newline] of Object.entries({ Unix: "\n", Windows: "\r\n" }))
      it(`${title}: ${Object.keys(after).join(", ")} with ${kind} line ends`, () => {
        const lines = (files: Files) =>
          Object.fromEntries(
            Object.entries(files).map(([name, text]) => [name, text.replaceAll("\n", newline)]),
          );
        expect(fixed(lines(before), from, title)).toEqual(lines(after));
      });

  it("updates every count of a page", () => {
    const page = (a: number, b: number) =>
      `---\ntotal_tasks: ${a}\ncompleted: ${b}\n---\n\n${task("[x] completed")}\n`;
    expect(fixed({ "tasks.md": page(4, 0) }, "tasks.md", "Update all 2 counts")).toEqual({
      "tasks.md": page(1, 1),
    });
  });
});

describe("input that is not as it should be", () => {
  const CASES: Readonly<Record<string, readonly [files: Files, name: string, rules: readonly string[]]>> = {
    "metadata.json that is no JSON": [
      { "metadata.json": "status: active\n" },
      "metadata.json",
      ["increment/metadata-invalid"],
    ],
    "an empty metadata.json": [{ "metadata.json": "" }, "metadata.json", ["increment/metadata-invalid"]],
    "metadata.json that is a list": [
      { "metadata.json": "[]" },
      "metadata.json",
      ["increment/metadata-invalid"],
    ],
    "a trailing comma": [
      { "metadata.json": '{ "id": "0003-carts", "status": "active", }' },
      "metadata.json",
      ["increment/metadata-invalid"],
    ],
    "values of other types": [
      { "metadata.json": '{ "id": 3, "status": null, "type": {}, "priority": null }' },
      "metadata.json",
      ["increment/metadata-invalid", "increment/metadata-invalid", "increment/metadata-invalid"],
    ],
    "a specification without front matter": [
      { "spec.md": "# Carts\n\n**Status**: Active\n", "metadata.json": metadata("completed") },
      "spec.md",
      [],
    ],
    "a specification with nothing in it": [
      { "spec.md": "", "metadata.json": metadata("completed") },
      "spec.md",
      [],
    ],
    "a status that is none": [
      { "spec.md": spec("soon"), "metadata.json": metadata("completed"), "tasks.md": task("[ ]") },
      "spec.md",
      ["increment/completed-with-open-work"],
    ],
    "two statuses, of which one says completed": [
      { "spec.md": spec("abandoned"), "metadata.json": metadata("completed"), "tasks.md": task("[ ]") },
      "spec.md",
      ["increment/status-desync"],
    ],
    "a duplicate key": [
      {
        "metadata.json":
          '{ "id": "0003-carts", "id": "0003-carts", "status": "active", "status": "planned" }',
      },
      "metadata.json",
      [],
    ],
  };
  for (const [title, [files, name, rules]] of Object.entries(CASES))
    it(title, () => expect(reported(files, name)).toEqual(rules));

  it("two folders with one number are both named", () => {
    const at = workspace({
      ".specweave/increments/0003-carts/spec.md": spec("active"),
      ".specweave/increments/0003-search/spec.md": spec("planned"),
      ".specweave/increments/_archive/0003-images/spec.md": spec("completed"),
    });
    const of = (name: string) =>
      diagnose(OWN, at.snapshot, pageOf(at, `.specweave/increments/${name}/spec.md`), fail)
        .filter(({ rule }) => rule === "increment/duplicate-number")
        .map(({ message }) => message);
    expect(of("0003-carts")).toEqual([expect.stringContaining("0003-images, 0003-search")]);
    expect(of("0003-search")).toEqual([expect.stringContaining("0003-carts, 0003-images")]);
    expect(of("_archive/0003-images")).toEqual([]);
  });

  it("2,000 tasks with as many criteria and counts are looked at soon", () => {
    const numbers = Array.from({ length: 2_000 }, (_, i) => String(i + 1).padStart(4, "0"));
    const files = inFolder({
      "spec.md": `---\nstatus: active\n---\n\n### US-001: Keep\n\n${numbers.map((n) => `- [x] **AC-US1-${n}**: Kept`).join("\n")}\n`,
      "tasks.md": numbers
        .map(
          (n) =>
            `### T-${n}: Keep\n**Satisfies ACs**: AC-US1-${n}\n**Status**: [ ] pending\n**Total Tasks**: 3\n\n\`\`\`md\n\`\`\`sh\nx\n\`\`\`\n`,
        )
        .join("\n"),
    });
    const at = workspace(files);
    for (const name of ["spec.md", "tasks.md"]) {
      const page = pageOf(at, `${FOLDER}/${name}`);
      const spent = effort();
      diagnose(OWN, at.snapshot, page, fail);
      expect(spent()).toBeLessThan(SOON);
    }
  });
});
