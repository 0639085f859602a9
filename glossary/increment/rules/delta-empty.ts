import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { emptyDeltas, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const deltaEmpty = defineRule<Telling, IncrementView>({
  id: "increment/delta-empty",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A delta has no section or no requirement that OpenSpec reads.",
  why: `The file \`specs/…/spec.md\` of a change says what is added, modified, removed or renamed, below headings of these names. Without
a requirement below one of them OpenSpec rejects the change. A section of another name is passed over with all that stands in it,
and rejected from version 1.16.1 on, which also reads headings with \`#\` at their end.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Nothing below it",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## «ADDED Requirements»

Guests pay, too.
`,
    },
    {
      title: "No section",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `«# Guests»

Guests pay, too.
`,
    },
    {
      title: "A requirement",
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
  check: ({ page, snapshot }) => emptyDeltas(page, snapshot),
});
