/** What people write with their spec tools, and what is said of it; nothing more. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

type Files = Readonly<Record<string, string>>;

/** The findings of rules on increments: `spec.md: uncovered-criterion AC-US1-02`. */
function reported(files: Files, archived = false): string[] {
  const at = workspace(files, { settings: { archived } });
  const fail = (rule: string) => {
    throw new Error(rule);
  };
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const page = pageOf(at, path);
      return diagnose(RULES, at.snapshot, page, fail)
        .filter(({ rule }) => rule.startsWith("increment/") && !QUIET.has(rule))
        .map(({ rule, span }) => {
          const name = path.slice(path.lastIndexOf("/") + 1);
          return `${name}: ${rule.slice("increment/".length)} ${page.text.slice(span.start, span.end).split("\n")[0]}`;
        });
    });
}

/** About how far work is, which is not the matter here. */
const QUIET: ReadonlySet<string> = new Set([
  "increment/criterion-behind-tasks",
  "increment/all-tasks-done",
  "increment/completed-with-open-work",
]);

const UNIT = ".specweave/increments/0001-pay";
const HEAD = (status: string) => `---\nincrement: 0001-pay\nstatus: ${status}\n---\n\n# Pay\n\n`;

/** An increment of SpecWeave: lines of criteria in one story, and tasks. */
function specWeave(criteria: readonly string[], tasks: string, status = "active", behind = ""): string[] {
  const story = "### US-001: Pay as a guest\n\n**Acceptance Criteria**:\n";
  return reported({
    [`${UNIT}/spec.md`]: `${HEAD(status)}${story}${criteria.join("\n")}\n${behind}`,
    [`${UNIT}/tasks.md`]: tasks,
  });
}

const DONE = "- [ ] **AC-US1-01**: A card is charged";
const TASK =
  "### T-001: Charge\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n";

describe("a criterion that no task names", () => {
  const UNCOVERED = ["spec.md: uncovered-criterion AC-US1-02"];

  it.each([
    "- [ ] **AC-US1-02**: A receipt is sent",
    "- [ ] **AC-US1-02**: An item is removed from the cart",
    "- [ ] **AC-US1-02**: Deferred payments are booked",
    "- [ ] **AC-US1-02**: The clerk may cancel - or move on",
    "- [ ] **AC-US1-02**: A price goes from 10 → 12",
    "- [ ] **AC-US1-02**: [Pay](pay.md) is linked",
    "- [ ] **AC-US1-02**: Nothing is pending for long",
  ])("is uncovered: %s", (line) => {
    expect(specWeave([DONE, line], TASK)).toEqual(UNCOVERED);
  });

  it.each([
    "- [ ] **AC-US1-02** (DEFERRED → 0002): A receipt is sent",
    "- [ ] **AC-US1-02**: A receipt is sent - DEFERRED",
    "- [ ] **AC-US1-02**: A receipt is sent (deferred - needs a printer)",
    "- [ ] **AC-US1-02**: A receipt is sent → 0002-receipts",
    "- [ ] **AC-US1-02**: **POSTPONED** A receipt is sent",
    "- [ ] **AC-US1-02**: ~~A receipt is sent~~",
    "- [ ] **AC-US1-02**: A receipt is sent _(verified post-release)_",
    "- [ ] **AC-US1-02**: [Specific, testable criterion]",
    "- [ ] **AC-US1-02**: {{What can be seen}}",
    "- [ ] **AC-US1-02**: TBD",
    "- [~] **AC-US1-02**: A receipt is sent",
  ])("is put off or not written yet: %s", (line) => {
    expect(specWeave([DONE, line], TASK).filter((one) => !one.includes("template-left"))).toEqual([]);
  });

  it("is struck through, though no tool sees it then", () => {
    expect(specWeave([DONE, "- [ ] ~~**AC-US1-02**: A receipt is sent~~"], TASK)).toEqual([
      "spec.md: unparseable-criterion AC-US1-02**: A receipt is sent~~",
    ]);
  });

  it.each(["## Out of Scope", "## Deferred to 0002", "## Non-Goals"])("stands below %s", (heading) => {
    expect(
      specWeave([DONE], TASK, "active", `\n${heading}\n\n- **AC-US1-02 — paying by cheque** — later\n`),
    ).toEqual([]);
  });

  it.each(["planned", "planning", "backlog", "abandoned"])("belongs to an increment that is %s", (status) => {
    expect(specWeave([DONE, "- [ ] **AC-US1-02**: A receipt is sent"], TASK, status)).toEqual([]);
  });

  it("belongs to a story that is put off", () => {
    const story =
      "\n### US-002: Gift cards (DEFERRED)\n\n**Acceptance Criteria**:\n- [ ] **AC-US2-01**: A card is given\n";
    expect(specWeave([DONE], TASK, "active", story)).toEqual([]);
  });
});

