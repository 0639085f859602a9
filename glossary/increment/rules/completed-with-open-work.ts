import { defineRule, type Fix } from "../../rule/rule.ts";
import { changesOf, doneWord, headSpan, openWork, setStatus, stateEdits } from "../edits/state.ts";
import { incrementOf } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import { statusWord } from "../layouts/words.ts";
import type { Placed } from "../model/increment.ts";
import { type Criterion, calledId, type Task } from "../model/index.ts";
import { isSpecification } from "../model/place.ts";

interface Data {
  readonly criteria: readonly Placed<Criterion>[];
  readonly tasks: readonly Placed<Task>[];
}

const FOLDER = ".specweave/increments/0003-carts";
const SPEC = (status: string, mark: string) =>
  `---\nincrement: 0003-carts\nstatus: ${status}\n---\n\n# Carts\n\n### US-001: Keep carts\n\n- [${mark}] **AC-US1-01**: A cart is kept\n- [x] **AC-US1-02**: A cart can be emptied\n`;
const TASKS = {
  [`${FOLDER}/tasks.md`]:
    "### T-001: Keep\n**Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n\n### T-002: Empty\n**Satisfies ACs**: AC-US1-02\n**Status**: [x] completed\n",
};

export const completedWithOpenWork = defineRule<Data, IncrementView>({
  id: "increment/completed-with-open-work",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  summary: "An increment is completed, but some of its criteria or tasks are open.",
  why: `Whoever reads that an increment is completed takes its acceptance criteria as met. An open box says that they
are not, or that nobody has ticked it: both have to be settled before the increment is closed.

Open are criteria with an empty box where they are defined, and tasks that say themselves that they are open: by a
status, a box in the heading or of the item. What is deferred or dropped (\`[~]\`, \`[-]\`, *deferred*, *cancelled*)
is settled. Steps within tasks and criteria without a box do not count. Archived increments are left alone by default,
and so are those whose two statuses differ: that is settled first (\`increment/status-desync\`).

The quick fixes reopen the increment, or tick all that is open.`,
  measured: `3 of the 8 completed increments that are not archived in the repository of SpecWeave; with archived
documents 20: 13 have open criteria, 10 open tasks. All 20 were read: 20 right. In the layout of Backlog.md, 50 of the
3,400 tasks of seven public repositories, 43 of them in one; all right.`,
  examples: [
    {
      title: "A criterion and its task",
      path: `${FOLDER}/spec.md`,
      given: TASKS,
      bad: SPEC("«completed»", " "),
      good: SPEC("active", " "),
    },
    {
      title: "Done, but not ticked",
      path: `${FOLDER}/spec.md`,
      bad: SPEC("«completed»", " "),
      fix: "Tick 1 criterion",
      good: SPEC("completed", "x"),
    },
    {
      title: "Deferred",
      path: `${FOLDER}/spec.md`,
      given: { [`${FOLDER}/tasks.md`]: "### T-001: Keep\n**Status**: [~] deferred\n" },
      good: SPEC("completed", "~"),
    },
    { title: "Active", path: `${FOLDER}/spec.md`, given: TASKS, good: SPEC("active", " ") },
  ],

  message({ criteria, tasks }) {
    const all = [...criteria, ...tasks];
    const names = all.slice(0, 3).map(({ what: { id } }) => (id.kind === "task" ? calledId(id) : id.text));
    const more = all.length > 3 ? ` and ${all.length - 3} more` : "";
    return `Completed, but ${counted(criteria.length, tasks.length)} open: ${names.join(", ")}${more}; finish or defer them, or reopen the increment`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !isSpecification(own.place)) return;
    const increment = incrementOf(snapshot.increments, page);
    if (!increment?.completed) return;
    // Done and put away is as good as archived.
    if (increment.shelf === "completed" && !snapshot.settings.archived) return;
    // Which of two statuses is right has to be settled first: see increment/status-desync.
    if (own.status?.from === "matter" && own.status.name && own.status.name !== "completed") return;
    const { criteria, tasks } = openWork(increment);
    if (criteria.length + tasks.length === 0) return;
    yield {
      span: headSpan(own),
      data: { criteria, tasks },
      related: [...criteria, ...tasks].slice(0, MOST).map(({ path, what }) => ({
        path,
        span: what.nameSpan,
        message: `${what.id.text} is open`,
      })),
    };
  },

  fixes({ data: { criteria, tasks } }, { page, snapshot }) {
    const increment = incrementOf(snapshot.increments, page);
    if (!increment) return [];
    const ticked = [...criteria, ...tasks].flatMap(({ path, what }) => {
      const on = increment.pages.get(path);
      const edits = on ? stateEdits(what.state, "done", doneWord(on)) : [];
      return edits.length > 0 ? [{ path, edits }] : [];
    });
    const fixes: Fix[] = [
      {
        title: "Reopen the increment",
        changes: setStatus(increment, statusWord(increment, "active")),
        safety: "review",
      },
    ];
    if (ticked.length === criteria.length + tasks.length)
      fixes.push({
        title: `Tick ${counted(criteria.length, tasks.length)}`,
        changes: changesOf(ticked),
        safety: "review",
      });
    return fixes;
  },
});

/** More places than anybody looks at. */
const MOST = 20;

function counted(criteria: number, tasks: number): string {
  const some = [
    ...(criteria > 0 ? [`${criteria} ${criteria === 1 ? "criterion" : "criteria"}`] : []),
    ...(tasks > 0 ? [`${tasks} ${tasks === 1 ? "task" : "tasks"}`] : []),
  ];
  return some.join(" and ");
}
