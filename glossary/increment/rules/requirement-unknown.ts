import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, unknownRequirements } from "../layouts/openSpec/layout.ts";

export const requirementUnknown = defineRule<Telling, IncrementView>({
  id: "increment/requirement-unknown",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change modifies, renames or removes a requirement that is not in force, or adds one that is.",
  why: `OpenSpec only mentions it when it validates a change, and refuses to archive it when all work is done; of a requirement to be
removed that does not exist it says nothing, and removes nothing. Names are compared with their capitals.

Where another open change adds the requirement, it is a note: that change has to be archived first. A requirement that is
added as it is in force already has been merged by hand, which OpenSpec accepts.

Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 16 times, all in one change of OpenSpec’s own, which it would refuse to archive.`,
  examples: [
    {
      title: "Other capitals",
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

### Requirement: «Pay by Card»

The system SHALL take cards.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## MODIFIED Requirements

### Requirement: Pay by card

The system SHALL take cards.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "In force already",
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
      bad: `## ADDED Requirements

### Requirement: «Pay by card»

The system SHALL take vouchers.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## MODIFIED Requirements

### Requirement: Pay by card

The system SHALL take vouchers.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "Nothing to remove",
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
      bad: `## REMOVED Requirements

### Requirement: «Pay by cheque»
`,
    },
    {
      title: "As it is in force",
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
  check: ({ page, snapshot }) => unknownRequirements(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
