import { describe, expect, it } from "vitest";
import type { Task } from "../../glossary/increment/model/index.ts";
import { cut, readPage } from "./read.ts";

/** Heading, then key, title, how far it is by its heading, flaws. */
const HEADINGS: readonly (readonly [heading: string, task: string])[] = [
  ["### T-001: Write the index", "T-1 | Write the index |"],
  ["### T-001E: Write", "T-1E | Write |"],
  ["#### T-001: Write", "T-1 | Write | depth"],
  ["## T-001: Write", "T-1 | Write | depth"],
  ["### T-001 [RED]: Write", "T-1 | Write | separator"],
  ["### T-001 - Write", "T-1 | Write | separator"],
  ["### T-001", "T-1 |  | separator"],
  ["### T001: Write", "T-1 | Write | id"],
  ["### T-008b: Write", "T-8B | Write | id"],
  ["### T-024-A: Write", "T-24-A | Write | id"],
  ["### T-001-DISCIPLINE: Write", "T-1-DISCIPLINE | Write | id"],
  ["### Task T-001: Write", "T-1 | Write | prefix"],
  ["### [x] T-001: Write", "T-1 | Write | prefix"],
];

describe("the heading of a task", () => {
  for (const [heading, expected] of HEADINGS)
    it(heading, () => {
      const { tasks } = readPage("tasks.md", `# Tasks\n\n${heading}\n\nText\n`);
      expect(
        tasks.map(({ id, title, flaws }) => `${id.key} | ${title} | ${flaws.join(" ")}`.trimEnd()),
      ).toEqual([expected]);
    });

  it("may have marks", () => {
    const [task] = readPage("tasks.md", "### T-004 [RED] [P]: Write\n").tasks;
    expect(task?.marks.map(({ text }) => text)).toEqual(["RED", "P"]);
  });
});

const one = (body: string): Task => {
  const [task] = readPage("tasks.md", `### T-001: A\n${body}\n`).tasks;
  if (!task) throw new Error("no task");
  return task;
};

/** Body, then how far the task is, the box and the word. */
const STATES: readonly (readonly [body: string, state: string])[] = [
  ["**Status**: [x] completed", "done x completed"],
  ["**Status**: [X] Done", "done X Done"],
  ["**Status**: [ ] pending", "open _ pending"],
  ["**Status**: [ ] Not Started", "open _ Not Started"],
  ["**Status**: [ ]", "open _ -"],
  ["**Status**: [x] (100% - Completed)", "done x -"],
  ["**Status**: [~] deferred", "deferred ~ deferred"],
  ["**Status**: [ ] deferred to 0013", "deferred _ deferred to 0013"],
  ["**Status**: [-] dropped", "dropped - dropped"],
  ["**Status**: ✅ Completed", "done - ✅ Completed"],
  ["**Status**: Completed", "done - Completed"],
  ["**Status**: pending", "open - pending"],
  ["**Status**: In Progress", "open - In Progress"],
  ["**Status**: with the team", "unknown - -"],
  ["**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed", "done x completed"],
  ["- [x] one\n- [x] two", "done - -"],
  ["- [x] one\n- [ ] two", "open - -"],
  ["**Status**:\n- [x] one", "done - -"],
  ["Text", "unknown - -"],
];

describe("how far a task is", () => {
  for (const [body, expected] of STATES)
    it(body.replaceAll("\n", " ⏎ "), () => {
      const { work, state } = one(body);
      expect([work, state?.mark?.replace(" ", "_") ?? "-", state?.word ?? "-"].join(" ")).toBe(expected);
    });

  it("is what its heading says", () => {
    const { tasks } = readPage("tasks.md", "### ✅ T-001: A\n\n### [ ] T-002: B\n\n### [x] T-003: C\n");
    expect(tasks.map(({ work }) => work)).toEqual(["done", "open", "done"]);
  });

  it("has places to edit", () => {
    const text = "### T-001: A\n**Status**: [ ] pending\n";
    const state = readPage("tasks.md", text).tasks[0]?.state;
    expect([state?.box, state?.wordSpan, state?.span].map((span) => cut(text, span))).toEqual([
      "[ ]",
      "pending",
      "[ ] pending",
    ]);
  });
});

