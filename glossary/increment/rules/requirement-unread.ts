import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, unreadRequirements } from "../layouts/openSpec/layout.ts";

export const requirementUnread = defineRule<Telling, IncrementView>({
  id: "increment/requirement-unread",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A requirement stands where OpenSpec does not read it, and is lost when the change is archived.",
  why: `OpenSpec reads a requirement only at \`### Requirement:\` in the first column, and in a delta only below one of the four
headings \`## ADDED Requirements\`, \`## MODIFIED …\`, \`## REMOVED …\` and \`## RENAMED …\`. What stands elsewhere is passed over:
validation mentions a part of that, and nothing at all of a requirement with another number of \`#\`.

Reported are headings of another depth, indented ones, those with a colon of another width or without a name; requirements
outside of these sections; headings with scenarios that are no requirement; items below *REMOVED* that name a requirement in
force, and lines below *RENAMED* that are not read.

Compared with OpenSpec 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, never.`,
  examples: [
    {
      title: "Four instead of three",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

«#### Requirement: Pay as a guest»

The system SHALL let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "In a section of another name",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## New Requirements

### Requirement: «Pay as a guest»

The system SHALL let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "An item without the heading",
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

«- Pay by card»
`,
      good: `## REMOVED Requirements

### Requirement: Pay by card
`,
    },
    {
      title: "A renaming in small letters",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## RENAMED Requirements

- «from: Pay by card»
- TO: \`### Requirement: Pay\`
`,
      good: `## RENAMED Requirements

- FROM: \`### Requirement: Pay by card\`
- TO: \`### Requirement: Pay\`
`,
    },
    {
      title: "Read",
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
  check: ({ page, snapshot }) => unreadRequirements(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