describe("ids that SpecWeave does not know", () => {
  it.each(["T-A-01", "T-MANUAL-1", "T-002-T-011", "T-UI3"])(
    "%s is a task, whose heading it passes over",
    (id) => {
      const tasks = `### ${id}: Charge\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01, AC-US1-09\n`;
      expect(specWeave([DONE], tasks)).toEqual([
        `tasks.md: unparseable-id ${id}: Charge`,
        "tasks.md: unknown-reference AC-US1-09",
      ]);
    },
  );

  it("is one of those under a range", () => {
    const tasks = `### T-002-T-011: Charge\n\n**Satisfies ACs**: AC-US1-01\n\n### T-012: Print\n\n**Satisfies ACs**: AC-US1-01\n**Dependencies**: T-005, T-013\n`;
    expect(specWeave([DONE], tasks)).toEqual([
      "tasks.md: unparseable-id T-002-T-011: Charge",
      "tasks.md: unknown-reference T-013",
    ]);
  });

  it("name a project", () => {
    const files = {
      [`${UNIT}/spec.md`]: `${HEAD("active")}### US-SPE-001: Find\n\n**Acceptance Criteria**:\n- [ ] **AC-SPE-US1-01**: Titles\n- [ ] **AC-SPE-US1-02**: Words\n`,
      [`${UNIT}/tasks.md`]:
        "### T-001: Index\n\n**User Story**: US-SPE-001\n**Satisfies ACs**: AC-SPE-US1-01\n",
    };
    expect(reported(files)).toEqual([
      "spec.md: unparseable-criterion AC-SPE-US1-01**: Titles",
      "spec.md: unparseable-criterion AC-SPE-US1-02**: Words",
      "spec.md: uncovered-criterion AC-SPE-US1-02",
    ]);
  });
});

describe("a test", () => {
  it.each([
    ["Given an expired card → returns 402", []],
    ["Given a card → When charged → paid", []],
    ["Given a card → Then it is charged", []],
    [
      "Given a card → When it is charged",
      ["tasks.md: incomplete-scenario Given a card → When it is charged"],
    ],
    ["Given a card", ["tasks.md: incomplete-scenario Given a card"]],
  ])("%s", (line, told) => {
    expect(specWeave([DONE], `${TASK}\n**Test Plan**:\n- TC-001: ${line}\n`)).toEqual(told);
  });
});

describe("copies of an increment", () => {
  it("in the archive are no other increment", () => {
    const spec = `${HEAD("active")}### US-001: Pay\n`;
    const at = workspace({
      [`${UNIT}/spec.md`]: spec,
      ".specweave/increments/_archive/0001-pay/spec.md": spec,
    });
    const told = diagnose(RULES, at.snapshot, pageOf(at, `${UNIT}/spec.md`), () => {});
    expect(told.map(({ message }) => message)).toContain(
      "The same increment is also in .specweave/increments/_archive: keep one of the two folders",
    );
  });
});

