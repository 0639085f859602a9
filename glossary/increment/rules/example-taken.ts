import { defineRule } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import type { Edit, Span } from "../../text/span.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import { hasTasks, type IncrementPage, idsIn } from "../model/index.ts";
import { criterionOn, linesOf, PARTS, type Part, storyOn, subjectOf, taskOn } from "../model/parsers.ts";

interface Data {
  readonly id: string;
  readonly kind: "task" | "story" | "criterion";
  /** The parts of SpecWeave that take it for one. */
  readonly parts: readonly Part[];
  /** The block of code. */
  readonly code: Span;
}

export const exampleTaken = defineRule<Data, IncrementView>({
  id: "increment/example-taken",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "SpecWeave takes an example in a block of code for a task, a story or a criterion.",
  why: `SpecWeave reads line by line and knows nothing of code (1.0.593): an example of a task with \`[x] completed\` counts as done, and its
criteria as covered and, one day, as ticked.

Reported are headings of tasks in the blocks of \`tasks.md\`, and stories and criteria in those of \`spec.md\`, in the form that the coverage
check or the status sync reads, whose ids are given outside of code too, or end with 000: others may be meant, in a block that nobody has
closed. The quick fix writes \`N\` for the digits of the ids in a block
that stands before the first task: behind one, the fields of the example would become those of that task.`,
  measured:
    "23 times in the 51 increments of specweave and 37 times in the 847 of another public repository, archived ones included; the real parsers take each of the lines.",
  examples: [
    {
      title: "How a task is written",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "# Tasks\n\n```markdown\n### «T-000»: Short name\n**Satisfies ACs**: AC-US1-01\n**Status**: [x] completed\n```\n\n### T-001: Index\n",
      good: "# Tasks\n\n```markdown\n### T-NNN: Short name\n**Satisfies ACs**: AC-USN-NN\n**Status**: [x] completed\n```\n\n### T-001: Index\n",
    },
    {
      title: "Code that is none of these",
      path: ".specweave/increments/0012-search/tasks.md",
      good: "### T-001: Index\n\n```ts\n// T-002: later\n```\n",
    },
  ],
  message({ id, kind, parts }) {
    return `${subjectOf(parts)} takes ${id} in this code for a ${kind}: write an id that is none, such as ${withoutDigits(id)}`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || own.place.role === "copy" || !page.facts.codes.some(({ fenced }) => fenced)) return;
    if (!(hasTasks(own.place) || own.place.role === "spec") || !hasOthers(own)) return;
    const found = takenIn(page, own);
    if (found.length === 0 || !activeIncrement(page, snapshot)) return;
    yield* found;
  },

  fixes({ data: { code } }, { page }) {
    const first = page.exports.increment?.tasks[0];
    if (first && first.span.start < code.start) return [];
    const edits = idsIn(page.text, code, undefined).map(
      ({ span, text }): Edit => ({ span, text: withoutDigits(text) }),
    );
    return [
      {
        title: "Write N for the digits of the ids in this block",
        changes: [{ kind: "edit", path: page.path, edits }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

function hasOthers({ tasks, stories, criteria, place }: IncrementPage): boolean {
  return hasTasks(place) ? tasks.length > 0 : stories.length + criteria.length > 0;
}

function withoutDigits(id: string): string {
  return id.replace(/\d+/g, (digits) => "N".repeat(digits.length));
}

/** `T-000`: a number that nothing has. */
function isZero(id: string): boolean {
  return /-0+$/.test(id);
}

function takenIn(
  page: ReadPage,
  { place, tasks, stories, criteria }: IncrementPage,
): { readonly span: Span; readonly data: Data }[] {
  const lines = linesOf(page);
  // An id that is nowhere else may be meant: a block that nobody has closed swallows tasks.
  const known = new Set([...tasks, ...stories, ...criteria].map(({ id }) => id.text));
  return page.facts.codes.flatMap(({ span: code, fenced }) => {
    if (!fenced) return [];
    const first = positionAt(page.lines, code.start).line + 1;
    const last = positionAt(page.lines, code.end).line;
    return lines.slice(first, last).flatMap((line, i) => {
      const data = hasTasks(place) ? taskIn(line) : (storyIn(line) ?? criterionIn(line));
      if (!data || !(isZero(data.id) || known.has(data.id))) return [];
      const start = (page.lines[first + i] as number) + line.indexOf(data.id);
      return [{ span: { start, end: start + data.id.length }, data: { ...data, code } }];
    });
  });
}

type Taken = Omit<Data, "code">;

function taskIn(line: string): Taken | undefined {
  return byParts("task", (part) => taskOn(line, part));
}

function criterionIn(line: string): Taken | undefined {
  return byParts("criterion", (part) => criterionOn(line, part));
}

function storyIn(line: string): Taken | undefined {
  const id = storyOn(line);
  return id === undefined ? undefined : { id, kind: "story", parts: ["coverage"] };
}

function byParts(kind: Data["kind"], find: (part: Part) => string | undefined): Taken | undefined {
  const parts = PARTS.filter((part) => find(part) !== undefined);
  const id = parts[0] && find(parts[0]);
  return id === undefined ? undefined : { id, kind, parts };
}
