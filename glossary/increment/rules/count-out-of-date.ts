import { defineRule, type Finding, type Fix, type RuleContext } from "../../rule/rule.ts";
import { wrongFences } from "../../workspace/wrongFences.ts";
import { activeIncrement } from "../index/active.ts";
import { countOf } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Count } from "../model/index.ts";
import { hasTasks } from "../model/place.ts";

interface Data {
  readonly count: Count;
  readonly actual: number;
}

const FOLDER = ".specweave/increments/0003-carts";
const TASKS =
  "### T-001: Keep\n**Status**: [x] completed\n\n### T-002: Empty\n**Status**: [x] completed\n\n### T-003: Share\n**Status**: [ ] pending\n";

export const countOutOfDate = defineRule<Data, IncrementView>({
  id: "increment/count-out-of-date",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  across: true,
  summary: "A number of tasks or criteria is not what there is on the page.",
  why: `Totals are written once and seldom again: \`total_tasks: 25\` in front matter,
\`**Tasks**: 4 total, 3 completed\` below a story, \`**Total Tasks**: 46\` in a summary. Whoever reads them for the
progress reads something else.

Tasks are counted on their own page: in the section that the line stands in, or for the story that it names, else all
of them. Criteria and stories are counted on the specification. Nothing is reported where there is nothing to count,
where some task does not say whether it is done, or where damaged fences hide tasks (\`markdown/damaged\`) or a
heading looks like a task that is none. The quick fixes write the right number, here or on the whole page.`,
  measured: `3 in the one increment of the repository of SpecWeave that is being worked on; with archived and
completed increments 27 of 175 numbers. All were read: 24 right; in the other three the author counts T-002a and
T-002b as parts of T-002.`,
  examples: [
    {
      title: "In front matter",
      path: `${FOLDER}/tasks.md`,
      bad: `---\ntotal_tasks: «2»\ncompleted: 2\n---\n\n${TASKS}`,
      good: `---\ntotal_tasks: 3\ncompleted: 2\n---\n\n${TASKS}`,
    },
    {
      title: "Below a story",
      path: `${FOLDER}/tasks.md`,
      bad: `## User Story: US-001 - Carts\n\n**Tasks**: 3 total, «0» completed\n\n${TASKS}`,
      good: `## User Story: US-001 - Carts\n\n**Tasks**: 3 total, 2 completed\n\n${TASKS}`,
    },
    {
      title: "A task that does not say",
      path: `${FOLDER}/tasks.md`,
      good: `---\ntotal_tasks: 4\ncompleted: 1\n---\n\n${TASKS}\n### T-004: Merge\n`,
    },
    {
      title: "Nothing to count",
      path: `${FOLDER}/spec.md`,
      good: "---\ntotal_tasks: 4\n---\n\n# Carts\n",
    },
  ],

  message: ({ count, actual }) => `${said(count, actual)}, not ${count.value}: update the number`,

  check: wrongCounts,

  fixes({ span, data: { actual } }, context) {
    const all = [...wrongCounts(context)];
    const edit = (edits: readonly Finding<Data>[]): Fix["changes"] => [
      {
        kind: "edit",
        path: context.page.path,
        edits: edits.map((one) => ({ span: one.span, text: String(one.data.actual) })),
      },
    ];
    const fixes: Fix[] = [
      {
        title: `Update to ${actual}`,
        changes: edit(all.filter((one) => one.span.start === span.start)),
        safety: "safe",
        preferred: true,
      },
    ];
    if (all.length > 1)
      fixes.push({ title: `Update all ${all.length} counts`, changes: edit(all), safety: "safe" });
    return fixes;
  },
});

function* wrongCounts({ page, snapshot }: RuleContext<IncrementView>): Iterable<Finding<Data>> {
  const own = page.exports.increment;
  const counts = own?.counts ?? [];
  const increment = counts.length > 0 ? activeIncrement(page, snapshot) : undefined;
  if (!increment || hasMore(page)) return;
  for (const count of counts) {
    if (OF_TASKS.has(count.what) && !(own && hasTasks(own.place))) continue;
    const actual = countOf(increment, page.path, count);
    if (actual !== undefined && actual !== count.value) yield { span: count.span, data: { count, actual } };
  }
}

/** On other pages nobody can tell how well the list of tasks has been read. */
const OF_TASKS: ReadonlySet<Count["what"]> = new Set(["tasks", "done"]);

/** Whether there may be tasks that have not been counted: in code by mistake, or with an id of another form. */
function hasMore(page: ReadPage): boolean {
  const { nested, unclosed, close, early } = wrongFences(page);
  if (nested.length > 0 || unclosed || close || early) return true;
  const tasks = new Set(page.exports.increment?.tasks.map(({ span }) => span.start));
  return page.facts.headings.some(
    ({ text, span }) => /^(?:T-?\d|Task[ -]?\d)/i.test(text) && !tasks.has(span.start),
  );
}

const NAMES: Readonly<Record<Count["what"], readonly [one: string, many: string]>> = {
  tasks: ["task", "tasks"],
  done: ["task is done", "tasks are done"],
  criteria: ["acceptance criterion", "acceptance criteria"],
  "criteria-done": ["acceptance criterion is met", "acceptance criteria are met"],
  stories: ["user story", "user stories"],
};

function said({ what }: Count, actual: number): string {
  const [one, many] = NAMES[what];
  const name = `${actual} ${actual === 1 ? one : many}`;
  return what === "done" || what === "criteria-done" ? name : `There ${actual === 1 ? "is" : "are"} ${name}`;
}
