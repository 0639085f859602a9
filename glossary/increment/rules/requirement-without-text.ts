import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, withoutText } from "../layouts/openSpec/layout.ts";

export const requirementWithoutText = defineRule<Telling, IncrementView>({
  id: "increment/requirement-without-text",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A requirement has a heading and scenarios, but no text.",
  why: `The heading is the name by which a requirement is found; what is required stands below it. OpenSpec rejects a requirement
without text, also where the heading says it all.

Lines of the form \`**Label**: value\` count as text only where there is nothing else, and code in fences never does.

Holds for all versions of OpenSpec; compared with 1.13.2.`,
  examples: [
    {
      title: "No text",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Pay as a guest»

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL …

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "All in the heading",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Guests SHALL pay without an account»

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Guests SHALL pay without an account

Guests SHALL pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "With a text",
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
  check: ({ page, snapshot }) => withoutText(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
