/** What an editor does with specifications in the layout of Kiro. */
import { describe, expect, it } from "vitest";
import { incrementCompletion } from "../../glossary/increment/features/complete.ts";
import { idHover } from "../../glossary/increment/features/idHover.ts";
import { idDefinition, idReferences } from "../../glossary/increment/features/idUses.ts";
import { incrementLenses } from "../../glossary/increment/features/lenses.ts";
import { spotAt } from "../../glossary/increment/features/place.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { incrementReport } from "../../glossary/index.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { changedLines } from "../changedLines.ts";
import { cursorOf, pageOf, workspace } from "../fixture.ts";
import { DESIGN, FILES, type Files, FOLDER, SPEC, TASKS, withTasks } from "./lending.ts";

/** The files with a cursor at the `|` of a piece of one. */
function fixtureAt(path: string, piece: string, files: Files): string {
  const parts = Object.entries(files).map(([one, text]) => {
    const marked = () => piece.replace("|", () => "$0");
    return `-- ${one} --\n${one === path ? text.replace(piece.replace("|", ""), marked) : text}`;
  });
  return parts.join("");
}

function at(path: string, piece: string, files: Files = FILES) {
  const found = workspace(fixtureAt(path, piece, files));
  return { ...found, ...cursorOf(found) };
}

const short = (path: string) => path.slice(path.lastIndexOf("/") + 1);

describe("hover", () => {
  it.each([
    [
      TASKS,
      "_Requirements: 1.1, 1|.2_",
      `**Criterion 1.2**

IF the card has expired, THEN THE desk SHALL refuse

Requirement 1: Lend

Satisfied by:
- ☑ 1.1: Keep loans`,
    ],
    [
      DESIGN,
      "requirement 1|.1 says",
      `**Criterion 1.1**

WHEN a reader shows a card, THE desk SHALL lend the book

Requirement 1: Lend

Satisfied by:
- ☑ 1.1: Keep loans
- ⏸ 1.2: Test loans

Tested by: 1.2`,
    ],
    [
      SPEC,
      "|2. WHILE",
      `**Criterion 2.2**

WHILE a fine is due, THE desk SHALL ask for it

Requirement 2: Give back

*No task satisfies it*`,
    ],
    [
      TASKS,
      "[x] 1.|1 Keep",
      `**Task 1.1: Keep loans** · *done*

Satisfies:
- · 1.1: WHEN a reader shows a card, THE desk SHALL lend the book
- · 1.2: IF the card has expired, THEN THE desk SHALL refuse`,
    ],
    [
      TASKS,
      "[ ]* 1.|2 Test",
      "**Task 1.2: Test loans** · *optional*\n\nSatisfies:\n- · 1.1: WHEN a reader shows a card, THE desk SHALL lend the book",
    ],
  ])("in %s at %j", (path, piece, shows) => {
    const { snapshot, page, offset } = at(path, piece);
    expect(idHover(snapshot, page, offset)?.markdown.replace(/\\/g, "")).toBe(shows);
  });

  it("of a requirement has its wish, its criteria and its tasks", () => {
    const { snapshot, page, offset } = at(SPEC, "Require|ment 1");
    expect(idHover(snapshot, page, offset)?.markdown).toBe(
      "**Requirement 1: Lend**\n\n**As a** reader  \n**I want to** borrow books  \n**so that** I need not buy them.\n\n2 criteria\n- · 1.1: WHEN a reader shows a card, THE desk SHALL lend the book\n- · 1.2: IF the card has expired, THEN THE desk SHALL refuse\n\n1 of 2 tasks done\n- ☑ 1.1: Keep loans\n- ⏸ 1.2: Test loans",
    );
  });

  it("of a clause of a bug report has its text, and nobody asks for a task", () => {
    const bug =
      "# Bugfix\n\n### Current Behavior\n\n1.1 WHEN lent THEN it is lost\n\n### Expected Behavior\n\n2.1 WHEN lent THEN it is found\n";
    const files = {
      [`${FOLDER}/bugfix.md`]: bug,
      [TASKS]: "- [ ] 1. Find\n  - _Requirements: 1.1, 3.4_\n",
    };
    const { snapshot, page, offset } = at(TASKS, "1|.1, 3.4", files);
    expect(idHover(snapshot, page, offset)?.markdown).toBe("**Criterion 1.1**\n\nWHEN lent THEN it is lost");
  });

  it("is not in code", () => {
    const { snapshot, page, offset } = at(DESIGN, "text\nRequirements: 1|.1");
    expect(idHover(snapshot, page, offset)).toBeUndefined();
  });
});

