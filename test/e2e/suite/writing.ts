// Completion and snippets.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, glossaryReady, open } from "../workspace.ts";

const SUGGESTIONS = [
  { after: "a word", text: "Send an idem$0", label: "Idempotency Key", kind: undefined },
  { after: "a bracket", text: "See [cach$0", label: "Caching", kind: undefined },
  { after: "a snippet's prefix", text: "adr$0", label: "adr", kind: vscode.CompletionItemKind.Snippet },
];

suite("writing", () => {
  suiteSetup(() => glossaryReady());

  for (const { after, text, label, kind } of SUGGESTIONS) {
    test(`"${label}" is suggested after ${after}`, async () => {
      const { document, cursor } = await open(text);
      const list = await ask<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        cursor,
      );
      const found = list.items.filter((item) => labelOf(item) === label && (kind ?? item.kind) === item.kind);
      assert.notEqual(found.length, 0, `among ${list.items.map(labelOf).join(", ")}`);
    });
  }

  test("a link after a bracket is written as the repository writes links", async () => {
    const { document, cursor } = await open("See [user stori$0] and [api](/docs/glossary/terms/api).\n");
    const command = "vscode.executeCompletionItemProvider";
    const list = await ask<vscode.CompletionList>(command, document.uri, cursor);
    const item = list.items.find((one) => labelOf(one) === "User Stories");
    assert.ok(item?.range && typeof item.insertText === "string", list.items.map(labelOf).join(", "));
    const range = "inserting" in item.range ? item.range.replacing : item.range;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, item.insertText);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const link = "[User Stories](/docs/glossary/terms/user-stories)";
    assert.equal(document.getText(), `See ${link} and [api](/docs/glossary/terms/api).\n`);
  });

  test("the ADR snippet writes an ADR", async () => {
    const { document } = await open("");
    await ask("editor.action.insertSnippet", { langId: "markdown", name: "ADR: SpecWeave style" });
    assert.match(
      document.getText(),
      /^# ADR-[\s\S]*\*\*Status\*\*: Proposed[\s\S]*## Context[\s\S]*## Decision/,
    );
  });
});

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === "string" ? item.label : item.label.label;
}
