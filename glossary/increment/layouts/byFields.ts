/** Tasks that name criteria in fields: `**Satisfies ACs**: AC-US1-01`. */

import { encloses } from "../../text/span.ts";
import {
  addCriterion,
  addField,
  addTask,
  criterionLine,
  fieldOf,
  type IncrementTarget,
  newCriterion,
  nextTask,
  taskStyle,
  tasksOfStory,
  taskTitle,
  writtenId,
} from "../edits/edits.ts";
import type { Increment } from "../model/increment.ts";
import type { Criterion, Task } from "../model/model.ts";
import type { Covering } from "./layout.ts";
import { sharedWords } from "./likeness.ts";

export const BY_FIELDS: Covering = {
  tasks: bestFirst,
  name: addCriterion,
  task(increment, target, { id, title, story, state }, further) {
    const next = nextTask(increment, further);
    const wanted = {
      id: next,
      title: taskTitle(title) || `Satisfy ${id.text}`,
      story: storyName(increment, story),
      criteria: [id.text],
      done: state?.work === "done",
    };
    return { id: next, edit: addTask(target, wanted, story) };
  },
  choices(increment, target, task) {
    if (task.form !== "heading" || fieldOf(task, "criteria")) return [];
    const none = `Say that it satisfies none: “${taskStyle(target).criteria}: N/A”`;
    const all = [
      ...ofItsStory(increment, task).map((id) => ({ title: `Let it satisfy ${id}`, value: id })),
      { title: none, value: "N/A" },
    ];
    return all.flatMap(({ title, value }) => {
      const edit = addField(target, task, "criteria", value);
      return edit ? [{ title, edit }] : [];
    });
  },
  define: (_increment, target, story, key) => newCriterion(target, story, criterionLine(writtenId(key), "…")),
};

/** The tasks of a criterion's story: those that mention it, those that are as far as it is, those that share words with it. */
function bestFirst(target: IncrementTarget, criterion: Criterion): Task[] {
  const mentions = target.page.mentions.filter(({ key }) => key === criterion.id.key);
  const score = (task: Task) =>
    (mentions.some(({ span }) => encloses(task.span, span)) ? 100 : 0) +
    (task.work === (criterion.state?.work ?? "open") ? 10 : 0) +
    sharedWords(task, criterion);
  return tasksOfStory(target, criterion.story)
    .map((task) => ({ task, score: score(task) }))
    .sort((a, b) => b.score - a.score)
    .map(({ task }) => task);
}

/** A story as it is written in its specification; one that this does not have is not named. */
function storyName({ stories }: Increment, key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  return stories.get(key)?.[0]?.what.id.text ?? (stories.size === 0 ? writtenId(key) : undefined);
}

/** Criteria of the task's story that nothing covers, then the others of that story. */
function ofItsStory({ coverage }: Increment, { stories, under }: Task): string[] {
  const own = [...coverage.values()].filter(({ criterion: { what } }) =>
    stories.length > 0 ? stories.includes(what.story ?? "") : what.story === under,
  );
  return own
    .toSorted((a, b) => Number(a.tasks.length > 0) - Number(b.tasks.length > 0))
    .slice(0, MOST)
    .map(({ criterion }) => criterion.what.id.text);
}

const MOST = 5;
