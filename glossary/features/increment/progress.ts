/** How far the stories and tasks of an increment are, in numbers and in words. */
import { storyOfCriterion, type Task, type Work } from "../../domain/increment.ts";
import type { Coverage, Increment, Placed } from "../../workspace/increments.ts";

/** The criteria of a story, in their order. */
export function criteriaOf({ coverage }: Increment, story: string): Coverage[] {
  return [...coverage.values()].filter(({ criterion: { what } }) => what.story === story);
}

/** The tasks of a story: those that name it or stand under it, and those that satisfy its criteria. */
export function tasksOf({ tasks }: Increment, story: string): Placed<Task>[] {
  return [...tasks.values()]
    .flat()
    .filter(
      ({ what: { stories, under, criteria } }) =>
        stories.includes(story) ||
        (stories.length === 0 && under === story) ||
        criteria.some((key) => storyOfCriterion(key) === story),
    );
}

/** `2 of 3 tasks done`; `3 tasks` where some do not say how far they are. */
export function counted(works: readonly (Work | "unknown" | undefined)[], one: string, many: string): string {
  const noun = works.length === 1 ? one : many;
  if (works.some((work) => work === undefined || work === "unknown")) return `${works.length} ${noun}`;
  return `${works.filter((work) => work === "done").length} of ${works.length} ${noun} done`;
}

const SIGNS: Readonly<Record<Work | "unknown", string>> = {
  open: "☐",
  done: "☑",
  deferred: "⏸",
  dropped: "☒",
  unknown: "·",
};

/** How far something is, as one character. */
export function sign(work: Work | "unknown" | undefined): string {
  return SIGNS[work ?? "unknown"];
}
