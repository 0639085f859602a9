/** New increments, and what is added to them. */
import { describe, expect, it } from "vitest";
import { incrementSlug } from "../../glossary/increment/edits/name.ts";
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, newIncrement } from "../../glossary/increment/features/new.ts";
import { spotAt } from "../../glossary/increment/features/place.ts";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import { NO_DEFAULTS, readDefaults } from "../../glossary/increment/layouts/specWeave/configuration.ts";
import { specWeave } from "../../glossary/increment/layouts/specWeave/layout.ts";
import { INCREMENT_TYPES } from "../../glossary/increment/model/words.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, parseFixture, workspace } from "../fixture.ts";

const ROOT = ".specweave/increments";
const DATES = { date: "2025-06-07", instant: "2025-06-07T08:09:10Z" };

function made(files: Readonly<Record<string, string>>, title: string, type = "feature", project = "shop") {
  const { snapshot } = workspace(files);
  const root = incrementsRoot(snapshot, "README.md");
  return newIncrement(
    snapshot,
    root,
    specWeave,
    { title, type, priority: "P2", project, ...DATES },
    undefined,
  );
}

/** The rules that complain about any file, and what about. */
function findings(files: Readonly<Record<string, string>>): string[] {
  const { snapshot } = workspace(files);
  return [...snapshot.pages.keys()].flatMap((path) =>
    diagnose(RULES, snapshot, pageOf({ snapshot }, path), (rule, _path, error) => {
      throw new Error(rule, { cause: error });
    }).map(({ rule, message }) => `${path}: ${message} (${rule})`),
  );
}

describe("a new increment", () => {
  for (const type of INCREMENT_TYPES) {
    const { changes } = made({}, "Review the cart: sizes & “colours”", type);
    const files = Object.fromEntries(
      changes.map((one) => [one.path, one.kind === "create" ? one.text : ""] as const),
    );

    it(`of the type ${type} has no findings as long as it is planned`, () => {
      expect(findings(files)).toEqual([]);
    });

    it(`of the type ${type} has none but its placeholders when the work begins`, () => {
      const active = Object.entries(files).map(([path, text]) => [
        path,
        text.replace(/(?<=status"?: "?)planning/, "active"),
      ]);
      const found = findings(Object.fromEntries(active));
      expect(found.filter((one) => !one.endsWith("(increment/template-left)"))).toEqual([]);
      const pages = found.map((one) => one.slice(0, one.indexOf(":")).split("/").at(-1));
      expect([...new Set(pages)]).toEqual(["spec.md", "plan.md", "tasks.md"]);
    });

    it(`of the type ${type} has none at all when they are filled in`, () => {
      const filled = Object.entries(files).map(([path, text]) => [
        path,
        text.replace(/\{\{([^}]+)\}\}/g, (_, words: string) => `the ${words.toLowerCase()}`),
      ]);
      expect(findings(Object.fromEntries(filled))).toEqual([]);
    });
  }

  it("is read as an increment whose task covers its criteria", () => {
    const { changes } = made({}, "Review the cart");
    const files = changes.map((one) => [one.path, one.kind === "create" ? one.text : ""]);
    const increment = workspace(Object.fromEntries(files)).snapshot.increments.at(
      `${ROOT}/0001-review-the-cart`,
    );
    expect(increment?.status?.what.name).toBe("planning");
    expect([...(increment?.coverage.values() ?? [])].map(({ tasks }) => tasks.length)).toEqual([1, 1]);
    expect(increment?.metadata?.what.problems).toEqual([]);
  });

  it("gets the number after the highest, wherever that has been put", () => {
    const files = {
      [`${ROOT}/0003-a/spec.md`]: "# A\n",
      [`${ROOT}/_archive/0007-b/spec.md`]: "# B\n",
      [`${ROOT}/_abandoned/0011-c/spec.md`]: "# C\n",
      [`${ROOT}/_paused/0010-d/spec.md`]: "# D\n",
      "specs/0042-e/spec.md": "# E\n",
    };
    expect(made(files, "Next one").path).toBe(`${ROOT}/0012-next-one/spec.md`);
  });

  it("goes beside the others", () => {
    const files = { "web/.specweave/increments/_archive/0004-a/spec.md": "# A\n" };
    expect(made(files, "B").path).toBe("web/.specweave/increments/0005-b/spec.md");
  });

  it("has its cursor in the first field", () => {
    const { text, field } = made({}, "Review the cart");
    expect(text.slice(field.start, field.end)).toBe("{{What changes, for whom, and why now}}");
  });

  it("has no line of its own for a project where there is none", () => {
    const { snapshot } = workspace({});
    const wanted = { title: "A", type: "bug", priority: "P0", project: undefined, ...DATES };
    const { changes } = newIncrement(snapshot, ROOT, specWeave, wanted, undefined);
    expect(JSON.stringify(changes)).not.toMatch(/project/i);
  });

  it.each([
    ["Größe & Maße", "grosse-masse"],
    ["Crème brûlée!", "creme-brulee"],
    ["支払い", "increment"],
    ["Fix ../../etc/passwd", "fix-etc-passwd"],
    ["A.b c_d", "a-b-c-d"],
    ["-- Dashes --", "dashes"],
    ["word ".repeat(40), "word-word-word-word-word-word-word-word-word-word-word-word"],
  ])("named %s is called %s", (title, name) => {
    expect(incrementSlug(title)).toBe(name);
  });

  it.each([
    ["{}", NO_DEFAULTS],
    ["[[[", NO_DEFAULTS],
    ['{"project": {"name": "a: b"}, "testing": {"defaultCoverageTarget": 900}}', NO_DEFAULTS],
    [
      '{"project": {"name": "shop"}, "testing": {"defaultTestMode": "test-after", "defaultCoverageTarget": 85}}',
      { project: "shop", testMode: "test-after", coverageTarget: 85 },
    ],
  ])("takes from the configuration %s what holds", (text, defaults) => {
    expect(readDefaults(text)).toEqual(defaults);
  });
});

