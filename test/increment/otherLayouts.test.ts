/** New features of spec-kit and changes of OpenSpec, and what is added to them. */
import { describe, expect, it } from "vitest";
import { incrementsRoot, layoutsFor, newIncrement } from "../../glossary/increment/features/new.ts";
import { spotAt } from "../../glossary/increment/features/place.ts";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import { layoutOf } from "../../glossary/increment/layouts/layouts.ts";
import { openSpec } from "../../glossary/increment/layouts/openSpec/layout.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";
import { added, criterion, type Files, STORY, task } from "./added.ts";

const KIT = "specs/004-search";
const KIT_SPEC = `# Feature Specification: Search

**Status**: Draft

## User Scenarios & Testing

### User Story 1 - Find (Priority: P1)

Someone looks for a title.

**Acceptance Scenarios**:

1. **Given** a title, **When** a word of it is typed, **Then** it is found
2. **Given** no title, **When** a word is typed,
   **Then** that is said

---

### User Story 2 - Sort (Priority: P2)

Someone sorts hits.

---

### Edge Cases

- An empty word

## Requirements

### Functional Requirements

- **FR-001**: System MUST index titles
- **FR-007**: System MUST rank hits

## Success Criteria

- **SC-001**: 95 % of searches end with a hit
`;
const KIT_TASKS = `# Tasks: Search

## Phase 1: Setup

- [x] T001 Create the index in src/index.ts

## Phase 2: User Story 1 - Find

- [ ] T002 [P] [US1] Read words in src/words.ts
- [ ] T003 [US1] Find titles in src/find.ts
  - by prefix

**Checkpoint**: Titles are found

## Phase 3: User Story 2 - Sort

## Phase 4: Polish

- [ ] T009 Write the manual
`;
const CHANGE = "openspec/changes/add-search";
const DELTA = `## MODIFIED Requirements

### Requirement: Titles

Titles SHALL be unique.

## ADDED Requirements

### Requirement: Find

The system SHALL find titles.

#### Scenario: A word
- **WHEN** a word is typed
- **THEN** its titles are shown

## REMOVED Requirements

### Requirement: Browse
`;
const CHANGE_TASKS = `## 1. Index

- [x] 1.1 Create it
- [ ] 1.2 Fill it

## 2. Search

- [ ] 2.1 Find titles
`;

const SCENARIO = "**Given** {{situation}}, **When** {{action}}, **Then** {{outcome}}";

