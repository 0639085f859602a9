import { defineRule } from "../../rule/rule.ts";
import { stateEdits } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Placed } from "../model/increment.ts";
import type { Criterion, Task } from "../model/index.ts";

interface Data {
  readonly criterion: Criterion;
  readonly tasks: readonly Placed<Task>[];
}

const FOLDER = ".specweave/increments/0003-carts";
const TASKS = {
  [`${FOLDER}/tasks.md`]:
    "### T-001: Keep\n**Satisfies ACs**: AC-US1-01\n**Status**: [x] completed\n\n### T-002: Empty\n**Satisfies ACs**: AC-US1-02\n**Status**: [ ] pending\n",
};

export const criterionBehindTasks = defineRule<Data, IncrementView>({
  id: "increment/criterion-behind-tasks",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "All tasks of an acceptance criterion are done, but the criterion is not ticked.",
  why: `When the last task of a criterion is done, somebody has to look whether the criterion is met, and tick it. An
increment cannot be completed before.

Tasks of a criterion are those that name it, in a field, a range or by *All*. Criteria without a box, without tasks,
or with a task that is open, deferred or does not say how far it is are left alone, and so are increments that are
completed or archived. The quick fix ticks the criterion.`,
  measured: `Never by default in the repository of SpecWeave, whose active increments have no such links; with
archived and completed increments 93 in 3 of them. 14 were read: 14 right.`,
  examples: [
    {
      title: "Done",
      path: `${FOLDER}/spec.md`,
      given: TASKS,
      bad: "### US-001: Keep carts\n\n- [ ] **«AC-US1-01»**: A cart is kept\n- [ ] **AC-US1-02**: A cart can be emptied\n",
      good: "### US-001: Keep carts\n\n- [x] **AC-US1-01**: A cart is kept\n- [ ] **AC-US1-02**: A cart can be emptied\n",
    },
    {
      title: "Ticked, deferred or without tasks",
      path: `${FOLDER}/spec.md`,
      given: TASKS,
      good: "### US-001: Keep carts\n\n- [x] **AC-US1-01**: A cart is kept\n- [ ] **AC-US1-03**: A cart can be shared\n",
    },
  ],

  message: ({ criterion, tasks }) =>
    `${namesOf(tasks)} ${tasks.length === 1 ? "is" : "are"} done: if ${criterion.id.text} is met, tick it`,

  *check({ page, snapshot }) {
    if (!page.exports.increment?.criteria.length) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    const { tasksInParts } = layoutOf(increment);
    for (const { criterion, tasks: all } of increment.coverage.values()) {
      const { path, what } = criterion;
      const tasks = tasksInParts ? all.filter((task) => task.what.work !== "unknown") : all;
      if (path !== page.path || what.state?.work !== "open" || what.state.mark !== " ") continue;
      if (tasks.length === 0 || tasks.some((task) => task.what.work !== "done")) continue;
      yield {
        span: what.id.span,
        data: { criterion: what, tasks },
        related: tasks.map((task) => ({
          path: task.path,
          span: task.what.nameSpan,
          message: `${task.what.id.text} is done`,
        })),
      };
    }
  },

  fixes({ data: { criterion } }, { page }) {
    const edits = stateEdits(criterion.state, "done", "");
    return [
      {
        title: `Tick ${criterion.id.text}`,
        changes: [{ kind: "edit", path: page.path, edits }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

function namesOf(tasks: readonly Placed<Task>[]): string {
  const names = tasks.slice(0, 3).map(({ what }) => what.id.text);
  if (tasks.length > 3) return `${names.join(", ")} and ${tasks.length - 3} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}
