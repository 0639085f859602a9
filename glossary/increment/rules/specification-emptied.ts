import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { emptied, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const specificationEmptied = defineRule<Telling, IncrementView>({
  id: "increment/specification-emptied",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change removes all requirements of a specification.",
  why: `OpenSpec refuses to archive such a change: a specification needs a requirement. With \`retire_capabilities: true\` in its
\`.openspec.yaml\` the specification is deleted instead. Validation says nothing of it.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "The only one",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      given: {
        "openspec/specs/checkout/spec.md": `# checkout Specification

## Purpose

Lets a shopper pay for a basket of goods, with or without an account.

## Requirements

### Requirement: Pay by card

The system SHALL take a payment by card.

#### Scenario: Card is accepted

- **WHEN** the bank accepts the card
- **THEN** the order is confirmed

#### Scenario: Card is refused

- **WHEN** the bank refuses the card
- **THEN** the basket is kept
`,
        "openspec/changes/add-guests/.openspec.yaml": `schema: spec-driven
`,
      },
      bad: `## REMOVED Requirements

### Requirement: «Pay by card»
`,
    },
    {
      title: "It is to be deleted",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      given: {
        "openspec/specs/checkout/spec.md": `# checkout Specification

## Purpose

Lets a shopper pay for a basket of goods, with or without an account.

## Requirements

### Requirement: Pay by card

The system SHALL take a payment by card.

#### Scenario: Card is accepted

- **WHEN** the bank accepts the card
- **THEN** the order is confirmed

#### Scenario: Card is refused

- **WHEN** the bank refuses the card
- **THEN** the basket is kept
`,
        "openspec/changes/add-guests/.openspec.yaml": `schema: spec-driven
retire_capabilities: true
`,
      },
      good: `## REMOVED Requirements

### Requirement: Pay by card
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => emptied(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
