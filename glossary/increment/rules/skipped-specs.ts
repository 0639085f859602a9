import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, specsDespiteMarker, type Telling } from "../layouts/openSpec/layout.ts";

export const skippedSpecs = defineRule<Telling, IncrementView>({
  id: "increment/skipped-specs",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A change says that it changes no specification, but has files in specs.",
  why: `With \`skip_specs: true\` nothing in \`specs\` is merged when the change is archived; OpenSpec rejects a change that says so and
has files there.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Both",
      path: "openspec/changes/add-guests/.openspec.yaml",
      given: {
        "openspec/changes/add-guests/specs/checkout/spec.md": `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      },
      bad: `schema: spec-driven
«skip_specs: true»
`,
      good: `schema: spec-driven
`,
    },
    {
      title: "One of them",
      path: "openspec/changes/add-guests/.openspec.yaml",
      good: `schema: spec-driven
skip_specs: true
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => specsDespiteMarker(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