/** A field, then its kind, the keys, and whether it is canonical. */
const FIELDS: readonly (readonly [field: string, read: string])[] = [
  ["**User Story**: US-001", "story US-1 canonical"],
  ["**User Story**: US-001, US-002", "story US-1,US-2 canonical"],
  ["**User Story**: US1", "story US-1"],
  ["**User Story**: [US-001: Title](../x/us-001-title.md)", "story US-1"],
  ["**Satisfies ACs**: AC-US1-01, AC-US1-02", "criteria AC-US1-1,AC-US1-2 canonical"],
  ["**Satisfies ACs**: AC-US1-01,AC-US1-02,", "criteria AC-US1-1,AC-US1-2"],
  ["**Satisfies ACs**: AC-US1-01 through AC-US1-04", "criteria AC-US1-1,AC-US1-2,AC-US1-3,AC-US1-4"],
  ["**Satisfies ACs**: AC-US1-01 – AC-US1-03", "criteria AC-US1-1,AC-US1-2,AC-US1-3"],
  ["**Satisfies ACs**: AC-US1-01..AC-US1-03", "criteria AC-US1-1,AC-US1-2,AC-US1-3"],
  ["**Satisfies ACs**: AC-US1-01 to AC-US2-02", "criteria AC-US1-1,AC-US2-2"],
  ["**Satisfies ACs**: AC-US4-02 (prereq)", "criteria AC-US4-2"],
  ["**Satisfies ACs**: AC-US06-01", "criteria AC-US6-1 canonical"],
  ["**AC**: AC-US1-01", "criteria AC-US1-1 canonical"],
  ["**ACs**: AC-001", "criteria AC-1"],
  ["**Acceptance Criteria**: AC-US1-01", "criteria AC-US1-1 canonical"],
  ["**References**: AC-US1-01", "references AC-US1-1 canonical"],
  ["**Satisfies ACs**: All", "criteria  all"],
  ["**Satisfies ACs**: All ACs (validation)", "criteria  all"],
  ["**AC**: All commands succeed", "criteria "],
  ["**Satisfies ACs**: N/A", "criteria  none"],
  ["**Satisfies ACs**: None (setup)", "criteria  none"],
  ["**Satisfies ACs**: Documentation", "criteria "],
  ["**Dependencies**: T-001, T-002", "dependencies T-1,T-2 canonical"],
  ["**Depends On**: T1, T2", "dependencies T-1,T-2"],
  ["**Dependencies**: T-001 through T-003", "dependencies T-1,T-2,T-3"],
  ["**Dependencies**: None", "dependencies  none"],
  ["**Priority**: P1", "priority  canonical"],
  ["**Test Plan**: Given a → When b → Then c", "test  canonical"],
  ["**Estimated Effort**: 6 hours", ""],
];

describe("a field of a task", () => {
  for (const [line, expected] of FIELDS)
    it(line, () => {
      const [field] = one(line).fields;
      const read = field && [
        field.kind,
        field.keys.join(),
        ...(field.all ? ["all"] : []),
        ...(field.none ? ["none"] : []),
        ...(field.canonical ? ["canonical"] : []),
      ];
      expect(read?.join(" ") ?? "").toBe(expected);
    });

  it("may be one of several on a line, each id with its place", () => {
    const text =
      "### T-001: A\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-02 | **Status**: [x] completed\n";
    const [task] = readPage("tasks.md", text).tasks;
    expect(task?.fields.map(({ kind, ids }) => [kind, ids.map(({ span }) => cut(text, span))])).toEqual([
      ["story", ["US-001"]],
      ["criteria", ["AC-US1-01", "AC-US1-02"]],
      ["status", []],
    ]);
    expect([task?.stories, task?.criteria]).toEqual([["US-1"], ["AC-US1-1", "AC-US1-2"]]);
  });
});

