import { defineRule, type Fix } from "../../rule/rule.ts";
import { changesOf, doneWord, stateEdits } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Coverage, Increment, Placed } from "../model/increment.ts";
import { type Criterion, hasBlank, type Task } from "../model/index.ts";

interface Data {
  readonly criterion: Criterion;
  /** The open ones. */
  readonly tasks: readonly Placed<Task>[];
}

const FOLDER = ".specweave/increments/0003-carts";
const TASKS = {
  [`${FOLDER}/tasks.md`]:
    "### T-001: Keep\n**Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n\n### T-002: Empty, share\n**Satisfies ACs**: AC-US1-02, AC-US1-03\n**Status**: [ ] pending\n",
};

export const criterionAheadOfTasks = defineRule<Data, IncrementView>({
  id: "increment/criterion-ahead-of-tasks",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "An acceptance criterion is ticked, but a task of it is open.",
  why: `A ticked criterion says that something works; the open task says that it is still to be built. One of the
boxes is wrong.

Reported is a criterion whose open tasks, by their own status, have no other criterion that is still open: a task for
two criteria may well be open for the sake of the other one. A task for *all* criteria, such as a final validation,
contradicts none. Increments that are completed or archived are left alone. The quick fixes clear the criterion's box,
or complete the tasks.`,
  measured: `Never by default in the repository of SpecWeave; with completed increments 4 in one of them, all read,
all right: a decision, a benchmark and a test were open. Seven more criteria are ticked before a task for *all*
criteria is done.`,
  examples: [
    {
      title: "Ticked too early",
      path: `${FOLDER}/spec.md`,
      given: TASKS,
      bad: "### US-001: Keep carts\n\n- [x] **«AC-US1-01»**: A cart is kept\n",
      good: "### US-001: Keep carts\n\n- [ ] **AC-US1-01**: A cart is kept\n",
    },
    {
      title: "Open for the sake of another criterion",
      path: `${FOLDER}/spec.md`,
      given: TASKS,
      good: "### US-001: Keep carts\n\n- [ ] **AC-US1-01**: A cart is kept\n- [x] **AC-US1-02**: A cart can be emptied\n- [ ] **AC-US1-03**: A cart can be shared\n",
    },
  ],

  message({ criterion, tasks }) {
    const [first, ...others] = tasks;
    const more = others.length > 0 ? ` and ${others.length} more are` : " is";
    return `${criterion.id.text} is ticked, but ${first?.what.id.text}${more} open: clear the box or complete the task`;
  },

  *check({ page, snapshot }) {
    if (!page.exports.increment?.criteria.length) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment || layoutOf(increment).tasksInParts) return;
    for (const coverage of increment.coverage.values()) {
      const { path, what } = coverage.criterion;
      if (path !== page.path || what.state?.work !== "done") continue;
      const tasks = openFor(coverage, increment);
      if (tasks.length === 0) continue;
      yield {
        span: what.id.span,
        data: { criterion: what, tasks },
        related: tasks.map((task) => ({
          path: task.path,
          span: task.what.nameSpan,
          message: `${task.what.id.text} is open`,
        })),
      };
    }
  },

  fixes({ data: { criterion, tasks } }, { page, snapshot }) {
    const fixes: Fix[] = [
      {
        title: `Clear the box of ${criterion.id.text}`,
        changes: [{ kind: "edit", path: page.path, edits: stateEdits(criterion.state, "open", "") }],
        safety: "review",
      },
    ];
    const increment = activeIncrement(page, snapshot);
    const completed = tasks.flatMap(({ path, what }) => {
      const on = increment?.pages.get(path);
      const edits = on ? stateEdits(what.state, "done", doneWord(on)) : [];
      return edits.length > 0 ? [{ path, edits }] : [];
    });
    const [only] = tasks;
    if (only && completed.length === tasks.length)
      fixes.push({
        title: tasks.length === 1 ? `Complete ${only.what.id.text}` : `Complete ${tasks.length} tasks`,
        changes: changesOf(completed),
        safety: "review",
      });
    return fixes;
  },
});

/** The tasks of a ticked criterion that are open for no other reason. */
function openFor({ criterion, tasks }: Coverage, { coverage }: Increment): Placed<Task>[] {
  return tasks.filter(
    ({ what }) =>
      what.state?.work === "open" &&
      !hasBlank(what.title) &&
      what.criteria.includes(criterion.what.id.key) &&
      what.criteria.every((key) => coverage.get(key)?.criterion.what.state?.work !== "open"),
  );
}
