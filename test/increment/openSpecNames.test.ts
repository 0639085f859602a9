/** Names of requirements and capabilities of OpenSpec, over deltas, specifications in force, proposals and tasks. */
import { describe, expect, it } from "vitest";
import { incrementAnswers } from "../../glossary/increment/answers.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { changedLines } from "../changedLines.ts";
import { cursorOf, pageOf, workspace } from "../fixture.ts";

const MAIN = "openspec/specs/shop/checkout/spec.md";
const CHANGE = "openspec/changes/add-guests";
const DELTA = `${CHANGE}/specs/shop/checkout/spec.md`;
const PROPOSAL = `${CHANGE}/proposal.md`;
const TASKS = `${CHANGE}/tasks.md`;
const OTHER = "openspec/changes/faster-receipts/specs/shop/checkout/spec.md";
const ARCHIVED = "openspec/changes/archive/2026-10-01-add-guests/specs/shop/checkout/spec.md";

const FILES: Readonly<Record<string, string>> = {
  [MAIN]: `# checkout Specification

## Purpose
Lets a shopper pay.

## Requirements

### Requirement: Send a receipt
The system SHALL send a receipt.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent

### Requirement: Pay
The system SHALL take cards.

#### Scenario: Card
- **WHEN** the bank agrees
- **THEN** it is paid
`,
  [DELTA]: `## MODIFIED Requirements

### Requirement: Send a receipt
The system SHALL send a receipt within a minute.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent

## ADDED Requirements

### Requirement: Pay as a guest
The system SHALL let a shopper pay without an account.

#### Scenario: Guest
- **WHEN** a guest pays
- **THEN** it works
`,
  [PROPOSAL]: `# Guests

## Why

Send a receipt sooner, see \`specs/shop/checkout/spec.md\`. Pay soon.

## What Changes

- “Send a receipt” is faster, \`Pay as a guest\` is new

## Capabilities

### Modified Capabilities
- \`shop/checkout\`: faster
`,
  [TASKS]:
    "## 1. Checkout\n\n- [ ] 1.1 Do “Send a receipt”\n- [ ] 1.2 See [it](specs/shop/checkout/spec.md#requirement-send-a-receipt)\n",
  [OTHER]:
    "## RENAMED Requirements\n\n- FROM: `### Requirement: Send a receipt`\n- TO: `### Requirement: Mail a receipt`\n",
  [ARCHIVED]: "## ADDED Requirements\n\n### Requirement: Send a receipt\n\nThe system SHALL send one.\n",
};

/** The workspace with the cursor where `|` stands in a piece of a file. */
function at(path: string, piece: string, files = FILES) {
  const plain = piece.replace("|", "");
  const text = files[path] ?? "";
  if (!text.includes(plain)) throw new Error(`${path} has no ${plain}`);
  const fixture = Object.entries({ ...files, [path]: text.replace(plain, piece.replace("|", "$0")) });
  return workspace(fixture.map(([file, one]) => `-- ${file} --\n${one}`).join(""));
}

const short = (path: string) => path.replace(/^openspec\/(?:changes\/)?/, "");

function rename(path: string, piece: string, to: string, canMove = true): Record<string, string[]> | string {
  const here = at(path, piece);
  const { page, offset } = cursorOf(here);
  const plan = incrementAnswers.rename?.(here.snapshot, page, offset);
  if (!plan) return "nothing";
  if (plan.kind === "refused") return plan.reason;
  const pages = new Map(plan.needs().paths.map((one) => [one, pageOf(here, one)]));
  const renaming = finishRename(plan, here.snapshot, to, { pages, texts: new Map() }, canMove);
  if (renaming.kind === "refused") return renaming.reason;
  const edits = renaming.edits.map((edit) => ({ ...edit, path: short(edit.path).replaceAll("/", ">") }));
  const files = new Map([...here.files].map(([file, text]) => [short(file).replaceAll("/", ">"), text]));
  const changed = changedLines(files, edits);
  for (const move of renaming.moves) changed[`${short(move.from)} becomes`] = [short(move.to)];
  return changed;
}

