import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, taskNumbers } from "../layouts/openSpec/layout.ts";

export const taskNumber = defineRule<Telling, IncrementView>({
  id: "increment/task-number",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A task has a number that another task has, or that points to another group.",
  why: `In \`tasks.md\`, tasks are called by their numbers: \`1.2\` is the second one of the group \`## 1. …\`. With \`--strict\` OpenSpec
rejects a number that is there twice, and one whose first part is not that of its group.

Looked at are lines with boxes below headings \`## 1.\`, in changes with the workflow that comes with OpenSpec. Compared with
OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Twice",
      path: "openspec/changes/add-guests/tasks.md",
      bad: `## 1. Checkout

- [ ] 1.1 Add the form
- [ ] «1.1» Send the receipt
`,
      good: `## 1. Checkout

- [ ] 1.1 Add the form
- [ ] 1.2 Send the receipt
`,
    },
    {
      title: "In another group",
      path: "openspec/changes/add-guests/tasks.md",
      bad: `## 1. Checkout

- [ ] «2.1» Add the form
`,
    },
    {
      title: "In order",
      path: "openspec/changes/add-guests/tasks.md",
      good: `## 1. Checkout

- [ ] 1.1 Add the form

## 2. Receipt

- [ ] 2.1 Send it
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => taskNumbers(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
