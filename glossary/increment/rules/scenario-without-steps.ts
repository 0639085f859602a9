import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, withoutSteps } from "../layouts/openSpec/layout.ts";

export const scenarioWithoutSteps = defineRule<Telling, IncrementView>({
  id: "increment/scenario-without-steps",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A scenario has no WHEN or no THEN.",
  why: `A scenario that does not say when, or what can be seen then, cannot be tried. OpenSpec 1.16.0 and later reject it, earlier
versions say nothing: so this rule is silent for these. Which version holds is said by the setting \`openSpecVersion\`, else by
\`package.json\`.`,
  examples: [
    {
      title: "No THEN",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      given: {
        "package.json": `{ "devDependencies": { "@fission-ai/openspec": "^1.16.0" } }
`,
      },
      bad: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: «Guest pays»

- **WHEN** a guest pays
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest pays
- **THEN** …
`,
    },
    {
      title: "With 1.13.2",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest pays
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => withoutSteps(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
