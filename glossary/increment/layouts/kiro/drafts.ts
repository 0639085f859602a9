/** Specifications in the layout of Kiro: their files, and what is added to them. `{{…}}` is what the author fills in. */

import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter, ruleBehind } from "../../edits/edits.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Files } from "../layout.ts";
import {
  isByPlace,
  kiroTaskLines,
  type NewKiroTask,
  newKiroCriterion,
  nextKiroCriterion,
  nextKiroTask,
} from "./edits.ts";
import { kiroNumber } from "./ids.ts";

/** A criterion in the Easy Approach to Requirements Syntax. */
const CRITERION = "WHEN {{something happens}}, THE system SHALL {{what it does}}";

/** The files of a new specification, by name; the first is where the author begins. */
export function specFiles(title: string): Files {
  return [
    ["requirements.md", requirementsText(title)],
    ["design.md", designText(title)],
    ["tasks.md", kiroTasksPage(title, { number: "1", title: "{{What is done}}", criteria: ["1.1", "1.2"] })],
  ];
}

/** A page of tasks with the first one. */
export function kiroTasksPage(title: string, task: NewKiroTask): string {
  return page(`# Implementation Plan: ${title}`, "## Tasks", kiroTaskLines(task).join("\n"));
}

function requirementsText(title: string): string {
  return page(
    `# Requirements Document: ${title}`,
    "## Introduction",
    "{{What changes, for whom, and why now}}",
    "## Requirements",
    [...requirementLines("1"), `2. ${CRITERION}`].join("\n"),
  );
}

function designText(title: string): string {
  return page(
    `# Design Document: ${title}`,
    "## Overview",
    "{{How the requirements are met, in a few sentences}}",
    "## Architecture",
    "{{Which parts there are, and how they work together}}",
    "## Components and Interfaces",
    "- **{{Component}}**: {{what it is responsible for}}",
    "## Data Models",
    "{{What is stored, and what changes about it}}",
    "## Error Handling",
    "{{What can fail, and what happens then}}",
    "## Testing Strategy",
    "{{Which kind of test shows what}}",
  );
}

function requirementLines(number: string): string[] {
  return [
    `### Requirement ${number}: {{Title}}`,
    "",
    "**User Story:** As a {{role}}, I want {{wish}}, so that {{reason}}",
    "",
    "#### Acceptance Criteria",
    "",
    `1. ${CRITERION}`,
  ];
}

/** A task to fill in; `criteria` are keys. */
export function kiroTask(increment: Increment, criteria: readonly string[]): NewKiroTask {
  const numbers = criteria.map(kiroNumber);
  return { number: nextKiroTask(increment), title: "{{What is done}}", criteria: numbers };
}

/** A criterion behind the last one of a requirement; `undefined` where the page does not have it, and where its lists begin anew. */
export function addKiroCriterion(
  increment: Increment,
  story: string,
  page: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  const found = target.page.stories.find(({ id }) => id.key === story);
  const isRead = target.page.criteria.some((one) => one.story === story);
  const counts = page.facts.items.some(
    ({ depth, ordered, span }) =>
      depth === 0 && ordered && found && span.start > found.span.start && span.start < found.bodyEnd,
  );
  if (!isRead && counts) return undefined;
  return newKiroCriterion(target, increment, story, CRITERION) ?? writtenOut(increment, story, page, target);
}

/** Behind the last requirement, headed as that one is; else at the end of the page. */
export function addKiroRequirement(increment: Increment, { text }: ReadPage, target: IncrementTarget): Edit {
  const last = target.page.stories.at(-1);
  const numbers = [...increment.stories.keys()].map((key) => Number.parseInt(key.slice("US-".length), 10));
  const number = String(Math.max(0, ...numbers) + 1);
  const [, ...lines] = requirementLines(number);
  const word = last?.id.text.replace(/\d+[A-Za-z]?$/, number) ?? `Requirement ${number}`;
  const head = `${"#".repeat(last?.depth ?? 3)} ${word}: {{Title}}`;
  if (!last) return linesAfter(target, text.trimEnd().length, ["", head, ...lines]);
  const ruled = ruleBehind(target, last);
  return linesAfter(target, last.bodyEnd, ["", ...(ruled ? ["---", ""] : []), head, ...lines]);
}

/** Behind a criterion whose number is written out, in the same manner: `1.3 WHEN …`. */
function writtenOut(
  increment: Increment,
  story: string,
  { text }: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  const last = target.page.criteria.findLast((one) => one.story === story);
  if (!last || isByPlace(last)) return undefined;
  const { span } = last.id;
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const number = last.id.text.replace(/\d+$/, String(nextKiroCriterion(increment, story)));
  const line = `${text.slice(start, span.start)}${number}${text.slice(span.end, last.titleSpan.start)}${CRITERION}`;
  const apart = /\r?\n[ \t]*\r?\n$/.test(text.slice(0, start)) && !/^[ \t]*[-*+]/.test(line);
  return linesAfter(target, Math.max(last.titleSpan.end, last.span.end), apart ? ["", line] : [line]);
}

function page(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
