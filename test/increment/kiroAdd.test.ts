/** What is added to specifications in the layout of Kiro. */
import { describe, expect, it } from "vitest";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import { added, criterion, type Files, STORY, task } from "./added.ts";

describe("to a specification of Kiro", () => {
  const folder = ".kiro/specs/search";
  const files: Files = {
    [`${folder}/requirements.md`]:
      "# Requirements\n\n### Requirement 1: Find\n\n#### Acceptance Criteria\n\n1. WHEN asked\n2. IF empty,\n   THEN say so\n\n#### Notes\n\nNone.\n\n### Requirement 4: Sort\n\n4.1 WHEN sorted\n\n4.2 IF equal\n\n### Requirement 6\n\nText.\n",
    [`${folder}/tasks.md`]:
      "# Plan\n\n- [x] 1. Index\n  - [ ] 1.1 Words\n    - _要件: 1.1_\n- [ ] 3. Hits\n\n## Notes\n\n- All\n",
  };
  const EARS = "WHEN {{something happens}}, THE system SHALL {{what it does}}";

  it.each<[what: string, wanted: Wanted, file: string, behind: string, text: string]>([
    [
      "a requirement comes behind the last one",
      STORY,
      "requirements.md",
      "Text.",
      `\n### Requirement 7: {{Title}}\n\n**User Story:** As a {{role}}, I want {{wish}}, so that {{reason}}\n\n#### Acceptance Criteria\n\n1. ${EARS}\n`,
    ],
    [
      "a criterion goes on with the list",
      criterion("US-1"),
      "requirements.md",
      "   THEN say so",
      `3. ${EARS}\n`,
    ],
    [
      "a criterion goes on with numbers in full",
      criterion("US-4"),
      "requirements.md",
      "4.2 IF equal",
      `\n4.3 ${EARS}\n`,
    ],
    [
      "a criterion brings its list",
      criterion("US-6"),
      "requirements.md",
      "Text.",
      `\n#### Acceptance Criteria\n\n1. ${EARS}\n`,
    ],
    [
      "a task ends the list",
      { what: "task", story: "US-1", criteria: ["AC-US1-1", "AC-US1-2"] },
      "tasks.md",
      "- [ ] 3. Hits",
      "\n- [ ] 4. {{What is done}}\n  - _要件: 1.1, 1.2_\n",
    ],
  ])("%s", (_what, wanted, file, behind, text) => {
    expect(added(files, folder, wanted)).toEqual({ path: `${folder}/${file}`, behind, text });
    const other = Object.fromEntries(
      Object.entries(files).map(([path, one]) => [path, one.replaceAll("\n", "\r\n")]),
    );
    expect(added(other, folder, wanted)).toMatchObject({ text: text.replaceAll("\n", "\r\n") });
  });

  it("tasks bring their page, and requirements have to have one", () => {
    const bare = { [`${folder}/requirements.md`]: "# Requirements Document: Search\n" };
    expect(added(bare, folder, task(undefined))).toMatchObject({
      path: `${folder}/tasks.md`,
      text: "# Implementation Plan: Search\n\n## Tasks\n\n- [ ] 1. {{What is done}}\n",
    });
    expect(added(bare, folder, criterion("US-1"))).toBeUndefined();
    expect(added({ [`${folder}/tasks.md`]: "" }, folder, STORY)).toBeUndefined();
  });
});

it("adds no criterion where lists begin anew", () => {
  const path = ".kiro/specs/search/requirements.md";
  const text =
    "# Requirements\n\n### Requirement 1: Find\n\n#### Acceptance Criteria\n\n3. WHEN asked\n\n1) IF empty\n";
  expect(added({ [path]: text }, ".kiro/specs/search", criterion("US-1"))).toBeUndefined();
});
