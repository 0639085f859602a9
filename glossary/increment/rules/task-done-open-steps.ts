import { defineRule, type Fix, type RuleContext } from "../../rule/rule.ts";
import { targetOf, taskStyle } from "../edits/edits.ts";
import { markEdit, openSteps, stateEdits } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { calledId, type Task } from "../model/index.ts";

interface Data {
  readonly task: Task;
  readonly open: number;
}

const PATH = ".specweave/increments/0003-carts/tasks.md";

export const taskDoneOpenSteps = defineRule<Data, IncrementView>({
  id: "increment/task-done-open-steps",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A task is done, but boxes within it are open.",
  why: `The boxes within a task are its steps. A task that is done with open steps is either not quite done, or nobody
has ticked them; the next reader cannot tell.

The rule looks at tasks that say themselves that they are done. Steps that are deferred or dropped, by their mark
(\`[~]\`, \`[-]\`) or in words (\`(deferred)\`, struck through), are settled. In the layout of Kiro, the parts of a task are its steps; those that may be left out (\`[ ]*\`) do not count.
Increments that are completed or archived are left alone. The quick fixes tick the steps, or reopen the task.`,
  measured: `Never by default in the repository of SpecWeave; with completed increments 6 tasks of one, all read, all
right. In 37 further repositories of five spec tools, on 2026-12-01, once, and wrong: the step was deferred in words, which are read since.`,
  examples: [
    {
      title: "A step is left",
      path: PATH,
      bad: "### «T-001»: Keep carts\n**Status**: [x] completed\n\n- [x] Table\n- [ ] Index\n",
      good: "### T-001: Keep carts\n**Status**: [x] completed\n\n- [x] Table\n- [x] Index\n",
    },
    {
      title: "Not done after all",
      path: PATH,
      bad: "### «T-001»: Keep carts\n**Status**: [x] completed\n\n- [ ] Index\n",
      fix: "Reopen T-001",
      good: "### T-001: Keep carts\n**Status**: [ ] pending\n\n- [ ] Index\n",
    },
    {
      title: "Settled, or not done",
      path: PATH,
      good: "### T-001: Keep\n**Status**: [x] completed\n\n- [~] Index\n- [ ] Deploy (deferred: it runs locally first)\n\n### T-002: Share\n**Status**: [ ] pending\n\n- [ ] Link\n",
    },
  ],

  message: ({ task, open }) =>
    `${calledId(task.id)} is done, but ${open === 1 ? "a step of it is" : `${open} of its ${task.steps.length} steps are`} open: tick or defer ${open === 1 ? "it" : "them"}, or reopen the task`,

  *check(context) {
    for (const task of context.page.exports.increment?.tasks ?? []) {
      if (task.state?.work !== "done") continue;
      const open = openSteps(task).length;
      if (open === 0) continue;
      if (!activeIncrement(context.page, context.snapshot)) return;
      yield { span: task.id.span, data: { task, open } };
    }
  },

  fixes({ data: { task, open } }, context) {
    const ticks = openSteps(task).map(({ box }) => markEdit(box, "done"));
    const fixes: Fix[] = [fix(open === 1 ? "Tick the step" : `Tick ${open} steps`, ticks, context)];
    const target = targetOf(context.page);
    const reopened = target ? stateEdits(task.state, "open", taskStyle(target).open) : [];
    if (reopened.length > 0) fixes.push(fix(`Reopen ${task.id.text}`, reopened, context));
    return fixes;
  },
});

function fix(title: string, edits: ReturnType<typeof stateEdits>, { page }: RuleContext<IncrementView>): Fix {
  return { title, changes: [{ kind: "edit", path: page.path, edits }], safety: "review" };
}
