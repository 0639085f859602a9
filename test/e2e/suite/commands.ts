// What the extension registers and says about itself.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

suite("extension", () => {
  test("counts the terms of the glossary", async () => {
    const { terms } = await glossaryReady();
    assert.ok(terms >= 10, `${terms} terms`);
  });

  test("makes a page for a new term and opens it", async () => {
    await glossaryReady();
    await ask("specGlossary.newTerm", "Gift Card");
    const editor = vscode.window.activeTextEditor;
    const page = inWorkspace(".specweave/docs/public/glossary/terms/gift-card.md");
    assert.equal(editor?.document.uri.toString(), page.toString());
    assert.match(editor.document.getText(), /^# Gift Card$/m);
  });

  test("opens the page of a term that is there", async () => {
    await glossaryReady();
    void ask("specGlossary.newTerm", "Idempotency Key"); // ends when its message has been read
    const page = inWorkspace(".specweave/docs/public/glossary/terms/idempotency-key.md").toString();
    await eventually("the page is open", () => {
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      return shown === page || undefined;
    });
  });

  test("shows two definitions side by side", async () => {
    await glossaryReady();
    const terms = ".specweave/docs/public/glossary/terms";
    const [source, copy] = [inWorkspace(`${terms}/adr.md`), inWorkspace(`${terms}/webhook.md`)];
    await ask("specGlossary.compareDefinitions", source.toString(), copy.toString());
    const input = await eventually("both are open", () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputTextDiff ? shown : undefined;
    });
    assert.deepEqual(
      [input.original.toString(), input.modified.toString()],
      [source.toString(), copy.toString()],
    );
  });

  test("copies the starter glossary and opens its first page", async () => {
    await glossaryReady();
    await ask("specGlossary.copyStarter");
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.toString(), inWorkspace("docs/glossary/categories/architecture.md").toString());
    assert.match(shown.getText(), /^# Architecture & Design$/m);
    await vscode.workspace.fs.stat(inWorkspace("docs/glossary/categories/testing.md"));
  });
});
