/** Tasks in the layout of Taskmaster: what `tasks.json` says, what is reported of it, and what an editor does with it. */
import { describe, expect, it } from "vitest";
import { add, refusal } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, layoutsFor, newIncrement } from "../../glossary/increment/features/new.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { incrementPlace } from "../../glossary/increment/layouts/layouts.ts";
import { taskmaster } from "../../glossary/increment/layouts/taskmaster/layout.ts";
import { tagsIn } from "../../glossary/increment/layouts/taskmaster/tree.ts";
import type { Increment } from "../../glossary/increment/model/increment.ts";
import { definition, diagnose, fixesAt, hover, isIndexed, RULES, references } from "../../glossary/index.ts";
import { cursorOf, pageOf, rethrow, workspace } from "../fixture.ts";
import { FILES as BACKLOG_FILES } from "./backlogFiles.ts";
import { FILES as STORIES } from "./bmadFiles.ts";
import { cut, readPage } from "./read.ts";
import { DOCUMENT, FILES, TASKS, tagged, task } from "./taskmasterFiles.ts";

function found(text: string, more: Readonly<Record<string, string>> = {}) {
  const { snapshot } = workspace({ ...more, [TASKS]: text });
  return { snapshot, findings: diagnose(RULES, snapshot, pageOf({ snapshot }, TASKS), rethrow) };
}

function findingsIn(text: string): string[] {
  return found(text).findings.map(
    ({ rule, message, span }) => `${rule.slice(10)} at ${cut(text, span)}: ${message}`,
  );
}

const said = (text: string) =>
  readPage(TASKS, text).tasks.map(({ id, title, work, dependencies }) => [id.key, title, work, dependencies]);

describe("a place", () => {
  it.each([
    [TASKS, "tasks", ".taskmaster"],
    ["shop/.taskmaster/tasks/tasks.json", "tasks", "shop/.taskmaster"],
    [DOCUMENT, "spec", ".taskmaster"],
    [".taskmaster/docs/prd.txt", "spec", ".taskmaster"],
    [".taskmaster/docs/search-prd.md", "spec", ".taskmaster"],
    [".taskmaster/docs/research/carts.md", "other", ".taskmaster"],
  ])("is seen in %s", (path, role, unit) => {
    expect(incrementPlace(path)).toMatchObject({ layout: "taskmaster", role, unit });
    expect(isIndexed(path)).toBe(true);
  });

  it.each([
    ".taskmaster/tasks/task_001.txt",
    ".taskmaster/tasks/backup/tasks.json",
    ".taskmaster/reports/task-complexity-report.json",
    ".taskmaster/templates/example_prd.txt",
    "tasks/tasks.json",
  ])("is none in %s", (path) => {
    expect([incrementPlace(path), isIndexed(path)]).toEqual([undefined, false]);
  });
});

