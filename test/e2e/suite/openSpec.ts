// Changes of OpenSpec: names over all files, what archiving makes of them, and a fix that takes over what was left out.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, problemsOf } from "../quickFix.ts";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const MAIN = "openspec/specs/shop/checkout/spec.md";
const CHANGE = "openspec/changes/add-guests";
const DELTA = `${CHANGE}/specs/shop/checkout/spec.md`;
const PROPOSAL = `${CHANGE}/proposal.md`;

const LEFT_OUT = `#### Scenario: Receipt bounces
- **WHEN** the address does not exist
- **THEN** the shopper is told
`;
const FILES: Readonly<Record<string, string>> = {
  [MAIN]: `# checkout Specification

## Purpose
Lets a shopper pay for a basket of goods, with or without an account of the shop.

## Requirements

### Requirement: Send a receipt
The system SHALL send a receipt by e-mail.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent

${LEFT_OUT}`,
  [DELTA]: `## MODIFIED Requirements

### Requirement: Send a receipt
The system SHALL send a receipt within a minute.

#### Scenario: Receipt goes out
- **WHEN** an order is confirmed
- **THEN** a receipt is sent within a minute
`,
  [PROPOSAL]: `# Guests

## Why

Four of ten shoppers leave when they are asked to register.

## What Changes

- “Send a receipt” is faster

## Capabilities

### Modified Capabilities
- \`shop/checkout\`: receipts are faster
`,
};

suite("changes of OpenSpec", () => {
  suiteSetup(async () => {
    await glossaryReady();
    for (const [path, text] of Object.entries(FILES))
      await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  });
  suiteTeardown(async () => {
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace("openspec"), { recursive: true });
  });

  test("a fix takes over the scenarios that a modified requirement leaves out", async () => {
    const delta = await show(DELTA);
    const rule = "increment/scenario-left-out";
    await applyFix(delta, { rule, title: "Take over the scenario that it leaves out" });
    assert.equal(delta.getText(), `${FILES[DELTA]}\n${LEFT_OUT}`);
    await delta.save();
    await eventually("nothing is left out", () => problemsOf(delta.uri, rule).length === 0 || undefined);
  });

  test("what archiving makes of a specification is shown beside it", async () => {
    await show(DELTA);
    await ask("specGlossary.previewArchive", { folder: CHANGE, uri: inWorkspace(DELTA).toString() });
    const after = await eventually("the preview is open", () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "spec-glossary-archive"),
    );
    assert.equal(
      after.getText(),
      FILES[MAIN]
        ?.replace("receipt by e-mail", "receipt within a minute")
        .replace("a receipt is sent\n", "a receipt is sent within a minute\n"),
    );
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.match(tab?.label ?? "", /shop\/checkout: now ↔ add-guests archived/);
  });

  test("a requirement gets another name in the delta, in force and in the proposal", async () => {
    const delta = await show(DELTA);
    const at = delta.positionAt(delta.getText().indexOf("Send a receipt") + 3);
    const edit = await ask<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      delta.uri,
      at,
      "Mail a receipt",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.saveAll();
    for (const path of [DELTA, MAIN]) {
      const text = await read(path);
      assert.match(text, /^### Requirement: Mail a receipt$/m, path);
      assert.doesNotMatch(text, /Send a receipt/, path);
    }
    assert.match(await read(PROPOSAL), /“Mail a receipt” is faster/);
  });
});

async function show(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document);
  return document;
}

async function read(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inWorkspace(path))).getText();
}
