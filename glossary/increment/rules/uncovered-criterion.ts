import { defineRule, type Fix, type RuleContext } from "../../rule/rule.ts";
import { type Edit, encloses } from "../../text/span.ts";
import {
  addCriterion,
  addTask,
  type IncrementTarget,
  nextTask,
  tasksOfStory,
  tasksTarget,
  taskTitle,
  writtenId,
} from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import { uncovered } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import { addKiroCriterion, addKiroTask, nextKiroTask, withParts } from "../layouts/kiro/edits.ts";
import type { Coverage, Increment } from "../model/increment.ts";
import { type Definition, type IncrementPage, idsIn, storyOfCriterion, type Task } from "../model/index.ts";

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
that are put off (\`[~]\`, or the story by \`deferred_to\` in the front matter) or dropped (\`[-]\`).

In the layout of Kiro, a task covers what it names behind *Requirements:*, in a range such as \`1.1-1.4\`, as a whole requirement, or
by *All*, in any language. Nothing is reported of a requirement whose lists do not say which number is which, nor where no task
is open any more.`,
  measured: `35 times in 7 of the 35 increments of specweave whose tasks name criteria, archived and completed ones included; all were read, and no task names
any of them. In those that somebody works on: never. Of 26 specifications in the layout of Kiro, each of another public
repository, 19 times in 5; all were read, and no task names any of them.`,
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
    if (!increment) return;
    for (const coverage of uncovered(increment)) {
      const { path, what } = coverage.criterion;
      if (path !== page.path || what.state?.work === "deferred" || what.state?.work === "dropped") continue;
      if (what.story && putOff(own).has(what.story)) continue;
      yield { span: what.id.span, data: { increment, coverage } };
    }
  },

  fixes({ data: { increment, coverage } }, { snapshot, given }) {
    const { id, story, title, state } = coverage.criterion.what;
    const target = tasksTarget(increment, snapshot.pages);
    if (!target) return [];
    if (increment.layout === "kiro") return kiroFixes(increment, coverage, target, given);
    const fixes: Fix[] = [];
    for (const task of bestFirst(target, coverage).slice(0, MOST)) {
      const edit = addCriterion(target, task, id.text);
      if (!edit) continue;
      fixes.push({
        title: `Add ${id.text} to ${task.id.text}: ${task.title}`,
        changes: [{ kind: "edit", path: target.path, edits: [edit] }],
        safety: "review",
        preferred: fixes.length === 0,
        joins: true,
      });
    }
    const series = `task of ${increment.unit}`;
    const next = nextTask(increment, given?.(series));
    const wanted = {
      id: next,
      title: taskTitle(title) || `Satisfy ${id.text}`,
      story: storyName(increment, story),
      criteria: [id.text],
      done: state?.work === "done",
    };
    fixes.push({
      title: `Create task ${next} for ${id.text}`,
      changes: [{ kind: "edit", path: target.path, edits: [addTask(target, wanted, story)] }],
      safety: "review",
      preferred: fixes.length === 0,
      joins: true,
      series,
    });
    return fixes;
  },
});

/** The same in the layout of Kiro, whose tasks stand under no story. */
function kiroFixes(
  increment: Increment,
  { criterion: { what } }: Coverage,
  target: IncrementTarget,
  given: RuleContext<IncrementView>["given"],
): Fix[] {
  const number = what.id.text;
  const parents = withParts(target.page.tasks);
  const near = target.page.tasks
    .filter((task) => isFor(task, what.story) && !parents.has(task.id.key))
    .map((task) => ({ task, score: shared(task, what) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
  const series = `task of ${increment.unit}`;
  const next = nextKiroTask(increment, given?.(series));
  const task = { number: next, title: taskTitle(what.title) || `Satisfy ${number}`, criteria: [number] };
  const fix = (title: string, edit: Edit, first: boolean): Fix => ({
    title,
    changes: [{ kind: "edit", path: target.path, edits: [edit] }],
    safety: "review",
    preferred: first,
    joins: true,
  });
  return [
    ...near.map(({ task }, i) =>
      fix(
        `Add ${number} to task ${task.id.text}: ${task.title}`,
        addKiroCriterion(target, task, number),
        i === 0,
      ),
    ),
    {
      ...fix(`Create task ${next} for ${number}`, addKiroTask(target, task), near.length === 0),
      series,
    },
  ];
}

function isFor({ criteria, stories }: Task, story: string | undefined): boolean {
  return criteria.some((key) => storyOfCriterion(key) === story) || stories.includes(story ?? "");
}

const MOST = 5;

/** A story as it is written in its specification; one that this does not have is not named. */
function storyName({ stories }: Increment, key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  return stories.get(key)?.[0]?.what.id.text ?? (stories.size === 0 ? writtenId(key) : undefined);
}

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

/** The tasks of a criterion's story: those that mention it, those that are as far as it is, those that share words with it. */
function bestFirst(target: IncrementTarget, { criterion: { what } }: Coverage): Task[] {
  const mentions = target.page.mentions.filter(({ key }) => key === what.id.key);
  const score = (task: Task) =>
    (mentions.some(({ span }) => encloses(task.span, span)) ? 100 : 0) +
    (task.work === (what.state?.work ?? "open") ? 10 : 0) +
    shared(task, what);
  return tasksOfStory(target, what.story)
    .map((task) => ({ task, score: score(task) }))
    .sort((a, b) => b.score - a.score)
    .map(({ task }) => task);
}

function shared(task: Task, criterion: Definition): number {
  const words = wordsOf(criterion);
  return [...wordsOf(task)].filter((word) => words.has(word)).length;
}

const WORDS = new WeakMap<Definition, ReadonlySet<string>>();

/** The longer words of a title. */
function wordsOf(definition: Definition): ReadonlySet<string> {
  const known = WORDS.get(definition);
  if (known) return known;
  const words = new Set(definition.title.toLowerCase().match(/[\p{L}\d]{4,}/gu));
  WORDS.set(definition, words);
  return words;
}