describe("a list of tasks", () => {
  it("has tasks and their parts, with what they wait for", () => {
    const text = FILES[TASKS] as string;
    expect(said(text)).toEqual([
      ["T-1", "Store carts", "done", []],
      ["T-2", "Show carts", "open", ["T-1"]],
      ["T-2.1", "List", "done", []],
      ["T-2.2", "Page", "open", ["T-2.1", "T-1"]],
      ["T-3", "Share carts", "open", ["T-2", "T-2.1"]],
      ["T-pay/1", "Pay", "open", []],
      ["T-pay/2", "Refund", "open", ["T-pay/1"]],
    ]);
    const [, second] = readPage(TASKS, text).tasks;
    expect([
      cut(text, second?.id.span),
      cut(text, second?.titleSpan),
      cut(text, second?.state?.wordSpan),
    ]).toEqual(["2", "Show carts", "in-progress"]);
  });

  it("is read as it stood before there were tags", () => {
    expect(said(JSON.stringify({ tasks: [task(1), task(2, { dependencies: [1] })] }))).toEqual([
      ["T-1", "Do 1", "open", []],
      ["T-2", "Do 2", "open", ["T-1"]],
    ]);
  });

  it.each([
    ["pending", "open"],
    ["in-progress", "open"],
    ["review", "open"],
    ["blocked", "open"],
    ["done", "done"],
    ["completed", "done"],
    ["deferred", "deferred"],
    ["cancelled", "dropped"],
  ])("has the status %s", (status, work) => {
    expect(said(tagged({ master: [task(1, { status })] }))[0]?.[2]).toBe(work);
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '{"master": {"tasks": [{"id": 1, "title": ',
    '{"master": {"tasks": {}}}',
    '{"master": {"tasks": [1, null, "x", [], {"id": {}}, {"title": "No id"}]}}',
    '{"master": {"tasks": [{"id": 1, "subtasks": 3, "dependencies": "2", "title": 4, "status": []}]}}',
    '{"__proto__": {"tasks": [{"id": 1}]}}',
    `${"[".repeat(60_000)}`,
    "\u0000\uFEFF{}",
  ])("says what it can of %.40j", (text) => {
    expect(() => found(text)).not.toThrow();
  });

  it("reads CRLF, and a file that is not whole as far as it goes", () => {
    const text = (FILES[TASKS] as string).replaceAll("\n", "\r\n");
    expect(said(text)).toHaveLength(7);
    expect(cut(text, readPage(TASKS, text).tasks[1]?.titleSpan)).toBe("Show carts");
    expect(said(text.slice(0, text.indexOf('"Share carts"'))).length).toBeGreaterThan(3);
  });

  it("says nothing of five megabytes, and is quick about it", () => {
    const text = tagged({
      master: Array.from({ length: 20_000 }, (_, i) => task(i + 1, { title: "x".repeat(150) })),
    });
    expect(text.length).toBeGreaterThan(5_000_000);
    const start = performance.now();
    expect(tagsIn(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe("what is reported", () => {
  it("is nothing where all fits", () => {
    expect(findingsIn(FILES[TASKS] as string)).toEqual([]);
  });

  it("is a task that there is not, at its place and in its tag", () => {
    expect(findingsIn(tagged({ master: [task(1, { dependencies: [7, "8.1"] })], pay: [task(7)] }))).toEqual([
      "unknown-reference at 7: There is no task 7 in this list: correct the number, or add the task",
      "unknown-reference at 8.1: There is no task 8.1 in this list: correct the number, or add the task",
    ]);
  });

  it("is a number that two tasks have, once for all of its parts", () => {
    const first = task(1, { title: "Carts", subtasks: [task(1)] });
    const second = task(1, { title: "Pay", subtasks: [task(1, { title: "Other" })] });
    expect(findingsIn(tagged({ master: [first, second] }))).toEqual([
      "duplicate-id at 1: Task 1 is already defined above: give this one another number",
    ]);
  });

  it("is a circle of tasks, and a task that waits for itself", () => {
    const [a, b, c] = [
      task(1, { dependencies: [2] }),
      task(2, { dependencies: [3] }),
      task(3, { dependencies: [1] }),
    ];
    expect(findingsIn(tagged({ master: [a, b, c, task(4, { dependencies: [1] })] as object[] }))).toEqual([
      "circular-dependency at 2: Task 2 waits for this one in turn by way of 3: take one of the dependencies out",
      "circular-dependency at 3: Task 3 waits for this one in turn by way of 1: take one of the dependencies out",
      "circular-dependency at 1: Task 1 waits for this one in turn by way of 2: take one of the dependencies out",
    ]);
    expect(findingsIn(tagged({ master: [task(1, { dependencies: ["1"] })] }))).toEqual([
      "circular-dependency at 1: Task 1 waits for itself: take it out",
    ]);
    const parts = [task(1, { dependencies: [2] }), task(2, { dependencies: [1] })];
    expect(findingsIn(tagged({ master: [task(1, { subtasks: parts })] }))).toHaveLength(2);
  });

  it("is nothing where all is done, and has no fix: that is for the tool", () => {
    expect(findingsIn(tagged({ master: [task(1, { status: "done", dependencies: [7] })] }))).toEqual([]);
    const { snapshot, findings } = found(tagged({ master: [task(1, { dependencies: [7] }), task(6)] }));
    const page = pageOf({ snapshot }, TASKS);
    expect(fixesAt(RULES, snapshot, page, findings[0]?.span ?? { start: 0, end: 0 }, rethrow)).toEqual([]);
  });

  it("is nothing of other layouts beside it, and nothing more of them", () => {
    const all = { ...STORIES, ...BACKLOG_FILES, ...FILES };
    const { snapshot } = workspace(all);
    const rules = Object.keys(all)
      .filter((path) => isIndexed(path))
      .flatMap((path) => diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow))
      .filter(({ rule }) => rule.startsWith("increment/"));
    expect(rules).toEqual([]);
    expect(new Set([...snapshot.increments.units.values()].map(({ layout }) => layout))).toEqual(
      new Set(["bmad", "backlog.md", "taskmaster"]),
    );
  });
});

describe("an editor", () => {
  function at(path: string, piece: string) {
    const parts = Object.entries(FILES).map(([one, text]) => {
      const marked = () => piece.replace("|", () => "$0");
      return `-- ${one} --\n${one === path ? text.replace(piece.replace("|", ""), marked) : text}`;
    });
    const all = workspace(parts.join(""));
    return { ...all, ...cursorOf(all) };
  }

  it.each([
    [DOCUMENT, "Task |2 shows", "**Task 2: Show carts**"],
    [DOCUMENT, "task |2.2 pages", "**Task 2.2: Page**"],
    [TASKS, '"|2.1"', "**Task 2.1: List**"],
  ])("says in %s at %s what the id stands for", (path, piece, markdown) => {
    const { snapshot, page, offset } = at(path, piece);
    expect(hover(snapshot, page, offset)?.markdown).toContain(markdown);
  });

  it("leads from a document to the task, and finds it wherever it is named", () => {
    const { snapshot, page, offset } = at(DOCUMENT, "Task |2 shows");
    const [place] = definition(snapshot, page, offset);
    const tasks = pageOf({ snapshot }, TASKS);
    expect([place?.path, cut(tasks.text, place?.span)]).toEqual([TASKS, "2"]);
    const uses = references(snapshot, page, offset);
    const all = uses?.kind === "known" ? uses.uses : [];
    expect(all.map(({ path }) => path).sort()).toEqual([DOCUMENT, TASKS, TASKS]);
  });

  it("leaves numbers and new tasks to the tool", () => {
    const { snapshot, page, offset } = at(DOCUMENT, "Task |2 shows");
    expect(planIdRename(snapshot, page, offset)).toMatchObject({
      kind: "refused",
      reason: "2 is given by the tool: use task-master move instead",
    });
    const increment = snapshot.increments.at(".taskmaster") as Increment;
    const wanted = { what: "task", story: undefined, criteria: [] } as const;
    expect(add(increment, wanted, pageOf({ snapshot }, TASKS))).toBeUndefined();
    expect(refusal(increment, wanted)).toBe("Taskmaster adds tasks itself: task-master add-task.");
  });

  it("shows all tasks in the traceability view", () => {
    const { snapshot } = workspace(FILES);
    const view = traceability(snapshot, ".taskmaster");
    expect([view?.title, view?.stories.flatMap(({ tasks }) => tasks.map(({ id }) => id))]).toEqual([
      "The shop",
      ["1", "2", "2.1", "2.2", "3", "1", "2"],
    ]);
  });

  it("makes a document that the tool can make tasks of", () => {
    const { snapshot } = workspace(FILES);
    expect(layoutsFor(snapshot, TASKS).map(({ id }) => id)).toEqual(["taskmaster"]);
    const root = incrementsRoot(snapshot, TASKS, taskmaster);
    const wanted = { title: "Pay later", date: "2026-01-31", instant: "2026-01-31T09:12:00Z" };
    const made = newIncrement(snapshot, root, taskmaster, wanted, undefined);
    expect([made.path, made.text.split("\n")[0]]).toEqual([
      ".taskmaster/docs/pay-later-prd.md",
      "# Pay later",
    ]);
  });
});
