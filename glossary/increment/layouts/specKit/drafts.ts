/** Features in the layout of spec-kit: their files, and what is added to them. `{{…}}` is what the author fills in. */

import { positionAt } from "../../../text/lines.ts";
import type { Edit, Span } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter, nextStory, nextTask, ruleBehind } from "../../edits/edits.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Files } from "../layout.ts";

/** What the ids of requirements of a whole feature begin with. */
export const REQUIREMENT = "FR-";

/** What a new feature is made of. */
export interface FeatureDraft {
  /** `007-pay-by-invoice` */
  readonly name: string;
  readonly title: string;
  /** `2025-01-31` */
  readonly date: string;
}

/** The files of a new feature, by name; the first is where the author begins. */
export function featureFiles({ name, title, date }: FeatureDraft): Files {
  return [
    [
      "spec.md",
      page(
        [`# Feature Specification: ${title}`],
        [`**Feature Branch**: \`${name}\`  `, `**Created**: ${date}  `, "**Status**: Draft"],
        ["## User Scenarios & Testing"],
        storyLines(1, " - ", "P1"),
        ["### Edge Cases"],
        ["- {{What happens at a limit, or when something fails}}"],
        ["## Requirements"],
        ["### Functional Requirements"],
        [requirementLine(`${REQUIREMENT}001`)],
        ["### Key Entities"],
        ["- **{{Entity}}**: {{what it stands for}}"],
        ["## Success Criteria"],
        ["### Measurable Outcomes"],
        ["- **SC-001**: {{What is measured, and from which value on it is a success}}"],
      ),
    ],
    [
      "plan.md",
      page(
        [`# Implementation Plan: ${title}`],
        [`**Branch**: \`${name}\` | **Date**: ${date} | **Spec**: [spec.md](spec.md)`],
        ["## Summary"],
        ["{{How the specification is met, in a few sentences}}"],
        ["## Technical Context"],
        ["**Language/Version**: {{language}}  ", "**Primary Dependencies**: {{libraries}}  "],
        ["**Storage**: {{where data is kept}}  ", "**Testing**: {{which kind of test shows what}}"],
        ["## Constitution Check"],
        ["{{Which principles apply, and how they are met}}"],
        ["## Project Structure"],
        ["{{Which folders and files are new, and which change}}"],
      ),
    ],
    ["tasks.md", tasksPage(title, ["## Phase 1: User Story 1", "", taskLine("T001", 1)])],
  ];
}

/** A page of tasks. */
export function tasksPage(title: string, lines: readonly string[]): string {
  return page([`# Tasks: ${title}`], lines);
}

