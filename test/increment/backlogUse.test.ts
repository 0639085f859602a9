/** What an editor does with tasks in the layout of Backlog.md. */
import { describe, expect, it } from "vitest";
import { add, pageFor, refusal } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, layoutsFor, newIncrement } from "../../glossary/increment/features/new.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { backlog } from "../../glossary/increment/layouts/backlog/layout.ts";
import type { Increment } from "../../glossary/increment/model/increment.ts";
import {
  complete,
  definition,
  fixesAt,
  hover,
  incrementReport,
  lenses,
  RULES,
  references,
  symbols,
} from "../../glossary/index.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { cursorOf, pageOf, rethrow, workspace } from "../fixture.ts";
import { ARCHIVED, BACKLOG, CONFIGURATION, DRAFT, FILES, FIRST, file, SECOND, task } from "./backlogFiles.ts";

/** The files with a cursor at the `|` of a piece of one. */
function at(path: string, piece: string, files: Readonly<Record<string, string>> = FILES) {
  const parts = Object.entries(files).map(([one, text]) => {
    const marked = () => piece.replace("|", () => "$0");
    return `-- ${one} --\n${one === path ? text.replace(piece.replace("|", ""), marked) : text}`;
  });
  const found = workspace(parts.join(""));
  return { ...found, ...cursorOf(found) };
}

const named = (path: string) => /[a-z]+-[\d.]+/.exec(path)?.[0];

describe("the id of a task", () => {
  const speaking = { ...FILES, [SECOND]: `${FILES[SECOND]}\nAs task-1 says, and draft-1.\n` };

  it.each([
    ["- TASK|-1", "**Keep the cart** · *In Progress*\n\n1 of 2 criteria done"],
    ["As task|-1", "**Keep the cart** · *In Progress*\n\n1 of 2 criteria done"],
    ["id: TASK|-2", "**Empty the cart** · *To Do*\n\n0 of 1 criterion done"],
    ["and draft|-1", "**Idea** · *Draft*\n\n0 criteria done"],
  ])("says at %s what it stands for", (piece, markdown) => {
    const { snapshot, page, offset } = at(SECOND, piece, speaking);
    expect(hover(snapshot, page, offset)?.markdown).toBe(
      markdown.replace("0 criteria done", "0 of 0 criteria done"),
    );
  });

  it("leads to the task, and is found wherever it is written", () => {
    const { snapshot, page, offset } = at(SECOND, "As task|-1", speaking);
    expect(definition(snapshot, page, offset).map(({ path }) => path)).toEqual([FIRST]);
    const uses = references(snapshot, page, offset);
    const all = uses?.kind === "known" ? uses.uses : [];
    expect(all.map(({ path }) => named(path))).toEqual(["task-1", "task-2", "task-2"]);
  });

  it("means the task of its own backlog, and the one that is not archived", () => {
    const other = "web/backlog/tasks/task-1 - Other.md";
    const two = "web/backlog/tasks/task-2 - Waits.md";
    const files = {
      ...FILES,
      [other]: task(1, "Other"),
      [two]: task(2, "Waits", { dependencies: "[TASK-1]" }),
      [file(4, "New")]: task(4, "New", { dependencies: "[TASK-4]" }),
    };
    const there = at(two, "[TASK|-1]", files);
    expect(definition(there.snapshot, there.page, there.offset).map(({ path }) => path)).toEqual([other]);
    const again = at(file(4, "New"), "[TASK|-4]", files);
    expect(definition(again.snapshot, again.page, again.offset).map(({ path }) => path)).toEqual([
      file(4, "New"),
    ]);
  });

  it("is not renamed, nor is the number of a criterion", () => {
    const task = at(SECOND, "id: TASK|-2");
    expect(planIdRename(task.snapshot, task.page, task.offset)).toMatchObject({ kind: "refused" });
    const criterion = at(FIRST, "#|2 It is");
    expect(planIdRename(criterion.snapshot, criterion.page, criterion.offset)).toMatchObject({
      kind: "refused",
      reason: "#2 is a place in a list of task-1 - Keep-the-cart.md: move the criterion there instead",
    });
  });
});

