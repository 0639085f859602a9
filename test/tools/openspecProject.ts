/** A small project of OpenSpec that is right, and how others are made of it by one change each. */

export type Files = Readonly<Record<string, string>>;

export type Edits = readonly (readonly [file: string, from: string, to: string])[];

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
export const ROOT = "openspec";
export const C = `${ROOT}/changes/${CHANGE}`;
export const DELTA = `${C}/specs/checkout/spec.md`;
export const MAIN = `${ROOT}/specs/checkout/spec.md`;
export const TASKS = `${C}/tasks.md`;
export const PROPOSAL = `${C}/proposal.md`;
export const SETTINGS = `${C}/.openspec.yaml`;
export const CONFIG = `${ROOT}/config.yaml`;
export const OTHER = `${ROOT}/changes/add-vouchers`;

export const GUEST = `### Requirement: Pay as a guest
The system SHALL let a shopper pay without an account.

#### Scenario: Guest pays
- **WHEN** a guest gives an e-mail address
- **THEN** the payment page opens
`;
export const RECEIPT = `### Requirement: Send a receipt
The system SHALL send a receipt within a minute.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent within a minute
`;
export const CARD = `### Requirement: Pay by card
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

export const WHEN = "- **WHEN** a guest gives an e-mail address\n- **THEN** the payment page opens\n";
export const SCENARIO = `#### Scenario: Guest pays\n${WHEN}`;
export const TEXT = "The system SHALL let a shopper pay without an account.\n";
export const RENAMED = (lines: string) => `\n## RENAMED Requirements\n\n${lines}`;
export const FROM_TO =
  "- FROM: `### Requirement: Pay by card`\n- TO: `### Requirement: Pay by credit card`\n";
export const REMOVED =
  "\n## REMOVED Requirements\n\n### Requirement: Pay by card\n\n**Reason**: nobody does\n";
export const LAST = "a receipt is sent within a minute\n";
export const delta = (from: string, to: string): Edits => [[DELTA, from, to]];
/** At the end of the delta. */
export const more = (text: string): Edits => delta(LAST, LAST + text);
export const main = (from: string, to: string): Edits => [[MAIN, from, to]];

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
