/** Stories, criteria and tasks as SpecWeave writes them, put in where they belong. */

import type { Edit } from "../../../text/span.ts";
import {
  addTask,
  criterionLine,
  type IncrementTarget,
  linesAfter,
  newCriterion,
  nextCriterion,
  nextStory,
  nextTask,
  ruleBehind,
  TASK_STYLE,
  taskLines,
  writtenId,
} from "../../edits/edits.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Adding, Wanted } from "../layout.ts";
import { pageNamed } from "../pageNamed.ts";
import { withoutKind } from "../titles.ts";
import { newTask, OUTCOME, storyLines, tasksHead } from "./drafts.ts";

export const ADDING: Adding = {
  page: pageNamed("spec.md"),
  edit(increment, wanted, page, target) {
    switch (wanted.what) {
      case "story":
        return addStory(increment, wanted.project, page, target);
      case "criterion": {
        if (wanted.story === undefined) return undefined;
        const line = criterionLine(nextCriterion(increment, wanted.story), OUTCOME);
        return newCriterion(target, wanted.story, line);
      }
      case "task":
        return addTask(target, taskOf(increment, wanted), wanted.story);
    }
  },
  text(increment, wanted) {
    if (wanted.what !== "task") return undefined;
    const lines = [
      tasksHead(withoutKind(increment.title) || increment.name),
      "",
      ...taskLines(TASK_STYLE, taskOf(increment, wanted)),
    ];
    return `${lines.join("\n")}\n`;
  },
};

/** Behind the last story, else below the heading for stories, else at the end of the page. */
function addStory(
  increment: Increment,
  project: string | undefined,
  { facts, text }: ReadPage,
  target: IncrementTarget,
): Edit {
  const { stories } = target.page;
  const last = stories.at(-1);
  const id = nextStory(increment);
  const lines = storyLines({
    id,
    // Not every repository gives its stories priorities.
    priority: last ? last.priority?.text : "P1",
    project: last?.project?.text || project,
    criteria: [writtenId(`AC-US${Number(/\d+$/.exec(id)?.[0] ?? 1)}-1`)],
  });
  if (last)
    return linesAfter(target, last.bodyEnd, ["", ...(ruleBehind(target, last) ? ["---", ""] : []), ...lines]);
  const heading = facts.headings.find((one) => /^(?:user )?stories\b/i.test(one.text));
  return linesAfter(target, heading?.content.end ?? text.trimEnd().length, ["", ...lines]);
}

function taskOf(increment: Increment, { story, criteria }: Extract<Wanted, { what: "task" }>) {
  return newTask(
    nextTask(increment),
    story && (increment.stories.get(story)?.[0]?.what.id.text ?? writtenId(story)),
    criteria.map((key) => increment.criteria.get(key)?.[0]?.what.id.text ?? writtenId(key)),
  );
}
