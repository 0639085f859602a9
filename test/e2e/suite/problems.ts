// Diagnostics and their quick fixes.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, problemOf, problemsOf } from "../quickFix.ts";
import { eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const BROKEN = "Create the [token](/docs/glossary/terms/idempotency-keys) once.\n";

const FIXES = [
  {
    title: "Link to “Idempotency Key” instead",
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
      await applyFix(document, { rule: RULE, title });
      await document.save();
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), text);
      await eventually("the problem is gone", () => problems(document.uri).length === 0 || undefined);
    });
  }

  test("quick fix: create the term page", async () => {
    const { document } = await open("An [audit trail](/docs/glossary/terms/audit-trail).\n");
    await applyFix(document, { rule: RULE, title: /^Create term page “.*”$/ });
    const page = inWorkspace(".specweave/docs/public/glossary/terms/audit-trail.md");
    const created = await vscode.workspace.openTextDocument(page);
    assert.match(created.getText(), /^# Audit Trail$/im);
    await eventually("the problem is gone", () => problems(document.uri).length === 0 || undefined);
  });
});

const RULE = "glossary/dangling-link";

function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return problemsOf(uri, RULE);
}

function danglingLink(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return problemOf(uri, RULE);
}
