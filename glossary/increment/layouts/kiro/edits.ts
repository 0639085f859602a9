/** Changes to specifications in the layout of Kiro. Pages may be closed, as in `incrementEdits.ts`. */

import { positionAt } from "../../../text/lines.ts";
import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter } from "../../edits/edits.ts";
import type { Increment } from "../../model/increment.ts";
import type { Criterion, IncrementField, Task } from "../../model/model.ts";
import { kiroNumber } from "./ids.ts";

/** What a new task says. */
export interface NewKiroTask {
  /** `7` */
  readonly number: string;
  readonly title: string;
  /** Numbers of criteria: `1.2`. */
  readonly criteria: readonly string[];
}

/** The number of another task of a specification: one more than any there is, and `further` ones on. */
export function nextKiroTask({ tasks }: Pick<Increment, "tasks">, further = 0): string {
  const numbers = [...tasks.keys()].map((key) => Number(/^T-(\d+)/.exec(key)?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + 1 + further);
}

/** The number of another criterion of a requirement; `story` is its key. */
export function nextKiroCriterion({ criteria }: Pick<Increment, "criteria">, story: string): number {
  const numbers = [...criteria.values()].flatMap(([first]) =>
    first?.what.story === story ? [Number(first.what.id.key.split("-").at(-1))] : [],
  );
  return Math.max(0, ...numbers) + 1;
}

/** A task as lines, with `label` before what it satisfies. */
export function kiroTaskLines({ number, title, criteria }: NewKiroTask, label = "Requirements"): string[] {
  return [
    `- [ ] ${number}. ${title}`,
    ...(criteria.length === 0 ? [] : [`  - _${label}: ${criteria.join(", ")}_`]),
  ];
}

/** Puts a new task behind the last one. */
export function addKiroTask(target: IncrementTarget, task: NewKiroTask): Edit {
  const { tasks, length } = target.page;
  const last = tasks.at(-1);
  const lines = ["", ...kiroTaskLines(task, labelOf(tasks))];
  // What stands behind an item may still be said of it.
  const end = last && Math.max(last.bodyEnd, ...last.fields.map(({ span }) => span.end));
  return linesAfter(target, end ?? length, lines);
}

/** Adds a criterion to those that a task names; `number` is `1.2`. */
export function addKiroCriterion(target: IncrementTarget, task: Task, number: string): Edit {
  const last = statedBy(task)
    .flatMap(({ ids }) => ids)
    .at(-1);
  if (last) return { span: { start: last.span.end, end: last.span.end }, text: `, ${number}` };
  const { character } = positionAt(target.lines, task.span.start);
  const line = `${" ".repeat(character + 2)}- _${labelOf(target.page.tasks)}: ${number}_`;
  return linesAfter(target, task.bodyEnd, [line]);
}

/** The fields that say what a task satisfies. */
function statedBy({ fields }: Task): IncrementField[] {
  return fields.filter(({ kind }) => kind === "criteria");
}

/** The word that the tasks of a page say it with. */
function labelOf(tasks: readonly Task[]): string {
  return tasks.flatMap(statedBy)[0]?.label ?? "Requirements";
}

/**
 * Puts a criterion behind the last one of a requirement, numbered as the list there goes on. `undefined` where the numbers
 * are written out in full, and where the page does not have the requirement.
 */
export function newKiroCriterion(
  target: IncrementTarget,
  increment: Pick<Increment, "criteria">,
  story: string,
  words: string,
): Edit | undefined {
  const number = nextKiroCriterion(increment, story);
  const { criteria, stories } = target.page;
  const last = criteria.findLast((one) => one.story === story);
  if (last) {
    if (!isByPlace(last)) return undefined;
    const { character } = positionAt(target.lines, last.id.span.start);
    return linesAfter(target, last.span.end, [`${" ".repeat(character)}${number}. ${words}`]);
  }
  const found = stories.find(({ id }) => id.key === story);
  return (
    found && linesAfter(target, found.bodyEnd, ["", "#### Acceptance Criteria", "", `${number}. ${words}`])
  );
}

/** True for a criterion whose number is its place in a list: `2.` is all that is written of `1.2`. */
export function isByPlace({ id: { span, key } }: Pick<Criterion, "id">): boolean {
  return span.end - span.start < kiroNumber(key).length;
}
