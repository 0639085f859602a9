import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { contested, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const requirementContested = defineRule<Telling, IncrementView>({
  id: "increment/requirement-contested",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "Two open changes change the same requirement.",
  why: `What a change says of a requirement replaces all of it. So the change that is archived last undoes what the first one did, and
OpenSpec does not notice; or it is refused, when the requirement has been removed or renamed.

Reported in both changes, with the places of the others. Not reported are two changes that say the same, and one that adds what
another modifies: that is archived first.

Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 11 times, all in OpenSpec’s own, where up to four changes replace the same requirement.`,
  examples: [
    {
      title: "Modified twice",
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
        "openspec/changes/add-vouchers/specs/checkout/spec.md": `## MODIFIED Requirements

### Requirement: Pay by card

The system SHALL take a payment by card or voucher.

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

The system SHALL take a payment by card and cheque.

#### Scenario: Card is accepted

- **WHEN** the bank accepts the card
- **THEN** the order is confirmed

#### Scenario: Card is refused

- **WHEN** the bank refuses the card
- **THEN** the basket is kept
`,
    },
    {
      title: "Modified once",
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
  check: ({ page, snapshot }) => contested(page, snapshot),
});
