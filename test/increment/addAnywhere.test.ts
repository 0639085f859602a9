/** What is added to pages of any make is read as what was wanted, once, and all else as before. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import type { Increment } from "../../glossary/increment/model/increment.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";

interface Layout {
  readonly folder: string;
  readonly spec: string;
  /** The lines of specifications and of tasks. */
  readonly lines: readonly string[];
  readonly tasks: readonly string[];
}

const ANY = [
  "",
  "",
  "Text.",
  "---",
  "- An item",
  "  - below it",
  "| a | b |",
  "> Quoted",
  "```",
  "<!-- x -->",
  "1. One",
];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  specweave: {
    folder: ".specweave/increments/0007-cart",
    spec: "spec.md",
    lines: [
      "## User Stories",
      "### US-001: Fill",
      "### US-002: Empty",
      "#### US4 - Share",
      "**Project**: shop",
      "**Acceptance Criteria**:",
      "- [ ] **AC-US1-01**: One",
      "- [x] **AC-US1-04**: Four",
      "## Out of Scope",
    ],
    tasks: [
      "## User Story: US-001 - Fill",
      "### T-001: One",
      "### T-004: Four",
      "#### Steps",
      "- [x] Step",
      "**User Story**: US-001 | **Satisfies ACs**: AC-US1-01",
      "**Status**: [ ] pending",
      "**Test**: Given a",
    ],
  },
  "spec-kit": {
    folder: "specs/007-cart",
    spec: "spec.md",
    lines: [
      "## User Scenarios & Testing",
      "### User Story 1 - Fill (Priority: P1)",
      "### User Story 3: Empty",
      "**Acceptance Scenarios**:",
      "1. **Given** a, **When** b, **Then** c",
      "- Given a, when b",
      "### Edge Cases",
      "### Functional Requirements",
      "- **FR-001**: System MUST",
      "- **FR-004**: System MUST",
    ],
    tasks: [
      "## Phase 1: Setup",
      "## Phase 2: User Story 1 - Fill",
      "- [ ] T001 [P] One",
      "- [x] T004 [US1] Four",
      "- [ ] T-009 [US3] Nine",
      "**Checkpoint**: Done",
    ],
  },
  kiro: {
    folder: ".kiro/specs/cart",
    spec: "requirements.md",
    lines: [
      "## Requirements",
      "### Requirement 1: Fill",
      "### Requirement 3",
      "#### Acceptance Criteria",
      "1. WHEN a",
      "2. IF b",
      "1.1 WHEN c",
      "- **3.1** WHEN d",
    ],
    tasks: [
      "- [ ] 1. One",
      "  - [x] 1.1 Two",
      "- [ ]* 1.2 Three",
      "- [x] 2. Four",
      "  - _Requirements: 1.1_",
      "## Notes",
    ],
  },
  openspec: {
    folder: "openspec/changes/add-cart",
    spec: "specs/cart/spec.md",
    lines: [
      "## ADDED Requirements",
      "## MODIFIED Requirements",
      "### Requirement: Fill",
      "### Requirement: Empty",
      "#### Scenario: One",
      "- **WHEN** a",
      "- **THEN** b",
      "It SHALL be so.",
    ],
    tasks: ["## 1. First", "## 2. Second", "- [ ] 1.1 One", "- [x] 1.2 Two", "- [ ] 2.1 Three"],
  },
};

const WANTED = fc.constantFrom<Wanted>(
  { what: "story", project: undefined },
  { what: "criterion", story: "US-1" },
  { what: "criterion", story: "fill" },
  { what: "criterion", story: undefined },
  { what: "task", story: undefined, criteria: [] },
  { what: "task", story: "US-1", criteria: [] },
  { what: "task", story: "US-3", criteria: [] },
);

/** All that is defined, sorted, and how many scenarios there are. */
function defined({ pages }: Increment): string[] {
  return [...pages.values()]
    .flatMap(({ stories, criteria, tasks, others }) => [
      ...stories.flatMap(({ id, scenarios }) => [id.key, ...scenarios.map(() => `scenario of ${id.key}`)]),
      ...[...criteria, ...tasks, ...others].map(({ id }) => id.key),
    ])
    .sort();
}

describe.each(Object.entries(LAYOUTS))("an addition in the layout of %s", (_name, layout) => {
  const text = (lines: readonly string[]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(...lines, ...lines, ...ANY), { maxLength: 14 }),
        fc.constantFrom("\n", "\r\n"),
      )
      .map(([all, end]) => all.join(end));

  it("adds itself and takes nothing away", () => {
    fc.assert(
      fc.property(text(layout.lines), text(layout.tasks), WANTED, (spec, tasks, wanted) => {
        const files: Record<string, string> = {
          [`${layout.folder}/${layout.spec}`]: spec,
          [`${layout.folder}/tasks.md`]: tasks,
        };
        const { snapshot } = workspace(files);
        const before = snapshot.increments.at(layout.folder) as Increment;
        const path = pageFor(before, wanted);
        const addition = add(before, wanted, path in files ? pageOf({ snapshot }, path) : undefined);
        if (!addition || addition === "code") return;
        const source = files[path] ?? "";
        expect(/^$|\n$/.test(source.slice(0, addition.at)) || /^\r?\n/.test(addition.text)).toBe(true);
        const insert = { span: { start: addition.at, end: addition.at }, text: addition.text };
        const after = workspace({ ...files, [path]: applyEdits(source, [insert]) }).snapshot;
        const now = defined(after.increments.at(layout.folder) as Increment);
        const old = defined(before);
        const gone = old.filter((key) => !now.includes(key));
        expect(gone).toEqual([]);
        // Scenarios of OpenSpec have headings, which nobody asks for.
        const scenarios = layout === LAYOUTS.openspec && wanted.what === "criterion";
        expect(now.length).toBeGreaterThan(scenarios ? old.length - 1 : old.length);
      }),
      { numRuns: 400 },
    );
  });
});
