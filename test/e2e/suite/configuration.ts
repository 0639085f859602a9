// .spec-glossary.jsonc: it holds at once, gives way to what is set in the editor, and its mistakes are shown.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFixAt, problemsOf } from "../quickFix.ts";
import { eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const RULE = "glossary/dangling-link";
const FILE = ".spec-glossary.jsonc";
const { Error: ERROR, Hint: HINT, Warning: WARNING } = vscode.DiagnosticSeverity;

suite("configuration", () => {
  suiteSetup(() => glossaryReady());
  teardown(() => vscode.workspace.fs.delete(inWorkspace(FILE)).then(undefined, () => {}));

  test("changes what is reported without a restart, and no longer when it is gone", async () => {
    const { document } = await open("A [token](/docs/glossary/terms/none).\n");
    await severityIs(document.uri, WARNING);
    await write(`{ "rules": { "${RULE}": "error" } }\n`);
    await severityIs(document.uri, ERROR);
    await write(`{ "overrides": [{ "files": ["**/note-*.md"], "rules": { "${RULE}": "off" } }] }\n`);
    await severityIs(document.uri, undefined);
    await vscode.workspace.fs.delete(inWorkspace(FILE));
    await severityIs(document.uri, WARNING);
  });

  test("gives way to a setting, and counts where nothing is set", async () => {
    const { document } = await open("A [token](/docs/glossary/terms/none).\n");
    await write(`{ "rules": { "${RULE}": "error" } }\n`);
    await severityIs(document.uri, ERROR);
    const settings = vscode.workspace.getConfiguration("specGlossary", document.uri);
    await settings.update("rules", { [RULE]: "hint" }, vscode.ConfigurationTarget.Workspace);
    try {
      await severityIs(document.uri, HINT);
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await severityIs(document.uri, ERROR);
  });

  test("counts although the setting has another default", async () => {
    const archive = inWorkspace("docs/_archive/old.md");
    await vscode.workspace.fs.writeFile(archive, bytes("A [token](/docs/glossary/terms/none).\n"));
    await vscode.window.showTextDocument(archive);
    await write('{ "archived": true }\n');
    await severityIs(archive, WARNING);
  });

  test("is JSON with comments, and its mistakes are shown once and fixed", async () => {
    await write('{\n  // Records.\n  "archivd": true\n}\n');
    const document = await vscode.workspace.openTextDocument(inWorkspace(FILE));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, "jsonc");
    const problems = await eventually("the mistake is shown", () => {
      const shown = vscode.languages.getDiagnostics(document.uri);
      return shown.length > 0 ? shown : undefined;
    });
    assert.deepEqual(
      problems.map(({ range, message }) => [document.getText(range), message]),
      [['"archivd"', "Property archivd is not allowed."]],
    );
    await applyFixAt(document.uri, (problems[0] as vscode.Diagnostic).range, 'Write "archived"');
    assert.match(document.getText(), /"archived": true/);
    await document.save();
    await eventually(
      "nothing is reported",
      () => vscode.languages.getDiagnostics(document.uri).length === 0 || undefined,
    );
  });
});

async function severityIs(uri: vscode.Uri, severity: vscode.DiagnosticSeverity | undefined): Promise<void> {
  await eventually(
    `severity ${severity}`,
    () => problemsOf(uri, RULE)[0]?.severity === severity || undefined,
  );
}

async function write(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(FILE), bytes(text));
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
