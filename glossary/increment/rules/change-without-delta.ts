import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, withoutDelta } from "../layouts/openSpec/layout.ts";

export const changeWithoutDelta = defineRule<Telling, IncrementView>({
  id: "increment/change-without-delta",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change does not say what it changes in any specification.",
  why: `OpenSpec rejects a change without a delta, unless \`skip_specs: true\` in its \`.openspec.yaml\` says that no behaviour
changes. Without tasks it is a note: whoever has written the proposal alone is about to write the rest.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Tasks, but no delta",
      path: "openspec/changes/add-guests/proposal.md",
      given: {
        "openspec/changes/add-guests/tasks.md": `## 1. Checkout

- [ ] 1.1 Add the form
`,
      },
      bad: `# «Guests»

## Why

Shoppers leave.

## What Changes

- Guests pay
`,
    },
    {
      title: "No behaviour changes",
      path: "openspec/changes/add-guests/proposal.md",
      given: {
        "openspec/changes/add-guests/.openspec.yaml": `schema: spec-driven
skip_specs: true
`,
      },
      good: `# Guests

## Why

Tidier code.

## What Changes

- Names
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => withoutDelta(page, snapshot),
});
