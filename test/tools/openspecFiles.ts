/** The files of a change, its tasks, and specifications in force. */
import {
  BASE,
  C,
  CARD,
  type Case,
  CHANGE,
  CONFIG,
  DELTA,
  delta,
  GUEST,
  MAIN,
  main,
  OTHER,
  PROPOSAL,
  ROOT,
  SCENARIO,
  SETTINGS,
  TASKS,
} from "./openspecProject.ts";

export const FILES: readonly Case[] = [
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