const FOLDER = `${ROOT}/0012-search`;
const SPEC = `# Feature: Search

## User Stories

### US-001: Find (P1)

**Project**: web

**Acceptance Criteria**:

- [x] **AC-US1-01**: One
- [ ] **AC-US1-02**: Two
  - **Priority**: P1

---

### US-002: Sort

**Acceptance Criteria**:

---

## Out of Scope

- Typos
`;
const TASKS = `---
total_tasks: 2
by_user_story:
  US-001: 1
  US-002: 1
---

# Tasks: Search

## Phase 1

### T-001: Index

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed

**Test**: Given a word → When it is sought → Then it is found

## Phase 2

### T-002: Order

**User Story**: US-002 | **Status**: [ ] pending

**Test**: Given two words → When they are sorted → Then they are in order
`;

/** The changed files after an addition; the text that was put in, and what it was put behind. */
function added(files: Readonly<Record<string, string>>, wanted: Wanted) {
  const all = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const { snapshot } = workspace(all);
  const increment = snapshot.increments.at(FOLDER);
  if (!increment) throw new Error("there is no increment");
  const path = pageFor(increment, wanted);
  const page = path in all ? pageOf({ snapshot }, path) : undefined;
  const addition = add(increment, wanted, page);
  if (!addition || addition === "code") return undefined;
  const insert = { span: { start: addition.at, end: addition.at }, text: addition.text };
  const after: Record<string, string> = { ...all, [path]: applyEdits(page?.text ?? "", [insert]) };
  for (const change of addition.counts) {
    const edits = change.kind === "edit" ? change.edits : [];
    after[change.path] = applyEdits(
      all[change.path] ?? "",
      change.path === path ? [...edits, insert] : edits,
    );
  }
  const behind = (page?.text ?? "").slice(0, addition.at).trimEnd().split(/\r?\n/).at(-1);
  return { name: path.slice(FOLDER.length + 1), text: addition.text, behind, after };
}

