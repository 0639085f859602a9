/** Specifications in the layout of Kiro: the shapes they are met in, and what can be done with them. */
import { describe, expect, it } from "vitest";
import { referencesIn } from "../../glossary/increment/layouts/kiro/refs.ts";
import { cut, readPage } from "./read.ts";

const SPEC = ".kiro/specs/lending/requirements.md";
const TASKS = ".kiro/specs/lending/tasks.md";

/** `3: Title [3.1 Text, 3.2 Text]` for each requirement. */
function requirements(text: string, path = SPEC): string[] {
  const { stories, criteria } = readPage(path, text);
  return stories.map(({ id, title }) => {
    const own = criteria.filter(({ story }) => story === id.key).map((one) => `${one.id.text} ${one.title}`);
    return `${id.key} ${title} [${own.join(", ")}]`;
  });
}

/** `2.1 done: AC-US1-1, all of US-2` for each task. */
function tasks(text: string): string[] {
  return readPage(TASKS, text).tasks.map(({ id, work, criteria, stories, fields, title }) => {
    const named = [...criteria, ...stories, ...(fields.some((field) => field.all) ? ["all"] : [])];
    return `${id.text} ${work} ${title}: ${named.join(" ")}`;
  });
}

describe("a requirement", () => {
  it.each<[what: string, text: string, found: string[]]>([
    [
      "with a title",
      "### Requirement 1: Lend\n\n#### Acceptance Criteria\n\n1. WHEN lent\n2. IF lost\n",
      ["US-1 Lend [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "without one",
      "### Requirement 2\n\n**User Story:** As a reader, I want books\n\n#### Acceptance Criteria\n\n1. WHEN lent\n",
      ["US-2  [2.1 WHEN lent]"],
    ],
    [
      "with a dash, a level deeper",
      "#### Requirement 3 - Lend\n\n##### Acceptance criteria\n\n1) WHEN lent\n",
      ["US-3 Lend [3.1 WHEN lent]"],
    ],
    ["of Japanese", "### 要件4: 貸出\n\n#### 受け入れ基準\n\n1. 貸すとき\n", ["US-4 貸出 [4.1 貸すとき]"]],
    ["of Chinese", "### 需求 5：借书\n\n#### 验收标准\n\n1. 当借书时\n", ["US-5 借书 [5.1 当借书时]"]],
    [
      "of Spanish",
      "### Requisito 6: Préstamo\n\n#### Criterios de aceptación\n\n1. CUANDO\n",
      ["US-6 Préstamo [6.1 CUANDO]"],
    ],
    ["with a letter", "### Requirement 27A: Lend\n\n1. WHEN lent\n", ["US-27A Lend [27A.1 WHEN lent]"]],
    ["as R1", "### R1: Lend\n\n1. WHEN lent\n", ["US-1 Lend [1.1 WHEN lent]"]],
    [
      "as a number, where criteria follow",
      "### 1. Lend\n\n#### Acceptance Criteria\n\n1. WHEN lent\n",
      ["US-1 Lend [1.1 WHEN lent]"],
    ],
    [
      "below a label",
      "### Requirement 1\n\n**Acceptance Criteria:**\n\n1. WHEN lent\n",
      ["US-1  [1.1 WHEN lent]"],
    ],
    [
      "with a list before its criteria",
      "### Requirement 1\n\n1. A note\n2. Another\n\n#### Acceptance Criteria\n\n1. WHEN lent\n",
      ["US-1  [1.1 WHEN lent]"],
    ],
    [
      "with lists below its criteria",
      "### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN lent\n   1. by day\n   - by night\n2. IF lost\n",
      ["US-1  [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "with a list that goes on behind a paragraph",
      "### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN lent\n\nAnd\n\n2. IF lost\n",
      ["US-1  [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "with the same number for all",
      "### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN lent\n1. IF lost\n",
      ["US-1  [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "with two lists that both begin with 1",
      "### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN lent\n2. IF lost\n\nAlso\n\n1. WHILE open\n",
      ["US-1  []"],
    ],
    [
      "with numbers in full",
      "### Requirement 1\n\n#### Acceptance Criteria\n\n1.1 WHEN lent\n1.2. IF lost\n",
      ["US-1  [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "with numbers in full as items",
      "### Requirement 1\n\n- **1.1** WHEN lent\n- **1.2:** IF lost\n",
      ["US-1  [1.1 WHEN lent, 1.2 IF lost]"],
    ],
    [
      "with numbers in full as headings",
      "### Requirement 1\n\n#### AC 1.1: WHEN lent\n\nText\n",
      ["US-1  [1.1 WHEN lent]"],
    ],
    [
      "with requirements of its own",
      "## Requirement 1: Lend\n\n### Requirement 1.1: By day\n\n#### Acceptance Criteria\n\n1. WHEN\n\n### 1.2 By night\n\n#### Acceptance Criteria\n\n1. WHEN\n",
      ["US-1 Lend [1.1 By day, 1.2 By night]"],
    ],
    [
      "of a special kind, where its number is free",
      "### Requirement 1: Lend\n\n1. WHEN lent\n\n### Non-Functional Requirement 1: Fast\n\n1. WHEN\n\n### Technical Requirement 2: Java\n\n1. WHEN built\n",
      ["US-1 Lend [1.1 WHEN lent]", "US-2 Java [2.1 WHEN built]"],
    ],
    [
      "said again without criteria",
      "### Requirement 1: Lend\n\n1. WHEN lent\n\n## Summary\n\n### Requirement 1: Lend, done\n",
      ["US-1 Lend [1.1 WHEN lent]"],
    ],
  ])("%s", (_what, text, found) => {
    expect(requirements(`# Requirements Document\n\n## Requirements\n\n${text}`)).toEqual(found);
    expect(requirements(text.replaceAll("\n", "\r\n"))).toEqual(found);
  });

  it.each([
    "## 1. Overview\n\n1. A point\n",
    "### 3D printing\n\n1. A point\n",
    "### Requirements\n\n1. A point\n",
    "### Version 1.1\n\n1. A point\n",
    "# Requirement 1\n\n1. A point\n",
  ])("is not what %j says", (text) => {
    expect(requirements(text)).toEqual([]);
  });

  it("has its wish, and criteria whose place is the number of the list", () => {
    const text =
      "### Requirement 1: Lend\n\n**User Story:** As a reader, I want to borrow, so that I can read.\n\n#### Acceptance Criteria\n\n1. WHEN lent,\n   THE desk SHALL write it down\n";
    const { stories, criteria } = readPage(SPEC, text);
    expect([stories[0]?.role?.text, stories[0]?.want?.text, stories[0]?.benefit?.text]).toEqual([
      "reader",
      "borrow",
      "I can read.",
    ]);
    expect(criteria.map((one) => [cut(text, one.id.span), cut(text, one.titleSpan)])).toEqual([
      ["1", "WHEN lent,"],
    ]);
  });

  it("of a bug report has its clauses", () => {
    const text =
      "# Bugfix\n\n## Bug Analysis\n\n### Current Behavior\n\n1.1 WHEN lent THEN it is lost\n1.2 WHEN lost THEN nobody knows\n\n### Expected Behavior\n\n2.1 WHEN lent THEN it is found\n";
    const { criteria } = readPage(".kiro/specs/lending/bugfix.md", text);
    expect(criteria.map(({ id, title, standing }) => `${id.text} ${title} ${standing}`)).toEqual([
      "1.1 WHEN lent THEN it is lost mirror",
      "1.2 WHEN lost THEN nobody knows mirror",
      "2.1 WHEN lent THEN it is found mirror",
    ]);
  });
});

describe("a task", () => {
  it.each<[what: string, text: string, found: string[]]>([
    [
      "with parts below it",
      "- [x] 1. Desk\n  - [ ] 1.1 Shelf\n    - Wood\n    - _Requirements: 1.1, 1.2_\n",
      ["1 done Desk: ", "1.1 open Shelf: AC-US1-1 AC-US1-2"],
    ],
    [
      "with parts beside it",
      "- [ ] 1. Desk\n- [x] 1.1 Shelf\n  - _Requirements: 1.1_\n- [ ] 1.1.1 Board\n",
      ["1 open Desk: ", "1.1 done Shelf: AC-US1-1", "1.1.1 open Board: "],
    ],
    [
      "that may be left out",
      "- [ ]* 2.1 Test\n- [ ]\\* 2.2 Test\n- [x]* 2.3 Test\n- [ ] 2.4* Test\n",
      ["2.1 deferred Test: ", "2.2 deferred Test: ", "2.3 done Test: ", "2.4 deferred Test: "],
    ],
    ["behind several spaces", "-   [x] 1. Desk\n\n    -   _Requirements: 1.1_\n", ["1 done Desk: AC-US1-1"]],
    ["in work, and in the queue", "- [-] 1. Desk\n- [~] 2. Shelf\n", ["1 open Desk: ", "2 open Shelf: "]],
    ["with a letter, in bold", "- [ ] 1b. Desk\n- [ ] **2. Shelf**\n", ["1b open Desk: ", "2 open Shelf: "]],
    [
      "with a word before it",
      "- [ ] Task 3.2: Desk\n- [ ] **P1.1**: Shelf\n",
      ["3.2 open Desk: ", "P1.1 open Shelf: "],
    ],
    ["that is only a step", "- [ ] 1. Desk\n  - [ ] 3 boards\n  - [ ] Paint\n", ["1 open Desk: "]],
    [
      "with references behind its item",
      "- [ ] 1.1 Desk\n\n**Requirements:** 1.1–1.3\n\n## Notes\n\n_Requirements: 2.1_\n",
      ["1.1 open Desk: AC-US1-1 AC-US1-2 AC-US1-3"],
    ],
    [
      "for whole requirements",
      "- [ ] 1. Desk\n  - _Requirements: 2, 3.1_\n",
      ["1 open Desk: AC-US3-1 US-2 all"],
    ],
    ["for all", "- [ ] 1. Desk\n  - _Requirements: All_\n  - _Requirements: 2_\n", ["1 open Desk: all"]],
    [
      "that says what it validates",
      "- [ ] 1. Desk\n  - **Property 3: Stable**\n  - **Validates: Requirements 1.1, 1.4**\n",
      ["1 open Desk: AC-US1-1 AC-US1-4"],
    ],
  ])("%s", (_what, text, found) => {
    expect(tasks(text)).toEqual(found);
    expect(tasks(text.replaceAll("\n", "\r\n"))).toEqual(found);
  });
});

describe("a reference", () => {
  it.each<[text: string, ids: string, keys: string]>([
    ["  - _Requirements: 1.1, 2.3_", "1.1 2.3", "AC-US1-1 AC-US2-3"],
    ["  - Requirements: 1.1", "1.1", "AC-US1-1"],
    ["**Requirements:** 1.1; 2.3", "1.1 2.3", "AC-US1-1 AC-US2-3"],
    ["**Requirements**: 1.1 and 1.2", "1.1 1.2", "AC-US1-1 AC-US1-2"],
    ["_Requirements: 1.1-1.3_", "1.1 1.3", "AC-US1-1 AC-US1-2 AC-US1-3"],
    ["_Requirements: 1.1–3_", "1.1", "AC-US1-1 AC-US1-2 AC-US1-3"],
    ["_Requirements: 1.2 to 1.4_", "1.2 1.4", "AC-US1-2 AC-US1-3 AC-US1-4"],
    ["_Requirements: 17.2~17.3_", "17.2 17.3", "AC-US17-2 AC-US17-3"],
    ["_Requirements: R1.1, R2_", "1.1 2", "AC-US1-1 US-2"],
    ["_Requirements: Requirement 1.4, 1.5_", "1.4 1.5", "AC-US1-4 AC-US1-5"],
    ["_Requirements: 17 (roles), 18.1（権限）_", "17 18.1", "US-17 AC-US18-1"],
    ["_Requirements: 1.1, NFR 2, 1.3_", "1.1 1.3", "AC-US1-1 AC-US1-3"],
    ["_Requirements: 1.1_ | _Effort: 30min_", "1.1", "AC-US1-1"],
    ["_Requirements: 1.1,\n    1.2_", "1.1 1.2", "AC-US1-1 AC-US1-2"],
    ["_Requirements: 1.1 - answer within 50 ms_", "1.1", "AC-US1-1"],
    ["_Requirements: 1.2.3, 1.4a_", "1.2 1.4", "AC-US1-2 AC-US1-4"],
    ["_要件: 1.1、2.1_", "1.1 2.1", "AC-US1-1 AC-US2-1"],
    ["_需求：1.1，2.1_", "1.1 2.1", "AC-US1-1 AC-US2-1"],
    ["_요구사항: 1.1, 2.1_", "1.1 2.1", "AC-US1-1 AC-US2-1"],
    ["_Requisitos: 1.1, 2.1_", "1.1 2.1", "AC-US1-1 AC-US2-1"],
    ["_Требования: 1.1, 2.1_", "1.1 2.1", "AC-US1-1 AC-US2-1"],
    ["- **Valida: Requisitos 1.1**", "1.1", "AC-US1-1"],
    ["Text. _Requirements: 1.1_", "1.1", "AC-US1-1"],
    ["- **検証**: Requirement 1, 4.2", "1 4.2", "US-1 AC-US4-2"],
    [
      "_要件対応: REQ-1.5, REQ-9.0（全体）, REQ-4.1-4.3_",
      "1.5 9 4.1 4.3",
      "AC-US1-5 US-9 AC-US4-1 AC-US4-2 AC-US4-3",
    ],
    ["_Requirements: Data Models section_", "", ""],
    ["- Requirements: 2 new endpoints", "", ""],
    ["_Requirements: N/A_", "", ""],
  ])("%j states what it is for", (text, ids, keys) => {
    const [found, ...others] = referencesIn(text);
    expect(others).toEqual([]);
    expect(found?.kind).toBe("criteria");
    expect(found?.ids.map((id) => cut(text, id.span)).join(" ")).toBe(ids);
    expect(found?.keys.join(" ")).toBe(keys);
  });

  it("may be in a sentence", () => {
    const [found] = referencesIn("As requirement 2.1 and 2.2 say, 3.1 seconds");
    expect([found?.kind, found?.keys]).toEqual(["references", ["AC-US2-1", "AC-US2-2"]]);
  });

  it.each(["Requirements change", "prerequisite 1.1", "requirements.txt 1.1", "Non-requirement: 1.1x"])(
    "is not in %j",
    (text) => {
      expect(referencesIn(text).flatMap(({ ids }) => ids)).toEqual([]);
    },
  );

  it("reaches over several requirements", () => {
    const [found] = referencesIn("_Requirements: 1.1-3.2_");
    expect(found?.wholes).toEqual(["US-1", "US-2", "US-3"]);
    expect(referencesIn("_Requirements: 1-900000000_")[0]?.wholes.length).toBeLessThan(2);
  });
});
