import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, unseenScenarios } from "../layouts/openSpec/layout.ts";

export const scenarioUnseen = defineRule<Telling, IncrementView>({
  id: "increment/scenario-unseen",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A scenario has a heading that OpenSpec does not take for one.",
  why: `Only a heading with four \`#\` in the first column begins a scenario. One of another depth is text of what stands before it:
it does not count, and a change that leaves it out is not noticed.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Three instead of four",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens

«### Scenario: Guest leaves»

- **WHEN** a guest leaves
- **THEN** the basket is kept
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens

#### Scenario: Guest leaves

- **WHEN** a guest leaves
- **THEN** the basket is kept
`,
    },
    {
      title: "Seen",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => unseenScenarios(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
