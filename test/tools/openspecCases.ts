/**
 * Small projects of OpenSpec: one that is right, and what becomes of it by one change each. What comes out is said by the
 * tool itself, so these are only inputs; where it and the findings differ, `why` says why that is meant.
 */

export type Files = Readonly<Record<string, string>>;

type Edits = readonly (readonly [file: string, from: string, to: string])[];

export interface Case {
  readonly name: string;
  /** In a file the first place of a text becomes another one. */
  readonly edits?: Edits;
  readonly put?: Files;
  readonly drop?: readonly string[];
  /** Applied to all files at last. */
  readonly everywhere?: "crlf" | "bom";
  /** Why only one of both says anything. */
  readonly why?: string;
}

export const CHANGE = "add-guests";
const ROOT = "openspec";
const C = `${ROOT}/changes/${CHANGE}`;
export const DELTA = `${C}/specs/checkout/spec.md`;
export const MAIN = `${ROOT}/specs/checkout/spec.md`;
const TASKS = `${C}/tasks.md`;
const PROPOSAL = `${C}/proposal.md`;
const SETTINGS = `${C}/.openspec.yaml`;
const CONFIG = `${ROOT}/config.yaml`;
const OTHER = `${ROOT}/changes/add-vouchers`;

const GUEST = `### Requirement: Pay as a guest
The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays
- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`;
const RECEIPT = `### Requirement: Send a receipt
The system SHALL send a receipt within a minute.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent within a minute
`;
const CARD = `### Requirement: Pay by card
The system SHALL take a payment by card before it confirms an order.

#### Scenario: Card is accepted
- **WHEN** the bank accepts the card
- **THEN** the order is confirmed

#### Scenario: Card is refused
- **WHEN** the bank refuses the card
- **THEN** the basket is kept and a reason is shown
`;

export const BASE: Files = {
  [MAIN]: `# checkout Specification

## Purpose
Lets a shopper pay for a basket of goods, with or without an account of the shop.

## Requirements

${CARD}
### Requirement: Send a receipt
The system SHALL send a receipt by e-mail once an order is confirmed.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent
`,
  [DELTA]: `## ADDED Requirements

${GUEST}
## MODIFIED Requirements

${RECEIPT}`,
  [TASKS]: `# Tasks

## 1. Checkout

- [ ] 1.1 Add the form for guests
- [ ] 1.2 Send receipts from a queue

## 2. Tests

- [ ] 2.1 Try it with a guest
`,
  [PROPOSAL]: `# Add guest checkout

## Why

Four of ten shoppers leave when they are asked to register, so the shop loses their orders.

## What Changes

- Guests may pay with an e-mail address alone.

## Capabilities

### Modified Capabilities
- \`checkout\`: guests can pay, receipts are faster

## Impact

- payment page
`,
  [SETTINGS]: "schema: spec-driven\ncreated: 2026-11-01\n",
  [CONFIG]: "schema: spec-driven\n",
};

const WHEN = "- **WHEN** a guest gives an e-mail address\n- **THEN** the payment page opens\n";
const SCENARIO = `#### Scenario: Guest pays\n${WHEN}`;
const TEXT = "The system SHALL let a shopper pay without an account.\n";
const RENAMED = (lines: string) => `\n## RENAMED Requirements\n\n${lines}`;
const FROM_TO = "- FROM: `### Requirement: Pay by card`\n- TO: `### Requirement: Pay by credit card`\n";
const REMOVED = "\n## REMOVED Requirements\n\n### Requirement: Pay by card\n\n**Reason**: nobody does\n";
const LAST = "a receipt is sent within a minute\n";
const delta = (from: string, to: string): Edits => [[DELTA, from, to]];
/** At the end of the delta. */
const more = (text: string): Edits => delta(LAST, LAST + text);
const main = (from: string, to: string): Edits => [[MAIN, from, to]];

