/** New plans, and what is added to requirements and roadmap, in the form of the tool's templates. `{{…}}` is what the author fills in. */

import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter, taskTitle } from "../../edits/edits.ts";
import { incrementSlug } from "../../edits/name.ts";
import type { IncrementView } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Criterion, Task } from "../../model/model.ts";
import type { Around, Covering, Files, NewIncrement } from "../layout.ts";
import { sharedWords } from "../likeness.ts";
import { padded, phaseKey, phaseOf, textOf } from "./ids.ts";
import { phaseFolder, planAt } from "./places.ts";

const OUTCOME = "{{What users can do}}";

/** The phases that are not done, as they are called: `2 Cart`. */
export function openPhases({ increments }: IncrementView, root: string): readonly string[] {
  const phases = [...(increments.at(root)?.tasks.values() ?? [])].flatMap(([first]) => first?.what ?? []);
  return phases.flatMap(({ id, title, work }) =>
    phaseOf(id.key) === id.key && work !== "done" && work !== "dropped"
      ? [`${id.key.slice(2)} ${title}`.trim()]
      : [],
  );
}

/** The next plan of a phase; where there is no roadmap yet, that and requirements. */
export function planFiles({ title, date, phase: wanted }: NewIncrement, { view, root }: Around): Files {
  const increment = view.increments.at(root);
  if (!increment || increment.tasks.size === 0) return projectFiles(title, date);
  const [number = "1"] = /^\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3}/i.exec(wanted ?? "") ?? [
    openPhases(view, root)[0]?.split(" ")[0] ?? "1",
  ];
  const phase = increment.tasks.get(phaseKey(number))?.[0]?.what;
  const paths = [...increment.paths, ...(view.increments.reports.get(root) ?? [])];
  const folder =
    paths.flatMap((path) => {
      const [known, own] = phaseFolder(path) ?? [];
      return known !== undefined && own !== undefined && phaseKey(own) === phaseKey(number) ? [known] : [];
    })[0] ?? `phases/${padded(number)}-${incrementSlug(phase?.title ?? title)}`;
  const plans = paths.flatMap((path) => {
    const [own = "", plan = "0"] = planAt(path) ?? [];
    return own !== "" && phaseKey(own) === phaseKey(number) ? [Number(plan)] : [];
  });
  const plan = padded(String(Math.max(0, ...plans) + 1));
  const name = `${padded(number)}-${plan}`;
  const criteria = (phase?.criteria ?? []).map(textOf).join(", ");
  const lines = [
    "---",
    `phase: ${folder.slice("phases/".length)}`,
    `plan: ${plan}`,
    "type: execute",
    "wave: 1",
    "depends_on: []",
    "files_modified: []",
    "autonomous: true",
    `requirements: [${criteria}]`,
    "must_haves:",
    "  truths: []",
    "  artifacts: []",
    "  key_links: []",
    "---",
    "",
    "<objective>",
    title,
    "",
    "Purpose: {{Why it matters}}",
    "Output: {{What there is when it is done}}",
    "</objective>",
    "",
    "<context>",
    "@.planning/PROJECT.md",
    "@.planning/ROADMAP.md",
    "@.planning/STATE.md",
    "</context>",
    "",
    "<tasks>",
    "",
    '<task type="auto">',
    "  <name>Task 1: {{What is done}}</name>",
    "  <files>{{path}}</files>",
    "  <action>{{How}}</action>",
    "  <verify>{{A command that proves it}}</verify>",
    "  <done>{{What is true then}}</done>",
    "</task>",
    "",
    "</tasks>",
    "",
    "<success_criteria>",
    "- {{What can be seen}}",
    "</success_criteria>",
    "",
    "<output>",
    `After completion, create \`.planning/${folder}/${name}-SUMMARY.md\``,
    "</output>",
  ];
  return [[`${folder}/${name}-PLAN.md`, `${lines.join("\n")}\n`]];
}

