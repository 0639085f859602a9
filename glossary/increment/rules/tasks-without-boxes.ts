import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, tasksNotCounted } from "../layouts/openSpec/layout.ts";

export const tasksWithoutBoxes = defineRule<Telling, IncrementView>({
  id: "increment/tasks-without-boxes",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A list of tasks has no box, so OpenSpec counts none.",
  why: `OpenSpec counts lines with a box, and nothing else. A list without any counts as no tasks: the change looks done, and is
archived without a question. With \`--strict\` it is rejected. The quick fix gives each item a box.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Items",
      path: "openspec/changes/add-guests/tasks.md",
      bad: `## 1. Checkout

«- 1.1 Add the form»
- 1.2 Send the receipt
`,
      good: `## 1. Checkout

- [ ] 1.1 Add the form
- [ ] 1.2 Send the receipt
`,
    },
    {
      title: "Boxes",
      path: "openspec/changes/add-guests/tasks.md",
      good: `## 1. Checkout

- [ ] 1.1 Add the form
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => tasksNotCounted(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
