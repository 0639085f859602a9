import { defineRule } from "../../rule/rule.ts";
import { linesAfter, SCENARIO, targetOf, taskStyle } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import type { IncrementPage, Task } from "../model/index.ts";
import { hasTasks } from "../model/place.ts";

export const taskWithoutTest = defineRule<Task, IncrementView>({
  id: "increment/task-without-test",
  since: "0.1.0",
  severity: "hint",
  off: true,
  scope: "page",
  concerns: layoutsThat((one) => one.tasksWithTests),
  summary: "A task does not say how it is tested, though the others do.",
  why: `SpecWeave has each task carry its test: *Given …, When …, Then …*. A task without one is done when somebody says so.

Reported only where at least four of five tasks of the page say something of tests: a field such as \`**Test**\` or
\`**Test Plan**\`, a scenario, or a title that is about tests. A field that says *TBD* or *filled in later* says nothing. Many tasks need no test of their own, so the rule is off unless
you switch it on.`,
  measured: `13 tasks in 4 of the 51 increments of specweave when switched on.`,
  examples: [
    {
      title: "One of five",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: `${tested(1)}${tested(2)}${tested(3)}${tested(4)}### «T-005: Rank hits»

**Status**: [ ] pending
`,
      good: `${tested(1)}${tested(2)}${tested(3)}${tested(4)}### T-005: Rank hits

**Status**: [ ] pending
**Test**: Given … → When … → Then …
`,
    },
    {
      title: "Where tests are written elsewhere",
      path: ".specweave/increments/0012-search/tasks.md",
      good: "### T-001: Index titles\n\n**Test**: Given a title → When indexed → Then found\n\n### T-002: Rank hits\n\n**Status**: [ ] pending\n",
    },
  ],
  message({ id }) {
    return `${id.text} does not say how it is tested: add a test with Given, When and Then`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !hasTasks(own.place) || !isUsual(own) || !activeIncrement(page, snapshot)) return;
    for (const task of own.tasks) if (!isTested(task)) yield { span: task.nameSpan, data: task };
  },

  fixes({ data: task }, { page }) {
    const target = targetOf(page);
    if (!target || task.form !== "heading") return [];
    const { test = "Test", apart } = taskStyle(target);
    const line = `**${test}**: ${SCENARIO}`;
    const [after] = task.fields.filter(({ kind }) => kind === "status").slice(-1);
    const edit = linesAfter(
      target,
      after?.span.end ?? task.nameSpan.end,
      after && !apart ? [line] : ["", line],
    );
    return [
      {
        title: "Add a test to fill in",
        changes: [{ kind: "edit", path: page.path, edits: [edit] }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

function tested(number: number): string {
  return `### T-00${number}: Index ${number}\n\n**Status**: [ ] pending\n**Test**: Given ${number} → When indexed → Then found\n\n`;
}

const USUAL = 0.8;

function isUsual({ tasks }: IncrementPage): boolean {
  return tasks.length > 0 && tasks.filter(isTested).length >= USUAL * tasks.length;
}

const ABOUT_TESTS =
  /\b(?:tests?|testing|e2e|verify|validate|benchmarks?|document\w*|docs|readme|changelog|guides?)\b/i;

function isTested(task: Task): boolean {
  return (
    task.fields.some(({ kind, none, value }) => kind === "test" && (!none || value.start === value.end)) ||
    task.scenarios.length > 0 ||
    task.work === "dropped" ||
    ABOUT_TESTS.test(task.title)
  );
}