describe("a new story", () => {
  const wanted: Wanted = { what: "story", project: "shop" };

  it("comes behind the last one, in its form", () => {
    expect(added({ "spec.md": SPEC }, wanted)).toMatchObject({
      name: "spec.md",
      behind: "**Acceptance Criteria**:",
      text: `
---

### US-003: {{What the user can do}}

**Project**: shop

**As a** {{role}}
**I want** {{wish}}
**So that** {{reason}}

**Acceptance Criteria**:

- [ ] **AC-US3-01**: Given {{situation}}, when {{action}}, then {{outcome}}
`,
    });
  });

  it.each([
    ["# A\n\n## User Stories\n\n## Out of Scope\n", "## User Stories", "### US-001"],
    ["# A\n\nText.\n", "Text.", "### US-001"],
    ["# A\n\n#### US1: X\n\nText\n", "Text", "### US-002"],
    ["# A\n\n### US-012-009: X\n", "### US-012-009: X", "### US-010"],
    ["# A\n\n### US-009E: X\n", "### US-009E: X", "### US-010"],
  ])("goes to its place in %j", (spec, behind, begins) => {
    const result = added({ "spec.md": spec }, wanted);
    expect(result?.behind).toBe(behind);
    expect(result?.text.trim().startsWith(`${begins}: `)).toBe(true);
  });

  it("is refused where there is no specification", () => {
    expect(added({ "tasks.md": TASKS }, wanted)).toBeUndefined();
  });
});

describe("a new criterion", () => {
  const of = (story: string): Wanted => ({ what: "criterion", story });
  const LINE = "Given {{situation}}, when {{action}}, then {{outcome}}";

  it("comes behind the last one of its story", () => {
    const result = added({ "spec.md": SPEC }, of("US-1"));
    expect(result).toMatchObject({ behind: "  - **Priority**: P1", text: `- [ ] **AC-US1-03**: ${LINE}\n` });
  });

  it("comes below the label where the story has none", () => {
    const result = added({ "spec.md": SPEC }, of("US-2"));
    expect(result).toMatchObject({
      behind: "**Acceptance Criteria**:",
      text: `\n- [ ] **AC-US2-01**: ${LINE}\n`,
    });
  });

  it("brings the label where the story has neither", () => {
    const result = added({ "spec.md": "# A\n\n### US-007: X\n\nText.\n\n---\n\n## B\n" }, of("US-7"));
    expect(result).toMatchObject({
      behind: "Text.",
      text: `\n**Acceptance Criteria**:\n\n- [ ] **AC-US7-01**: ${LINE}\n`,
    });
  });

  it("has the line ends of its file", () => {
    const spec = SPEC.replaceAll("\n", "\r\n");
    const { text } = added({ "spec.md": spec }, of("US-2")) ?? { text: "" };
    expect(text).toBe(`\r\n- [ ] **AC-US2-01**: ${LINE}\r\n`);
  });

  it("of a story that does not exist is refused", () => {
    expect(added({ "spec.md": SPEC }, of("US-9"))).toBeUndefined();
  });
});

