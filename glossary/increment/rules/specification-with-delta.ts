import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, wrongSections } from "../layouts/openSpec/layout.ts";

export const specificationWithDelta = defineRule<Telling, IncrementView>({
  id: "increment/specification-with-delta",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A specification in force has sections of a change, or requirements outside of its section.",
  why: `\`## ADDED Requirements\` and the like say what a change does; in a specification in force they end the section *Requirements*.
What stands behind them, or elsewhere outside of that section, is not seen by OpenSpec, which rejects the specification and
every change of it.

Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 189 places; OpenSpec rejects the specifications of all of them.`,
  examples: [
    {
      title: "A heading of a change",
      path: "openspec/specs/checkout/spec.md",
      bad: `# checkout Specification

## Purpose

Lets a shopper pay for a basket of goods, with or without an account.

## «ADDED Requirements»

### Requirement: «Pay by card»

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
      fix: "Call it “Requirements”",
    },
    {
      title: "In order",
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
  check: ({ page, snapshot }) => wrongSections(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
