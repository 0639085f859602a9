/** Tasks in the layout of Backlog.md: where they are, and what they say. */
import { describe, expect, it } from "vitest";
import { incrementPlace } from "../../glossary/increment/layouts/layouts.ts";
import { diagnose, isActiveIncrement, isIndexed, RULES } from "../../glossary/index.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { BACKLOG, CONFIGURATION, FILES, FIRST, file, SECOND, task } from "./backlogFiles.ts";
import { cut, readOpen, readPage } from "./read.ts";

function findingsIn(files: Readonly<Record<string, string>>, archived = false) {
  const { snapshot } = workspace(files, { settings: { archived } });
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow))
    .filter(({ rule }) => rule.startsWith("increment/"))
    .map(({ rule, path, message }) => `${/[a-z]+-[\d.]+/.exec(path)?.[0]}: ${rule.slice(10)}: ${message}`);
}

describe("a place", () => {
  it.each([
    ["backlog/tasks/task-7 - Keep-the-cart.md", "backlog/TASK-7", "live"],
    [".backlog/tasks/task-0012.03 - Zeros.md", ".backlog/TASK-12.3", "live"],
    ["packages/shop/backlog/completed/shop-7.10 - Done.md", "packages/shop/backlog/SHOP-7.10", "completed"],
    ["backlog/drafts/draft-1 - Idea.md", "backlog/DRAFT-1", "paused"],
    ["backlog/archive/tasks/task-3 - Old.md", "backlog/TASK-3", "archived"],
    ["backlog/archive/drafts/draft-3 - Old.md", "backlog/DRAFT-3", "archived"],
    ["backlog/tasks/epics/one/task-epic-11.2 - Below.md", "backlog/TASK-EPIC-11.2", "live"],
    ["tracker/tasks/task-7 - In-a-folder-of-its-own.md", "tracker/TASK-7", "live"],
    ["tracker/archive/tasks/task-7 - Old.md", "tracker/TASK-7", "archived"],
    ["archive/tasks/task-7 - Old.md", "/TASK-7", "archived"],
  ])("is seen in %s", (path, id, shelf) => {
    expect(incrementPlace(path)).toMatchObject({
      layout: "backlog.md",
      role: "whole",
      unit: path,
      id,
      shelf,
    });
  });

  it.each([
    "backlog/decisions/decision-1 - Use-SQLite.md",
    "backlog/docs/doc-1 - Guide.md",
    "backlog/milestones/m-0 - setup.md",
    "backlog/tasks/README.md",
    "backlog/tasks/task-7-without-a-dash.md",
    "tracker/tasks/story-7 - Another-tool.md",
    "docs/task-7 - Alone.md",
  ])("is none in %s", (path) => {
    expect(incrementPlace(path)).toBeUndefined();
  });

  it("leaves to other tools what is theirs", () => {
    expect(incrementPlace("backlog/specs/001-search/spec.md")?.layout).toBe("spec-kit");
    expect(incrementPlace("backlog/.kiro/specs/search/tasks.md")?.layout).toBe("kiro");
    expect(incrementPlace("backlog/specs/FS-047/FEATURE.md")?.role).toBe("copy");
  });

  it("is that of a configuration, too", () => {
    for (const path of [CONFIGURATION, ".backlog/config.yaml", "shop/backlog.config.yml"])
      expect([isIndexed(path), incrementPlace(path)?.role]).toEqual([true, "configuration"]);
    expect(isIndexed("backlog/tasks/config.yml")).toBe(false);
  });
});

