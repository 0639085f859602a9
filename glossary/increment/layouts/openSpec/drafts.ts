/** Changes in the layout of OpenSpec: their files, and what is added to them. `{{…}}` is what the author fills in. */

import { lineEnd, lineStart } from "../../../text/lines.ts";
import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter } from "../../edits/edits.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Files } from "../layout.ts";
import { taskLines } from "./checks/tasks.ts";

/** What a new change is about. */
export interface NewChange {
  readonly title: string;
  /** `2026-01-31` */
  readonly date: string;
  /** The path below `specs`. */
  readonly capability: string;
  /** True for a capability that is not specified yet. */
  readonly isNew: boolean;
}

/** The files of a new change, by name; the first is where the author begins. */
export function changeFiles({ title, date, capability, isNew }: NewChange): Files {
  return [
    [
      "proposal.md",
      [
        `# Change: ${title}`,
        "",
        "## Why",
        "",
        "{{What is missing today, and for whom}}",
        "",
        "## What Changes",
        "",
        "- {{What is new, what changes, what goes}}",
        "",
        "## Capabilities",
        "",
        `### ${isNew ? "New" : "Modified"} Capabilities`,
        "",
        `- \`${capability}\`: {{what it does that it did not do before}}`,
        "",
        "## Impact",
        "",
        "- {{Code, interfaces and people concerned}}",
        "",
      ].join("\n"),
    ],
    ["tasks.md", openSpecTasks()],
    [`specs/${capability}/spec.md`, isNew ? `${PURPOSE}${deltaPage()}` : deltaPage()],
    [".openspec.yaml", `schema: spec-driven\ncreated: ${date}\n`],
  ];
}

/** Archiving takes it over into the specification that it makes; validation wants fifty characters. */
const PURPOSE =
  "## Purpose\n\n{{What the capability is for: who does what with it, and what they get from it}}\n\n";

/** A page of tasks with the first one. */
export function openSpecTasks(): string {
  return `## 1. Implementation\n\n${taskLine("1.1")}\n`;
}

/** What a change adds to a capability, with its first requirement. */
export function deltaPage(): string {
  return `${["## ADDED Requirements", "", ...requirementLines()].join("\n")}\n`;
}

function requirementLines(page?: ReadPage): string[] {
  return [
    "### Requirement: {{Name}}",
    ...below("requirement:", page),
    "The system SHALL {{what it does}}.",
    "",
    ...scenarioLines(page),
  ];
}

function scenarioLines(page?: ReadPage): string[] {
  return [
    "#### Scenario: {{Name}}",
    ...below("scenario:", page),
    "- **WHEN** {{something happens}}",
    "- **THEN** {{what can be seen}}",
  ];
}

/** An empty line, or nothing where a heading of the page that begins like this has none below it. */
function below(beginning: string, page: ReadPage | undefined): string[] {
  const isTight = page?.facts.headings.some(({ text, content }) => {
    const end = lineEnd(page.text, content.end);
    return text.toLowerCase().startsWith(beginning) && /^\r?\n\S/.test(page.text.slice(end, end + 3));
  });
  return isTight ? [] : [""];
}

function taskLine(number: string): string {
  return `- [ ] ${number} {{What is done}}`;
}

/** Behind the last requirement that is added, of a specification in force behind the last one. */
export function addRequirement(page: ReadPage, target: IncrementTarget): Edit {
  const { facts, text } = page;
  const lines = requirementLines(page);
  const heading =
    facts.headings.find((one) => /^ADDED Requirements\b/i.test(one.text)) ??
    facts.headings.find((one) => /^Requirements\b/i.test(one.text));
  const end = text.trimEnd().length;
  if (!heading) return linesAfter(target, end, ["", "## ADDED Requirements", "", ...lines]);
  const next = facts.headings.find(
    ({ span, depth }) => span.start > heading.span.start && depth <= heading.depth,
  );
  const own = target.page.stories.findLast(
    ({ span }) => span.start > heading.span.start && span.start < (next?.span.start ?? text.length),
  );
  return linesAfter(target, own?.bodyEnd ?? heading.content.end, ["", ...lines]);
}

/** A scenario at the end of a requirement; `undefined` where the page does not have it. */
export function addScenario(requirement: string, page: ReadPage, target: IncrementTarget): Edit | undefined {
  const found = target.page.stories.find(({ id }) => id.key === requirement);
  return found && linesAfter(target, found.bodyEnd, ["", ...scenarioLines(page)]);
}

/** Behind the last task, with the next number of those that it stands among: behind 1.2 comes 1.3, behind 1.1.1 comes 1.1.2. */
export function addOpenSpecTask({ text }: ReadPage, target: IncrementTarget): Edit {
  const { tasks } = target.page;
  const last = tasks.at(-1);
  if (!last) return linesAfter(target, text.trimEnd().length, ["", taskLine("1.1")]);
  // Numbers of what is indented are those of parts.
  const whole = tasks.findLast(({ span }) => lineStart(text, span.start) === span.start) ?? last;
  const parts = whole.id.text.split(".");
  const group = parts.slice(0, -1).join(".");
  // OpenSpec reads lines with boxes wherever they stand, in comments, too.
  const given = [...tasks.map(({ id }) => id.text), ...taskLines(text).map(({ id }) => id)];
  const numbers = given.flatMap((id) => {
    const own = id.split(".");
    return own.length === parts.length && own.slice(0, -1).join(".") === group
      ? [Number.parseInt(own.at(-1) ?? "", 10)]
      : [];
  });
  return linesAfter(target, last.bodyEnd, [taskLine(`${group}.${Math.max(...numbers) + 1}`)]);
}

/** Where the requirements of a change or a capability stand: the page at hand, else the first one, else a new one. */
export function requirementsPage({ pages, unit, name }: Increment, from: string | undefined): string {
  const all = [...pages].flatMap(([path, { place }]) => (place.role === "requirements" ? [path] : []));
  return all.find((path) => path === from) ?? all[0] ?? `${unit}/specs/${name}/spec.md`;
}
