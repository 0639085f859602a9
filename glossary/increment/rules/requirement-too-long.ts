import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, tooLong } from "../layouts/openSpec/layout.ts";

export const requirementTooLong = defineRule<Telling, IncrementView>({
  id: "increment/requirement-too-long",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A requirement takes more than 500 characters.",
  why: `What takes so long to say is more than one requirement. OpenSpec 1.13.2 mentions it in specifications in force; from
version 1.14.1 on it rejects it, in deltas as well. Which version holds is said by the setting \`openSpecVersion\`, else by
\`package.json\`.`,
  examples: [
    {
      title: "In force",
      path: "openspec/specs/checkout/spec.md",
      bad: `# checkout Specification

## Purpose

Lets a shopper pay for a basket of goods, with or without an account.

## Requirements

### Requirement: «Pay by card»

The system SHALL take cards of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "In a delta, with 1.13.2",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      good: `## ADDED Requirements

### Requirement: Pay by card

The system SHALL take cards of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours of all kinds and colours.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => tooLong(page, snapshot),
});
