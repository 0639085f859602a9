// Diagnostics and their quick fixes.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const BROKEN = "Create the [token](/docs/glossary/terms/idempotency-keys) once.\n";

const FIXES = [
  {
    title: 'Link to "Idempotency Key" instead',
    text: "Create the [token](/docs/glossary/terms/idempotency-key) once.\n",
  },
  { title: "Remove the link", text: "Create the token once.\n" },
];

suite("problems", () => {
  suiteSetup(() => glossaryReady());

  test("a link to a term that is not there is reported", async () => {
    const { document } = await open(BROKEN);
    const problem = await danglingLink(document.uri);
    assert.equal(problem.source, "Spec Glossary");
    assert.match(document.getText(problem.range), /idempotency-keys/);
  });

  test("a link to a term that is there is not", async () => {
    const { document } = await open(
      "A [cache](/docs/glossary/terms/caching), a [token](/docs/glossary/terms/none).\n",
    );
    await danglingLink(document.uri); // the whole page has been checked then
    const reported = problems(document.uri).map((problem) => document.getText(problem.range));
    assert.ok(!reported.some((text) => text.includes("caching")), `reported ${reported}`);
  });

  for (const { title, text } of FIXES) {
    test(`quick fix: ${title}`, async () => {
      const { document } = await open(BROKEN);
      await applyFix(document, title);
      await document.save();
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), text);
      await eventually("the problem is gone", () => problems(document.uri).length === 0 || undefined);
    });
  }

  test("quick fix: create the term page", async () => {
    const { document } = await open("An [audit trail](/docs/glossary/terms/audit-trail).\n");
    await applyFix(document, /^Create term page ".*"$/);
    const page = inWorkspace(".specweave/docs/public/glossary/terms/audit-trail.md");
    const created = await vscode.workspace.openTextDocument(page);
    assert.match(created.getText(), /^# Audit Trail$/im);
    await eventually("the problem is gone", () => problems(document.uri).length === 0 || undefined);
  });
});

function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((problem) => codeOf(problem) === "glossary/dangling-link");
}

function danglingLink(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually("a dangling link is reported", () => problems(uri)[0]);
}

async function applyFix(document: vscode.TextDocument, title: string | RegExp): Promise<void> {
  const { range } = await danglingLink(document.uri);
  const command = "vscode.executeCodeActionProvider";
  const actions = await ask<vscode.CodeAction[]>(command, document.uri, range, "quickfix", 20);
  const wanted = (action: vscode.CodeAction) =>
    typeof title === "string" ? action.title === title : title.test(action.title);
  const fix = actions.find(wanted);
  assert.ok(fix, `offered: ${actions.map((action) => action.title).join(", ")}`);
  if (fix.edit) assert.ok(await vscode.workspace.applyEdit(fix.edit));
  if (fix.command) await ask(fix.command.command, ...(fix.command.arguments ?? []));
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}