describe("to a feature of spec-kit", () => {
  const files: Files = { [`${KIT}/spec.md`]: KIT_SPEC, [`${KIT}/tasks.md`]: KIT_TASKS };

  it.each<[what: string, wanted: Wanted, file: string, behind: string, text: string]>([
    [
      "a story comes behind the last one, with the next number and priority",
      STORY,
      "spec.md",
      "Someone sorts hits.",
      `
---

### User Story 3 - {{What the user can do}} (Priority: P3)

{{What the user does, from the first step to the last}}

**Why this priority**: {{what it is worth}}

**Independent Test**: {{how it is tried without the other stories}}

**Acceptance Scenarios**:

1. ${SCENARIO}
`,
    ],
    [
      "a scenario goes on with the list",
      criterion("US-1"),
      "spec.md",
      "   **Then** that is said",
      `3. ${SCENARIO}\n`,
    ],
    [
      "a scenario brings its list",
      criterion("US-2"),
      "spec.md",
      "Someone sorts hits.",
      `\n**Acceptance Scenarios**:\n\n1. ${SCENARIO}\n`,
    ],
    [
      "a requirement goes on with the requirements",
      criterion(undefined),
      "spec.md",
      "- **FR-007**: System MUST rank hits",
      "- **FR-008**: System MUST {{what it does}}\n",
    ],
    [
      "a task comes behind the last one of its story",
      task("US-1"),
      "tasks.md",
      "  - by prefix",
      "- [ ] T010 [US1] {{What is done, and in which file}}\n",
    ],
    [
      "the first task of a story comes below the heading of its phase",
      task("US-2"),
      "tasks.md",
      "## Phase 3: User Story 2 - Sort",
      "\n- [ ] T010 [US2] {{What is done, and in which file}}\n",
    ],
    [
      "a task of no story comes behind all others",
      task(undefined),
      "tasks.md",
      "- [ ] T009 Write the manual",
      "- [ ] T010 {{What is done, and in which file}}\n",
    ],
  ])("%s", (_what, wanted, file, behind, text) => {
    expect(added(files, KIT, wanted)).toEqual({ path: `${KIT}/${file}`, behind, text });
    const other = Object.fromEntries(
      Object.entries(files).map(([path, one]) => [path, one.replaceAll("\n", "\r\n")]),
    );
    expect(added(other, KIT, wanted)).toMatchObject({ text: text.replaceAll("\n", "\r\n") });
  });

  it.each([
    ["a requirement", { story: undefined, criterion: undefined, requirement: true }, "FR-007"],
    ["a story", { story: "US-2", criterion: undefined }, "Someone sorts"],
  ])("the place at %s is known", (_what, spot, piece) => {
    const path = `${KIT}/spec.md`;
    const page = pageOf(workspace(files), path).exports.increment;
    expect(page && spotAt(page, KIT_SPEC.indexOf(piece) + 1)).toEqual(spot);
  });

  it("a task has an id as the others have", () => {
    const tasks = { ...files, [`${KIT}/tasks.md`]: "- [ ] T-014 [US2] Sort\n" };
    expect(added(tasks, KIT, task("US-2"))).toMatchObject({
      text: "- [ ] T-015 [US2] {{What is done, and in which file}}\n",
    });
  });

  it("tasks bring their page, and everything else its place", () => {
    const bare = { [`${KIT}/spec.md`]: "# Search\n" };
    expect(added(bare, KIT, task(undefined))).toMatchObject({
      path: `${KIT}/tasks.md`,
      text: "# Tasks: Search\n\n- [ ] T001 {{What is done, and in which file}}\n",
    });
    expect(added(bare, KIT, STORY)).toMatchObject({ behind: "# Search" });
    expect(added(bare, KIT, criterion(undefined))).toMatchObject({
      text: "\n- **FR-001**: System MUST {{what it does}}\n",
    });
    expect(added(bare, KIT, criterion("US-1"))).toBeUndefined();
    expect(added({ [`${KIT}/tasks.md`]: "" }, KIT, STORY)).toBeUndefined();
  });
});