describe("a rename", () => {
  it.each([
    ["in the delta", DELTA, "Requirement: Send a rec|eipt"],
    ["in force", MAIN, "Requirement: Send| a receipt"],
    ["in the proposal", PROPOSAL, "“Send a| receipt”"],
    ["in the tasks", TASKS, "“|Send a receipt”"],
    ["in another change", OTHER, "Requirement: Send a receipt|`"],
  ])(
    "%s changes a requirement everywhere, links to it too, and asks about running text",
    (_, path, piece) => {
      expect(rename(path, piece, "Send a bill")).toEqual({
        "specs>shop>checkout>spec.md": ["### Requirement: Send a bill"],
        "add-guests>specs>shop>checkout>spec.md": ["### Requirement: Send a bill"],
        "add-guests>proposal.md": [
          "? Send a bill sooner, see `specs/shop/checkout/spec.md`. Pay soon.",
          "- “Send a bill” is faster, `Pay as a guest` is new",
        ],
        "add-guests>tasks.md": [
          "- [ ] 1.1 Do “Send a bill”",
          "- [ ] 1.2 See [it](specs/shop/checkout/spec.md#requirement-send-a-bill)",
        ],
        "faster-receipts>specs>shop>checkout>spec.md": ["- FROM: `### Requirement: Send a bill`"],
      });
    },
  );

  it("leaves one word alone in running text", () => {
    expect(rename(MAIN, "Requirement: Pa|y", "Settle")).toEqual({
      "specs>shop>checkout>spec.md": ["### Requirement: Settle"],
    });
  });

  it.each([
    ["a name that is taken, in other capitals too", "pay", "“Pay” is taken in shop/checkout"],
    ["one that another change gives", "Mail a receipt", "“Mail a receipt” is taken in shop/checkout"],
    ["nothing", " ", "A requirement is called by one line, without a backtick or # at its end"],
    ["a backtick", "a `b`", "A requirement is called by one line, without a backtick or # at its end"],
  ])("refuses %s", (_, to, reason) => {
    expect(rename(DELTA, "Requirement: Send a rec|eipt", to)).toBe(reason);
  });

  it("moves the files of a capability", () => {
    expect(rename(PROPOSAL, "- `shop/che|ckout`", "shop/till")).toEqual({
      "add-guests>proposal.md": [
        "Send a receipt sooner, see `specs/shop/till/spec.md`. Pay soon.",
        "- `shop/till`: faster",
      ],
      "specs/shop/checkout/spec.md becomes": ["specs/shop/till/spec.md"],
      "add-guests/specs/shop/checkout/spec.md becomes": ["add-guests/specs/shop/till/spec.md"],
      "faster-receipts/specs/shop/checkout/spec.md becomes": ["faster-receipts/specs/shop/till/spec.md"],
    });
    expect(rename(PROPOSAL, "- `shop/che|ckout`", "shop/till", false)).toMatch(
      /^A capability is the name of a folder/,
    );
    expect(rename(PROPOSAL, "- `shop/che|ckout`", "Till")).toMatch(/small letters/);
  });
});

it.each([
  [
    "a requirement that is modified",
    DELTA,
    "Requirement: Send a rec|eipt",
    ["specs/shop/checkout/spec.md:Send a receipt"],
  ],
  [
    "one that is added",
    PROPOSAL,
    "`Pay as a g|uest`",
    ["add-guests/specs/shop/checkout/spec.md:Pay as a guest"],
  ],
  ["one in the tasks", TASKS, "“Send a rec|eipt”", ["specs/shop/checkout/spec.md:Send a receipt"]],
  [
    "what another is renamed to",
    OTHER,
    "Mail a |receipt",
    ["faster-receipts/specs/shop/checkout/spec.md:Mail a receipt"],
  ],
  ["a capability", PROPOSAL, "- `shop/che|ckout`", ["specs/shop/checkout/spec.md:checkout Specification"]],
  [
    "a capability in a path",
    PROPOSAL,
    "`specs/shop/che|ckout/spec.md`",
    ["specs/shop/checkout/spec.md:checkout Specification"],
  ],
  ["one word in running text", PROPOSAL, "Pa|y soon", []],
])("the definition of %s", (_, path, piece, to) => {
  const here = at(path, piece);
  const { page, offset } = cursorOf(here);
  const found = incrementAnswers.definition?.(here.snapshot, page, offset) ?? [];
  expect(
    found.map(
      (one) => `${short(one.path)}:${pageOf(here, one.path).text.slice(one.span.start, one.span.end)}`,
    ),
  ).toEqual(to);
});

