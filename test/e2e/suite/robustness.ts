// Documents that are no files, other line ends, and a server that ends.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { problemOf, problemsOf } from "../quickFix.ts";
import { serverProcess } from "../server.ts";
import { ask, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const RULE = "markdown/invalid-front-matter";
const BROKEN = "---\ntitle: a: b\n---\n\n\nAs the ADR says.\n";
const ADR = new vscode.Position(5, 8);

suite("robustness", () => {
  suiteSetup(() => glossaryReady());

  test("the old state of a file knows the terms, and nothing is reported in it", async () => {
    const provider = { provideTextDocumentContent: () => BROKEN };
    const registered = vscode.workspace.registerTextDocumentContentProvider("old", provider);
    try {
      const uri = inWorkspace("docs/page.md").with({ scheme: "old", query: "HEAD" });
      const { document } = await open(BROKEN);
      await ask("vscode.diff", uri, document.uri);
      await problemOf(document.uri, RULE);
      await hoverSays(uri, ADR, /one decision/);
      assert.deepEqual(problemsOf(uri, RULE), []);
    } finally {
      registered.dispose();
    }
  });

  test("a document that is not saved yet knows the terms, and its mistakes are reported", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: BROKEN });
    await vscode.window.showTextDocument(document);
    await hoverSays(document.uri, ADR, /one decision/);
    await problemOf(document.uri, RULE);
    await ask("workbench.action.revertAndCloseActiveEditor");
  });

  test("a term that goes on in the next line is found between Windows line ends", async () => {
    const { document } = await open("One.\r\n\r\nSend an idempotency\r\nkey.\r\n");
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await hoverSays(document.uri, new vscode.Position(3, 1), /names one intended action/);
  });

  test("a server that ends is started again, and knows what is open", async function () {
    const ended = serverProcess();
    if (ended === undefined) return this.skip();
    const { document } = await open("As the ADR says.\n");
    process.kill(ended, "SIGKILL");
    await eventually("another one runs", () => {
      const now = serverProcess();
      return now !== undefined && now !== ended ? true : undefined;
    });
    await hoverSays(document.uri, new vscode.Position(0, 8), /one decision/);
    await ask("specGlossary.newTerm", "Refund Window");
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /\/refund-window\.md$/);
  });

  test("the server is started anew by a command", async function () {
    const before = serverProcess();
    if (before === undefined) return this.skip();
    const { document } = await open("As the ADR says.\n");
    await ask("specGlossary.restartServer");
    assert.notEqual(serverProcess(), before);
    await hoverSays(document.uri, new vscode.Position(0, 8), /one decision/);
  });
});

async function hoverSays(uri: vscode.Uri, position: vscode.Position, pattern: RegExp): Promise<void> {
  await eventually(`the hover says ${pattern}`, async () => {
    const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
    const parts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    return parts.some(({ value }) => pattern.test(value)) || undefined;
  });
}
