// Quick fixes of increments: of a file that is not open, and many at once.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, fileText, problemsOf } from "../quickFix.ts";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const PACKAGE = "packages/stock";
const FOLDER = `${PACKAGE}/.specweave/increments/0001-count-again`;
const SPEC =
  "### US-001: Count\n\n- [ ] **AC-US1-01**: All is counted\n- [ ] **AC-US1-02**: Gaps are named\n";
const TASKS = "### T-001: Count\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01\n";

suite("fixes of increments", () => {
  suiteSetup(async () => {
    await glossaryReady();
    await write("tasks.md", TASKS);
    await write("spec.md", SPEC);
  });
  suiteTeardown(async () => {
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace(PACKAGE), { recursive: true });
  });

  test("a criterion is added to a task in a file that is not open", async () => {
    const spec = await show("spec.md");
    const about = "AC-US1-02";
    await applyFix(spec, { rule: "increment/uncovered-criterion", title: /^Add AC-US1-02 to T-001/, about });
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/tasks.md`));
    await tasks.save();
    assert.equal(await fileText(tasks.uri), TASKS.replace("AC-US1-01", "AC-US1-01, AC-US1-02"));
  });

  test("a criterion gets a task of its own", async () => {
    await write("spec.md", `${SPEC}- [ ] **AC-US1-03**: Losses are written off\n`);
    const spec = await show("spec.md");
    const rule = "increment/uncovered-criterion";
    await applyFix(spec, { rule, title: "Create task T-002 for AC-US1-03", about: "AC-US1-03" });
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/tasks.md`));
    await tasks.save();
    assert.match(
      await fileText(tasks.uri),
      /^### T-002: Losses are written off\n\n\*\*User Story\*\*: US-001 \| \*\*Satisfies ACs\*\*: AC-US1-03\b/m,
    );
    await eventually("it is covered", () => problemsOf(spec.uri, rule).length === 0 || undefined);
  });

  test("all that is safe is fixed at once", async () => {
    await write("spec.md", SPEC.replaceAll("**", ""));
    const spec = await show("spec.md");
    const all = new vscode.Range(0, 0, spec.lineCount, 0);
    const kind = "source.fixAll.specGlossary";
    const [action] = await eventually("there is something to fix", async () => {
      const found = await ask<vscode.CodeAction[]>("vscode.executeCodeActionProvider", spec.uri, all, kind);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(spec.getText(), SPEC);
  });
});

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(`${FOLDER}/${file}`), new TextEncoder().encode(text));
}

async function show(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/${file}`));
  await vscode.window.showTextDocument(document);
  // What is on disk may be newer than what was open.
  await ask("workbench.action.files.revert");
  return document;
}
