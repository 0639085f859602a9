import { defineRule, replace } from "../../rule/rule.ts";
import { fieldOf, writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import type { Increment } from "../model/increment.ts";
import { type IncrementField, storyOfCriterion, type Task, type WrittenId } from "../model/index.ts";
import { hasTasks } from "../model/place.ts";

interface Data {
  readonly increment: Increment;
  readonly task: Task;
  readonly field: IncrementField;
  readonly id: WrittenId;
  readonly story: string;
}

export const storyMismatch = defineRule<Data, IncrementView>({
  id: "increment/story-mismatch",
  since: "0.1.0",
  severity: "hint",
  off: true,
  scope: "page",
  summary: "A task names a criterion of a story that it does not name.",
  why: `SpecWeave reports such a task, for it sorts tasks by their stories and the criterion is looked for in another one.

Tasks that serve several stories are normal, so the rule is off unless you switch it on. The quick fix names the other
story as well.`,
  measured: `18 times in 7 of the 51 increments of specweave when switched on; nearly all of these tasks serve several stories.`,
  examples: [
    {
      title: "A criterion of another story",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "### T-001: Index\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01, «AC-US2-01»\n",
      good: "### T-001: Index\n\n**User Story**: US-001, US-002\n**Satisfies ACs**: AC-US1-01, AC-US2-01\n",
    },
    {
      title: "Both stories, and none",
      path: ".specweave/increments/0012-search/tasks.md",
      good: "### T-001: Index\n\n**User Story**: US-001, US-002\n**Satisfies ACs**: AC-US2-01\n\n### T-002: Rank\n\n**AC**: AC-US1-01\n",
    },
  ],
  message({ id, story, task }) {
    return `${id.text} belongs to ${writtenId(story)}, which ${task.id.text} does not name: add the story or correct the id`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !hasTasks(own.place)) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    for (const task of own.tasks) {
      const field = fieldOf(task, "story");
      if (!field || field.ids.length === 0) continue;
      const told = new Set(task.stories);
      for (const { kind, ids } of task.fields)
        for (const id of kind === "criteria" ? ids : []) {
          const story = storyOfCriterion(id.key);
          if (!story || told.has(story)) continue;
          told.add(story);
          yield { span: id.span, data: { increment, task, field, id, story } };
        }
    }
  },

  fixes({ data: { increment, field, story } }, context) {
    const last = field.ids.at(-1);
    if (!last) return [];
    const name = increment.stories.get(story)?.[0]?.what.id.text ?? writtenId(story);
    const { end } = last.span;
    return [
      {
        title: `Name ${name} as well`,
        changes: [replace(context, { start: end, end }, `, ${name}`)],
        safety: "review",
        preferred: true,
        joins: true,
      },
    ];
  },
});
