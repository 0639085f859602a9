import { defineRule, replace } from "../../rule/rule.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specKit } from "../layouts/specKit/layout.ts";
import { hasTasks, type Task } from "../model/index.ts";

interface Data {
  readonly task: Task;
  /** What the mark says: `US2`. */
  readonly mark: string;
  readonly number: number;
  readonly span: Span;
  /** The number of the story that the phase is for. */
  readonly story: number;
}

export const taskInWrongPhase = defineRule<Data, IncrementView>({
  id: "increment/task-in-wrong-phase",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === specKit),
  summary: "A task is marked for another user story than the phase that it stands in.",
  why: `Phases of spec-kit are for one story each, so that it can be built, tested and shown by itself. A task of another story in it is done
too early or too late, and whoever takes the phase for done is wrong.

Compared are \`[US2]\` and the heading above, where that names one story: \`## Phase 3: User Story 1 - Pay\`. Tasks without a mark and phases
without a story, or with several, are left alone. The quick fixes write the story of the phase; moving the task is left to you.`,
  measured: "Never in the 42 task lists of six public repositories, nor in 16 of eight more on 2026-12-01.",
  examples: [
    {
      title: "Of another story",
      path: "specs/003-pay/tasks.md",
      bad: "## Phase 3: User Story 1 - Pay (Priority: P1)\n\n- [ ] T001 [P] [US1] Form in src/a.ts\n- [ ] T002 [«US2»] Mail in src/b.ts\n",
      good: "## Phase 3: User Story 1 - Pay (Priority: P1)\n\n- [ ] T001 [P] [US1] Form in src/a.ts\n- [ ] T002 [US1] Mail in src/b.ts\n",
    },
    {
      title: "Where they belong, without a mark, and in a phase for two",
      path: "specs/003-pay/tasks.md",
      good: "## Phase 3: User Story 1 - Pay\n\n- [ ] T001 [US1] Form\n- [ ] T002 Mail\n\n### Tests for User Story 1\n\n- [ ] T003 [US1] Test\n\n## Phase 4: User Story 2 and User Story 3\n\n- [ ] T004 [US3] Refund\n\n## Phase 5: Polish\n\n- [ ] T005 [US1] Words\n",
    },
  ],
  message({ task, mark, story }) {
    return `${task.id.text} is marked [${mark}], but stands in the phase of user story ${story}: correct the mark or move the task`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !hasTasks(own.place)) return;
    const found = own.tasks.flatMap((task) => strayIn(page, task));
    const increment = found.length > 0 ? activeIncrement(page, snapshot) : undefined;
    if (!increment) return;
    // A story that there is not is a mistake of its own.
    const { stories } = increment;
    for (const data of found)
      if (stories.size === 0 || stories.has(`US-${data.number}`)) yield { span: data.span, data };
  },

  fixes({ data: { span, story } }, context) {
    return [
      {
        title: `Write [US${story}]`,
        changes: [replace(context, span, `US${story}`)],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

function strayIn(page: ReadPage, task: Task): Data[] {
  const marks = task.marks.flatMap(({ text, span }) => {
    const number = /^US-?(\d{1,3})$/.exec(text)?.[1];
    return number === undefined ? [] : [{ mark: text, span, number: Number(number) }];
  });
  const [first] = marks;
  const story = first && phaseOf(page, task.span.start);
  if (!first || story === undefined || marks.some(({ number }) => number === story)) return [];
  return [{ task, mark: first.mark, number: first.number, span: first.span, story }];
}

const STORIES = /\b(?:User Story|US)[ -]?(\d{1,3})\b/gi;
const PHASE = /^\W*phase\b/i;

/** The story of the phase that an offset is in; `undefined` where it names none or several. */
function phaseOf({ facts }: ReadPage, offset: number): number | undefined {
  const { headings } = facts;
  let depth = 7;
  for (let at = firstFrom(headings, offset) - 1; at >= 0; at--) {
    const heading = headings[at];
    if (!heading || heading.depth >= depth) continue;
    depth = heading.depth;
    const numbers = new Set([...heading.text.matchAll(STORIES)].map(([, number]) => Number(number)));
    const [story, other] = numbers;
    if (other !== undefined) return undefined;
    if (story !== undefined) return story;
    if (PHASE.test(heading.text)) return undefined;
  }
  return undefined;
}
