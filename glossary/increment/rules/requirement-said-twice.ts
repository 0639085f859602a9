import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, saidTwice, type Telling } from "../layouts/openSpec/layout.ts";

export const requirementSaidTwice = defineRule<Telling, IncrementView>({
  id: "increment/requirement-said-twice",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A delta says two things of one requirement, or a specification has two of one name.",
  why: `OpenSpec finds requirements by their names. It rejects a delta that has a name twice in one section, in two sections that
exclude each other, or that modifies a requirement by the name that it is renamed from; and a specification in force with two
requirements of one name.

Names are compared with their capitals. Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Twice in one section",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens

### Requirement: «Pay as a guest»

The system SHALL let guests pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "By the old name",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## RENAMED Requirements

- FROM: \`### Requirement: Pay by card\`
- TO: \`### Requirement: Pay\`

## MODIFIED Requirements

### Requirement: «Pay by card»

The system SHALL take cards.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## RENAMED Requirements

- FROM: \`### Requirement: Pay by card\`
- TO: \`### Requirement: Pay\`

## MODIFIED Requirements

### Requirement: Pay

The system SHALL take cards.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "Once each",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens

## REMOVED Requirements

### Requirement: Pay by card
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => saidTwice(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
