// Increments: what the commands make, where they put it, and what they show.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const ROOT = ".specweave/increments";
const FOLDER = `${ROOT}/0001-checkout`;
const FILES = ["metadata.json", "plan.md", "spec.md", "tasks.md"];

suite("increments", () => {
  suiteSetup(() => glossaryReady());
  suiteTeardown(() => vscode.workspace.saveAll());

  test("a new increment has four files and no findings", async () => {
    await ask("specGlossary.newIncrement", { title: "Pay by Invoice", type: "feature", priority: "P2" });
    const editor = vscode.window.activeTextEditor;
    const folder = `${ROOT}/0002-pay-by-invoice`;
    assert.equal(editor?.document.uri.toString(), inWorkspace(`${folder}/spec.md`).toString());
    assert.match(editor.document.getText(editor.selection), /^\{\{.+\}\}$/);
    assert.match(editor.document.getText(), /\n# Feature: Pay by Invoice\n/);
    await vscode.workspace.saveAll();
    const files = await vscode.workspace.fs.readDirectory(inWorkspace(folder));
    assert.deepEqual(files.map(([name]) => name).sort(), FILES);
    // The server knows of files when it has looked at them.
    await eventually("they are validated", async () => {
      await ask("specGlossary.validateIncrement", { folder });
      const report = vscode.window.activeTextEditor?.document.getText() ?? "";
      return /\n- Covered by tasks: 2 of 2\n/.test(report) && /\n- Findings: none\n/.test(report)
        ? true
        : undefined;
    });
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/tasks.md`));
    assert.match(
      tasks.getText(),
      /\*\*User Story\*\*: US-001\n\*\*Satisfies ACs\*\*: AC-US1-01, AC-US1-02\n/,
    );
  });

  test("a new task goes behind the last one of its story, and one undo takes it back", async () => {
    const tasks = await show("tasks.md");
    const before = tasks.getText();
    await show("spec.md", "AC-US1-03");
    await ask("specGlossary.newTask");
    const after = tasks.getText();
    assert.match(
      after,
      /mark the ones that cannot be reserved\.\n\n\*\*Test\*\*: [^\n]+\n\n### T-008: \{\{What is done\}\}\n\n\*\*User Story\*\*: US-001\n\*\*Satisfies ACs\*\*: AC-US1-03\n\*\*Status\*\*: \[ \] pending\n\n\*\*Test\*\*: Given \{\{/,
    );
    assert.match(after, /\ntotal_tasks: 8\n[\s\S]*\n {2}US-001: 3\n/);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, tasks);
    assert.equal(tasks.getText(editor.selection), "{{What is done}}");
    await ask("undo");
    await eventually("the tasks are as before", () => (tasks.getText() === before ? true : undefined));
  });

  test("a new criterion goes behind the last one of the story at the cursor", async () => {
    const spec = await show("spec.md", "### US-001");
    const before = spec.getText();
    await ask("specGlossary.newCriterion");
    assert.match(
      spec.getText(),
      /\n- \[ \] \*\*AC-US1-03\*\*: [^\n]+\n- \[ \] \*\*AC-US1-04\*\*: Given \{\{situation\}\}, when \{\{action\}\}, then \{\{outcome\}\}\n\n### US-002/,
    );
    assert.equal(spec.getText(vscode.window.activeTextEditor?.selection), "{{situation}}");
    await ask("undo");
    await eventually("the specification is as before", () => (spec.getText() === before ? true : undefined));
  });

  test("a new story goes behind the last one", async () => {
    const spec = await show("spec.md");
    const before = spec.getText();
    await ask("specGlossary.newUserStory");
    assert.match(
      spec.getText(),
      /AC-US3-02[^\n]+\n\n### US-004: \{\{What the user can do\}\} \(P2\)\n\n\*\*Project\*\*: shop\n[\s\S]+AC-US4-01\*\*[^\n]+\n\n## Functional/,
    );
    await ask("undo");
    await eventually("the specification is as before", () => (spec.getText() === before ? true : undefined));
  });

  test("a feature of spec-kit is made and added to in its own form", async () => {
    await ask("specGlossary.newIncrement", { title: "Find by Colour", layout: "spec-kit" });
    const spec = vscode.window.activeTextEditor?.document;
    const folder = "specs/001-find-by-colour";
    assert.equal(spec?.uri.toString(), inWorkspace(`${folder}/spec.md`).toString());
    await vscode.workspace.saveAll();
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/tasks.md`));
    await eventually("a story is added", async () => {
      await ask("specGlossary.newUserStory", { folder });
      return /\n### User Story 2 - [^\n]+ \(Priority: P2\)\n/.test(spec?.getText() ?? "") ? true : undefined;
    });
    await ask("specGlossary.newCriterion", { folder, story: "US-1" });
    assert.match(
      spec?.getText() ?? "",
      /\n1\. \*\*Given\*\* [^\n]+\n2\. \*\*Given\*\* \{\{situation\}\}, \*\*When\*\*/,
    );
    await ask("specGlossary.newTask", { folder, story: "US-1" });
    assert.match(
      tasks.getText(),
      /\n- \[ \] T001 \[US1\] [^\n]+\n- \[ \] T002 \[US1\] \{\{What is done[^\n]+\n/,
    );
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace("specs"), { recursive: true });
  });

  test("a change of OpenSpec is made on disk, and added to in its own form", async () => {
    const folder = "openspec/changes/find-by-colour";
    const given = { title: "Find by Colour", layout: "openspec", capability: "search" };
    await ask("specGlossary.newIncrement", given);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), inWorkspace(`${folder}/proposal.md`).toString());
    assert.equal(editor.document.getText(editor.selection), "{{What is missing today, and for whom}}");
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty),
      [],
    );
    await eventually("its files have been read", async () => {
      await ask("specGlossary.validateIncrement", { folder });
      const report = vscode.window.activeTextEditor?.document.getText() ?? "";
      return /\n- Requirements: 1\n/.test(report) && /\n- Tasks: 1\b/.test(report) ? true : undefined;
    });
    await ask("specGlossary.newUserStory", { folder });
    const spec = vscode.window.activeTextEditor?.document;
    assert.equal(spec?.uri.toString(), inWorkspace(`${folder}/specs/search/spec.md`).toString());
    assert.equal(spec.getText().match(/^### Requirement: /gm)?.length, 2);
    await ask("specGlossary.newTask", { folder });
    const tasks = vscode.window.activeTextEditor?.document;
    assert.match(tasks?.getText() ?? "", /\n- \[ \] 1\.1 [^\n]+\n- \[ \] 1\.2 \{\{What is done\}\}\n/);
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace("openspec"), { recursive: true });
  });

  test("a specification of Kiro is made on disk, added to, and its numbers lead to criteria", async () => {
    const folder = ".kiro/specs/find-by-colour";
    await ask("specGlossary.newIncrement", { title: "Find by Colour", layout: "kiro" });
    const spec = vscode.window.activeTextEditor?.document;
    assert.equal(spec?.uri.toString(), inWorkspace(`${folder}/requirements.md`).toString());
    await eventually("a requirement is added", async () => {
      await ask("specGlossary.newUserStory", { folder });
      return /\n### Requirement 2: /.test(spec?.getText() ?? "") || undefined;
    });
    await ask("specGlossary.newCriterion", { folder, story: "US-1" });
    assert.match(spec?.getText() ?? "", /\n2\. WHEN [^\n]+\n3\. WHEN \{\{something happens\}\}, THE system/);
    const tasks = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/tasks.md`));
    await eventually("a task is added", async () => {
      await ask("specGlossary.newTask", { folder, story: "US-1", criteria: ["AC-US1-3"] });
      return (
        /\n- \[ \] 2\. \{\{What is done\}\}\n {2}- _Requirements: 1\.3_\n/.test(tasks.getText()) || undefined
      );
    });
    const at = tasks.positionAt(tasks.getText().indexOf("1.3_"));
    await eventually("the number leads to its criterion", async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        "vscode.executeDefinitionProvider",
        tasks.uri,
        at,
      );
      return found.some(({ targetUri }) => targetUri?.path.endsWith("requirements.md")) || undefined;
    });
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace(".kiro"), { recursive: true });
  });

  test("the snippet of a specification knows its increment", async () => {
    const { document } = await open("");
    await ask("editor.action.insertSnippet", { langId: "markdown", name: "Increment: spec.md" });
    // The heading takes over the type when that has been chosen.
    for (let field = 1; field <= 2; field++) await ask("jumpToNextSnippetPlaceholder");
    assert.match(
      document.getText(),
      /^---\nincrement: 0001-checkout\ntitle: "\{\{Title\}\}"\ntype: feature\npriority: P0\n[\s\S]*\ncreated: \d{4}-\d\d-\d\d\n/,
    );
    assert.match(
      document.getText(),
      /\n# Feature: \{\{Title\}\}\n[\s\S]*\n### US-001: \{\{[^}]+\}\} \(P0\)\n/,
    );
    await document.save();
  });

  test("a validated increment has a report with links, and its problems are listed", async () => {
    await ask("workbench.action.closeAllEditors");
    await ask("specGlossary.validateIncrement", { folder: FOLDER });
    const report = vscode.window.activeTextEditor?.document;
    assert.match(report?.getText() ?? "", /^# Validation of 0001-checkout\n/);
    assert.match(report?.getText() ?? "", /\n- spec\.md:\d+ warning: No task satisfies AC-US1-03/);
    assert.ok(report);
    const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", report.uri);
    const spec = inWorkspace(`${FOLDER}/spec.md`);
    assert.ok(links.some(({ target }) => target?.path === spec.path && /^L\d+$/.test(target.fragment)));
    await eventually("the problem is listed for the closed file", () =>
      rulesIn(spec).filter((rule) => rule === "increment/uncovered-criterion").length === 1
        ? true
        : undefined,
    );
    await show("spec.md");
    await eventually("it is listed once for the open one", () =>
      rulesIn(spec).filter((rule) => rule === "increment/uncovered-criterion").length === 1
        ? true
        : undefined,
    );
    await ask("workbench.action.closeAllEditors");
  });

  test("the traceability view opens", async () => {
    await ask("specGlossary.showTraceability", inWorkspace(FOLDER));
    await eventually("its tab is there", () =>
      vscode.window.tabGroups.activeTabGroup.tabs.find(({ label }) => label === "Traceability: Checkout"),
    );
    await ask("workbench.action.closeAllEditors");
  });
});

/** Shows a file of the sample increment, with the cursor at a text. */
async function show(file: string, at = ""): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/${file}`));
  // The tab of a preview gives way to the next one, and its document is closed.
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const cursor = document.positionAt(document.getText().indexOf(at));
  editor.selection = new vscode.Selection(cursor, cursor);
  return document;
}

function rulesIn(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Spec Glossary")
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
}