describe("a specification of Kiro's family", () => {
  const REQUIREMENTS =
    "# Requirements\n\n### Requirement 1: Cart\n\n#### Acceptance Criteria\n1. The shop shall keep items\n2. The shop shall show the sum\n3. The shop shall be up 99.9% of a month\n\n### Requirement 2: Pay\n\n#### Acceptance Criteria\n1. The shop shall take cards\n";
  const kiro = (tasks: string, root = ".kiro/specs") =>
    reported({ [`${root}/cart/requirements.md`]: REQUIREMENTS, [`${root}/cart/tasks.md`]: tasks });
  const LIST =
    "# Implementation Plan\n\n- [ ] 1. Cart\n- [ ] 1.1 (P) Keep items\n  - _Requirements: 1.1_\n- [ ] 1.2 Sum\n";
  const table = (head: string, ...rows: readonly string[]) =>
    `${LIST}\n## Coverage\n\n${head}\n|---|---|\n${rows.join("\n")}\n`;
  const MISSING = ["1.2", "1.3", "2.1"].map(
    (number) => `requirements.md: uncovered-criterion ${number.slice(2)}`,
  );

  it.each([".kiro/specs", ".claude/specs", ".spec-workflow/specs"])("is read in %s", (root) => {
    expect(kiro(LIST, root)).toEqual(MISSING);
  });

  it.each([
    table(
      "| Requirement | Tasks |",
      "| 1.2 | 1.2 |",
      "| 1.3 | (infrastructure, no task) |",
      "| Requirement 2 | 1.1, 1.2 |",
    ),
    table("| Requirement | Covered by Tasks |", "| 1.1-1.3 | 1.1-1.2 |", "| 2.1 Pay | Task 1.2 |"),
    table("| Criterion ID | Tasks |", "| 1.2, 1.3 | 1.1 |", "| 2.1 | 1.2 |"),
    table("| 要件 | タスク |", "| 1.2, 1.3 | 1.2 |", "| 2 | 1.1 |"),
    "# Tasks\n\n- [ ] T1.1 Keep items\n- [ ] T2.1 Sum\n- [ ] T2.2 Pay\n\n| Tasks | Requirements covered |\n|---|---|\n| T1.1 | R1.1 |\n| T2.* | R1.2 (sum), R1.3, R2 |\n",
    `${LIST}  - _Requirements: Requirement 1 user stories, Requirement 2_\n`,
    `${LIST}- [ ] 2. Pay **Validates: Requirements 1.2, 1.3, 2.1**\n`,
    `${LIST}  - **Validates: Requirements 1.2, 1.3**\n  - **Validates: Requirements 2.1**\n`,
  ])("says what covers what: %#", (tasks) => {
    expect(kiro(tasks)).toEqual([]);
  });

  it.each([
    table("| Requirement | Tasks |", "| 1.2 | |", "| 1.3 | none |", "| 2.1 | TBD |"),
    table("| Requirement | Tasks |", "| 1.2, 1.3 | 7.* |", "| 2.1 | 8 |"),
    `${LIST}  - _Requirements: 2 new pages_\n`,
    table("| Requirement | Priority |", "| 1.2 | 1 |", "| 1.3 | 1.1 |", "| 2.1 | 1.2 |"),
  ])("does not say it: %#", (tasks) => {
    expect(kiro(tasks)).toEqual(MISSING);
  });

  it("says which tasks one waits for", () => {
    const tasks = `${LIST}  - _Requirements: 1.2, 1.3, 2_\n  - _Boundary: Cart 9.9_\n  - _Depends: 1.1, 3.4_\n`;
    expect(kiro(tasks)).toEqual(["tasks.md: unknown-reference 3.4"]);
  });

  it.each(["Phase 3", "all Phase 5 tasks, 1.1", "approval (2026-07-25)", "Phases 1-6", "Task 1.1 (sum)"])(
    "waits for %s",
    (what) => {
      expect(kiro(`${LIST}  - _Requirements: 1, 2_\n  - _Depends: ${what}_\n`)).toEqual([]);
    },
  );

  it("has criteria that are met", () => {
    const met = REQUIREMENTS.replace("keep items", "keep items ✅ (already there)").replace(
      "the sum",
      "the sum ✅",
    );
    const files = { ".kiro/specs/cart/requirements.md": met };
    expect(
      reported({ ...files, ".kiro/specs/cart/tasks.md": "- [ ] 1. Pay\n  - _Requirements: 2.1_\n" }),
    ).toEqual(["requirements.md: uncovered-criterion 3"]);
  });

  it("counts what a requirement is about", () => {
    expect(kiro(`${LIST}  - _Requirements: Requirement 1 (carts) - 10/17 tests fail, 2_\n`)).toEqual([]);
  });

  it("has the number before the box", () => {
    expect(kiro("1. [ ] Cart\n   - _Requirements: 1, 2_\n2. [x] Pay\n   - _Requirements: 5.1_\n")).toEqual([
      "tasks.md: unknown-reference 5.1",
    ]);
  });
});

