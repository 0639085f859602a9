import { defineRule } from "../../rule/rule.ts";
import { targetOf } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment } from "../model/increment.ts";
import { calledId, hasTasks, type IncrementPage, type Task } from "../model/index.ts";
import { withParts } from "../model/parts.ts";

interface Data {
  readonly increment: Increment;
  readonly task: Task;
}

export const taskWithoutCriterion = defineRule<Data, IncrementView>({
  id: "increment/task-without-criterion",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A task names no acceptance criterion, though the others do.",
  why: `Nobody can tell what such a task is for, or whether it is needed, and it does not count for any criterion.

Reported only where at least four of five tasks of the page name criteria. Tasks that close, verify, document, release or
clean up something are for all criteria or none, and a field that says \`N/A\` or something else in words is an answer; in the
layout of Kiro, checkpoints and tasks with parts of their own are left alone.`,
  measured: `Never in specweave: 109 of its tasks name no criterion in increments whose other tasks do, and all of them state in words
what they satisfy, are about documentation or tests, or stand on pages where many tasks name none. So it is not a warning. Never in 26 specifications in the layout of Kiro.`,
  examples: [
    {
      title: "One of five",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md":
          "### US-001: Search\n\n- [ ] **AC-US1-01**: Title\n- [ ] **AC-US1-02**: Empty\n",
      },
      bad: `### T-001: Index titles

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-002: Index words

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-003: Index stems

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-004: Rank hits

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### «T-005: Say that nothing was found»

**User Story**: US-001
`,
      good: `### T-001: Index titles

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-002: Index words

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-003: Index stems

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-004: Rank hits

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01

### T-005: Say that nothing was found

**User Story**: US-001 | **Satisfies ACs**: AC-US1-02
`,
      fix: "Let it satisfy AC-US1-02",
    },
    {
      title: "Documentation, and nothing to satisfy",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md": "### US-001: Search\n\n- [ ] **AC-US1-01**: Title\n",
      },
      good: `### T-001: Index titles

**AC**: AC-US1-01

### T-002: Index words

**AC**: AC-US1-01

### T-003: Index stems

**AC**: AC-US1-01

### T-004: Rank hits

**AC**: AC-US1-01

### T-005: Update the README

**Status**: [ ] pending

### T-006: Rename a class

**AC**: N/A
`,
    },
  ],
  message({ task }) {
    return `${calledId(task.id)} names no acceptance criterion: add the one it satisfies, or “N/A”`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !hasTasks(own.place)) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment?.linked || increment.coverage.size === 0) return;
    const parents = withParts(own.tasks);
    if (!isUsual(own, parents)) return;
    for (const task of own.tasks)
      if (!isLinked(task) && isForCriteria(task) && !parents.has(task.id.key))
        yield { span: task.nameSpan, data: { increment, task } };
  },

  fixes({ data: { increment, task } }, { page }) {
    const target = targetOf(page);
    const choices = target ? layoutOf(increment).cover.choices(increment, target, task) : [];
    return choices.map(({ title, edit }) => ({
      title,
      changes: [{ kind: "edit", path: page.path, edits: [edit] }],
      safety: "review",
    }));
  },
});

const USUAL = 0.8;

/** True for a page on which nearly all tasks that could name criteria do. */
function isUsual({ tasks }: IncrementPage, parents: ReadonlySet<string>): boolean {
  const possible = tasks.filter(
    (task) => isLinked(task) || (isForCriteria(task) && !parents.has(task.id.key)),
  );
  return possible.filter(isLinked).length >= USUAL * possible.length;
}

function isLinked({ criteria, fields }: Task): boolean {
  return criteria.length > 0 || fields.some(({ all }) => all);
}

/** What is done for an increment as a whole. */
const GENERAL =
  /\b(?:clos(?:e|es|ing|ure)|complet(?:e|ion)|finali[sz]e|verif(?:y|ies|ication)|validat(?:e|es|ion)|document(?:s|ation)?|docs|readme|changelog|guides?|reports?|release|publish|deploy(?:ment)?|clean(?:up|-up|ing)?|refactor(?:ing)?|lint|regression|smoke|review|audit|baseline|backup|set ?up|checkpoints?|ensure|prepar(?:e|ation)|e2e|tests?|testing|benchmarks?|migrat(?:e|ion)|version)\b/i;

/** `Run build`, `Type check`: said of the whole, as nothing that is built has such a name. */
const CHECKS =
  /\bquality (?:gates?|pipeline)\b|\bpre-?(?:commit|flight|requisites?)\b|\b(?:run|execute|final|production|full|ci)\b.*\b(?:builds?|checks?|type-?check(?:ing)?)\b|^(?:builds?|type[- ]?check(?:s|ing)?|checks?)\b[^\p{L}]*$/iu;

function isForCriteria({ title, fields, work }: Task): boolean {
  return (
    work !== "dropped" &&
    !GENERAL.test(title) &&
    !CHECKS.test(title) &&
    !fields.some(({ kind, value, none }) => kind === "criteria" && (none || value.end > value.start))
  );
}
