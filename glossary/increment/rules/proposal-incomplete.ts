import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { incompleteProposals, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const proposalIncomplete = defineRule<Telling, IncrementView>({
  id: "increment/proposal-incomplete",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change has no proposal, or one that says neither why nor what changes.",
  why: `OpenSpec accepts it, but warns when the change is archived and shows nothing of such a proposal: it reads the sections *Why* and
*What Changes*.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "No reason",
      path: "openspec/changes/add-guests/proposal.md",
      bad: `# «Guests»

## What Changes

- Guests pay
`,
      good: `# Guests

## Why

…

## What Changes

- Guests pay
`,
    },
    {
      title: "Both",
      path: "openspec/changes/add-guests/proposal.md",
      good: `# Guests

## Why

Shoppers leave.

## What Changes

- Guests pay
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => incompleteProposals(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
