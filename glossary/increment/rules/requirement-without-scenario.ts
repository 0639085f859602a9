import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, withoutScenario } from "../layouts/openSpec/layout.ts";

export const requirementWithoutScenario = defineRule<Telling, IncrementView>({
  id: "increment/requirement-without-scenario",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A requirement has no scenario that OpenSpec sees.",
  why: `A requirement without a scenario cannot be tried, and OpenSpec rejects it: in a delta when the change is validated, in a
specification in force as well.

A scenario is a heading with four \`#\` and something below it. One in a fence, of another depth, or without steps does not
count. In a specification in force OpenSpec takes all that stands directly below *Requirements* for a requirement. The quick
fix turns what looks like a scenario into one, else it adds one to fill in.

Holds for all versions of OpenSpec; compared with 1.13.2.`,
  measured: `In eleven public repositories with 233 open changes and specifications, never; of 243 archived ones, read as if they were open, OpenSpec rejects 30, and something is reported of each.`,
  examples: [
    {
      title: "None at all",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Pay as a guest»

The system SHALL let a shopper pay without an account.
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: …

- **WHEN** …
- **THEN** …
`,
    },
    {
      title: "A scenario without steps",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Pay as a guest»

The system SHALL let a shopper pay.

#### Scenario: Guest pays
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay.

#### Scenario: Guest pays
- **WHEN** …
- **THEN** …
`,
    },
    {
      title: "As an item",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Pay as a guest»

The system SHALL let a shopper pay.

- **Scenario: Guest pays**

- **WHEN** a guest pays
- **THEN** it works
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest pays
- **THEN** it works
`,
    },
    {
      title: "With a scenario",
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
  check: ({ page, snapshot }) => withoutScenario(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
