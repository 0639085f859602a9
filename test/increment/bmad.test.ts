/** Stories in the layout of BMAD: where they are, what they say, and what is reported of them. */
import { describe, expect, it } from "vitest";
import { incrementPlace } from "../../glossary/increment/layouts/layouts.ts";
import { diagnose, RULES } from "../../glossary/index.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { FILES, FIRST, FOLDER, story } from "./bmadFiles.ts";
import { cut, readOpen, readPage } from "./read.ts";

function findingsIn(files: Readonly<Record<string, string>>) {
  const { snapshot } = workspace(files);
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow))
    .filter(({ rule }) => rule.startsWith("increment/"))
    .map(({ rule, message }) => `${rule.slice(10)}: ${message}`);
}

const only = (criteria: string, tasks: string, status?: string) => ({
  [FIRST]: story("1.1", "Keep", { criteria, tasks, ...(status !== undefined && { status }) }),
});

describe("a place", () => {
  it.each([
    [FIRST, "_bmad-output/Story 1.1"],
    ["_bmad-output/implementation-artifacts/1b-03-keep.md", "_bmad-output/Story 1b.3"],
    ["_bmad-output/implementation-artifacts/stories/10-6-keep.md", "_bmad-output/Story 10.6"],
    ["docs/sprint-artifacts/2-1-keep.md", "docs/Story 2.1"],
    ["docs/stories/1.2.keep.md", "docs/Story 1.2"],
    ["docs/stories/1.2.story.md", "docs/Story 1.2"],
    ["docs/stories/1-2-keep.md", "docs/Story 1.2"],
  ])("is seen in %s", (path, id) => {
    expect(incrementPlace(path)).toMatchObject({
      layout: "bmad",
      role: "whole",
      unit: path,
      id,
      shelf: "live",
    });
  });

  it.each([
    `${FOLDER}/1-1-keep-validation-report.md`,
    `${FOLDER}/validation-report-1-1-keep.md`,
    `${FOLDER}/epic-1-retro-2026-02-26.md`,
    `${FOLDER}/sprint-status.yaml`,
    "docs/2025-01-31-notes.md",
    "docs/stories/README.md",
  ])("is none in %s", (path) => {
    expect(incrementPlace(path)).toBeUndefined();
  });

  it("leaves to other tools what is theirs", () => {
    expect(incrementPlace("specs/001-search/stories/1-2-x.md")?.layout).not.toBe("spec-kit");
    expect(incrementPlace(".kiro/specs/stories/tasks.md")?.layout).toBe("kiro");
  });
});

