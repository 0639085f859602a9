import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { misplacedDeltas, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const deltaMisplaced = defineRule<Telling, IncrementView>({
  id: "increment/delta-misplaced",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "A delta stands where OpenSpec does not look for it.",
  why: `A delta is a \`spec.md\` in the folder of its capability: \`specs/checkout/spec.md\`, or \`specs/shop/checkout/spec.md\`. What
stands directly in \`specs\`, or under another name, is lost when the change is archived; OpenSpec rejects it. The quick fix moves
the file.

Compared with OpenSpec 1.13.2.`,
  examples: [
    {
      title: "Without a folder",
      path: "openspec/changes/add-guests/specs/checkout.md",
      bad: `## «ADDED Requirements»

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      renames: "openspec/changes/add-guests/specs/checkout/spec.md",
    },
    {
      title: "Notes",
      path: "openspec/changes/add-guests/specs/notes.md",
      good: `# Notes

Guests pay, too.
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => misplacedDeltas(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
