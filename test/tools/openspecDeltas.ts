/** What a delta says of requirements, in itself and against what is in force. */
import {
  CARD,
  type Case,
  DELTA,
  delta,
  FROM_TO,
  GUEST,
  MAIN,
  main,
  more,
  OTHER,
  RECEIPT,
  REMOVED,
  RENAMED,
  SCENARIO,
  SETTINGS,
  TEXT,
  WHEN,
} from "./openspecProject.ts";

export const DELTAS: readonly Case[] = [
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
];