describe("a task", () => {
  const text = FILES[FIRST] as string;

  it("has the title, the status and the criteria that it states", () => {
    const page = readPage(FIRST, text);
    expect(page).toEqual(readOpen(FIRST, text));
    expect([page.title, page.status?.text, page.status?.name]).toEqual([
      "Keep the cart",
      "In Progress",
      "active",
    ]);
    expect(
      page.criteria.map(({ id, title, state }) => [id.text, cut(text, id.span), title, state?.work]),
    ).toEqual([
      ["#1", "#1", "The cart survives a restart", "done"],
      ["#2", "#2", "It is empty after seven days", "open"],
    ]);
  });

  it("names others in its front matter and in its text, not in code", () => {
    const path = file(9, "Many");
    const source = `---
id: task-09
title: Many
dependencies: [TASK-1, '2', "task-3.1", JIRA-4]
parent_task_id: 8
subtasks:
  - TASK-9.1
---

As task-1, TASK-2.1 and \`task-3\` say, not my-task-4, task-5-a, src/task-6 or #7. See draft-2.

~~~
task-8
~~~
`;
    const page = readPage(path, source);
    expect(page).toEqual(readOpen(path, source));
    const written = page.mentions.map(({ key, span }) => `${cut(source, span)} ${key.split("/")[1]}`);
    expect(written).toEqual([
      "task-09 TASK-9",
      "TASK-1 TASK-1",
      "2 TASK-2",
      "task-3.1 TASK-3.1",
      "8 TASK-8",
      "TASK-9.1 TASK-9.1",
      "task-1 TASK-1",
      "TASK-2.1 TASK-2.1",
      "task-3 TASK-3",
      "draft-2 DRAFT-2",
    ]);
    expect(page.needs.map(({ text }) => text)).toEqual(["TASK-1", "2", "task-3.1"]);
    expect(page.partOf?.text).toBe("8");
  });

  const criteria = (body: string) => {
    const path = file(3, "Criteria");
    const source = `---\nid: TASK-3\n---\n\n${body}`;
    const page = readPage(path, source);
    expect(page).toEqual(readOpen(path, source));
    return page.criteria.map(({ id, span, title, state }) => {
      expect(span.end).toBeGreaterThan(id.span.start);
      return `${cut(source, id.span)} ${id.text} ${title} ${state?.work}`;
    });
  };

  it("has criteria without markers, without numbers, and in no order", () => {
    expect(
      criteria("## Acceptance Criteria\n\n- [ ] One\n- [X] Two\n  - [ ] a part\n\n## Notes\n\n- [ ] None\n"),
    ).toEqual(["[ ] #1 One open", "[X] #2 Two done"]);
    expect(
      criteria(
        "## Acceptance Criteria (Optional)\n- [ ] #2 One\n- [ ] #5 Two\n## Definition of Done\n- [ ] #1 No\n",
      ),
    ).toEqual(["#2 #1 One open", "#5 #2 Two open"]);
    expect(criteria("## Acceptance Criteria\n- [ ] #2 One\n- [ ] #2 Two\n- [ ] Three\n")).toEqual([
      "#2 #1 One open",
      "#2 #2 Two open",
      "[ ] #3 Three open",
    ]);
  });

  it("has those between markers, whatever the heading; not those that it quotes or is to fulfil anyway", () => {
    expect(
      criteria(`## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
<!-- AC:BEGIN -->
- [ ] #1 Quoted
<!-- AC:END -->
<!-- SECTION:DESCRIPTION:END -->

## Criterios
<!-- AC:BEGIN -->
- [ ] #1 One
- [ ] #2 Two
<!-- AC:END -->

- [ ] Behind

## Definition of Done
<!-- DOD:BEGIN -->
- [ ] #1 Reviewed
<!-- DOD:END -->
`),
    ).toEqual(["#1 #1 One open", "#2 #2 Two open"]);
    expect(
      criteria("<!-- AC:BEGIN -->\r\n- [ ] #1 One\r\n\r\n## Definition of Done\r\n- [ ] #1 No\r\n"),
    ).toEqual(["#1 #1 One open"]);
    expect(
      criteria("## Acceptance Criteria\n\n~~~\n<!-- AC:BEGIN -->\n- [ ] #1 Code\n~~~\n\n- [ ] Real\n"),
    ).toEqual(["[ ] #1 Real open"]);
  });
});

describe("how far a task is", () => {
  const statusOf = (status: string, statuses?: string, path = FIRST) => {
    const configuration = statuses === undefined ? {} : { [CONFIGURATION]: `statuses: ${statuses}\n` };
    const { snapshot } = workspace({ [path]: task(1, "One", { status }), ...configuration });
    const increment = snapshot.increments.at(path);
    return increment && [increment.status?.what.name, increment.completed, isActiveIncrement(increment)];
  };

  it.each([
    ["To Do", undefined, ["planning", false, true]],
    ["In Progress", undefined, ["active", false, true]],
    ["Done", undefined, ["completed", true, false]],
    ["Draft", undefined, ["planning", false, true]],
    ["Wontfix", "[To Do, Done, Wontfix]", ["abandoned", false, false]],
    ["shipped ", "\n  - To Do\n  - Shipped", ["completed", true, false]],
    ["Awaiting Merge", "[To Do, Awaiting Merge, Done]", [undefined, false, true]],
    ["Live", '["To Do", "In Test", "Live"]', [undefined, true, false]],
    ["Live", "{", [undefined, false, true]],
  ])("is read from %s", (status, statuses, expected) => {
    expect(statusOf(status, statuses)).toEqual(expected);
  });

  it("is said by its folder, too", () => {
    const path = `${BACKLOG}/completed/task-1 - One.md`;
    expect(statusOf("In Test", undefined, path)).toEqual([undefined, true, false]);
  });
});