function page(...blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** `### User Story 3 - Title (Priority: P2)`, with what belongs to it. */
function storyLines(number: number, separator: string, priority: string | undefined): string[] {
  return [
    `### User Story ${number}${separator}{{What the user can do}}${priority ? ` (Priority: ${priority})` : ""}`,
    "",
    "{{What the user does, from the first step to the last}}",
    ...(priority ? ["", "**Why this priority**: {{what it is worth}}"] : []),
    "",
    "**Independent Test**: {{how it is tried without the other stories}}",
    "",
    ...scenarioBlock(),
  ];
}

function scenarioBlock(): string[] {
  return ["**Acceptance Scenarios**:", "", scenarioLine("1. ")];
}

function scenarioLine(lead: string): string {
  return `${lead}**Given** {{situation}}, **When** {{action}}, **Then** {{outcome}}`;
}

function requirementLine(id: string): string {
  return `- **${id}**: System MUST {{what it does}}`;
}

function taskLine(id: string, story: number | string | undefined): string {
  return `- [ ] ${id} ${story === undefined ? "" : `[US${story}] `}{{What is done, and in which file}}`;
}

/** Behind the last story, else below the heading for stories, else at the end of the page. */
export function addSpecKitStory(increment: Increment, page: ReadPage, target: IncrementTarget): Edit {
  const last = target.page.stories.at(-1);
  const number = Number(/\d+$/.exec(nextStory(increment))?.[0]);
  if (!last) {
    const heading = headingLike(page, /^User (?:Scenarios|Stories)\b/i);
    return linesAfter(target, heading?.end ?? endOf(page), ["", ...storyLines(number, " - ", "P1")]);
  }
  const separator = page.text.slice(last.id.span.end, last.titleSpan.start) || " - ";
  // Priorities go down from story to story.
  const priority = last.priority && `P${Math.min(Number(last.priority.text.slice(1)) + 1, 9)}`;
  const lines = storyLines(number, separator, priority);
  return linesAfter(target, last.bodyEnd, ["", ...(ruleBehind(target, last) ? ["---", ""] : []), ...lines]);
}

/** A scenario behind the last one of a story; a requirement of the whole feature where no story is meant. */
export function addSpecKitCriterion(
  story: string | undefined,
  page: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  if (story === undefined) return addRequirement(page, target);
  const found = target.page.stories.find(({ id }) => id.key === story);
  if (!found) return undefined;
  const last = found.scenarios.at(-1);
  if (!last) return linesAfter(target, found.bodyEnd, ["", ...scenarioBlock()]);
  const start = page.lines[positionAt(page.lines, last.span.start).line] as number;
  const [, indent = "", sign = "", digits] =
    /^([ \t]*)([-*+]|(\d{1,3})[.)])[ \t]/.exec(page.text.slice(start, last.span.start)) ?? [];
  const next = digits === undefined ? sign || "-" : sign.replace(digits, String(Number(digits) + 1));
  return linesAfter(target, last.span.end, [scenarioLine(`${indent}${next} `)]);
}

function addRequirement(page: ReadPage, target: IncrementTarget): Edit {
  const own = target.page.others.filter(({ id }) => id.key.startsWith(REQUIREMENT));
  const most = Math.max(0, ...own.map(({ id }) => Number(/\d+/.exec(id.key)?.[0])));
  const lines = [requirementLine(`${REQUIREMENT}${String(most + 1).padStart(3, "0")}`)];
  const last = own.at(-1);
  if (last) return linesAfter(target, last.nameSpan.end, lines);
  const heading = headingLike(page, /^Functional Requirements\b/i) ?? headingLike(page, /^Requirements\b/i);
  return linesAfter(target, heading?.end ?? endOf(page), ["", ...lines]);
}

/** Behind the last task of the story, else below the heading of its phase, else behind the last task of all. */
export function addSpecKitTask(
  increment: Increment,
  story: string | undefined,
  page: ReadPage,
  target: IncrementTarget,
): Edit {
  const { tasks } = target.page;
  const last = tasks.at(-1);
  const line = specKitTask(increment, story, last?.id.text);
  const own = story === undefined ? undefined : tasks.findLast(({ stories }) => stories.includes(story));
  const phase = story && headingLike(page, new RegExp(`\\bUser Story ${story.slice("US-".length)}\\b`, "i"));
  if (!own && phase) return linesAfter(target, phase.end, ["", line]);
  const after = own ?? last;
  return after ? linesAfter(target, after.bodyEnd, [line]) : linesAfter(target, endOf(page), ["", line]);
}

/** The next task as a line; `like` is an id as the page writes them. */
export function specKitTask(increment: Increment, story: string | undefined, like = "T001"): string {
  const digits = /\d+$/.exec(nextTask(increment))?.[0] ?? "001";
  return taskLine(`${like.startsWith("T-") ? "T-" : "T"}${digits}`, story?.slice("US-".length));
}

/** The content of the first heading that says this. */
function headingLike({ facts }: ReadPage, what: RegExp): Span | undefined {
  return facts.headings.find(({ text }) => what.test(text))?.content;
}

function endOf({ text }: ReadPage): number {
  return text.trimEnd().length;
}
