import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { incompleteSpecs, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const specificationIncomplete = defineRule<Telling, IncrementView>({
  id: "increment/specification-incomplete",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A specification in force has no Purpose, no requirements, or a Purpose that nobody has written.",
  why: `OpenSpec rejects a specification without *Purpose* or *Requirements*, and with \`--strict\` one whose Purpose is shorter than 50
characters, or begins with *TBD* or *TODO*: that is what archiving itself writes for a new capability.

Headings are read with their capitals or without, but not with \`#\` at their end. Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 123 times; OpenSpec rejects the specifications of all of them.`,
  examples: [
    {
      title: "No Purpose",
      path: "openspec/specs/checkout/spec.md",
      bad: `«# checkout Specification»

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
      good: `# checkout Specification

## Purpose

…

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
      stays: true,
    },
    {
      title: "As archiving writes it",
      path: "openspec/specs/checkout/spec.md",
      bad: `# checkout Specification

## Purpose
«TBD - created by archiving change add-guests. Update Purpose after archive.
»
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
    },
    {
      title: "Complete",
      path: "openspec/specs/checkout/spec.md",
      good: `# checkout Specification

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
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => incompleteSpecs(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
