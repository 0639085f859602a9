/** Later versions of OpenSpec reject more; which one holds is said by the settings or by package.json. */
import { expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

const DELTA = "openspec/changes/pay/specs/shop/spec.md";
const REQUIREMENT = (text: string, steps: string) =>
  `### Requirement: Pay\nThe system SHALL ${text}.\n\n#### Scenario: Card\n${steps}\n`;
const STEPS = "- **WHEN** it is paid\n- **THEN** it is sent";
const LONG = `take cards${" of all kinds and colours".repeat(20)}`;

/** What is reported of a delta, with its severity; of a version that is set, named by package.json, or neither. */
function found(files: Readonly<Record<string, string>>): string[] {
  const at = workspace({
    "openspec/changes/pay/proposal.md": "# Pay\n\n## Why\n\nx\n\n## What Changes\n\n- x\n",
    ...files,
  });
  return [...at.files.keys()]
    .filter((path) => path.startsWith("openspec/"))
    .flatMap((path) =>
      diagnose(RULES, at.snapshot, pageOf(at, path), rethrow).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      ),
    );
}

const SET = (version: string) => ({ ".spec-glossary.jsonc": `{ "openSpecVersion": "${version}" }\n` });
const NAMED = (version: string) => ({
  "package.json": `{ "devDependencies": { "@fission-ai/openspec": "${version}" } }\n`,
});

it.each<
  [what: string, files: Readonly<Record<string, string>>, version: string, before: string[], after: string[]]
>([
  [
    "a text of more than 500 characters",
    { [DELTA]: `## ADDED Requirements\n\n${REQUIREMENT(LONG, STEPS)}` },
    "1.14.1",
    [],
    ["increment/requirement-too-long error"],
  ],
  [
    "a scenario without THEN",
    { [DELTA]: `## ADDED Requirements\n\n${REQUIREMENT("take cards", "- **WHEN** it is paid")}` },
    "1.16.0",
    [],
    ["increment/scenario-without-steps error"],
  ],
  [
    "a broken config",
    {
      [DELTA]: `## ADDED Requirements\n\n${REQUIREMENT("take cards", STEPS)}`,
      "openspec/config.yaml": "a: [\n",
    },
    "1.16.0",
    ["increment/change-settings warning"],
    ["increment/change-settings error"],
  ],
  [
    "a section of another name",
    {
      [DELTA]: `## ADDED Requirements\n\n${REQUIREMENT("take cards", STEPS)}\n## New Requirements\n\nVouchers.\n`,
    },
    "1.16.1",
    ["increment/delta-empty warning"],
    ["increment/delta-empty error"],
  ],
  [
    "headings with # at their end",
    { [DELTA]: `## ADDED Requirements ##\n\n${REQUIREMENT("take cards", STEPS)}` },
    "1.16.1",
    ["increment/delta-empty error", "increment/requirement-unread warning"],
    [],
  ],
  [
    "a Purpose with # at its end",
    {
      "openspec/specs/shop/spec.md": `# shop\n\n## Purpose ##\nLets a shopper pay for a basket of goods, with or without an account.\n\n## Requirements ##\n\n${REQUIREMENT("take cards", STEPS)}`,
      [DELTA]: `## ADDED Requirements\n\n${REQUIREMENT("take cards", STEPS)}`.replace("Pay", "Mail"),
    },
    "1.16.1",
    [
      "increment/specification-incomplete error",
      "increment/specification-incomplete error",
      "increment/specification-with-delta error",
    ],
    [],
  ],
])("%s", (_, files, version, before, after) => {
  expect(found(files).sort()).toEqual(before);
  expect(found({ ...files, ...NAMED("^1.13.2") }).sort()).toEqual(before);
  expect(found({ ...files, ...NAMED(`~${version}`) }).sort()).toEqual(after);
  expect(found({ ...files, ...NAMED("^2.0.0") }).sort()).toEqual(after);
  expect(found({ ...files, ...SET(version) }).sort()).toEqual(after);
  // What is set counts more than what is named.
  expect(found({ ...files, ...SET("1.13.2"), ...NAMED(version) }).sort()).toEqual(before);
});