describe("what is reported", () => {
  it("is nothing where all fits", () => {
    expect(findingsIn(FILES)).toEqual([]);
  });

  it("is a task that does not exist, in the words of the others", () => {
    const files = {
      ...FILES,
      [SECOND]: task(2, "Empty", { dependencies: "[TASK-1, TASK-12]", parent: "TASK-31" }),
    };
    expect(findingsIn(files)).toEqual([
      "task-2: unknown-reference: There is no TASK-12: correct the id, or take it out",
      "task-2: unknown-reference: There is no TASK-31: correct the id, or take it out",
    ]);
  });

  it("is not one that is put away, nor one of another backlog", () => {
    const other = "web/backlog/tasks/task-1 - Other.md";
    expect(
      findingsIn({ ...FILES, [SECOND]: task(2, "Empty", { dependencies: "[TASK-3, TASK-4]" }) }),
    ).toEqual([]);
    expect(findingsIn({ ...FILES, [other]: task(1, "Other", { dependencies: "[TASK-2]" }) })).toEqual([
      "task-1: unknown-reference: There is no TASK-2: correct the id, or take it out",
    ]);
  });

  it("is an id that is given twice; that of an archived task may be given again", () => {
    const again = `${BACKLOG}/tasks/task-001 - Again.md`;
    const found = (name: string) =>
      `${name}: duplicate-number: TASK-1 is also the id of ${name === "task-1" ? "task-001 - Again" : "task-1 - Keep-the-cart"}: give one of them another`;
    expect(findingsIn({ ...FILES, [again]: task(1, "Again") }).sort()).toEqual([
      found("task-001"),
      found("task-1"),
    ]);
    expect(findingsIn({ ...FILES, [file(4, "Again")]: task(4, "Again") })).toEqual([]);
    const completed = { [file(3, "Again")]: task(3, "Again") };
    expect(findingsIn({ ...FILES, ...completed })).toEqual([
      "task-3: duplicate-number: TASK-3 is also the id of task-3 - Ship: give one of them another",
    ]);
  });

  it("is a task that is done with open criteria, unless it is put away", () => {
    const criteria = ["[x] One", "[ ] Two"];
    const done = { [file(5, "Five")]: task(5, "Five", { status: "Done", criteria }) };
    expect(findingsIn(done)).toEqual([
      "task-5: completed-with-open-work: Completed, but 1 criterion open: #2; finish or defer them, or reopen the increment",
    ]);
    const path = `${BACKLOG}/completed/task-5 - Five.md`;
    const away = { [path]: task(5, "Five", { status: "Done", criteria }) };
    expect(findingsIn(away)).toEqual([]);
    expect(findingsIn(away, true)).toHaveLength(1);
    expect(findingsIn({ [file(5, "Five")]: task(5, "Five", { status: "Wontfix", criteria }) })).toEqual([]);
  });

  it("is a task whose criteria are all met", () => {
    const criteria = ["[x] One", "[x] Two"];
    const with_ = (status: string, shelf = "tasks") =>
      findingsIn({ [`${BACKLOG}/${shelf}/task-5 - Five.md`]: task(5, "Five", { status, criteria }) });
    const message = "task-5: all-tasks-done: All 2 criteria are done: set the status to “Done”";
    expect(["To Do", "In Progress", "In Review", "Done"].flatMap((status) => with_(status))).toEqual([
      message,
      message,
    ]);
    expect(with_("To Do", "drafts")).toEqual([]);
  });

  it("is a blank that is left, not braces in a sentence", () => {
    const body = "## Plan\n\n{{What is done}}\n\nPut {{name}} there.\n";
    const path = file(5, "Five");
    expect(findingsIn({ [path]: task(5, "Five", { status: "In Progress" }) + body })).toEqual([
      "task-5: template-left: “{{What is done}}” was left by the template: fill it in or remove it",
    ]);
    expect(findingsIn({ [path]: task(5, "Five") + body })).toEqual([]);
  });
});
