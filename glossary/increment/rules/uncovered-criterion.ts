import { defineRule, type Fix } from "../../rule/rule.ts";
import { tasksTarget } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import { uncovered } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Coverage, Increment } from "../model/increment.ts";
import { type IncrementPage, idsIn } from "../model/index.ts";

interface Data {
  readonly increment: Increment;
  readonly coverage: Coverage;
}

export const uncoveredCriterion = defineRule<Data, IncrementView>({
  id: "increment/uncovered-criterion",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "No task satisfies an acceptance criterion.",
  why: `A criterion that no task works on is forgotten until somebody closes the increment, and SpecWeave does not close it
then.

A criterion is covered by a task that names it in a field (\`**Satisfies ACs**\`, \`**AC**\`), in a range such as \`AC-US1-01
through AC-US1-06\`, by \`All\`, in a list below the field, or that is tied to it in a table. Numbers are compared:
\`AC-US01-1\` is \`AC-US1-01\`. Nothing is reported as long as no task of the increment names any criterion, nor of criteria
that are put off (\`[~]\`, words such as \`(DEFERRED → 0045)\` or *moved to*, the story by \`deferred_to\` in the front matter) or dropped
(\`[-]\`, struck through, *Out of Scope*), nor of those that nobody has written yet (\`[Specific, testable criterion]\`, *TBD*), nor of
increments that are planned or abandoned.

Of BMAD, a task covers what it names in brackets, \`(AC: #1, #3)\`. In the layout of Kiro, a task covers what it names behind *Requirements:*, in a range such as \`1.1-1.4\`, as a whole requirement, or
by *All*, in any language. Nothing is reported of a requirement whose lists do not say which number is which, nor where no task
is open any more.`,
  measured: `531 times in the 847 increments of one public repository, archived ones included, 148 fewer than before what is put off, planned or not written
yet was left alone. 35 times in 7 of the 35 increments of specweave whose tasks name criteria, archived and completed ones included; all were read, and no task names
any of them. In those that somebody works on: never. Of 26 specifications in the layout of Kiro, each of another public
repository, 19 times in 5; all were read, and no task names any of them. Of 471 stories in the layout of
BMAD of nine repositories, 9 times in 6; all were read, and no task names any of them.
In 37 further repositories of five spec tools, on 2026-12-01, 55 times, of which 26 were wrong: a table named tasks and requirements as \`T2.*\` and \`R4.1\`, and
*Requirement 3 user stories* was not read. The 29 that are left are right.`,
  examples: [
    {
      title: "Forgotten",
      path: ".specweave/increments/0012-search/spec.md",
      given: {
        ".specweave/increments/0012-search/tasks.md":
          "# Tasks\n\n### T-001: Index titles\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n",
      },
      bad: `### US-001: Search (P1)

- [ ] **AC-US1-01**: A title is found by each of its words
- [ ] **«AC-US1-02»**: Nothing found says so
`,
    },
    {
      title: "Ranges, all, and what is put off",
      path: ".specweave/increments/0012-search/spec.md",
      given: {
        ".specweave/increments/0012-search/tasks.md":
          "# Tasks\n\n### T-001: Index titles\n\n**Satisfies ACs**: AC-US1-01 through AC-US1-03\n\n### T-002: Check\n\n**User Story**: US-002\n**Satisfies ACs**: All\n",
      },
      good: `### US-001: Search (P1)

- [ ] **AC-US1-01**: A title is found by each of its words
- [ ] **AC-US1-02**: Nothing found says so
- [ ] **AC-US1-03**: The first hit is in view
- [~] **AC-US1-04**: Typing errors are forgiven

### US-002: Filter (P2)

- [ ] **AC-US2-01**: A filter is part of the address
`,
    },
  ],
  message({ coverage: { criterion } }) {
    return `No task satisfies ${criterion.what.id.text}: add it to a task, or create one`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own?.criteria.length) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment || UNPLANNED.has(increment.status?.what.name ?? "") || increment.shelf === "abandoned")
      return;
    for (const coverage of uncovered(increment)) {
      const { path, what } = coverage.criterion;
      if (path !== page.path || what.state?.work === "deferred" || what.state?.work === "dropped") continue;
      if (what.story && putOff(own).has(what.story)) continue;
      yield { span: what.id.span, data: { increment, coverage } };
    }
  },

  fixes({ data: { increment, coverage } }, { snapshot, given }) {
    const criterion = coverage.criterion.what;
    const { id } = criterion;
    const target = tasksTarget(increment, snapshot.pages);
    if (!target) return [];
    const { cover, notation } = layoutOf(increment);
    // A number says nothing by itself.
    const task = notation.isByPlace ? "task " : "";
    const fixes: Fix[] = [];
    for (const one of cover.tasks(target, criterion).slice(0, MOST)) {
      const edit = cover.name(target, one, id.text);
      if (!edit) continue;
      fixes.push({
        title: `Add ${id.text} to ${task}${one.id.text}: ${one.title}`,
        changes: [{ kind: "edit", path: target.path, edits: [edit] }],
        safety: "review",
        preferred: fixes.length === 0,
        joins: true,
      });
    }
    const series = `task of ${increment.unit}`;
    const made = cover.task(increment, target, criterion, given?.(series));
    fixes.push({
      title: `Create task ${made.id} for ${id.text}`,
      changes: [{ kind: "edit", path: target.path, edits: [made.edit] }],
      safety: "review",
      preferred: fixes.length === 0,
      joins: true,
      series,
    });
    return fixes;
  },
});

const MOST = 5;

/** States in which tasks are not written yet, or never will be. */
const UNPLANNED: ReadonlySet<string> = new Set(["planning", "backlog", "abandoned"]);

const PUT_OFF = new WeakMap<IncrementPage, ReadonlySet<string>>();

/** The stories that the front matter puts off: `deferred_to: "0044 (US-003)"`. */
function putOff(page: IncrementPage): ReadonlySet<string> {
  const known = PUT_OFF.get(page);
  if (known) return known;
  const stories = page.matter.flatMap(({ key, value }) =>
    /^(?:deferred|postponed|moved)/i.test(key)
      ? idsIn(value, { start: 0, end: value.length }, page.place.number).map((id) => id.key)
      : [],
  );
  const found = new Set(stories);
  PUT_OFF.set(page, found);
  return found;
}
