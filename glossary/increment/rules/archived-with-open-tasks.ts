import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openInArchive, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const archivedWithOpenTasks = defineRule<Telling, IncrementView>({
  id: "increment/archived-with-open-tasks",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change is archived, but some of its tasks are open.",
  why: `What is archived counts as done; nobody looks for work there. \`openspec validate --archived\` rejects it, and archiving asks before
it goes on.

As nothing is reported in archives by default, this needs the setting \`archived\`. Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Asked for",
      path: "openspec/changes/archive/2026-11-01-add-guests/tasks.md",
      given: {
        ".spec-glossary.jsonc": `{ "archived": true }
`,
      },
      bad: `## 1. Checkout

- [x] 1.1 Add the form
«- [ ] 1.2 Send the receipt»
`,
    },
    {
      title: "Not asked for",
      path: "openspec/changes/archive/2026-11-01-add-guests/tasks.md",
      good: `## 1. Checkout

- [ ] 1.1 Add the form
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page }) => openInArchive(page),
});
