/** How far the stories and tasks of an increment are, in numbers and in words. */

import type { Coverage, Increment, Placed } from "../model/increment.ts";
import { storyOfCriterion, type Task, type Work } from "../model/index.ts";

interface OfStory {
  readonly criteria: Coverage[];
  readonly tasks: Placed<Task>[];
}

const NOTHING: OfStory = { criteria: [], tasks: [] };
const KNOWN = new WeakMap<Increment, ReadonlyMap<string, OfStory>>();

/** The criteria of a story, in their order. */
export function criteriaOf(increment: Increment, story: string): readonly Coverage[] {
  return (byStory(increment).get(story) ?? NOTHING).criteria;
}

/** The tasks of a story: those that name it or stand under it, and those that satisfy its criteria. */
export function tasksOf(increment: Increment, story: string): readonly Placed<Task>[] {
  return (byStory(increment).get(story) ?? NOTHING).tasks;
}

/** Sorted once for all stories of an increment. */
function byStory(increment: Increment): ReadonlyMap<string, OfStory> {
  const known = KNOWN.get(increment);
  if (known) return known;
  const found = new Map<string, OfStory>();
  const at = (story: string): OfStory => {
    const one = found.get(story) ?? { criteria: [], tasks: [] };
    found.set(story, one);
    return one;
  };
  for (const coverage of increment.coverage.values()) {
    const { story } = coverage.criterion.what;
    if (story !== undefined) at(story).criteria.push(coverage);
  }
  for (const place of [...increment.tasks.values()].flat()) {
    const { stories, under, criteria } = place.what;
    const own = new Set(stories.length > 0 ? stories : under === undefined ? [] : [under]);
    for (const key of criteria) {
      const story = storyOfCriterion(key);
      if (story !== undefined) own.add(story);
    }
    for (const story of own) at(story).tasks.push(place);
  }
  KNOWN.set(increment, found);
  return found;
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
