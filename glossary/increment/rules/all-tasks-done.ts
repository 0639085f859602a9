import { defineRule } from "../../rule/rule.ts";
import { headSpan, setStatus } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { statusWord } from "../layouts/words.ts";
import { isSpecification } from "../model/place.ts";

interface Data {
  readonly tasks: number;
  /** What the status is to be, in the words of the increment. */
  readonly word: string;
}

const FOLDER = ".specweave/increments/0003-carts";
const SPEC = (status: string) => `---\nincrement: 0003-carts\nstatus: ${status}\n---\n\n# Carts\n`;
const TASKS = (second: string) =>
  `### T-001: Keep\n**Status**: [x] completed\n\n### T-002: Empty\n**Status**: ${second}\n`;

export const allTasksDone = defineRule<Data, IncrementView>({
  id: "increment/all-tasks-done",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "Every task of an active increment is done, but nobody has said that it is ready.",
  why: `An increment that stays active blocks the next one where the number of active increments is limited, and
nobody reviews what nobody calls ready.

Every task has to say that it is done, or that it is deferred or dropped; one that says nothing is enough for silence.
The quick fix sets the status to \`ready_for_review\`, in the specification and in \`metadata.json\`.`,
  measured: `Never in the repository of SpecWeave, where no active increment is done.`,
  examples: [
    {
      title: "Ready",
      path: `${FOLDER}/spec.md`,
      given: { [`${FOLDER}/tasks.md`]: TASKS("[~] deferred") },
      bad: SPEC("«active»"),
      good: SPEC("ready_for_review"),
    },
    {
      title: "A task that does not say",
      path: `${FOLDER}/spec.md`,
      given: { [`${FOLDER}/tasks.md`]: TASKS("") },
      good: SPEC("active"),
    },
    {
      title: "Open",
      path: `${FOLDER}/spec.md`,
      given: { [`${FOLDER}/tasks.md`]: TASKS("[ ] pending") },
      good: SPEC("active"),
    },
  ],

  message: ({ tasks, word }) =>
    `${tasks === 1 ? "The only task is" : `All ${tasks} tasks are`} done: set the status to “${word}”`,

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !isSpecification(own.place)) return;
    const increment = activeIncrement(page, snapshot);
    if (increment?.status?.what.name !== "active") return;
    const works = [...increment.tasks.values()].flat().map(({ what }) => what.work);
    if (!works.includes("done") || works.includes("open") || works.includes("unknown")) return;
    yield {
      span: headSpan(own),
      data: { tasks: works.length, word: statusWord(increment, "ready_for_review") },
    };
  },

  fixes({ data: { word } }, { page, snapshot }) {
    const increment = activeIncrement(page, snapshot);
    if (!increment) return [];
    return [
      {
        title: `Set the status to "${word}"`,
        changes: setStatus(increment, word),
        safety: "review",
      },
    ];
  },
});
