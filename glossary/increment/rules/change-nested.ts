import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { nestedChanges, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const changeNested = defineRule<Telling, IncrementView>({
  id: "increment/change-nested",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change stands in a folder of changes, where OpenSpec does not find it.",
  why: `A change is a folder directly in \`openspec/changes\`. A folder that only holds others is taken for a change itself, and
rejected; what is in it cannot be shown, validated or archived.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "One folder too many",
      path: "openspec/changes/shop/add-guests/proposal.md",
      bad: `# «Guests»

## Why

Shoppers leave.
`,
    },
    {
      title: "Directly in changes",
      path: "openspec/changes/add-guests/proposal.md",
      good: `# Guests

## Why

Shoppers leave.
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => nestedChanges(page, snapshot),
});
