import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { leftOutScenarios, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const scenarioLeftOut = defineRule<Telling, IncrementView>({
  id: "increment/scenario-left-out",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A modified requirement leaves out scenarios that it has in force.",
  why: `What stands under *MODIFIED* replaces the whole requirement, so a scenario that is not repeated would be gone. OpenSpec
rejects that. Whoever means to drop a scenario has to remove the requirement and add it anew.

Scenarios are compared by their names; one that is there twice has to be repeated twice. The quick fix takes over those that
are left out, as they are in force.

Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 8 times; OpenSpec rejects the changes of all of them.`,
  examples: [
    {
      title: "One of two",
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
      },
      bad: `## MODIFIED Requirements

### Requirement: «Pay by card»

The system SHALL take cards and vouchers.

#### Scenario: Card is accepted

- **WHEN** the bank accepts the card
- **THEN** the order is confirmed
`,
      good: `## MODIFIED Requirements

### Requirement: Pay by card

The system SHALL take cards and vouchers.

#### Scenario: Card is accepted

- **WHEN** the bank accepts the card
- **THEN** the order is confirmed

#### Scenario: Card is refused

- **WHEN** the bank refuses the card
- **THEN** the basket is kept
`,
    },
    {
      title: "Both",
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
      },
      good: `## MODIFIED Requirements

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
  check: ({ page, snapshot }) => leftOutScenarios(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
