import { defineRule } from "../../rule/rule.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { brokenSettings, openSpec, type Telling } from "../layouts/openSpec/layout.ts";

export const changeSettings = defineRule<Telling, IncrementView>({
  id: "increment/change-settings",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === openSpec),
  summary: "The settings of a change, or of all of them, cannot be read.",
  why: `\`openspec/config.yaml\` and the \`.openspec.yaml\` of a change say which workflow holds and whether specifications change. OpenSpec
1.13.2 goes on without a file that it cannot read, so that other rules hold than those that were written down; it rejects a
change only where the broken file mentions \`skip_specs\`. From version 1.16.0 on it rejects a broken \`config.yaml\`.

A workflow that is not in \`openspec/schemas\` is a note: it may be installed for the user.`,
  examples: [
    {
      title: "No YAML",
      path: "openspec/config.yaml",
      bad: `schema: spec-driven
context: «a»: b
`,
    },
    {
      title: "No schema",
      path: "openspec/changes/add-guests/.openspec.yaml",
      bad: `«c»reated: 2026-11-01
`,
    },
    {
      title: "In order",
      path: "openspec/changes/add-guests/.openspec.yaml",
      good: `schema: spec-driven
created: 2026-11-01
`,
    },
  ],
  message: ({ text }) => text,
  check: ({ page, snapshot }) => brokenSettings(page, snapshot),
});