describe("the criteria of a task", () => {
  it("are shown by hover, outline, lens, traceability and report", () => {
    const { snapshot, page, offset } = at(FIRST, "#|2 It is");
    expect(hover(snapshot, page, offset)?.markdown).toBe(
      "**Criterion \\#2** · *open*\n\nIt is empty after seven days",
    );
    expect(symbols(page).map(({ name, detail }) => [name, detail])).toEqual([
      ["#1: The cart survives a restart", "done"],
      ["#2: It is empty after seven days", "open"],
    ]);
    expect(lenses(snapshot, page).map(({ title, shows }) => [title, shows.length])).toEqual([
      ["1/2 criteria done", 1],
    ]);
    const trace = traceability(snapshot, FIRST);
    expect([trace?.title, trace?.status, trace?.linked]).toEqual(["Keep the cart", "In Progress", false]);
    expect(trace?.stories.map(({ story, criteria }) => [story, criteria.map(({ id }) => id)])).toEqual([
      [undefined, ["#1", "#2"]],
    ]);
    const { text } = incrementReport(snapshot, snapshot.increments.at(FIRST) as Increment, []);
    expect(text).toContain(
      "- Title: Keep the cart\n- Status: In Progress\n- Acceptance criteria: 2, 1 done\n",
    );
  });
});

describe("completion", () => {
  const SIX = { ...FILES, [file(6, "Six")]: task(6, "Six") };
  const labels = (piece: string, text: string, files: Readonly<Record<string, string>> = SIX) => {
    const { snapshot, page, offset } = at(SECOND, piece, { ...files, [SECOND]: text });
    const { items } = complete(snapshot, page, offset, { invoked: true, trigger: undefined });
    const applied = items[0] && applyEdits(page.text, [{ span: items[0].replace, text: items[0].text }]);
    return { labels: items.map(({ label }) => label), applied };
  };
  const other = task(2, "Empty the cart", { dependencies: "[TASK-1, ]" });
  const listed = task(2, "Empty the cart", { dependencies: "\n  - TASK-1\n  - TA" });

  it("offers the tasks that are not named yet", () => {
    expect(labels("[TASK-1, |]", other).labels).toEqual(["TASK-6", "DRAFT-1", "TASK-3", "TASK-4"]);
    expect(labels("TASK-1\n  - TA|", listed)).toEqual({
      labels: ["TASK-6", "DRAFT-1", "TASK-3", "TASK-4"],
      applied: listed.replace("- TA\n", "- TASK-6\n"),
    });
    expect(labels("- TASK-1|", listed).labels).toContain("TASK-1");
    expect(labels("labels: [|]", other).labels).toEqual([]);
    const parent = task(2, "Empty the cart", { parent: "" });
    expect(labels("parent_task_id: |", parent).labels).toEqual([
      "TASK-1",
      "TASK-6",
      "DRAFT-1",
      "TASK-3",
      "TASK-4",
    ]);
  });

  it("writes ids as the tasks do, and leaves those of another backlog alone", () => {
    const files = {
      [`${BACKLOG}/tasks/task-0007 - Seven.md`]: task("0007", "Seven").replace("TASK-", "task-"),
      "web/backlog/tasks/task-8 - Other.md": task(8, "Other"),
    };
    expect(labels("[TASK-1, |]", other, files).labels).toEqual(["task-0007"]);
  });

  it("offers the words for statuses and what else there is", () => {
    const done = labels("In Pro|gress", task(2, "Two", { status: "In Progress" }));
    expect(done.labels).toEqual(["To Do", "In Progress", "Done"]);
    expect(done.applied).toBe(task(2, "Two"));
    const files = { ...FILES, [CONFIGURATION]: 'statuses: ["Triage", "Won\'t Do"]\n' };
    expect(labels("To| Do", task(2, "Two"), files).labels).toEqual(["Triage", "Won't Do"]);
    const more = task(2, "Two").replace("labels: []", "priority: \ntype: ");
    expect(labels("priority: |", more).labels).toEqual(["high", "medium", "low"]);
    expect(labels("type: |", more).labels).toContain("chore");
    const draft = at(DRAFT, "status: Dr|aft");
    const { items } = complete(draft.snapshot, draft.page, draft.offset, {
      invoked: true,
      trigger: undefined,
    });
    expect(items.map(({ label }) => label)).toEqual(["Draft", "To Do", "In Progress", "Done"]);
  });
});

