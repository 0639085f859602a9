// The rename of a term: what it would do, without doing it.
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { ask, glossaryReady, inWorkspace, open } from "../workspace.ts";

const TERMS = ".specweave/docs/public/glossary/terms";

suite("rename of a term", () => {
  suiteSetup(() => glossaryReady());

  test("changes its page, the links to it and its uses", async () => {
    const { document, cursor } = await open("A circuit $0breaker opens; circuit breakers close.\n");
    const edit = await renaming(document, cursor, "Safety Switch");
    const texts = (uri: vscode.Uri) => [...new Set(edit.get(uri).map(({ newText }) => newText))];
    assert.deepEqual(texts(document.uri), ["safety switch", "safety switches"]);
    const page = texts(inWorkspace(`${TERMS}/safety-switch.md`));
    assert.ok(page.includes("Safety Switch"), `found ${page}`);
    const spec = texts(inWorkspace(".specweave/increments/0001-checkout/spec.md"));
    assert.ok(spec.includes("safety-switch") && spec.includes("safety switch"), `found ${spec}`);
  });

  test("leaves headings to the editor's own Markdown support", async () => {
    const { document, cursor } = await open("# The circuit $0breaker\n\n[Above](#the-circuit-breaker)\n");
    const edit = await renaming(document, cursor, "Fuse");
    assert.deepEqual(
      edit.entries().map(([uri, edits]) => [uri.toString(), edits.map(({ newText }) => newText).sort()]),
      [[document.uri.toString(), ["Fuse", "fuse"]]],
    );
  });
});

function renaming(document: vscode.TextDocument, cursor: vscode.Position, to: string) {
  return ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, cursor, to);
}
