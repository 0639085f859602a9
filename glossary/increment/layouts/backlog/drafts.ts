/** New tasks, and what is added to them. `{{…}}` is what the author fills in. */

import { stringify } from "yaml";
import { lineEnd } from "../../../text/lines.ts";
import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter } from "../../edits/edits.ts";
import type { ReadPage } from "../../index/view.ts";
import type { IncrementUnit } from "../../model/increment.ts";
import type { Around, Files, NewIncrement } from "../layout.ts";
import { readDefaults } from "./configuration.ts";
import { BEGIN, END, placesOfCriteria } from "./criteria.ts";
import { BACKLOG, prefixOf, tasksFolder } from "./places.ts";
import { statusesOf } from "./statuses.ts";

const OUTCOME = "{{What can be seen when it is done}}";
const HEADING = "## Acceptance Criteria";
/** The sections that the tool writes behind the criteria. */
const BEHIND = /^(?:definition of done|implementation (?:plan|notes)|comments|final summary)\b/i;

/** The file of a new task, with the number after the highest one of its backlog, archived ones among them. */
export function taskFile({ title, instant }: NewIncrement, around: Around): Files {
  const { prefix, digits, status, done } = defaultsFor(around);
  const number = String(Math.max(0, ...numbersIn(around, prefix)) + 1).padStart(digits, "0");
  const id = `${prefix}-${number}`;
  const lines = [
    "---",
    `id: ${id.toUpperCase()}`,
    `title: ${yamlText(title)}`,
    `status: ${yamlText(status)}`,
    "assignee: []",
    `created_date: '${instant.slice(0, 16).replace("T", " ")}'`,
    "labels: []",
    "dependencies: []",
    "---",
    "",
    "## Description",
    "",
    "<!-- SECTION:DESCRIPTION:BEGIN -->",
    "{{What is missing today, and for whom}}",
    "<!-- SECTION:DESCRIPTION:END -->",
    "",
    ...criteriaLines(),
    ...(done.length > 0 ? ["", ...doneLines(done)] : []),
  ];
  return [[`${id.toLowerCase()} - ${fileTitle(title)}.md`, `${lines.join("\n")}\n`]];
}

/** Behind the last criterion, in the manner of that; else where the tool has them. */
export function addCriterion({ text, facts }: ReadPage, target: IncrementTarget): Edit {
  const last = target.page.criteria.at(-1);
  if (last) {
    const number = target.page.criteria.length + 1;
    const isNumbered = text[last.id.span.start] === "#" || text.includes(BEGIN);
    return linesAfter(target, last.span.end, [criterionLine(isNumbered ? number : undefined)]);
  }
  const [place] = placesOfCriteria({ text, facts });
  if (place) {
    const isMarked = text.startsWith(BEGIN, place.start);
    const lines = isMarked ? [criterionLine(1)] : [BEGIN, criterionLine(1), END];
    return linesAfter(target, isMarked ? place.start : lineEnd(text, place.start - 1), lines);
  }
  const next = facts.headings.find(({ depth, text: words }) => depth === 2 && BEHIND.test(words));
  const before = text.slice(0, next?.span.start ?? text.length).trimEnd().length;
  return linesAfter(target, before, ["", ...criteriaLines()]);
}

function criteriaLines(): string[] {
  return [HEADING, BEGIN, criterionLine(1), END];
}

function criterionLine(number: number | undefined): string {
  return `- [ ] ${number === undefined ? "" : `#${number} `}${OUTCOME}`;
}

function doneLines(done: readonly string[]): string[] {
  return [
    "## Definition of Done",
    "<!-- DOD:BEGIN -->",
    ...done.map((one, i) => `- [ ] #${i + 1} ${one}`),
    "<!-- DOD:END -->",
  ];
}

interface Defaults {
  readonly prefix: string;
  readonly digits: number;
  readonly status: string;
  readonly done: readonly string[];
}

/** By the configuration, else as the last task has it. */
function defaultsFor({ view, root, configuration }: Around): Defaults {
  const own = readDefaults(configuration ?? "");
  const last = tasksIn(view, root).at(-1);
  const prefix = own.prefix ?? (last ? prefixOf(last.unit) : "task");
  const written = /-(0\d*)\b/.exec(last?.name ?? "")?.[1] ?? "";
  const increment = last && view.increments.at(last.unit);
  const [first = ""] = own.statuses.length > 0 ? own.statuses : statusesOf(increment ?? NOWHERE);
  return {
    prefix,
    digits: own.digits ?? written.length,
    status: own.status ?? first,
    done: own.done,
  };
}

const NOWHERE = { configuration: undefined };

function numbersIn({ view, root }: Around, prefix: string): number[] {
  const own = tasksIn(view, root).filter(({ unit }) => prefixOf(unit).toLowerCase() === prefix.toLowerCase());
  return own.flatMap(({ number }) => (number === undefined ? [] : [number]));
}

/** The tasks of a backlog, by their numbers; drafts are none yet. */
function tasksIn({ increments }: Around["view"], root: string): IncrementUnit[] {
  return [...increments.units.values()].filter(
    ({ layout, unit }) =>
      layout === BACKLOG && tasksFolder(unit) === root && !/^draft$/i.test(prefixOf(unit)),
  );
}

/** A text as a value of front matter, read by any parser as that text. */
function yamlText(text: string): string {
  return stringify(text, { version: "1.1", lineWidth: 0 }).trimEnd();
}

/** A title as the tool has it in the names of files. */
function fileTitle(title: string): string {
  const bare = title
    .replace(/[<>:"/\\|?*]/g, "-")
    .replace(/['(),!@#$%^&+=[\]{};]/g, "")
    .replace(/\s+/g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  return bare === "" ? "task" : bare;
}