describe("a task", () => {
  it("ends where the next one begins, or a section as deep", () => {
    const text = "## Phase 1\n\n### T-001: A\n\ntext\n\n#### T-002: B\n\n## Summary\n\ntext\n";
    expect(readPage("tasks.md", text).tasks.map(({ span }) => cut(text, span).trimEnd())).toEqual([
      "### T-001: A\n\ntext",
      "#### T-002: B",
    ]);
  });

  it("belongs to the story it stands under", () => {
    const text =
      "## User Story: US-001 - Find\n\n### T-001: A\n\n## US-002: Filter\n\n### T-002: B\n\n## End\n\n### T-003: C\n";
    const { tasks, groups, stories } = readPage("tasks.md", text);
    expect(tasks.map(({ under }) => under)).toEqual(["US-1", "US-2", undefined]);
    expect(groups.map(({ id }) => id.key)).toEqual(["US-1", "US-2"]);
    expect(stories).toEqual([]);
  });

  it("names the criteria that are listed in it", () => {
    const task = one("**Acceptance Criteria**:\n- [x] **AC-US1-04**: Clear output\n- [ ] AC-US1-05: Quick\n");
    expect(task.criteria).toEqual(["AC-US1-4", "AC-US1-5"]);
  });

  it("has steps", () => {
    const text = "### T-001: A\n- [x] one\n  - [ ] two\n- three\n";
    const steps = readPage("tasks.md", text).tasks[0]?.steps ?? [];
    expect(steps.map(({ box, text: what, work }) => `${cut(text, box)} ${cut(text, what)} ${work}`)).toEqual([
      "[x] one done",
      "[ ] two open",
    ]);
  });

  it("is none in a fence", () => {
    expect(readPage("tasks.md", "### T-001: A\n\n```markdown\n### T-002: B\n```\n").tasks).toHaveLength(1);
  });
});

describe("items", () => {
  it("are tasks of spec-kit", () => {
    const text =
      "# Tasks\n\n## Phase 3: User Story 1\n\n- [ ] T001 [P] [US1] Create the model in src/a.ts\n- [x] T002 Write\n- [ ] T-000 through T-003 are first\n- T004 without a box\n";
    const { tasks } = readPage("specs/003-photos/tasks.md", text);
    expect(
      tasks.map(({ id, work, title, stories, marks }) => [id.key, work, title, stories, marks.length]),
    ).toEqual([
      ["T-1", "open", "Create the model in src/a.ts", ["US-1"], 2],
      ["T-2", "done", "Write", [], 0],
    ]);
    expect(tasks.flatMap(({ flaws }) => flaws)).toEqual([]);
  });

  it("are tasks of OpenSpec by their numbers", () => {
    const text = "## 1. Server\n\n- [x] 1.1 Add the table\n- [ ] 1.2 Add the route\n- [ ] Tell all\n";
    const { tasks } = readPage("openspec/changes/login/tasks.md", text);
    expect(tasks.map(({ id, title, work }) => [id.key, id.text, title, work])).toEqual([
      ["T-1.1", "1.1", "Add the table", "done"],
      ["T-1.2", "1.2", "Add the route", "open"],
    ]);
  });

  it("refer to tasks where headings define them", () => {
    const text = "### T-001: A\n\n- [ ] T-002: B\n- T-001 in isolation\n";
    expect(readPage("tasks.md", text).tasks.map(({ id }) => id.key)).toEqual(["T-1"]);
  });

  it("outside of tasks.md are none", () => {
    expect(readPage("plan.md", "### T-001: A\n\n- [ ] T-002: B\n").tasks).toEqual([]);
  });
});

