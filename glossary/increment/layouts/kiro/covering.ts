/** Tasks that name criteria by numbers: `_Requirements: 1.2_`. */

import { type IncrementTarget, taskTitle } from "../../edits/edits.ts";
import { uncovered } from "../../index/increments.ts";
import { storyOfCriterion } from "../../model/ids.ts";
import type { Criterion, Task } from "../../model/model.ts";
import { withParts } from "../../model/parts.ts";
import type { Covering } from "../layout.ts";
import { sharedWords } from "../likeness.ts";
import { addKiroCriterion, addKiroTask, newKiroCriterion, nextKiroCriterion, nextKiroTask } from "./edits.ts";

export const BY_NUMBERS: Covering = {
  tasks: bestFirst,
  name: addKiroCriterion,
  task(increment, target, { id, title }, further) {
    const next = nextKiroTask(increment, further);
    const task = { number: next, title: taskTitle(title) || `Satisfy ${id.text}`, criteria: [id.text] };
    return { id: next, edit: addKiroTask(target, task) };
  },
  // Tasks stand under no requirement: any criterion that nothing covers yet may be meant.
  choices: (increment, target, task) =>
    uncovered(increment)
      .slice(0, MOST)
      .map(({ criterion: { what } }) => ({
        title: `Let it satisfy ${what.id.text}`,
        edit: addKiroCriterion(target, task, what.id.text),
      })),
  // A line with the next number of the list, if that is the one that is missing.
  define: (increment, target, story, key) =>
    key.endsWith(`-${nextKiroCriterion(increment, story)}`)
      ? newKiroCriterion(target, increment, story, "…")
      : undefined,
};

const MOST = 5;

/** Tasks for other criteria of the requirement that have no parts of their own, those first that share words with this one. */
function bestFirst({ page: { tasks } }: IncrementTarget, criterion: Criterion): Task[] {
  const parents = withParts(tasks);
  return tasks
    .filter((task) => isFor(task, criterion.story) && !parents.has(task.id.key))
    .map((task) => ({ task, score: sharedWords(task, criterion) }))
    .sort((a, b) => b.score - a.score)
    .map(({ task }) => task);
}

function isFor({ criteria, stories }: Task, story: string | undefined): boolean {
  return criteria.some((key) => storyOfCriterion(key) === story) || stories.includes(story ?? "");
}
