/** What the fixes of the rules on increments do to files, open or closed, whatever their lines end with. */
import { describe, expect, it } from "vitest";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { fixAll } from "../../glossary/rule/fixAll.ts";
import type { FileChange, Rule } from "../../glossary/rule/rule.ts";
import { fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { FOLDER } from "./read.ts";

type Files = Readonly<Record<string, string>>;

function fail(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} failed on ${path}`, { cause: error });
}

/** An engine with files of increment 12; only those named are open. */
function engine(files: Files, rule: Rule, open: readonly string[]) {
  const host = new AnalysisHost();
  const put = Object.entries(files).map(([name, text]) => [pathOf(name), text] as const);
  const settings = { rules: { [rule.id]: rule.severity } };
  host.apply({ settings, open: open.map(pathOf), put: new Map(put), complete: true });
  const snapshot = host.snapshot();
  const pages = open.flatMap((name) => {
    const page = snapshot.pages.get(pathOf(name));
    return isRead(page) ? [page] : [];
  });
  return { snapshot, pages };
}

function pathOf(name: string): string {
  return name.includes("/") ? name : `${FOLDER}/${name}`;
}

function ruleOf(name: string): Rule {
  const rule = RULES.find(({ id }) => id === `increment/${name}`);
  if (!rule) throw new Error(`there is no rule ${name}`);
  return rule;
}

/** The files that changes change, after them. */
function changedBy(files: Files, changes: readonly FileChange[]): Files {
  const changed = Object.entries(files).flatMap(([name, text]) => {
    const edits = changes.flatMap((one) =>
      one.kind === "edit" && one.path === pathOf(name) ? one.edits : [],
    );
    return edits.length > 0 ? [[name, applyEdits(text, edits)] as const] : [];
  });
  return Object.fromEntries(changed);
}

/** Applies the first fix with such a title to what is found in `open`; the other files are closed. */
function fix(name: string, title: RegExp, open: string, files: Files): Files {
  const rule = ruleOf(name);
  const { snapshot, pages } = engine(files, rule, [open]);
  const [page] = pages;
  if (!page) throw new Error(`${open} is not open`);
  const fixes = fixesAt([rule], snapshot, page, { start: 0, end: page.text.length }, fail);
  const found = fixes.find((one) => title.test(one.fix.title));
  if (!found) throw new Error(`offered: ${fixes.map((one) => one.fix.title).join(", ")}`);
  return changedBy(files, found.fix.changes);
}

const crlf = (text: string) => text.replaceAll("\n", "\r\n");
const COVERED = "### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n";
const OPEN = `${COVERED}- [ ] **AC-US1-02**: Nothing found says so, e.g. by words (P1)\n`;
const FIRST =
  "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n";
const SECOND =
  "### T-002: Nothing found says so, e.g. by words\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-02\n**Status**: [ ] pending\n";

describe("a new task", () => {
  const create = (tasks: string, spec = OPEN) =>
    fix("uncovered-criterion", /^Create task/, "spec.md", { "spec.md": spec, "tasks.md": tasks })["tasks.md"];

  it("stands behind the last one of its story, set apart as they are", () => {
    const other = FIRST.replace("T-001", "T-007").replaceAll("1-01", "2-01").replace("US-001", "US-002");
    const task = SECOND.replace("T-002", "T-008");
    expect(create(`# Tasks\n\n${FIRST}\n${other}`)).toBe(`# Tasks\n\n${FIRST}\n${task}\n${other}`);
    expect(create(`# Tasks\n\n${FIRST}\n---\n\n${other}`)).toBe(
      `# Tasks\n\n${FIRST}\n---\n\n${task}\n---\n\n${other}`,
    );
  });

  it("has lines that end as the others do", () => {
    expect(create(crlf(`# Tasks\n\n${FIRST}`))).toBe(crlf(`# Tasks\n\n${FIRST}\n${SECOND}`));
    expect(create(crlf(`# Tasks\n\n${FIRST}`).trimEnd())).toBe(
      crlf(`# Tasks\n\n${FIRST}\n${SECOND}`).trimEnd(),
    );
    expect(create(`# Tasks\n\n${FIRST}`.trimEnd())).toBe(`# Tasks\n\n${FIRST}\n${SECOND}`.trimEnd());
  });

  it("stands below the heading of its story where that has no task yet", () => {
    const groups = "## User Story: US-002 - Filter\n\n## User Story: US-001 - Search\n\n## Summary\n";
    const done = FIRST.replaceAll("AC-US1-01", "AC-US2-01").replace("US-001", "US-002");
    const tasks = groups.replace("Filter\n\n", `Filter\n\n${done}\n`);
    const spec = `${OPEN.replaceAll("[ ] **AC-US1-01", "[~] **AC-US1-01")}\n### US-002: Filter\n\n- [ ] **AC-US2-01**: One\n`;
    expect(create(tasks, spec)).toBe(tasks.replace("- Search\n", `- Search\n\n${SECOND}`));
  });
});

