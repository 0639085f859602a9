// Queries that no index serves. The parser for SQL is loaded in the real server.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, fileText, problemOf, problemsOf } from "../quickFix.ts";
import { eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const RULE = "query/unindexed";

suite("queries", () => {
  suiteSetup(() => glossaryReady());

  test("the one of the sample is reported", async () => {
    const plan = inWorkspace(".specweave/increments/0001-checkout/plan.md");
    const document = await vscode.workspace.openTextDocument(plan);
    await vscode.window.showTextDocument(document);
    const problem = await problemOf(plan, RULE);
    assert.equal(document.getText(problem.range), "cart_id");
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
  });

  test("a query gets its index by the quick fix", async () => {
    const { document } = await open("Read by `SELECT * FROM refunds WHERE customer_id = ?`.\n");
    await applyFix(document, { rule: RULE, title: "Add a line “Index: refunds(customer_id)”" });
    await document.save();
    assert.equal(
      await fileText(document.uri),
      "Read by `SELECT * FROM refunds WHERE customer_id = ?`.\n\n**Index**: refunds(customer_id)\n",
    );
    await eventually("the problem is gone", () => problemsOf(document.uri, RULE).length === 0 || undefined);
  });
});
