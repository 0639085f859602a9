import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { capabilitiesWithoutDelta, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const capabilityWithoutDelta = defineRule<Telling, IncrementView>({
  id: "increment/capability-without-delta",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A proposal names a capability of which no delta says what changes.",
  why: `The lists *New Capabilities* and *Modified Capabilities* of a proposal promise a delta each. OpenSpec does not compare them: what
has been forgotten is forgotten in the specification, too.

Before the first delta is written nothing is reported. Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 7 times.`,
  examples: [
    {
      title: "One of two",
      path: "openspec/changes/add-guests/proposal.md",
      given: {
        "openspec/changes/add-guests/specs/checkout/spec.md": `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      },
      bad: `# Guests

## Why

Shoppers leave.

## What Changes

- Guests pay

## Capabilities

### Modified Capabilities

- \`checkout\`: guests pay
- \`«receipts»\`: guests get one, too
`,
    },
    {
      title: "Both written",
      path: "openspec/changes/add-guests/proposal.md",
      given: {
        "openspec/changes/add-guests/specs/checkout/spec.md": `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      },
      good: `# Guests

## Why

Shoppers leave.

## What Changes

- Guests pay

## Capabilities

### Modified Capabilities

- \`checkout\`: guests pay
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => capabilitiesWithoutDelta(page, snapshot),
});