describe("a story", () => {
  it("has the title, the status, the criteria and the tasks that it states", () => {
    const text = FILES[FIRST] as string;
    const page = readPage(FIRST, text);
    expect(page).toEqual(readOpen(FIRST, text));
    expect([page.title, page.status?.text, page.status?.name]).toEqual([
      "Story 1.1: Keep the Cart",
      "in-progress",
      "active",
    ]);
    expect(page.criteria.map(({ id, title }) => [id.text, cut(text, id.span), title])).toEqual([
      ["AC1", "1", "The cart survives a restart"],
      ["AC2", "2", "It is empty after seven days"],
      ["AC3", "3", "Nobody else sees it"],
    ]);
    expect(
      page.tasks.map(({ id, title, work, criteria, steps }) => [
        id.text,
        title,
        work,
        criteria,
        steps.length,
      ]),
    ).toEqual([
      ["1", "Store carts", "done", ["AC-1", "AC-3"], 1],
      ["2", "Delete old ones", "open", ["AC-2"], 1],
    ]);
  });

  it.each([
    ["1. One\n2. Two", ["AC1 One", "AC2 Two"]],
    ["1. One\n1. Two", ["AC1 One", "AC2 Two"]],
    ["1. **AC1: One**\n   - **Given** it\n\n2. **AC2: Two**", ["AC1 One", "AC2 Two"]],
    ["**AC1 — One:**\n- **Given** it\n\n**AC2 — Two:**", ["AC1 One", "AC2 Two"]],
    ["### AC1 — One\n\n**Given** it\n\n### AC #2: Two", ["AC1 One", "AC #2 Two"]],
    ["- [ ] **AC-1:** One\n- [x] **AC-2:** Two", ["AC-1 One", "AC-2 Two"]],
    ["1. **Given** it\n**When** then\n2. **Given** that", ["AC1 Given** it", "AC2 Given** that"]],
    ["- `AC1` — One\n- `AC2` — Two", ["AC1 One", "AC2 Two"]],
    ["1. One\r\n2. Two", ["AC1 One", "AC2 Two"]],
    // Which is the second one, nobody can say.
    ["### Cart\n\n1. One\n2. Two\n\n### Pay\n\n1. Three\n2. Four", []],
    ["- One\n- Two", []],
    ["```\n1. One\n```", []],
  ])("has the criteria of %j", (criteria, found) => {
    const text = story("1.1", "Keep", { criteria, tasks: "- [ ] Task 1: Do" });
    const page = readPage(FIRST, text);
    expect(page.criteria.map(({ id, title }) => `${id.text} ${title}`)).toEqual(found);
  });

  it.each([
    ["(AC: #1, #3)", ["AC-1", "AC-3"]],
    ["(AC: 1, 2)", ["AC-1", "AC-2"]],
    ["(AC: 1-3)", ["AC-1", "AC-2", "AC-3"]],
    ["(AC: AC1–AC3)", ["AC-1", "AC-2", "AC-3"]],
    ["(AC1, AC2)", ["AC-1", "AC-2"]],
    ["(ACs: #1 and #2)", ["AC-1", "AC-2"]],
    ["(AC #2)", ["AC-2"]],
    ["[AC: 2]", ["AC-2"]],
    ["（AC：1、2）", ["AC-1", "AC-2"]],
    ["(AC: 2 — the 3 columns)", ["AC-2"]],
    ["(AC: #)", []],
    ["(AC: FR9)", []],
    ["(ACK: 2)", []],
  ])("has a task that names %s", (named, keys) => {
    const page = readPage(
      FIRST,
      story("1.1", "Keep", { criteria: "1. One", tasks: `- [ ] Task 1: Do ${named}` }),
    );
    expect(page.tasks[0]?.criteria).toEqual(keys);
  });

  it.each([
    ["- [ ] Task 1: One\n- [x] Task 2: Two", ["1 One open", "2 Two done"]],
    ["- [ ] **Task 1: One** (AC: 1)\n- [x] **2. Two**", ["1 One open", "2 Two done"]],
    ["- [ ] One\n- [ ] Two", ["1 One open", "2 Two open"]],
    ["- [ ] T1: One\n- [ ] 1.2 Two", ["1 One open", "“1.2 Two” 1.2 Two open"]],
    [
      "### Task 1: One (AC: 1)\n\n- [x] 1.1 Part\n\n### Task 2: Two\n\n- [ ] 2.1 Part",
      ["1 One done", "2 Two open"],
    ],
    [
      "- [ ] Task 1: One\n\n### Review Follow-ups (AI)\n\n- [ ] [High] Name it",
      ["1 One open", "“[High] Name it” [High] Name it open"],
    ],
    ["- [ ] Task 1: One (optional)", ["1 One (optional) deferred"]],
  ])("has the tasks of %j", (tasks, found) => {
    const page = readPage(FIRST, story("1.1", "Keep", { criteria: "1. One", tasks }));
    expect(page.tasks.map(({ id, title, work }) => `${id.text} ${title} ${work}`)).toEqual(found);
  });

  it.each([
    ["# Story 1.1: X\n\nStatus: ready-for-dev\n", "ready-for-dev", "active"],
    ["# Story 1.1: X\n\n**Status:** ✅ Approved — done\n", "Approved", "active"],
    ["# Story 1.1: X\n\n**Status**: `done` (closed)\n", "done", "completed"],
    ["# Story 1.1: X\n\nStatus: review\n", "review", "ready_for_review"],
    ["# Story 1.1: X\n\n## Status\n\nReady for Review\n", "Ready for Review", "ready_for_review"],
    ["---\nstatus: in-progress\n---\n\n# Story 1.1: X\n", "in-progress", "active"],
  ])("has the status of %j", (head, text, name) => {
    const { status } = readPage(FIRST, `${head}\n## Acceptance Criteria\n\n1. One\n`);
    expect([status?.text, status?.name]).toEqual([text, name]);
  });

  it("is read in other languages, and is none without criteria and tasks", () => {
    const text =
      "# Story 1.1: 购物车\n\nStatus: done\n\n## 验收标准\n\n1. 一\n\n## 任务 / 子任务\n\n- [x] 一 (AC: 1)\n";
    const page = readPage(FIRST, text);
    expect([page.criteria.length, page.tasks[0]?.criteria]).toEqual([1, ["AC-1"]]);
    const other = readPage("docs/stories/1-2-tale.md", "# A tale\n\nStatus: done\n\n1. One, see AC1\n");
    expect([other.status, other.mentions]).toEqual([undefined, []]);
  });
});