/** A test, then its form and what is missing; "" where there is no scenario. */
const SCENARIOS: readonly (readonly [body: string, scenarios: string])[] = [
  ["**Test**: Given a → When b → Then c", "line"],
  ["**Test Plan**: Given a, when b, then c", "line"],
  ["**Given** a **When** b **Then** c", "line"],
  ["- **Given** a\n- **When** b\n- **Then** c", "list"],
  ["- **Given**: a\n- **When**: b\n- **Then**: c", "list"],
  ["- Given a\n- And b\n- When c\n- Then d", "list"],
  ["Given a\nWhen b\nThen c", "list"],
  ["- Given a\n- Given b\n- When c\n- Then d", "list"],
  ["- TC\n  1. Given a\n  2. When b\n  3. Then c", "list"],
  ["**Test**: Given a → When b", "line then"],
  ["**Test**: Given a", "line when then"],
  ["- Given a\n- Then b", "list when"],
  ["- Given a\n- When b\n- Then c\n- Given d\n- When e", "list; list then"],
  ["**Given** a\n\n**When** b\n\n**Then** c", "list"],
  ["**Given** this:\n\n```json\n{}\n```\n\n**When** b\n**Then** c", "list"],
  ["**Given** a\n**When** b:\n- **Old**: x\n- **New**: y\n\n**Then** c", "list"],
  ["- **TC-001**: A\n  - Given a\n- **TC-002**: B\n  - When b\n  - Then c", "line when then"],
  ["```gherkin\nScenario: A\n  Given a\n  When b\n  Then c\nScenario: B\n  When d\n```", "fence; fence then"],
  ["- **Given** a, **When** b, **Then** c\n- **Given** d, **When** e", "line; line then"],
  ["```gherkin\nFeature: A\n\nBackground:\n  Given a\n\nScenario: B\n  When b\n  Then c\n```", "fence"],
  ["```\nGiven a\n```", ""],
  ["Given the size of the team, this is late.", "line when then"],
  ["What is given is given. Then we go.", ""],
];

describe("scenarios", () => {
  for (const [body, expected] of SCENARIOS)
    it(body.replaceAll("\n", " ⏎ "), () => {
      const { scenarios } = one(body);
      expect(scenarios.map(({ form, missing }) => [form, ...missing].join(" ")).join("; ")).toBe(expected);
    });

  it("have clauses with places, and the criteria they name", () => {
    const text = "### T-001: A\n**Test**: Given a list → When AC-US1-01 holds → Then it is short\n";
    const [scenario] = readPage("tasks.md", text).tasks[0]?.scenarios ?? [];
    expect(scenario?.clauses.map(({ name, span }) => `${name}=${cut(text, span)}`)).toEqual([
      "given=Given a list",
      "when=When AC-US1-01 holds",
      "then=Then it is short",
    ]);
    expect(scenario?.keys).toEqual(["AC-US1-1"]);
  });
});

describe("tables", () => {
  it("tie criteria to tasks", () => {
    const text =
      "# Tasks\n\n| AC | Tasks | Tests |\n|---|---|---|\n| AC-US1-01 | T-001, T-002 | TC-001 |\n| AC-US1-02 to AC-US1-04 | T-003 | |\n| AC-US1-05 | none | |\n";
    expect(
      readPage("tasks.md", text).matrix.map(({ criteria, tasks, tests }) => [criteria, tasks, tests]),
    ).toEqual([
      [["AC-US1-1"], ["T-1", "T-2"], ["TC-1"]],
      [["AC-US1-2", "AC-US1-3", "AC-US1-4"], ["T-3"], []],
    ]);
  });
});

const COUNTED = `---
total_tasks: 3
completed: "1"
by_user_story:
  US-001: 2
  other: 7
created: 2026
---

# Tasks

**Total Tasks**: 3 (2 + 1)

## User Story: US-001 - A

**Tasks**: 2 total, 1 completed

### T-001: A
**Completed**: 5

### T-002: B

## Summary

**Total Tasks**: 3
**Completed**: 2026-01-02
**Progress**: 1/3 tasks completed
`;

describe("counts", () => {
  const { counts } = readPage("tasks.md", COUNTED);

  it("are those that can be checked", () => {
    expect(
      counts.map(({ what, value, from, story }) => [what, value, from, story ?? ""].join(" ").trimEnd()),
    ).toEqual([
      "tasks 3 matter",
      "done 1 matter",
      "tasks 2 matter US-1",
      "tasks 3 line",
      "tasks 2 line US-1",
      "done 1 line US-1",
      "tasks 3 line",
      "done 1 line",
      "tasks 3 line",
    ]);
  });

  it("have the place of their digits", () => {
    expect(counts.map(({ span, value }) => cut(COUNTED, span) === String(value))).not.toContain(false);
  });
});