describe("a criterion for a task", () => {
  const add = (task: string) =>
    fix("uncovered-criterion", /^Add AC-US1-02 to T-003/, "spec.md", {
      "spec.md": OPEN,
      "tasks.md": `${FIRST}\n${task}`,
    })["tasks.md"]?.slice(FIRST.length + 1);

  it.each([
    ["behind the others", "**AC**: AC-US1-01 (in part)\n", "**AC**: AC-US1-01, AC-US1-02 (in part)\n"],
    [
      "behind a range",
      "**AC**: AC-US1-01 through AC-US1-01\n",
      "**AC**: AC-US1-01 through AC-US1-01, AC-US1-02\n",
    ],
    ["in place of N/A", "**AC**: N/A\n", "**AC**: AC-US1-02\n"],
    ["in an empty field", "**AC**:\n", "**AC**: AC-US1-02\n"],
    [
      "among references",
      "**References**: AC-US1-01, FR-001\n",
      "**References**: AC-US1-01, AC-US1-02, FR-001\n",
    ],
    ["on the line of the story", "", "", " | **Satisfies ACs**: AC-US1-02"],
  ])("goes %s", (_, before, expected, beside = "") => {
    const task = (fields: string, more = "") =>
      `### T-003: Say so\n\n**User Story**: US-001${more}\n${fields}**Status**: [ ] pending\n`;
    expect(add(task(before))).toBe(task(expected, beside));
  });

  it("has a line of its own where fields have", () => {
    const item = "### T-003: Say so\n\n- **User Story**: US-001\n- **Status**: [ ] pending\n";
    const lines = FIRST.replace(" | ", "\n");
    const files = { "spec.md": OPEN, "tasks.md": `${lines}\n${item}` };
    expect(fix("uncovered-criterion", /to T-003/, "spec.md", files)["tasks.md"]).toBe(
      `${lines}\n${item.replace("US-001\n", "US-001\n- **Satisfies ACs**: AC-US1-02\n")}`,
    );
  });
});

describe("a criterion for a story", () => {
  const add = (spec: string) =>
    fix("unknown-reference", /^Add AC-US1-09 to the specification/, "tasks.md", {
      "spec.md": spec,
      "tasks.md": FIRST.replace("AC-US1-01", "AC-US1-09"),
    })["spec.md"];

  it("stands behind the last one, with all that belongs to that", () => {
    const more = `${COVERED}  - **Priority**: P1\n\n### US-002: Filter\n`;
    expect(add(more)).toBe(more.replace("P1\n", "P1\n- [ ] **AC-US1-09**: …\n"));
    expect(add(crlf(COVERED).trimEnd())).toBe(`${crlf(COVERED)}- [ ] **AC-US1-09**: …`);
  });
});

describe("another number for a story", () => {
  it("takes along what surely means it, in all files", () => {
    const files = {
      "spec.md": `${COVERED}\n### US-001: Filter\n\n- [ ] **AC-US1-01**: One\n- [ ] **AC-US1-05**: Two, see AC-US1-01\n`,
      "tasks.md": "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-05\n",
      "plan.md": "AC-US1-05 of US-001.\n",
    };
    expect(fix("duplicate-id", /^Renumber to US-002/, "spec.md", files)).toEqual({
      "spec.md": `${COVERED}\n### US-002: Filter\n\n- [ ] **AC-US2-01**: One\n- [ ] **AC-US2-05**: Two, see AC-US2-01\n`,
      "tasks.md": "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US2-05\n",
      "plan.md": "AC-US2-05 of US-001.\n",
    });
  });
});

describe("all fixes of a kind", () => {
  const all = (name: string, files: Files, open: readonly string[]) => {
    const rule = ruleOf(name);
    const { snapshot, pages } = engine(files, rule, open);
    const { changes, fixed, left } = fixAll([rule], snapshot, pages, { safety: "review" }, fail);
    return { files: changedBy(files, changes), fixed, left };
  };

  it("add to one list what belongs there", () => {
    const spec = `${OPEN}- [ ] **AC-US1-03**: In view\n`;
    expect(all("uncovered-criterion", { "spec.md": spec, "tasks.md": FIRST }, ["spec.md"])).toEqual({
      files: { "tasks.md": FIRST.replace("AC-US1-01", "AC-US1-01, AC-US1-02, AC-US1-03") },
      fixed: 2,
      left: 0,
    });
  });

  it("make tasks with one number after the other, done ones for what is met", () => {
    const spec = `${OPEN}- [x] **AC-US1-03**: ✅ In view\n`;
    const tasks = FIRST.replace("US-001", "US-002");
    const next = SECOND.replace("T-002: Nothing found says so, e.g. by words", "T-003: In view")
      .replace("1-02", "1-03")
      .replace("[ ] pending", "[x] completed");
    expect(all("uncovered-criterion", { "spec.md": spec, "tasks.md": tasks }, ["spec.md"])).toEqual({
      files: { "tasks.md": `${tasks}\n${SECOND}\n${next}` },
      fixed: 2,
      left: 0,
    });
  });

  it("leave for the next time what would be in each other's way", () => {
    const spec = `${COVERED}\n### US-001: Filter\n\n- [ ] **AC-US1-01**: One\n`;
    const { files, fixed, left } = all("duplicate-id", { "spec.md": spec }, ["spec.md"]);
    expect([fixed, left]).toEqual([1, 1]);
    expect(files["spec.md"]).toBe(`${COVERED}\n### US-002: Filter\n\n- [ ] **AC-US2-01**: One\n`);
  });

  it("give each another number", () => {
    const spec = `${COVERED}- [ ] **AC-US1-01**: One\n- [ ] **AC-US1-01**: Two\n`;
    expect(all("duplicate-id", { "spec.md": spec }, ["spec.md"]).files["spec.md"]).toBe(
      `${COVERED}- [ ] **AC-US1-02**: One\n- [ ] **AC-US1-03**: Two\n`,
    );
  });

  it("need no more than the pages that are given", () => {
    const files = {
      "spec.md": "#### US-001: Search\n",
      "tasks.md": "#### T-001: Index\r\n\r\n#### T-002: Rank",
    };
    expect(all("unparseable-id", files, ["spec.md", "tasks.md"])).toEqual({
      files: { "spec.md": "### US-001: Search\n", "tasks.md": "### T-001: Index\r\n\r\n### T-002: Rank" },
      fixed: 3,
      left: 0,
    });
  });
});
