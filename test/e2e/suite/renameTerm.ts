// The rename of a term: what it would do, without doing it.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

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

  test("moves the page, and back", async () => {
    const spec = inWorkspace(".specweave/increments/0001-checkout/spec.md");
    const before = await read(spec);
    const { document, cursor } = await open("A circuit $0breaker.\n");
    await apply(await renaming(document, cursor, "Safety Switch"));
    assert.match(await read(inWorkspace(`${TERMS}/safety-switch.md`)), /^# Safety Switch$/m);
    assert.ok((await read(spec)).includes("[safety switch](/docs/glossary/terms/safety-switch)"));
    assert.equal(document.getText(), "A safety switch.\n");
    // The server has to hear of the new file first.
    const back = await eventually("it can be renamed again", async () => {
      const edit = await renaming(document, cursor, "Circuit Breaker");
      return edit.has(inWorkspace(`${TERMS}/circuit-breaker.md`)) ? edit : undefined;
    });
    await apply(back);
    assert.match(await read(inWorkspace(`${TERMS}/circuit-breaker.md`)), /^# Circuit Breaker$/m);
    assert.equal(await read(spec), before);
  });
});

function renaming(document: vscode.TextDocument, cursor: vscode.Position, to: string) {
  return ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, cursor, to);
}

async function read(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Without the question that the editor asks: the command that gives the edit leaves it out. */
async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  assert.ok(await vscode.workspace.applyEdit(edit));
  await vscode.workspace.saveAll();
}