describe("a new task", () => {
  const WANTED = { title: " Pay:  by invoice ", date: "2025-06-07", instant: "2025-06-07T09:12:33Z" };
  const made = (files: Readonly<Record<string, string>>, from = FIRST) => {
    const { snapshot } = workspace(files);
    const root = incrementsRoot(snapshot, from, backlog);
    const configuration = files[backlog.configurationOf?.(root) ?? ""];
    return newIncrement(snapshot, root, backlog, WANTED, configuration);
  };

  it("has the next number and all that the tool wants", () => {
    const { path, text } = made(FILES);
    expect(path).toBe("backlog/tasks/task-5 - Pay-by-invoice.md");
    expect(text).toBe(`---
id: TASK-5
title: "Pay: by invoice"
status: To Do
assignee: []
created_date: '2025-06-07 09:12'
labels: []
dependencies: []
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
{{What is missing today, and for whom}}
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 {{What can be seen when it is done}}
<!-- AC:END -->
`);
  });

  it("is as the configuration wants it, or as the last one is", () => {
    const configured = `statuses: [Triage, Done]
task_prefix: "SHOP"
zero_padded_ids: 4
definition_of_done: ["Reviewed: by two", 'Documented']
`;
    const own = made({ [CONFIGURATION]: configured });
    expect(own.path).toBe("backlog/tasks/shop-0001 - Pay-by-invoice.md");
    expect(own.text).toContain("id: SHOP-0001\n");
    expect(own.text).toContain("status: Triage\n");
    expect(own.text).toContain(
      "## Definition of Done\n<!-- DOD:BEGIN -->\n- [ ] #1 Reviewed: by two\n- [ ] #2 Documented\n<!-- DOD:END -->\n",
    );
    const like = made({
      "backlog.config.yml": "statuses: [Idea, Done]\n",
      "tracker/tasks/task-012 - Twelve.md": task("012", "Twelve"),
    });
    expect(like.path).toBe("tracker/tasks/task-013 - Pay-by-invoice.md");
    expect(like.text).toContain("status: Idea\n");
  });

  it("is offered where the tool is in use, before there is a task", () => {
    const { snapshot } = workspace({ [CONFIGURATION]: FILES[CONFIGURATION] as string });
    expect(layoutsFor(snapshot, "README.md")).toEqual([backlog]);
    expect(incrementsRoot(snapshot, "README.md", backlog)).toBe("backlog/tasks");
    const hidden = workspace({ ".backlog/config.yml": "" }).snapshot;
    expect(incrementsRoot(hidden, "README.md", backlog)).toBe(".backlog/tasks");
    expect(layoutsFor(workspace({ "backlog/ideas.md": "# Ideas\n" }).snapshot, "README.md")).not.toContain(
      backlog,
    );
    expect(layoutsFor(workspace(FILES).snapshot, FIRST)).toEqual([backlog]);
  });
});