describe("what is reported", () => {
  it("is nothing where all fits", () => {
    expect(findingsIn(FILES)).toEqual([]);
  });

  it("is a criterion that no task names", () => {
    expect(findingsIn(only("1. One\n2. Two", "- [ ] Task 1: Do (AC: #1)"))).toEqual([
      "uncovered-criterion: No task satisfies AC2: add it to a task, or create one",
    ]);
    expect(findingsIn(only("1. One\n2. Two", "- [ ] Task 1: Do"))).toEqual([]);
    expect(findingsIn(only("1. One\n2. ~~Two~~ (moved to 1.3)", "- [ ] Task 1: Do (AC: #1)"))).toEqual([]);
  });

  it("is a criterion that there is not", () => {
    expect(findingsIn(only("1. One", "- [ ] Task 1: Do (AC: #1, #4)"))).toEqual([
      "unknown-reference: There is no acceptance criterion 4 in 1-1-keep-the-cart.md: correct the number, or add it there",
    ]);
  });

  it("is a label that is given twice", () => {
    expect(findingsIn(only("**AC1: One**\n\n**AC1: Two**", "- [ ] Task 1: Do (AC: 1)"))).toEqual([
      "duplicate-id: AC1 is already defined above: give this one another number",
    ]);
  });

  it("is a task that names none among others that do, unless a review has left it", () => {
    const tasks = [1, 2, 3, 4].map((i) => `- [ ] Task ${i}: Do (AC: #1)`).join("\n");
    expect(findingsIn(only("1. One", `${tasks}\n- [ ] Task 5: Paint it`))).toEqual([
      "task-without-criterion: Task 5 names no acceptance criterion: add the one it satisfies, or “N/A”",
    ]);
    expect(findingsIn(only("1. One", `${tasks}\n- [ ] Task 5: Run all quality gates`))).toEqual([]);
    expect(
      findingsIn(only("1. One", `${tasks}\n\n### Review Follow-ups (AI)\n\n- [ ] [High] Paint it`)),
    ).toEqual([]);
  });

  it("is a task that is done with open parts, and a story that is with open tasks", () => {
    expect(
      findingsIn(only("1. One", "- [x] Task 1: Do (AC: #1)\n  - [ ] 1.1 Part\n- [ ] Task 2: Go (AC: 1)")),
    ).toEqual([
      "task-done-open-steps: Task 1 is done, but a step of it is open: tick or defer it, or reopen the task",
    ]);
    expect(findingsIn(only("1. One", "- [ ] Task 1: Do (AC: #1)", "done"))).toEqual([
      "completed-with-open-work: Completed, but 1 task open: Task 1; finish or defer them, or reopen the increment",
    ]);
    expect(findingsIn(only("1. One", "- [ ] Task 1: Do (AC: #1, optional)", "done"))).toEqual([]);
    expect(findingsIn(only("1. One", "- [x] Task 1: Do (AC: #1)"))).toEqual([
      "all-tasks-done: The only task is done: set the status to “review”",
    ]);
  });

  it("is nothing of a template that nobody has filled in", () => {
    expect(
      findingsIn(
        only(
          "1. [Add acceptance criteria from epics/PRD]",
          "- [ ] Task 1 (AC: #)\n  - [ ] Subtask 1.1\n- [ ] Task 2 (AC: #)\n  - [ ] Subtask 2.1",
          "ready-for-dev",
        ),
      ),
    ).toEqual([]);
  });
});