export const CASES: readonly Case[] = [
  { name: "as it is" },

  // Requirements of a delta
  { name: "added without a scenario", edits: delta(`\n${SCENARIO}`, "") },
  {
    name: "modified without a scenario",
    edits: delta(
      "#### Scenario: Receipt goes out\n- **WHEN** an order is confirmed\n- **THEN** a receipt is sent within a minute\n",
      "",
    ),
  },
  { name: "scenario with three #", edits: delta("#### Scenario: Guest", "### Scenario: Guest") },
  { name: "scenario with five #", edits: delta("#### Scenario: Guest", "##### Scenario: Guest") },
  { name: "scenario with two #", edits: delta("#### Scenario: Guest", "## Scenario: Guest") },
  { name: "scenario as an item", edits: delta("#### Scenario: Guest pays", "- **Scenario: Guest pays**") },
  { name: "scenario in bold", edits: delta("#### Scenario: Guest pays", "**Scenario: Guest pays**") },
  { name: "scenario without steps", edits: delta(WHEN, "") },
  { name: "scenario within a fence", edits: delta(SCENARIO, `\`\`\`markdown\n${SCENARIO}\`\`\`\n`) },
  { name: "scenario within a fence of tildes", edits: delta(SCENARIO, `~~~\n${SCENARIO}~~~\n`) },
  { name: "a fence that nobody closes", edits: delta(SCENARIO, `\`\`\`\n${SCENARIO}`) },
  { name: "scenario indented by two blanks", edits: delta("#### Scenario: Guest", "  #### Scenario: Guest") },
  {
    name: "scenario without a blank behind ####",
    edits: delta("#### Scenario: Guest", "####Scenario: Guest"),
  },
  { name: "scenario without its word", edits: delta("#### Scenario: Guest pays", "#### Guest pays") },
  { name: "scenario in small letters", edits: delta("#### Scenario: Guest", "#### scenario: Guest") },
  {
    name: "a second scenario with three #",
    edits: delta(SCENARIO, `${SCENARIO}\n### Scenario: Guest leaves\n${WHEN}`),
    why: "OpenSpec only mentions that it ignores the heading; the scenario is text of the one before it, and later changes may leave it out unnoticed.",
  },
  { name: "no text", edits: delta(TEXT, "") },
  { name: "text within a fence alone", edits: delta(TEXT, `\`\`\`\n${TEXT}\`\`\`\n`) },
  {
    name: "no text, but SHALL in the heading",
    edits: [
      [DELTA, TEXT, ""],
      [DELTA, "Pay as a guest", "Guests SHALL pay without an account"],
    ],
  },
  {
    name: "SHALL in the heading alone",
    edits: [
      [DELTA, TEXT, "Nobody has to register.\n"],
      [DELTA, "Pay as a guest", "Guests SHALL pay without an account"],
    ],
  },
  { name: "neither SHALL nor MUST", edits: delta("SHALL let", "lets") },
  { name: "shall in small letters", edits: delta("SHALL let", "shall let") },
  { name: "MUST instead of SHALL", edits: delta("SHALL let", "MUST let") },
  { name: "SHALL as a part of a word", edits: delta("SHALL let", "SHALLOW lets") },
  { name: "text that is a field", edits: delta(TEXT, "**Rule**: The system SHALL let a shopper pay.\n") },
  { name: "text on several lines", edits: delta(TEXT, "Whoever has no account\nSHALL pay without one.\n") },
  { name: "text behind the scenario", edits: delta(`${TEXT}\n${SCENARIO}`, `${SCENARIO}\n${TEXT}`) },
  {
    name: "a text of 600 characters in a delta",
    edits: delta(TEXT, `The system SHALL let a shopper pay${" without any account".repeat(30)}.\n`),
  },

  // Headings of a delta
  {
    name: "requirement with four #",
    edits: delta("### Requirement: Pay", "#### Requirement: Pay"),
    why: "OpenSpec says nothing, and archiving drops the requirement.",
  },
  {
    name: "requirement with two #",
    edits: delta("### Requirement: Pay", "## Requirement: Pay"),
    why: "OpenSpec says nothing, and archiving drops the requirement.",
  },
  {
    name: "requirement indented by two blanks",
    edits: delta("### Requirement: Pay", "  ### Requirement: Pay"),
    why: "OpenSpec says nothing, and archiving drops the requirement.",
  },
  {
    name: "requirement without a blank behind ###",
    edits: delta("### Requirement: Pay", "###Requirement: Pay"),
  },
  { name: "requirement in small letters", edits: delta("### Requirement: Pay", "### requirement: Pay") },
  {
    name: "requirement with a full-width colon",
    edits: delta("### Requirement: Pay", "### Requirement：Pay"),
    why: "OpenSpec only mentions that it ignores the heading, and archiving drops the requirement.",
  },
  {
    name: "requirement without a name",
    edits: delta("### Requirement: Pay as a guest", "### Requirement:"),
    why: "OpenSpec only mentions that it ignores the heading, and archiving drops the requirement.",
  },
  {
    name: "heading that is no requirement",
    edits: delta("### Requirement: Pay as a guest", "### Pay as a guest"),
    why: "OpenSpec only mentions that it ignores the heading, and archiving drops the requirement.",
  },
  {
    name: "requirement with # at its end",
    edits: delta("Requirement: Pay as a guest", "Requirement: Pay as a guest ###"),
  },
  { name: "requirement under another heading", edits: delta("## ADDED Requirements", "## New Requirements") },
  { name: "requirement under Requirements", edits: delta("## ADDED Requirements", "## Requirements") },
  { name: "requirement above all headings", edits: [[DELTA, "## ADDED Requirements\n\n", ""]] },
  { name: "section with one #", edits: delta("## ADDED", "# ADDED") },
  { name: "section with three #", edits: delta("## ADDED", "### ADDED") },
  { name: "section in small letters", edits: delta("## ADDED Requirements", "## Added requirements") },
  { name: "section with # at its end", edits: delta("## ADDED Requirements", "## ADDED Requirements ##") },
  { name: "section with two blanks", edits: delta("## ADDED Requirements", "## ADDED  Requirements") },
  { name: "section with a colon", edits: delta("## ADDED Requirements", "## ADDED Requirements:") },
  { name: "section in the singular", edits: delta("## ADDED Requirements", "## ADDED Requirement") },
  {
    name: "section within a fence",
    edits: delta("## ADDED Requirements\n", "```\n## ADDED Requirements\n```\n"),
  },
  { name: "no section has an entry", put: { [DELTA]: "## ADDED Requirements\n\nGuests pay.\n" } },
  { name: "one of two sections has no entry", edits: delta(GUEST, "") },
  { name: "no section at all", put: { [DELTA]: "# Guests\n\nGuests pay.\n" } },
  { name: "an empty delta", put: { [DELTA]: "" } },
  { name: "a section of notes", edits: more("\n## Notes\n\nGuests are new.\n") },
  {
    name: "a section twice",
    edits: more(`\n## ADDED Requirements\n\n${GUEST.replace("as a guest", "by voucher")}`),
  },
  { name: "a Purpose in the delta", edits: delta("## ADDED", "## Purpose\n\nGuests pay, too.\n\n## ADDED") },

  // Twice
  { name: "added twice", edits: delta(GUEST, `${GUEST}\n${GUEST}`) },
  { name: "modified twice", edits: more(`\n${RECEIPT}`) },
  { name: "added and modified", edits: delta(GUEST, `${GUEST}\n${RECEIPT}`) },
  { name: "removed twice", edits: more(`${REMOVED}\n### Requirement: Pay by card\n`) },
  { name: "modified and removed", edits: more(REMOVED.replace("Pay by card", "Send a receipt")) },
  { name: "added and removed", edits: more(REMOVED.replace("Pay by card", "Pay as a guest")) },
  { name: "renamed and removed", edits: more(RENAMED(FROM_TO) + REMOVED) },
  {
    name: "renamed and removed in other capitals",
    edits: more(RENAMED(FROM_TO) + REMOVED.replace("by card", "by Card")),
  },
  { name: "renamed twice", edits: more(RENAMED(FROM_TO + FROM_TO.replace("credit card", "any card"))) },
  {
    name: "renamed to what is added",
    edits: more(RENAMED(FROM_TO.replace("Pay by credit card", "Pay as a guest"))),
  },
  {
    name: "two renamed to one",
    edits: more(RENAMED(FROM_TO + FROM_TO.replace("Pay by card", "Send a receipt"))),
  },
  {
    name: "modified by the old name",
    edits: more(RENAMED(FROM_TO.replace("Pay by card", "Send a receipt"))),
  },

  // Renamed and removed
  { name: "renamed", edits: more(RENAMED(FROM_TO)) },
  { name: "renamed with a star", edits: more(RENAMED(FROM_TO.replaceAll("- ", "* "))) },
  { name: "renamed without items", edits: more(RENAMED(FROM_TO.replaceAll("- ", ""))) },
  { name: "renamed without backticks", edits: more(RENAMED(FROM_TO.replaceAll("`", ""))) },
  { name: "renamed without TO", edits: more(RENAMED("- FROM: `### Requirement: Pay by card`\n")) },
  { name: "renamed without FROM", edits: more(RENAMED("- TO: `### Requirement: Pay by credit card`\n")) },
  {
    name: "renamed in small letters",
    edits: more(RENAMED(FROM_TO.replace("FROM", "from").replace("TO", "to"))),
    why: "OpenSpec says nothing, and archiving renames nothing.",
  },
  {
    name: "renamed without ###",
    edits: more(RENAMED("- FROM: Pay by card\n- TO: Pay by credit card\n")),
    why: "OpenSpec says nothing, and archiving renames nothing.",
  },
  {
    name: "renamed and modified",
    edits: more(
      RENAMED(FROM_TO).replace("## RENAMED", `${CARD.replace("by card", "by credit card")}\n## RENAMED`),
    ),
  },
  {
    name: "renamed and modified with a scenario less",
    edits: more(
      `\n${CARD.replace("Requirement: Pay by card", "Requirement: Pay by credit card").replace(/#### Scenario: Card is refused[\s\S]*/, "")}${RENAMED(FROM_TO)}`,
    ),
  },
  {
    name: "renamed what is not there",
    edits: more(RENAMED(FROM_TO.replace("Pay by card", "Pay by cheque"))),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "renamed to what is there",
    edits: more(RENAMED(FROM_TO.replace("Pay by credit card", "Send a receipt"))),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "renamed in capitals alone",
    edits: more(RENAMED(FROM_TO.replace("Pay by credit card", "Pay By Card"))),
  },
  { name: "removed", edits: more(REMOVED) },
  {
    name: "removed by an item",
    edits: more("\n## REMOVED Requirements\n\n- `### Requirement: Pay by card`\n"),
  },
  {
    name: "removed by an item without ###",
    edits: more("\n## REMOVED Requirements\n\n- Pay by card\n"),
    why: "OpenSpec says nothing, and archiving removes nothing.",
  },
  {
    name: "removed what is not there",
    edits: more(REMOVED.replace("Pay by card", "Pay by cheque")),
    why: "OpenSpec says nothing, and archiving removes nothing.",
  },
  {
    name: "removed in other capitals",
    edits: more(REMOVED.replace("Pay by card", "Pay by Card")),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },

  // Against what is in force
  {
    name: "modified with a scenario less",
    edits: delta(RECEIPT, CARD.replace(/#### Scenario: Card is refused[\s\S]*/, "")),
  },
  {
    name: "modified with a scenario of another name",
    edits: delta("Scenario: Receipt goes out", "Scenario: A receipt goes out"),
  },
  { name: "modified with one more scenario", edits: more(`\n#### Scenario: Mail is down\n${WHEN}`) },
  {
    name: "modified with a scenario in other capitals",
    edits: delta("Scenario: Receipt goes", "Scenario: Receipt Goes"),
  },
  {
    name: "modified with a scenario twice in force",
    edits: main(
      "#### Scenario: Receipt goes out",
      `#### Scenario: Receipt goes out\n${WHEN}\n#### Scenario: Receipt goes out`,
    ),
  },
  {
    name: "modified what is not there",
    edits: delta("Requirement: Send a receipt", "Requirement: Send an invoice"),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "modified in other capitals",
    edits: delta("Requirement: Send a receipt", "Requirement: send a receipt"),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "added what is there",
    edits: delta("Pay as a guest", "Pay by card"),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "added what is there in other capitals",
    edits: delta("Pay as a guest", "Pay by Card"),
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  { name: "added as it is in force", edits: [[DELTA, GUEST, CARD]] },
  {
    name: "modified without a specification",
    drop: [MAIN],
    why: "OpenSpec only mentions that archiving will refuse it.",
  },
  {
    name: "added without a specification",
    drop: [MAIN],
    edits: [[DELTA, `## MODIFIED Requirements\n\n${RECEIPT}`, ""]],
  },
  {
    name: "added with a Purpose, without a specification",
    drop: [MAIN],
    edits: [
      [DELTA, `## MODIFIED Requirements\n\n${RECEIPT}`, ""],
      [
        DELTA,
        "## ADDED",
        "## Purpose\n\nLets a shopper pay for a basket of goods, as a guest or not.\n\n## ADDED",
      ],
    ],
  },
  {
    name: "all that is in force removed",
    put: { [DELTA]: `${REMOVED.trimStart()}\n### Requirement: Send a receipt\n` },
    why: "OpenSpec says nothing, and archiving refuses to leave a specification without requirements.",
  },
  {
    name: "all removed, and said to be",
    put: {
      [DELTA]: `${REMOVED.trimStart()}\n### Requirement: Send a receipt\n`,
      [SETTINGS]: "schema: spec-driven\nretire_capabilities: true\n",
    },
  },
  {
    name: "two changes modify one requirement",
    put: {
      [`${OTHER}/specs/checkout/spec.md`]: `## MODIFIED Requirements\n\n${RECEIPT.replace("minute", "second")}`,
      [`${OTHER}/proposal.md`]:
        "# Vouchers\n\n## Why\n\nShoppers ask for vouchers more than for anything else.\n\n## What Changes\n\n- Vouchers\n",
    },
    why: "OpenSpec says nothing, and the change that is archived last undoes the first one.",
  },
  {
    name: "two changes add one requirement",
    put: {
      [`${OTHER}/specs/checkout/spec.md`]: `## ADDED Requirements\n\n${GUEST.replace("without", "with")}`,
      [`${OTHER}/proposal.md`]:
        "# Vouchers\n\n## Why\n\nShoppers ask for vouchers more than for anything else.\n\n## What Changes\n\n- Vouchers\n",
    },
    why: "OpenSpec says nothing, and the change that is archived last is refused.",
  },
  {
    name: "two changes of one capability",
    put: {
      [`${OTHER}/specs/checkout/spec.md`]: `## ADDED Requirements\n\n${GUEST.replace("as a guest", "by voucher")}`,
      [`${OTHER}/proposal.md`]:
        "# Vouchers\n\n## Why\n\nShoppers ask for vouchers more than for anything else.\n\n## What Changes\n\n- Vouchers\n",
    },
  },
  {
    name: "one change modifies what another adds",
    put: {
      [`${OTHER}/specs/checkout/spec.md`]: `## MODIFIED Requirements\n\n${GUEST.replace("without", "with")}`,
      [`${OTHER}/proposal.md`]:
        "# Vouchers\n\n## Why\n\nShoppers ask for vouchers more than for anything else.\n\n## What Changes\n\n- Vouchers\n",
    },
  },

  // Files of a change
  {
    name: "delta beside the folders",
    put: { [`${C}/specs/checkout.md`]: BASE[DELTA] as string },
    drop: [DELTA],
  },
  { name: "delta directly in specs", put: { [`${C}/specs/spec.md`]: BASE[DELTA] as string }, drop: [DELTA] },
  { name: "delta of another name", put: { [`${C}/specs/checkout/delta.md`]: BASE[DELTA] as string } },
  { name: "notes in specs", put: { [`${C}/specs/checkout/notes.md`]: "# Notes\n\nGuests.\n" } },
  {
    name: "capability in a folder of a folder",
    put: {
      [`${C}/specs/shop/checkout/spec.md`]: BASE[DELTA] as string,
      [`${ROOT}/specs/shop/checkout/spec.md`]: BASE[MAIN] as string,
    },
    drop: [DELTA, MAIN],
    edits: [[PROPOSAL, "`checkout`", "`shop/checkout`"]],
  },
  {
    name: "no scenario in a folder of a folder",
    put: { [`${C}/specs/shop/checkout/spec.md`]: `## ADDED Requirements\n\n${GUEST.replace(SCENARIO, "")}` },
  },
  { name: "no delta", drop: [DELTA] },
  {
    name: "no delta, and said so",
    drop: [DELTA],
    put: { [SETTINGS]: "schema: spec-driven\nskip_specs: true\n" },
    edits: [[PROPOSAL, "- `checkout`: guests can pay, receipts are faster\n", ""]],
  },
  { name: "a delta, and said not to be", put: { [SETTINGS]: "schema: spec-driven\nskip_specs: true\n" } },
  {
    name: "skip_specs that is neither true nor false",
    drop: [DELTA],
    put: { [SETTINGS]: 'schema: spec-driven\nskip_specs: "yes"\n' },
  },
  { name: "skip_specs without a schema", drop: [DELTA], put: { [SETTINGS]: "skip_specs: true\n" } },
  { name: "skip_specs in broken YAML", drop: [DELTA], put: { [SETTINGS]: "schema: [\nskip_specs: true\n" } },
  {
    name: "settings in broken YAML",
    put: { [SETTINGS]: "schema: [\n" },
    why: "OpenSpec says nothing when it validates, and status fails.",
  },
  {
    name: "a config in broken YAML",
    put: { [CONFIG]: "schema: [\n" },
    why: "OpenSpec 1.13.2 goes on as if there were none; 1.16.0 rejects it.",
  },
  {
    name: "a config that is a text",
    put: { [CONFIG]: "spec-driven\n" },
    why: "OpenSpec 1.13.2 warns and goes on as if there were none; 1.16.0 rejects it.",
  },
  { name: "no config", drop: [CONFIG] },
  { name: "no settings", drop: [SETTINGS] },
  { name: "no proposal", drop: [PROPOSAL] },
  { name: "no reason in the proposal", edits: [[PROPOSAL, "## Why", "## Background"]] },
  {
    name: "a capability too many in the proposal",
    edits: [[PROPOSAL, "- `checkout`", "- `receipts`: one for each\n- `checkout`"]],
  },
  {
    name: "a change in a folder too many",
    put: {
      [`${ROOT}/changes/shop/add-vouchers/proposal.md`]: "# Vouchers\n",
      [`${ROOT}/changes/shop/add-vouchers/specs/checkout/spec.md`]: `## ADDED Requirements\n\n${GUEST}`,
    },
  },
  { name: "a change of nothing but a design", put: { [`${OTHER}/design.md`]: "# Design\n" } },
  {
    name: "an archived change of the same name",
    put: {
      [`${ROOT}/changes/archive/2026-10-01-${CHANGE}/proposal.md`]: "# Guests\n",
      [`${ROOT}/changes/archive/2026-10-01-${CHANGE}/specs/checkout/spec.md`]:
        "## MODIFIED Requirements\n\n### Requirement: Gone\n",
    },
  },

  // Tasks
  { name: "a number twice", edits: [[TASKS, "1.2 Send", "1.1 Send"]] },
  { name: "a number of another group", edits: [[TASKS, "2.1 Try", "1.3 Try"]] },
  {
    name: "numbers of three parts",
    edits: [[TASKS, "- [ ] 1.2 Send", "  - [ ] 1.1.1 By hand\n- [ ] 1.2 Send"]],
  },
  {
    name: "groups without numbers",
    edits: [
      [TASKS, "## 1. Checkout", "## Checkout"],
      [TASKS, "## 2. Tests", "## Tests"],
      [TASKS, "1.2 Send", "1.1 Sends"],
    ],
    why: "OpenSpec compares numbers in numbered groups alone; a number that two tasks have is in doubt all the same.",
  },
  {
    name: "tasks without boxes",
    edits: [
      [TASKS, "- [ ] 1.1", "- 1.1"],
      [TASKS, "- [ ] 1.2", "- 1.2"],
      [TASKS, "- [ ] 2.1", "- 2.1"],
    ],
  },
  { name: "tasks as a numbered list", put: { [TASKS]: "# Tasks\n\n1. Add the form\n2. Try it\n" } },
  {
    name: "one box among items",
    edits: [
      [TASKS, "- [ ] 1.1", "- 1.1"],
      [TASKS, "- [ ] 1.2", "- 1.2"],
    ],
  },
  {
    name: "boxes of other marks",
    edits: [
      [TASKS, "- [ ] 1.1", "- [~] 1.1"],
      [TASKS, "- [ ] 1.2", "* [X] 1.2"],
    ],
  },
  { name: "tasks in prose", put: { [TASKS]: "# Tasks\n\nAdd the form.\n" } },
  { name: "no tasks", drop: [TASKS] },
  {
    name: "a number twice, in a workflow of the project",
    edits: [
      [TASKS, "1.2 Send", "1.1 Again"],
      [SETTINGS, "spec-driven", "own"],
    ],
    put: {
      [`${ROOT}/schemas/own/schema.yaml`]:
        "name: own\nversion: 1\nartifacts:\n  - id: proposal\n    generates: proposal.md\n    description: x\n    template: proposal.md\n",
      [`${ROOT}/schemas/own/templates/proposal.md`]: "# x\n",
    },
    why: "OpenSpec compares numbers in its own workflow alone; a number that two tasks have is in doubt all the same.",
  },

  // Specifications in force
  {
    name: "no Purpose",
    edits: main(
      "## Purpose\nLets a shopper pay for a basket of goods, with or without an account of the shop.\n\n",
      "",
    ),
  },
  {
    name: "an empty Purpose",
    edits: main("Lets a shopper pay for a basket of goods, with or without an account of the shop.\n", ""),
  },
  {
    name: "a short Purpose",
    edits: main(
      "Lets a shopper pay for a basket of goods, with or without an account of the shop.",
      "Lets shoppers pay.",
    ),
  },
  {
    name: "Purpose: TBD",
    edits: main("Lets a shopper pay for a basket of goods, with or without an account of the shop.", "TBD"),
  },
  {
    name: "the Purpose that archiving writes",
    edits: main(
      "Lets a shopper pay for a basket of goods, with or without an account of the shop.",
      "TBD - created by archiving change add-cards. Update Purpose after archive.",
    ),
  },
  {
    name: "a Purpose that begins with Todo",
    edits: main("Lets a shopper pay for", "Todo comprador paga lo que tiene en"),
  },
  { name: "Purpose with # at its end", edits: main("## Purpose", "## Purpose ##") },
  { name: "Purpose in small letters", edits: main("## Purpose", "## purpose") },
  { name: "Overview instead of Purpose", edits: main("## Purpose", "## Overview") },
  { name: "no Requirements", edits: main("## Requirements\n", "") },
  { name: "Requirements with # at their end", edits: main("## Requirements", "## Requirements ##") },
  {
    name: "no requirement",
    put: { [MAIN]: (BASE[MAIN] as string).replace(/## Requirements[\s\S]*/, "## Requirements\n") },
    drop: [C],
  },
  { name: "a heading of a change in force", edits: main("## Requirements", "## ADDED Requirements") },
  {
    name: "a heading of a change at the end",
    edits: main(
      "- **THEN** a receipt is sent\n",
      `- **THEN** a receipt is sent\n\n## ADDED Requirements\n\n${GUEST}`,
    ),
  },
  {
    name: "a requirement outside of Requirements",
    edits: main("- **THEN** a receipt is sent\n", `- **THEN** a receipt is sent\n\n## Notes\n\n${GUEST}`),
  },
  {
    name: "a requirement twice in force",
    edits: main("- **THEN** a receipt is sent\n", `- **THEN** a receipt is sent\n\n${CARD}`),
  },
  {
    name: "a requirement twice, once with # at its end",
    edits: main(
      "- **THEN** a receipt is sent\n",
      `- **THEN** a receipt is sent\n\n${CARD.replace("Pay by card", "Pay by card ##")}`,
    ),
  },
  {
    name: "no scenario in force",
    edits: main(
      "\n#### Scenario: Receipt goes out\n- **WHEN** an order is confirmed\n- **THEN** a receipt is sent\n",
      "",
    ),
  },
  {
    name: "a scenario without steps in force",
    edits: main("- **WHEN** an order is confirmed\n- **THEN** a receipt is sent\n", ""),
  },
  {
    name: "a scenario with three # in force",
    edits: main("#### Scenario: Receipt", "### Scenario: Receipt"),
  },
  {
    name: "a scenario with five # in force",
    edits: main("#### Scenario: Receipt", "##### Scenario: Receipt"),
    why: "OpenSpec counts it for the specification, and not for changes: one that leaves it out is not noticed.",
  },
  {
    name: "notes below Requirements",
    edits: main("### Requirement: Send", "### Notes\n\nReceipts are new.\n\n### Requirement: Send"),
  },
  {
    name: "no text in force",
    edits: main("The system SHALL send a receipt by e-mail once an order is confirmed.\n", ""),
  },
  { name: "neither SHALL nor MUST in force", edits: main("SHALL send a receipt by", "sends a receipt by") },
  {
    name: "a requirement with four # in force",
    edits: main("### Requirement: Send", "#### Requirement: Send"),
    why: "OpenSpec takes it for a scenario of the requirement before it.",
  },
  {
    name: "a text of 600 characters in force",
    edits: main(
      "SHALL send a receipt by e-mail",
      `SHALL send a receipt${" by e-mail or by post".repeat(30)}`,
    ),
  },
  {
    name: "a preamble below Requirements",
    edits: main("## Requirements\n", "## Requirements\n\nIn the order of the checkout.\n"),
  },
  {
    name: "a section behind Requirements",
    edits: main(
      "- **THEN** a receipt is sent\n",
      "- **THEN** a receipt is sent\n\n## Notes\n\nReceipts are new.\n",
    ),
  },
  {
    name: "blank lines in a fence",
    edits: main("- **THEN** a receipt is sent\n", "- **THEN** a receipt is sent\n\n```\na\n\n\nb\n```\n\n\n"),
  },

  { name: "lines that end with CR and LF", everywhere: "crlf" },
  { name: "a byte order mark", everywhere: "bom" },
  { name: "CR and LF, and no scenario", everywhere: "crlf", edits: delta(`\n${SCENARIO}`, "") },
  { name: "a byte order mark, and twice", everywhere: "bom", edits: delta(GUEST, `${GUEST}\n${GUEST}`) },
];

/** The files of a case. Throws where an edit finds nothing to change. */
export function filesOf({ name, edits = [], put = {}, drop = [], everywhere }: Case): Files {
  const files: Record<string, string> = { ...BASE, ...put };
  for (const [file, from, to] of edits) {
    const before = files[file];
    if (before === undefined || !before.includes(from)) throw new Error(`${name}: ${file} has no ${from}`);
    files[file] = before.replace(from, () => to);
  }
  const kept = Object.entries(files).filter(
    ([file]) => !drop.some((one) => file === one || file.startsWith(`${one}/`)),
  );
  const written = (text: string) =>
    everywhere === "crlf" ? text.replaceAll("\n", "\r\n") : everywhere === "bom" ? `\uFEFF${text}` : text;
  return Object.fromEntries(kept.map(([file, text]) => [file, written(text)]));
}