describe("a number", () => {
  it("leads to where it is defined, and to where it is used", () => {
    const { snapshot, page, offset } = at(TASKS, "_Requirements: 1|.1");
    expect(idDefinition(snapshot, page, offset).map(({ path, span }) => [path, span.start])).toEqual([
      [SPEC, (FILES[SPEC] as string).indexOf("1. WHEN a reader")],
    ]);
    expect(
      idReferences(snapshot, page, offset)?.map(({ path, span, defines }) => {
        const text = FILES[path] as string;
        return `${short(path)}:${text.slice(0, span.start).split("\n").length}${defines ? " defines" : ""}`;
      }),
    ).toEqual(["design.md:3", "requirements.md:11 defines", "tasks.md:5", "tasks.md:7"]);
  });

  it.each([
    ["1.1", "1|.1, 1.2_", ["design.md:3", "requirements.md:11", "tasks.md:5", "tasks.md:7", "tasks.md:10"]],
    ["2.1", "Requirements 2|.1**", ["design.md:5", "requirements.md:18", "tasks.md:9"]],
  ])("is used where its whole requirement is named: %s", (_number, piece, uses) => {
    const files = withTasks((text) => text.replace("2.1_", "2_\n  - _Requirements: 1.1_"));
    const { snapshot, page, offset } = at(piece.includes("**") ? DESIGN : TASKS, piece, files);
    expect(
      idReferences(snapshot, page, offset)?.map(
        ({ path, span }) =>
          `${short(path)}:${(files[path] as string).slice(0, span.start).split("\n").length}`,
      ),
    ).toEqual(uses);
  });

  it("of a task and of a criterion are not the same", () => {
    const { snapshot, page, offset } = at(TASKS, "[x] 1|.1 Keep");
    expect(idReferences(snapshot, page, offset)?.map(({ path }) => short(path))).toEqual(["tasks.md"]);
  });

  it.each([
    [SPEC, "Require|ment 2", { story: "US-2", criterion: undefined }],
    [SPEC, "2. WHI|LE", { story: "US-2", criterion: "AC-US2-2" }],
    [TASKS, "_Requirements: 2|.1", { story: "US-2", criterion: "AC-US2-1" }],
  ])("says what stands in %s at %j", (path, piece, spot) => {
    const { page, offset } = at(path, piece);
    expect(page.exports.increment && spotAt(page.exports.increment, offset)).toEqual(spot);
  });

  it.each([
    ["_Requirements: |", ["2.2", "1.1", "1.2"]],
    ["_Requirements: 1.1, 1|", ["2.2", "1.2"]],
    ["- Requirements: 2.2,|", ["1.1", "1.2"]],
    ["Requirements |", undefined],
    ["Paint |", undefined],
  ])("is offered at %j, what nothing covers first", (line, labels) => {
    const files = withTasks((text) => text.replace("_Requirements: 2.1_", line.replace("|", "")));
    const { snapshot, page, offset } = at(TASKS, line, files);
    const offered = incrementCompletion(snapshot, page, offset)?.map(({ label }) => label);
    expect(offered?.filter((label) => label !== "2.1")).toEqual(labels);
  });
});

describe("a lens", () => {
  it("stands above requirements and tasks", () => {
    const { snapshot } = workspace(FILES);
    const titles = (path: string) =>
      incrementLenses(snapshot, pageOf({ snapshot }, path)).map(({ title }) => title);
    expect(titles(SPEC)).toEqual([
      "2 criteria · 2 covered · 1/2 tasks done",
      "2 criteria · 1 covered · 0/1 task done",
    ]);
    expect(titles(TASKS)).toEqual(["2/5 tasks done · 1 criterion uncovered"]);
  });
});

describe("a rename", () => {
  const rename = (path: string, piece: string, to: string) => {
    const { snapshot, page, offset, files } = at(path, piece);
    const plan = planIdRename(snapshot, page, offset);
    if (plan?.kind !== "plan") return plan?.reason;
    const pages = new Map(plan.needs().paths.map((one) => [one, pageOf({ snapshot }, one)]));
    const renaming = finishRename(plan, snapshot, to, { pages, texts: new Map() }, false);
    return renaming.kind === "refused" ? renaming.reason : changedLines(files, renaming.edits);
  };

  it("of a requirement changes its criteria wherever they are named", () => {
    expect(rename(SPEC, "Require|ment 1", "Requirement 4")).toEqual({
      "design.md": ["The loan is a row, as requirement 4.1 says."],
      "requirements.md": ["### Requirement 4: Lend"],
      "tasks.md": ["    - _Requirements: 4.1, 4.2_", "    - **Validates: Requirements 4.1**"],
    });
  });

  it("of a task changes its number", () => {
    expect(rename(TASKS, "[ ] |2. Clear", "5")).toEqual({
      "tasks.md": ["- [ ] 5. Clear the loan of a book that comes back"],
    });
  });

  it.each([
    [SPEC, "Require|ment 1", "2", "Requirement 2 is taken: “Give back”"],
    [SPEC, "Require|ment 1", "lend", "“lend” is not an id of a requirement: write one like Requirement 1"],
    [
      TASKS,
      "_Requirements: 1|.1",
      "1.9",
      "1.1 is a place in a list of requirements.md: move the criterion there instead",
    ],
  ])("in %s at %j to %j is refused", (path, piece, to, reason) => {
    expect(rename(path, piece, to)).toBe(reason);
  });
});

it("a report counts requirements and criteria", () => {
  const { snapshot } = workspace(FILES);
  const increment = snapshot.increments.at(FOLDER);
  expect(increment && incrementReport(snapshot, increment, []).text).toBe(
    "# Validation of lending\n\n- Status: not stated\n- Requirements: 2\n- Acceptance criteria: 4\n- Covered by tasks: 3 of 4\n- Tasks: 5, 2 done\n- Findings: none\n\nNothing is wrong in requirements.md, design.md, tasks.md\n",
  );
});