it("references are looked for in the specification and in open changes of it", () => {
  const here = at(MAIN, "Requirement: Send| a receipt");
  const { page, offset } = cursorOf(here);
  const found = incrementAnswers.references?.(here.snapshot, page, offset);
  if (found?.kind !== "search") throw new Error("nothing to search");
  const uses = found.paths.map((path) => [short(path), found.usesOn(pageOf(here, path)).length]);
  expect(Object.fromEntries(uses)).toEqual({
    "specs/shop/checkout/spec.md": 1,
    "add-guests/specs/shop/checkout/spec.md": 1,
    "add-guests/proposal.md": 2,
    "add-guests/tasks.md": 1,
    "faster-receipts/specs/shop/checkout/spec.md": 1,
  });
});

it("a hover shows open changes against what is in force", () => {
  const here = at(TASKS, "“Send a rec|eipt”");
  const { page, offset } = cursorOf(here);
  const hover = incrementAnswers.hover?.(here.snapshot, page, offset);
  expect(hover?.markdown.replaceAll("\\", "")).toBe(`**Send a receipt** · shop/checkout

*In force*

> The system SHALL send a receipt.

Scenarios: Receipt goes out

*Modified by add-guests*

> The system SHALL send a receipt within a minute.

Scenarios: Receipt goes out

*Renamed to “Mail a receipt” by faster-receipts*`);
  expect(hover?.sources.map(({ label, path }) => `${label}: ${short(path)}`)).toEqual([
    "In force: specs/shop/checkout/spec.md",
    "Modified by add-guests: add-guests/specs/shop/checkout/spec.md",
    "Renamed to “Mail a receipt” by faster-receipts: faster-receipts/specs/shop/checkout/spec.md",
  ]);
});

it("a capability says what it requires and who changes it", () => {
  const here = at(PROPOSAL, "- `shop/che|ckout`");
  const { page, offset } = cursorOf(here);
  expect(incrementAnswers.hover?.(here.snapshot, page, offset)?.markdown.replaceAll("\\", "")).toBe(
    "**shop/checkout**\n\n- Send a receipt\n- Pay\n\nChanged by add-guests, faster-receipts",
  );
});

it.each([
  [MAIN, ["Send a receipt: modified by add-guests · renamed to “Mail a receipt” by faster-receipts"]],
  [DELTA, ["Send a receipt: in force · renamed to “Mail a receipt” by faster-receipts"]],
  [ARCHIVED, []],
])("the lines above the requirements of %s", (path, lines) => {
  const here = workspace(FILES);
  const page = pageOf(here, path);
  const found = incrementAnswers.lenses?.(here.snapshot, page) ?? [];
  expect(found.map(({ span, title }) => `${page.text.slice(span.start, span.end)}: ${title}`)).toEqual(lines);
});

it.each([
  [
    "modified",
    "## MODIFIED Requirements\n\n### Requirement: Pa|",
    ["Send a receipt", "Pay"],
    "### Requirement: Send a receipt",
  ],
  [
    "renamed",
    "## RENAMED Requirements\n\n- FROM: `### Requirement: |`\n",
    ["Send a receipt", "Pay"],
    "- FROM: `### Requirement: Send a receipt`",
  ],
  [
    "not what is there",
    "## MODIFIED Requirements\n\n### Requirement: Pay\n\nx\n\n### Requirement: |",
    ["Send a receipt"],
    "### Requirement: Send a receipt",
  ],
  ["not what is added", "## ADDED Requirements\n\n### Requirement: |", [], undefined],
])("behind “Requirement:” names are completed: %s", (_, text, labels, line) => {
  const here = at(DELTA, text, { ...FILES, [DELTA]: text.replace("|", "") });
  const { page, offset } = cursorOf(here);
  const items =
    incrementAnswers.complete?.(here.snapshot, page, offset, { invoked: true, trigger: undefined })?.items ??
    [];
  expect(items.map(({ label }) => label)).toEqual(labels);
  const [first] = items;
  if (first && line)
    expect(applyEdits(page.text, [{ span: first.replace, text: first.text }])).toContain(line);
});

it("capabilities and requirements are completed as code", () => {
  const text = "## 1. Checkout\n\n- [ ] 1.1 Do `|\n";
  const here = at(TASKS, text, { ...FILES, [TASKS]: text.replace("|", "") });
  const { page, offset } = cursorOf(here);
  const items =
    incrementAnswers.complete?.(here.snapshot, page, offset, { invoked: true, trigger: undefined })?.items ??
    [];
  expect(items.map(({ label, note }) => `${label} (${note})`)).toEqual([
    "shop/checkout ()",
    "Send a receipt (shop/checkout)",
    "Pay (shop/checkout)",
    "Pay as a guest (shop/checkout)",
    "Mail a receipt (shop/checkout)",
  ]);
});
