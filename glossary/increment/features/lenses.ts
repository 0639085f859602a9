/** What stands above the stories of a specification and above the title of its tasks. */

import type { Span } from "../../text/span.ts";
import type { Lens } from "../../workspace/answers.ts";
import { activeIncrement } from "../index/active.ts";
import { uncovered } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment, Placed } from "../model/increment.ts";
import { type Definition, hasTasks, isSpecification, type Story } from "../model/index.ts";
import { criteriaOf, tasksOf } from "./progress.ts";

/** The lenses of a page of an increment that somebody works on; none until every file has been read. */
export function incrementLenses(snapshot: IncrementView, page: ReadPage): Lens[] {
  const own = page.exports.increment;
  if (!own || !snapshot.complete || !(isSpecification(own.place) || hasTasks(own.place))) return [];
  const increment = activeIncrement(page, snapshot);
  if (!increment) return [];
  const { stories, tasks, titleSpan } = own;
  return [
    ...(hasTasks(own.place) && titleSpan && tasks.length > 0 ? [tasksLens(increment, titleSpan)] : []),
    ...(isSpecification(own.place) ? stories.flatMap((story) => storyLens(increment, story)) : []),
  ];
}

/** `4 criteria · 3 covered · 2/3 tasks done`; shows the tasks, else the criteria. Where criteria are scenarios, these are counted. */
function storyLens(increment: Increment, { id, nameSpan, scenarios }: Story): Lens[] {
  const criteria = criteriaOf(increment, id.key);
  const tasks = tasksOf(increment, id.key);
  if (criteria.length + tasks.length === 0) return [];
  const covered = criteria.filter((one) => one.tasks.length > 0).length;
  const parts = [
    layoutOf(increment).criteria === "scenarios"
      ? count(scenarios.length, "scenario", "scenarios")
      : count(criteria.length, "criterion", "criteria"),
    ...(increment.linked && criteria.length > 0 ? [`${covered} covered`] : []),
    ...(tasks.length > 0 ? [done(tasks)] : []),
  ];
  const places = tasks.length > 0 ? tasks : criteria.map(({ criterion }) => criterion);
  return [{ span: nameSpan, title: parts.join(" · "), shows: places.map(shown) }];
}

/** `12/14 tasks done · 1 criterion uncovered`; shows the criteria that no task covers, else the tasks that are left. */
function tasksLens(increment: Increment, span: Span): Lens {
  const tasks = [...increment.tasks.values()].flat();
  const missing = uncovered(increment).map(({ criterion }) => criterion);
  const title = [
    done(tasks),
    ...(missing.length > 0 ? [`${count(missing.length, "criterion", "criteria")} uncovered`] : []),
  ].join(" · ");
  const left = tasks.filter(({ what }) => what.work === "open");
  const places = missing.length > 0 ? missing : left.length > 0 ? left : tasks;
  return { span, title, shows: places.map(shown) };
}

/** `2/3 tasks done`; `3 tasks` where some do not say how far they are. */
function done(tasks: ReturnType<typeof tasksOf>): string {
  if (tasks.some(({ what }) => what.work === "unknown")) return count(tasks.length, "task", "tasks");
  const ready = tasks.filter(({ what }) => what.work === "done").length;
  return `${ready}/${tasks.length} ${tasks.length === 1 ? "task" : "tasks"} done`;
}

function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}

function shown({ path, what }: Placed<Definition>): { path: string; span: Span } {
  return { path, span: what.id.span };
}