describe("a new task", () => {
  const of = (story: string | undefined, ...criteria: string[]): Wanted => ({
    what: "task",
    story,
    criteria,
  });
  const TEST = "**Test**: Given {{situation}} → When {{action}} → Then {{outcome}}";

  it("comes behind the last one of its story, with the next number of all", () => {
    expect(added({ "spec.md": SPEC, "tasks.md": TASKS }, of("US-1", "AC-US1-2"))).toMatchObject({
      name: "tasks.md",
      behind: "**Test**: Given a word → When it is sought → Then it is found",
      text: `\n### T-003: {{What is done}}\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-02\n**Status**: [ ] pending\n\n${TEST}\n`,
    });
  });

  it("makes counts that were right count it", () => {
    const tasks = added({ "spec.md": SPEC, "tasks.md": TASKS }, of("US-1"))?.after[`${FOLDER}/tasks.md`];
    expect(tasks).toMatch(/^---\ntotal_tasks: 3\nby_user_story:\n {2}US-001: 2\n {2}US-002: 1\n---\n/);
    const wrong = added(
      { "spec.md": SPEC, "tasks.md": TASKS.replace("total_tasks: 2", "total_tasks: 9") },
      of(undefined),
    );
    expect(wrong?.after[`${FOLDER}/tasks.md`]).toMatch(/^---\ntotal_tasks: 9\n/);
  });

  it("has its fields below each other where the others have", () => {
    const tasks =
      "### T-009: X\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-02\n**Status**: [ ] to do\n**Test**: Try\n";
    const { text } = added({ "spec.md": SPEC, "tasks.md": tasks }, of("US-1", "AC-US1-1")) ?? { text: "" };
    expect(text).toContain(
      `### T-010: {{What is done}}\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01\n**Status**: [ ] to do\n${TEST}`,
    );
  });

  it("goes below the heading of its story", () => {
    const tasks = "# Tasks\n\n## User Story: US-001 - Find\n\nNothing yet.\n\n## User Story: US-002 - Sort\n";
    const result = added({ "spec.md": SPEC, "tasks.md": tasks }, of("US-1"));
    expect(result?.behind).toBe("## User Story: US-001 - Find");
    expect(result?.text).toContain("### T-001: ");
  });

  it("creates the page of tasks where there is none", () => {
    const result = added({ "spec.md": SPEC }, of("US-1", "AC-US1-2"));
    expect(result?.name).toBe("tasks.md");
    expect(result?.text).toMatch(/^# Tasks: Search\n\n### T-001: [^\n]+\n\n\*\*User Story\*\*: US-001\n/);
  });

  it("is not put into a block of code that nobody has closed", () => {
    const tasks = `${TASKS}\n\`\`\`ts\nconst a = 1;\n`;
    expect(added({ "spec.md": SPEC, "tasks.md": tasks }, of(undefined))).toBeUndefined();
    expect(added({ "spec.md": SPEC, "tasks.md": `${tasks}\`\`\`\n` }, of(undefined))?.behind).toBe("```");
  });

  it("ends a page of tasks without any", () => {
    expect(added({ "spec.md": SPEC, "tasks.md": "" }, of(undefined))?.text).toMatch(/^\n?### T-001: /);
    expect(added({ "spec.md": SPEC, "tasks.md": "# Tasks\n\nLater.\n" }, of(undefined))?.behind).toBe(
      "Later.",
    );
  });
});

describe("the place of the cursor", () => {
  it.each([
    ["spec.md", SPEC.replace("Two", "T$0wo"), "US-1 AC-US1-2"],
    ["spec.md", SPEC.replace("Sort", "So$0rt"), "US-2 -"],
    ["spec.md", SPEC.replace("Typos", "Typ$0os"), "- -"],
    ["tasks.md", TASKS.replace("Order", "Or$0der"), "US-2 -"],
    ["tasks.md", TASKS.replace("AC-US1-01", "AC-US$01-01"), "US-1 AC-US1-1"],
    ["tasks.md", TASKS.replace("Phase 2", "Pha$0se 2"), "- -"],
    ["plan.md", "# Plan\n\nFor US-00$02.\n", "US-2 -"],
  ])("in %s says which story and criterion is meant", (file, text, spot) => {
    const { files, cursor } = parseFixture(`-- ${FOLDER}/${file} --\n${text}`);
    const { snapshot } = workspace(Object.fromEntries(files));
    const page = pageOf({ snapshot }, `${FOLDER}/${file}`).exports.increment;
    const found = page && spotAt(page, cursor?.offset ?? 0);
    expect(`${found?.story ?? "-"} ${found?.criterion ?? "-"}`).toBe(spot);
  });
});
