import { defineRule, replace } from "../../rule/rule.ts";

/** Brackets that were to be a box: nothing between them, or a blank too many. */
const ALMOST = /\[(?:| {2}|(?: {1,2}([xX]) {0,2}|([xX]) {1,2}))\](?=[ \t\r\n]|$)/y;

export const taskBox = defineRule<string>({
  id: "markdown/task-box",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "A box of a task list has no blank in it, or one too many.",
  why: `GitHub, editors and all that counts tasks see a box in \`[ ]\` and \`[x]\` only: one character between the brackets.
\`[]\` and \`[x ]\` are shown as they stand, cannot be ticked, and are missing in every count.

Brackets are reported at the start of a list item, where the page has at least two boxes, right or wrong: a single \`[]\` may
be about an empty list.`,
  measured: `Of 22 passages in public documents whose lists have such brackets, 21 are boxes; the other one lists news without
titles. Never in six repositories with 2,384 pages, archives included, and in 666 pages of packages.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "Empty, and with a blank too many",
      path: "specs/001-search/tasks.md",
      bad: "# Tasks\n\n- [x] T001 Index\n- «[]» T002 Rank\n  - «[ x]» T003 [P] Titles\n\n1. «[X ]» Read\n",
      good: "# Tasks\n\n- [x] T001 Index\n- [ ] T002 Rank\n  - [x] T003 [P] Titles\n\n1. [x] Read\n",
    },
    {
      title: "No box",
      good: "- [] is an empty list\n- [a] is not\n- Write `[]`, [x ] or [](a.md)\n- [](a.md) and [-] dropped\n",
    },
  ],

  message: (box) => `This is no box of a task: write “${box}”`,

  *check({ page: { text, facts } }) {
    // Before any list is looked at: few pages have one, but many have `[]` in code.
    if (!/(?:[-*+]|\d[.)])[ \t]+\[(?:\]| [ xX]|[xX] )/.test(text)) return;
    const found = facts.items.flatMap(({ lead }) => {
      if (!lead) return [];
      ALMOST.lastIndex = lead.start;
      const match = ALMOST.exec(text);
      return match
        ? [{ span: { start: lead.start, end: ALMOST.lastIndex }, done: match[1] ?? match[2] }]
        : [];
    });
    if (found.length + facts.boxes.length < 2) return;
    for (const { span, done } of found) yield { span, data: done ? "[x]" : "[ ]" };
  },

  fixes({ span, data: box }, context) {
    return [
      { title: `Write “${box}”`, changes: [replace(context, span, box)], safety: "review", preferred: true },
    ];
  },
});