describe("what is added to a task", () => {
  const added = (text: string) => {
    const { snapshot } = workspace({ ...FILES, [FIRST]: text });
    const increment = snapshot.increments.at(FIRST) as Increment;
    const wanted = { what: "criterion", story: undefined } as const;
    const page = pageOf({ snapshot }, pageFor(increment, wanted));
    const found = add(increment, wanted, page);
    if (!found || found === "code") return found;
    return applyEdits(text, [{ span: { start: found.at, end: found.at }, text: found.text }]);
  };
  const line = (number: string) => `- [ ] ${number}{{What can be seen when it is done}}\n`;

  it("is a criterion with the next number, within the markers", () => {
    const text = FILES[FIRST] as string;
    expect(added(text)).toBe(text.replace("<!-- AC:END -->", `${line("#3 ")}<!-- AC:END -->`));
    const crlf = text.replaceAll("\n", "\r\n");
    expect(added(crlf)).toBe((added(text) as string).replaceAll("\n", "\r\n"));
  });

  it("is one in the manner of the others, or the first one", () => {
    const head = task(1, "One");
    const plain = `${head}\n## Acceptance Criteria\n\n- [ ] One\n\n## Notes\n`;
    expect(added(plain)).toBe(plain.replace("One\n\n## N", `One\n${line("")}\n## N`));
    const empty = `${head}\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n<!-- AC:END -->\n`;
    expect(added(empty)).toBe(empty.replace("<!-- AC:END", `${line("#1 ")}<!-- AC:END`));
    const section = `## Acceptance Criteria\n<!-- AC:BEGIN -->\n${line("#1 ")}<!-- AC:END -->\n`;
    expect(added(head)).toBe(`${head}\n${section}`);
    const planned = `${head}\n## Implementation Plan\n\n1. So\n`;
    expect(added(planned)).toBe(`${head}\n${section}\n## Implementation Plan\n\n1. So\n`);
    const bare = `${head}\n## Acceptance Criteria\n\n## Notes\n`;
    expect(added(bare)).toBe(`${head}\n${section}\n## Notes\n`);
  });

  it("is no task and no story", () => {
    const { snapshot } = workspace(FILES);
    const increment = snapshot.increments.at(FIRST) as Increment;
    const page = pageOf({ snapshot }, FIRST);
    const story = { what: "story", project: undefined } as const;
    const part = { what: "task", story: undefined, criteria: [] } as const;
    expect([add(increment, story, page), add(increment, part, page)]).toEqual([undefined, undefined]);
    expect(refusal(increment, part)).toBe(
      "task-1 - Keep-the-cart is a task itself: make a new one beside it.",
    );
    expect(refusal(increment, story)).toBe("task-1 - Keep-the-cart has no stories: add a criterion to it.");
  });
});

describe("quick fixes", () => {
  const fixes = (text: string, files = FILES) => {
    const { snapshot } = workspace({ ...files, [SECOND]: text });
    const page = pageOf({ snapshot }, SECOND);
    return fixesAt(RULES, snapshot, page, { start: 0, end: text.length }, rethrow).map(({ fix }) => ({
      title: fix.title,
      text: fix.changes[0]?.kind === "edit" ? applyEdits(text, fix.changes[0].edits) : "",
    }));
  };

  it("exchange an id for the nearest ones", () => {
    const text = task(2, "Two", { dependencies: "[TASK-12]" });
    const found = fixes(text, { [FIRST]: FILES[FIRST] as string, [ARCHIVED]: FILES[ARCHIVED] as string });
    expect(found.map(({ title }) => title)).toEqual(["Change TASK-12 to TASK-1", "Change TASK-12 to TASK-4"]);
    expect(found[0]?.text).toBe(text.replace("TASK-12", "TASK-1"));
  });

  it("reopen or finish a task in the words of its configuration", () => {
    const text = task(2, "Two", { status: "Done", criteria: ["[ ] One"] });
    const files = { ...FILES, [CONFIGURATION]: "statuses: [To Do, Doing, In Test, Done]\n" };
    expect(fixes(text, files)).toEqual([
      { title: "Reopen the increment", text: text.replace("Done", "Doing") },
      { title: "Tick 1 criterion", text: text.replace("[ ]", "[x]") },
    ]);
    const met = task(2, "Two", { status: "In Progress", criteria: ["[x] One"] });
    expect(fixes(met)).toEqual([
      { title: 'Set the status to "Done"', text: met.replace("In Progress", "Done") },
    ]);
  });
});
