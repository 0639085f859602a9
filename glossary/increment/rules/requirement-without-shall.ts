import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { openSpec, type Telling, withoutShall } from "../layouts/openSpec/layout.ts";

export const requirementWithoutShall = defineRule<Telling, IncrementView>({
  id: "increment/requirement-without-shall",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "The text of a requirement has neither SHALL nor MUST.",
  why: `SHALL and MUST in capitals say what binds (RFC 2119). \`openspec validate --strict\` rejects a text without one of them; in
the heading they do not count.

OpenSpec says so of texts in other languages, too, in which nobody writes these words: there it is a note. The quick fix
writes *shall* and *must* in capitals, or repeats a heading that has the word.

Holds for OpenSpec 1.13.2; earlier versions reject it without \`--strict\` as well.`,
  measured: `In eleven public repositories with 233 open changes and specifications, 3 times, all notes on texts that are not in English.`,
  examples: [
    {
      title: "In small letters",
      path: "openspec/changes/add-guests/specs/checkout/spec.md",
      bad: `## ADDED Requirements

### Requirement: «Pay as a guest»

The system must let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
      good: `## ADDED Requirements

### Requirement: Pay as a guest

The system MUST let a shopper pay.

#### Scenario: Guest pays

- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`,
    },
    {
      title: "It binds",
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
  check: ({ page, snapshot }) => withoutShall(page, snapshot),
  fixes: ({ data }) => data.mends(),
});