function projectFiles(title: string, date: string): Files {
  const requirements = `# Requirements: ${title}

**Defined:** ${date}
**Core Value:** {{What matters most}}

## v1 Requirements

### {{Category}}

- [ ] **REQ-01**: ${OUTCOME}

## v2 Requirements

## Out of Scope

| Feature | Reason |
|---------|--------|
| {{Feature}} | {{Why not}} |

## Traceability

| Requirement | Phase | Status |
|-------------|-------|--------|
| REQ-01 | Phase 1 | Pending |
`;
  const roadmap = `# Roadmap: ${title}

## Overview

{{The way from start to finish}}

## Phases

- [ ] **Phase 1: {{Name}}** - {{What it brings}}

## Phase Details

### Phase 1: {{Name}}
**Goal**: {{What it delivers}}
**Depends on**: Nothing (first phase)
**Requirements**: REQ-01
**Success Criteria** (what must be TRUE):
  1. {{What can be seen}}
**Plans**: TBD

## Progress

| Phase | Plans Complete | Status | Completed |
|-------|----------------|--------|-----------|
| 1. {{Name}} | 0/TBD | Not started | - |
`;
  return [
    ["REQUIREMENTS.md", requirements],
    ["ROADMAP.md", roadmap],
  ];
}

/** Behind the last requirement that has a box, with the next number of its category; `undefined` on a page without one. */
export function addRequirement(target: IncrementTarget): Edit | undefined {
  const { criteria } = target.page;
  const last = criteria.findLast(({ state, putOff }) => state && !putOff) ?? criteria.at(-1);
  if (!last) return undefined;
  const [, stem = "", digits = "1"] = /^(.*-)(\d+)[a-z]?$/.exec(last.id.text) ?? [];
  const numbers = criteria.flatMap(({ id }) =>
    id.text.toUpperCase().startsWith(stem.toUpperCase()) ? [Number(/(\d+)[a-z]?$/.exec(id.text)?.[1])] : [],
  );
  const next = String(Math.max(...numbers) + 1).padStart(digits.length, "0");
  return linesAfter(target, last.span.end, [`- [ ] **${stem}${next}**: ${OUTCOME}`]);
}

/** Phases that name requirements in a field. */
export const BY_PHASES: Covering = {
  tasks: ({ page: { tasks } }, criterion) => bestFirst(tasks, criterion),
  name: (_target, task, id) => nameRequirement(task, id),
  task(increment, target, { id, title }, further = 0) {
    const number = nextPhase(increment) + further;
    const depth = target.page.tasks.findLast((one) => one.form === "heading")?.depth ?? 3;
    const lines = [
      "",
      `${"#".repeat(depth)} Phase ${number}: ${taskTitle(title) || id.text}`,
      "**Goal**: {{What it delivers}}",
      ...(number > 1 ? [`**Depends on**: Phase ${number - 1}`] : []),
      `**Requirements**: ${id.text}`,
      "**Plans**: TBD",
    ];
    const last = target.page.tasks.findLast((one) => one.form === "heading");
    return { id: `Phase ${number}`, edit: linesAfter(target, last?.bodyEnd ?? target.page.length, lines) };
  },
  choices: () => [],
  define: () => undefined,
};

function nextPhase({ tasks }: Pick<Increment, "tasks">): number {
  return Math.max(0, ...[...tasks.keys()].map((key) => Number(/^T-(\d+)/.exec(key)?.[1] ?? 0))) + 1;
}

/** Behind the last requirement that a phase or a plan names; `undefined` where it names none yet. */
function nameRequirement({ fields }: Task, id: string): Edit | undefined {
  const last = fields
    .filter(({ kind, none }) => kind === "criteria" && !none)
    .flatMap(({ ids }) => ids)
    .at(-1);
  return last && { span: { start: last.span.end, end: last.span.end }, text: `, ${id}` };
}

function bestFirst(tasks: readonly Task[], criterion: Criterion): Task[] {
  return tasks
    .filter(({ work }) => work !== "done")
    .map((task) => ({ task, score: sharedWords(task, criterion) }))
    .sort((a, b) => b.score - a.score)
    .map(({ task }) => task);
}
