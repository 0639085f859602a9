// What of an increment says how far it is, and its quick fixes, which change several files; metadata.json among them.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, fileText, problemOf } from "../quickFix.ts";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const FOLDER = ".specweave/increments/0081-states";

const spec = (status: string, mark: string) =>
  `---\r\nincrement: 0081-states\r\nstatus: ${status}\r\n---\r\n\r\n# States\r\n\r\n### US-001: Keep\r\n\r\n**Acceptance Criteria**:\r\n\r\n- [${mark}] **AC-US1-01**: A cart is kept`;
const tasks = (status: string) => `### T-001: Keep\n**Satisfies ACs**: AC-US1-01\n**Status**: ${status}\n`;
const metadata = (status: string) =>
  `{ "id": "0081-states",\n\t"status": "${status}", "completed": "2026-05-04" }`;

suite("states of increments", () => {
  suiteSetup(async () => {
    await glossaryReady();
    await write("tasks.md", tasks("[ ] pending"));
    await write("metadata.json", metadata("complet"));
    await write("spec.md", spec("planned", " "));
  });

  suiteTeardown(async () => {
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace(FOLDER), { recursive: true });
  });

  test("metadata.json is diagnosed and mended", async () => {
    const document = await show("metadata.json");
    await applyFix(document, { rule: "increment/metadata-invalid", title: 'Write "completed"' });
    await document.save();
    assert.equal(await fileText(document.uri), metadata("completed"));
  });

  test("other JSON files are left alone", async () => {
    await write("logs/metadata.json", "{");
    const document = await show("logs/metadata.json");
    await problemOf((await show("spec.md")).uri, "increment/status-desync");
    const ours = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === "Spec Glossary");
    assert.deepEqual(ours, []);
  });

  test("the status of metadata.json is copied into a specification with Windows line ends", async () => {
    const document = await show("spec.md");
    await applyFix(document, {
      rule: "increment/status-desync",
      title: 'Set "completed" here, as in metadata.json',
    });
    await document.save();
    assert.equal(await fileText(document.uri), spec("completed", " "));
  });

  test("open work is ticked in all files", async () => {
    const document = await show("spec.md");
    await applyFix(document, {
      rule: "increment/completed-with-open-work",
      title: "Tick 1 criterion and 1 task",
    });
    await document.save();
    await (await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/tasks.md`))).save();
    assert.equal(await fileText(document.uri), spec("completed", "x"));
    assert.equal(await fileText(inWorkspace(`${FOLDER}/tasks.md`)), tasks("[x] completed"));
    await eventually("nothing is reported", () =>
      vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined,
    );
  });
});

/** Problems are asked for in what is visible. */
async function show(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/${file}`));
  await vscode.window.showTextDocument(document);
  return document;
}

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(`${FOLDER}/${file}`), new TextEncoder().encode(text));
}