describe("a feature of spec-kit", () => {
  const SPEC =
    "# Feature Specification: Pay\n\n### User Story 1 - Pay (Priority: P1)\n\nA guest pays.\n\n### User Story 2 - Refund (Priority: P2)\n\nMoney goes back.\n\n## Requirements\n\n### Functional Requirements\n\n- **FR-001**: System MUST take cards\n- **FR-002**: System MUST send a receipt\n\n## Success Criteria\n\n- **SC-001**: Nine of ten pay\n";
  const specKit = (tasks: string, spec = SPEC, folder = "specs/001-pay") =>
    reported({ [`${folder}/spec.md`]: spec, [`${folder}/tasks.md`]: tasks });

  it.each([
    "specs/001-pay",
    "specs/12345-pay",
    "specs/20260319-143022-pay",
    "specs/USR-001-pay",
    "app/specs/001-pay",
  ])("is read in %s", (folder) => {
    expect(specKit("- [ ] T001 Test FR-007\n", SPEC, folder)).toEqual(["tasks.md: unknown-reference FR-007"]);
  });

  it.each([
    ["- [ ] T001 [US9] Mail", ["tasks.md: unknown-reference US9"]],
    ["- [ ] T001 [US2] Mail (depends on T077)", ["tasks.md: unknown-reference T077"]],
    ["- [ ] T001 Mail, after T077 of the old plan", []],
    ["- [ ] T001 Mail per FR-001, FR-002 and SC-001", []],
    ["- [ ] T001 Mail per SC-009", ["tasks.md: unknown-reference SC-009"]],
    ["- [ ] T001 Mail per FR-009 of specs/002-refund", []],
    ["## Phase 3: User Story 1 - Pay\n\n- [ ] T001 [US2] Mail", ["tasks.md: task-in-wrong-phase US2"]],
    [
      "## Phase 3: User Story 1 - Pay\n\n### Tests for User Story 1\n\n- [ ] T001 [US1] Mail\n- [ ] T002 Words",
      [],
    ],
    ["## Phase 3: User Stories 1 and 2\n\n- [ ] T001 [US2] Mail", []],
    ["## Phase 1: Setup\n\n- [ ] T001 [US2] Mail", []],
  ])("%s", (tasks, told) => {
    expect(specKit(`${tasks}\n`)).toEqual(told);
  });

  it("states a requirement twice", () => {
    const twice = SPEC.replace("**FR-002**", "**FR-001**").replace(
      "- **SC-001**",
      "- **SC-001**: Fast\n- **SC-001**",
    );
    expect(specKit("- [ ] T001 Mail\n", twice)).toEqual([
      "spec.md: duplicate-id FR-001",
      "spec.md: duplicate-id SC-001",
    ]);
    expect(
      specKit("- [ ] T001 Mail\n", `${SPEC}\n## Clarifications\n\n- **FR-001**: cards of any bank\n`),
    ).toEqual([]);
    expect(specKit("- [ ] T001 Mail\n", SPEC.replace("User Story 2 -", "User Story 1b -"))).toEqual([]);
  });

  it("asks what nobody has answered", () => {
    const asked = SPEC.replace("a receipt", "a receipt to [NEEDS CLARIFICATION: mail or print?]");
    expect(specKit("- [ ] T001 Mail\n", asked)).toEqual([
      "spec.md: needs-clarification [NEEDS CLARIFICATION: mail or print?]",
    ]);
    const about = SPEC.replace("a receipt", "no [NEEDS CLARIFICATION: x] markers");
    expect(specKit("- [ ] T001 Mail\n", about)).toEqual([]);
  });
});

describe("tools beside each other", () => {
  const FILES: Files = {
    ".kiro/specs/pay/requirements.md":
      "# Requirements\n\n### Requirement 1: Pay\n\n#### Acceptance Criteria\n\n1. The shop shall take cards\n2. The shop shall send a receipt\n",
    ".kiro/specs/pay/tasks.md": "# Plan\n\n- [ ] 1. Cards\n  - _Requirements: 1.1_\n",
    "specs/001-pay/spec.md": "# Feature Specification: Pay\n\n### User Story 1 - Pay (Priority: P1)\n",
    "specs/001-pay/tasks.md": "# Tasks\n\n- [ ] T001 [US9] Mail\n",
    "openspec/changes/pay/proposal.md": "# Pay\n\n## Why\nCards are common.\n\n## What Changes\n- Cards\n",
    "openspec/changes/pay/specs/pay/spec.md":
      "## ADDED Requirements\n\n### Requirement: Cards\nThe shop SHALL take cards.\n",
    "openspec/changes/archive/2026-10-01-pay/proposal.md": "# Pay\n",
    "openspec/changes/archive/2026-10-01-pay/specs/pay/spec.md":
      "## ADDED Requirements\n\n### Requirement: Money\nThe shop takes money.\n",
  };
  const TOLD = [
    "requirements.md: uncovered-criterion 2",
    "tasks.md: unknown-reference US9",
    "spec.md: requirement-without-scenario Cards",
  ];

  it("are read each for itself, a change and its archive of one name too", () => {
    expect(reported(FILES)).toEqual(TOLD);
  });

  it("have numbers in the archive too, where that is asked for", () => {
    const path = "openspec/changes/archive/2026-10-01-pay/tasks.md";
    const files = { [path]: "## 1. Pay\n\n- [x] 1.1 Cards\n- [x] 1.1 Receipt\n" };
    expect([reported(files), reported(files, true)]).toEqual([[], ["tasks.md: task-number 1.1"]]);
  });

  it("with line ends of Windows", () => {
    const windows = Object.entries(FILES).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]);
    expect(reported(Object.fromEntries(windows)).map((one) => one.trimEnd())).toEqual(TOLD);
  });
});
