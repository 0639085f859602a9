// The report on the performance of an increment, and the line above its title.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const SPEC = ".specweave/increments/0001-checkout/spec.md";

suite("Performance", () => {
  suiteSetup(glossaryReady);

  test("a line above the title says how far it is, and opens the report", async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace(SPEC));
    await vscode.window.showTextDocument(document);
    const lens = await eventually("the line above the title", async () => {
      const lenses = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);
      return lenses.find(({ command }) => command?.command === "specGlossary.validatePerformance");
    });
    assert.match(lens.command?.title ?? "", /^Performance: \d pass, \d planned/);
    assert.match(document.lineAt(lens.range.start.line).text, /^# /);
    await vscode.commands.executeCommand(lens.command?.command ?? "", ...(lens.command?.arguments ?? []));
    const report = vscode.window.activeTextEditor?.document;
    assert.equal(report?.uri.scheme, "spec-glossary-performance");
    assert.equal(report.languageId, "markdown");
    const text = report.getText();
    assert.ok(text.startsWith("# Performance of "), text);
    assert.match(text, /\| planned \| P95 latency +\| AC-US2-03: below 800 ms \(P95\) +\|/u);
    assert.match(text, /\n- criterion spec\.md:\d+: /);
    const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", report.uri);
    const target = links.map((link) => link.target?.toString() ?? "").find((one) => one.includes("tasks.md"));
    assert.ok(target, "no link leads to the tasks");
    assert.deepEqual(vscode.languages.getDiagnostics(report.uri), []);
  });
});
