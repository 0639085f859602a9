import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { halfRenames, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const renameIncomplete = defineRule<Telling, IncrementView>({
  id: "increment/rename-incomplete",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A renaming has no FROM or no TO.",
  why: `A requirement is renamed by a line \`FROM:\` and a line \`TO:\` right behind it. OpenSpec rejects a delta with one of them alone:
nothing would be renamed.

Holds for all versions of OpenSpec; compared with 1.13.2.`,
  examples: [
    {
      title: "No TO",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## RENAMED Requirements

- FROM: \`### Requirement: «Pay by card»\`
`,
      good: `## RENAMED Requirements

- FROM: \`### Requirement: Pay by card\`
- TO: \`### Requirement: …\`
`,
    },
    {
      title: "Both",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      good: `## RENAMED Requirements

- FROM: \`### Requirement: Pay by card\`
- TO: \`### Requirement: Pay\`
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => halfRenames(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
