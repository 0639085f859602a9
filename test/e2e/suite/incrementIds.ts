// The ids of increments: what is said of them, completion, rename.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const FOLDER = ".specweave/increments/0001-checkout";
const SPEC = `${FOLDER}/spec.md`;
const TASKS = `${FOLDER}/tasks.md`;

suite("ids of increments", () => {
  suiteSetup(() => glossaryReady());

  test("a hover on a criterion says what it is and which task satisfies it", async () => {
    const { document, cursor } = await show(TASKS, "AC-US1-02");
    const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, cursor);
    const shown = hovers.flatMap(({ contents }) =>
      contents.map((part) => (part as vscode.MarkdownString).value),
    );
    assert.match(shown.join("\n"), /sold out after it was put[\s\S]*☑ T\\-002: Check stock/);
  });

  test("the criteria of a task are completed, those that no task covers first", async () => {
    const { document } = await show(TASKS, "T-004");
    const field = "**Satisfies ACs**: ";
    const at = document.getText().indexOf(field, document.getText().indexOf("### T-004")) + field.length;
    const list = await ask<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.positionAt(at),
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    // One that no task covers, one of the task's own story, one of another.
    const known = ["AC-US1-03", "AC-US2-01", "AC-US1-01"];
    assert.deepEqual(
      labels.filter((label) => known.includes(label)),
      known,
    );
  });

  test("above a story stands how far it is", async () => {
    const { document } = await show(SPEC, "US-002");
    const titles = await eventually("there are lenses", async () => {
      const lenses = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10);
      const found = lenses.flatMap(({ command }) => command?.title ?? []);
      return found.length > 0 ? found : undefined;
    });
    assert.match(titles.join("\n"), /^\d criteria · \d covered · \d\/\d tasks done$/m);
  });

  test("a rename of a criterion changes every file, and one of a story its criteria", async () => {
    const before = new Map([SPEC, TASKS].map((path) => [path, ""]));
    for (const path of before.keys()) before.set(path, await read(path));
    await rename(SPEC, "AC-US1-01", "AC-US1-09");
    for (const [path, text] of before)
      assert.equal(await read(path), text.replaceAll("AC-US1-01", "AC-US1-09"), path);
    await rename(TASKS, "US-001", "US-007");
    for (const [path, text] of before)
      assert.equal(
        await read(path),
        text
          .replaceAll("AC-US1-01", "AC-US1-09")
          .replaceAll("US-001", "US-007")
          .replaceAll("AC-US1-", "AC-US7-"),
        path,
      );
    await rename(TASKS, "US-007", "US-001");
    await rename(TASKS, "AC-US1-09", "AC-US1-01");
    for (const [path, text] of before) assert.equal(await read(path), text, path);
  });

  test("a rename to an id that is taken changes nothing", async () => {
    const { document, cursor } = await show(SPEC, "US-001");
    const edit = await renaming(document, cursor, "US-002");
    assert.equal(edit.size, 0);
  });
});

async function show(path: string, text: string) {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${path} does not say ${text}`);
  return { document, cursor: document.positionAt(at + 2) };
}

async function read(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inWorkspace(path))).getText();
}

function renaming(document: vscode.TextDocument, cursor: vscode.Position, to: string) {
  return ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, cursor, to);
}

/** Renames what stands at the first place of a text, and saves it. */
async function rename(path: string, text: string, to: string): Promise<void> {
  const { document, cursor } = await show(path, text);
  assert.ok(await vscode.workspace.applyEdit(await renaming(document, cursor, to)));
  await vscode.workspace.saveAll();
}