describe("to a change of OpenSpec", () => {
  const spec = `${CHANGE}/specs/search/spec.md`;
  const files: Files = {
    [`${CHANGE}/proposal.md`]: "## Why\n\nNobody finds anything.\n",
    [`${CHANGE}/tasks.md`]: CHANGE_TASKS,
    [spec]: DELTA,
    [`${CHANGE}/specs/titles/spec.md`]: "## ADDED Requirements\n",
    "openspec/specs/titles/spec.md":
      "# Titles\n\n## Requirements\n\n### Requirement: Titles\n\nThey SHALL be there.\n",
  };
  const REQUIREMENT = `
### Requirement: {{Name}}

The system SHALL {{what it does}}.

#### Scenario: {{Name}}

- **WHEN** {{something happens}}
- **THEN** {{what can be seen}}
`;
  const CASE = REQUIREMENT.slice(REQUIREMENT.indexOf("\n#### "));
  /** As it is where scenarios of the page have no empty line below their headings. */
  const tight = (text: string) => text.replace(/^(#### .*\n)\n/m, "$1");

  it.each<[what: string, wanted: Wanted, path: string, behind: string, text: string]>([
    [
      "a requirement comes behind the last that is added",
      STORY,
      spec,
      "- **THEN** its titles are shown",
      tight(REQUIREMENT),
    ],
    [
      "a scenario ends its requirement",
      criterion("find"),
      spec,
      "- **THEN** its titles are shown",
      tight(CASE),
    ],
    [
      "a task ends the list",
      task(undefined),
      `${CHANGE}/tasks.md`,
      "- [ ] 2.1 Find titles",
      "- [ ] 2.2 {{What is done}}\n",
    ],
  ])("%s", (_what, wanted, path, behind, text) => {
    expect(added(files, CHANGE, wanted)).toEqual({ path, behind, text });
  });

  it.each([
    ["three parts", "- [x] 1.1.1 A\n- [ ] 1.1.2 B\n", "1.1.3"],
    ["three parts, of several groups", "- [x] 1.1.1 A\n- [ ] 1.2.1 B\n", "1.2.2"],
    ["parts of a task", "- [ ] 1.1 A\n  - [ ] 1.1.1 B\n  - [ ] 1.1.2 C\n", "1.2"],
    ["a number too far", "- [ ] 1.1 A\n- [ ] 1.7 B\n- [ ] 1.3 C\n", "1.8"],
  ])("a task goes on with numbers of %s", (_what, lines, next) => {
    const tasks = { ...files, [`${CHANGE}/tasks.md`]: `## 1. Index\n\n${lines}` };
    expect(added(tasks, CHANGE, task(undefined))).toMatchObject({ text: `- [ ] ${next} {{What is done}}\n` });
  });

  it("a requirement goes to the page at hand", () => {
    const path = `${CHANGE}/specs/titles/spec.md`;
    expect(added(files, CHANGE, STORY, path)).toEqual({
      path,
      behind: "## ADDED Requirements",
      text: REQUIREMENT,
    });
  });

  it("headings have an empty line below them where the page has one", () => {
    const airy = { ...files, [spec]: DELTA.replace(/^(#### .*\n)/m, "$1\n") };
    expect(added(airy, CHANGE, STORY)).toMatchObject({ text: REQUIREMENT });
    expect(added(airy, CHANGE, criterion("find"))).toMatchObject({ text: CASE });
  });

  it("what is missing is made", () => {
    const bare = { [`${CHANGE}/proposal.md`]: "## Why\n" };
    expect(added(bare, CHANGE, STORY)).toMatchObject({
      path: `${CHANGE}/specs/add-search/spec.md`,
      text: `## ADDED Requirements\n${REQUIREMENT}`,
    });
    expect(added(bare, CHANGE, task(undefined))).toMatchObject({
      path: `${CHANGE}/tasks.md`,
      text: "## 1. Implementation\n\n- [ ] 1.1 {{What is done}}\n",
    });
    expect(added(bare, CHANGE, criterion("find"))).toBeUndefined();
  });

  it("what is in force has requirements and scenarios, but no tasks", () => {
    const folder = "openspec/specs/titles";
    expect(added(files, folder, STORY)).toMatchObject({ behind: "They SHALL be there.", text: REQUIREMENT });
    expect(added(files, folder, criterion("titles"))).toMatchObject({
      behind: "They SHALL be there.",
      text: CASE,
    });
    expect(added(files, folder, task(undefined))).toBeUndefined();
  });
});

describe("a new increment", () => {
  const make = (files: Files, id: string, capability?: string) => {
    const { snapshot } = workspace(files);
    const layout = layoutOf({ layout: id });
    const root = incrementsRoot(snapshot, "README.md", layout);
    const wanted = { title: "Pay by invoice", capability, date: "2025-06-07", instant: "" };
    return newIncrement(snapshot, root, layout, wanted, undefined);
  };

  it.each<[string, Files, string | undefined, string[]]>([
    [
      "spec-kit",
      {},
      undefined,
      ["spec.md", "plan.md", "tasks.md"].map((name) => `specs/001-pay-by-invoice/${name}`),
    ],
    [
      "spec-kit",
      { "web/specs/011-a/spec.md": "# A\n", ".specweave/increments/0040-b/spec.md": "# B\n" },
      undefined,
      ["spec.md", "plan.md", "tasks.md"].map((name) => `web/specs/012-pay-by-invoice/${name}`),
    ],
    [
      "openspec",
      { "openspec/changes/pay-by-invoice/proposal.md": "## Why\n", "openspec/specs/pay/spec.md": "# Pay\n" },
      "pay",
      ["proposal.md", "tasks.md", "specs/pay/spec.md", ".openspec.yaml"].map(
        (name) => `openspec/changes/pay-by-invoice-2/${name}`,
      ),
    ],
    [
      "openspec",
      {},
      undefined,
      ["proposal.md", "tasks.md", "specs/pay-by-invoice/spec.md", ".openspec.yaml"].map(
        (name) => `openspec/changes/pay-by-invoice/${name}`,
      ),
    ],
    [
      "kiro",
      { "web/.kiro/specs/_archived/pay/tasks.md": "", "web/.kiro/specs/pay-by-invoice/tasks.md": "" },
      undefined,
      ["requirements.md", "design.md", "tasks.md"].map((name) => `web/.kiro/specs/pay-by-invoice-2/${name}`),
    ],
  ])("of %s has its files beside %j", (layout, files, capability, paths) => {
    const made = make(files, layout, capability);
    expect(made.changes.map(({ path }) => path)).toEqual(paths);
    expect(made.text.slice(made.field.start, made.field.end)).toMatch(/^\{\{.*\}\}$/);
  });

  it.each<string>(["spec-kit", "openspec", "kiro"])(
    "of %s has no findings, and none when it is filled in",
    (layout) => {
      const { changes } = make({}, layout);
      const texts = changes.map((one) => [one.path, one.kind === "create" ? one.text : ""] as const);
      const filled = texts.map(([path, text]) => [path, text.replace(/\{\{([^}]+)\}\}/g, "the $1")] as const);
      for (const files of [texts, filled]) {
        const { snapshot } = workspace(Object.fromEntries(files));
        const found = [...snapshot.pages.keys()].flatMap((path) =>
          diagnose(RULES, snapshot, pageOf({ snapshot }, path), (rule, _path, error) => {
            throw new Error(rule, { cause: error });
          }).map(({ rule, message }) => `${path}: ${message} (${rule})`),
        );
        expect(found.filter((one) => files === filled || !one.endsWith("(increment/template-left)"))).toEqual(
          [],
        );
      }
    },
  );

  it.each<[Files, string, string[]]>([
    [{}, "README.md", ["specweave"]],
    [{ [`${KIT}/spec.md`]: "" }, "README.md", ["spec-kit"]],
    [{ ".specify/memory/constitution.md": "" }, "README.md", ["spec-kit"]],
    [{ "openspec/project.md": "" }, "README.md", ["openspec"]],
    [{ ".kiro/steering/product.md": "" }, "README.md", ["kiro"]],
    [{ ".kiro/specs/a/tasks.md": "", [`${KIT}/spec.md`]: "" }, ".kiro/specs/a/tasks.md", ["kiro"]],
    [{ "openspec/project.md": "", [`${KIT}/spec.md`]: "" }, "README.md", ["spec-kit", "openspec"]],
    [{ "openspec/project.md": "", [`${KIT}/spec.md`]: "" }, "specs", ["spec-kit"]],
    [{ "openspec/project.md": "", [`${KIT}/spec.md`]: "" }, `${KIT}/spec.md`, ["spec-kit"]],
    [
      { ".specweave/increments/0001-a/spec.md": "", "test/fixtures/openspec/changes/a/proposal.md": "" },
      "README.md",
      ["specweave"],
    ],
  ])("in %j, from %s, may have the layouts %j", (files, from, layouts) => {
    expect(layoutsFor(workspace(files).snapshot, from).map(({ id }) => id)).toEqual(layouts);
  });

  it("of OpenSpec may be about what is there", () => {
    const files = { "openspec/specs/pay/spec.md": "", "openspec/specs/login/spec.md": "", "docs/x.md": "" };
    const { snapshot } = workspace(files);
    expect(openSpec.asks?.(snapshot, "openspec/changes")).toMatchObject([{ values: ["login", "pay"] }]);
  });
});
