// The quick fixes of the other glossary rules, the source action, and a setting that is changed meanwhile.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix, fileText, problemOf, problemsOf } from "../quickFix.ts";
import { ask, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const GLOSSARY = ".specweave/docs/public/glossary";
const UNLINKED = "glossary/unlinked-term";

suite("fixes", () => {
  suiteSetup(async () => {
    await glossaryReady();
    await write("terms/paypal.md", "# PayPal\n\n**PayPal** takes the money of most customers.\n");
    await write("terms/backorder.md", "# Backorder\n");
    await write(
      "terms/voucher.md",
      "---\navoid: [gift coupon]\n---\n\n# Voucher\n\nA **voucher** pays for an order.\n",
    );
  });

  test("glossary/route-mismatch", async () => {
    const { document } = await open("See [by category](/docs/glossary/index-by-category).\n");
    const title = 'Change to "/docs/glossary/glossary-by-category"';
    await applyFix(document, { rule: "glossary/route-mismatch", title });
    await document.save();
    assert.equal(await fileText(document.uri), "See [by category](/docs/glossary/glossary-by-category).\n");
  });

  test("glossary/miscapitalised-term", async () => {
    const { document } = await open("Paid with Paypal.\n");
    await applyFix(document, { rule: "glossary/miscapitalised-term", title: "Write “PayPal”" });
    await document.save();
    assert.equal(await fileText(document.uri), "Paid with PayPal.\n");
  });

  test("glossary/avoided-name", async () => {
    const { document } = await open("Gift coupons are paid with a gift coupon.\n");
    const rule = "glossary/avoided-name";
    await applyFix(document, { rule, about: "“gift coupon”", title: "Write “voucher”" });
    await applyFix(document, { rule, about: "Gift coupons", title: "Write “Vouchers”" });
    await document.save();
    assert.equal(await fileText(document.uri), "Vouchers are paid with a voucher.\n");
  });

  test("glossary/missing-from-index", async () => {
    const document = await show("README.md");
    const before = document.getText();
    const rule = "glossary/missing-from-index";
    await applyFix(document, { rule, about: "PayPal", title: 'Add "PayPal" to the list' });
    await document.save();
    const row =
      "- **[P95 (95th Percentile)](./terms/p95.md)** - The duration that 95 of 100 requests stay below\n";
    const added = "- **[PayPal](./terms/paypal.md)** - PayPal takes the money of most customers\n";
    assert.ok(before.includes(row));
    assert.equal(await fileText(document.uri), before.replace(row, row + added));
  });

  test("glossary/empty-definition", async () => {
    const document = await show("terms/backorder.md");
    const title = "Copy the definition from the glossary's list";
    await applyFix(document, { rule: "glossary/empty-definition", title });
    await document.save();
    assert.match(
      await fileText(document.uri),
      /^# Backorder\n+(?:## Definition\n+)?An order for an article that is out of stock but will be delivered later\.?\n+$/,
    );
  });

  test("a rule is switched on and off without a restart, and its fix links the use", async () => {
    const { document } = await open("A webhook and caching.\n");
    assert.deepEqual(problemsOf(document.uri, UNLINKED), []);
    const settings = vscode.workspace.getConfiguration("specGlossary", document.uri);
    await settings.update("rules", { [UNLINKED]: "warning" }, vscode.ConfigurationTarget.Workspace);
    try {
      const problem = await problemOf(document.uri, UNLINKED);
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
      await applyFix(document, { rule: UNLINKED, title: "Link to “Webhook”" });
      await document.save();
      assert.match(
        await fileText(document.uri),
        /^A \[webhook\]\([^)]*\/terms\/webhook(?:\.md)?\) and caching\.\n$/,
      );
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(
      "nothing is reported",
      () => problemsOf(document.uri, UNLINKED).length === 0 || undefined,
    );
  });

  test("glossary/undefined-acronym", async () => {
    const rule = "glossary/undefined-acronym";
    for (let i = 0; i < 5; i++) await write(`../guides/drill-${i}.md`, "# Drill\n\nThe ZTR drill.\n");
    const { document } = await open("The ZTR plan.\n");
    const settings = vscode.workspace.getConfiguration("specGlossary", document.uri);
    await settings.update("rules", { [rule]: "warning" }, vscode.ConfigurationTarget.Workspace);
    try {
      await applyFix(document, { rule, title: /^Add .ZTR. to the glossary$/ });
      const page = inWorkspace(`${GLOSSARY}/terms/ztr.md`);
      assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# ZTR$/m);
      await eventually("nothing is reported", () => problemsOf(document.uri, rule).length === 0 || undefined);
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test("the source action links all first uses", async () => {
    const { document } = await open("A webhook and caching. A webhook.\n");
    const range = new vscode.Range(0, 0, 0, 0);
    const kind = "source.specGlossary.linkFirstUses";
    const actions = await ask<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      kind,
      1,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Link first uses"],
    );
    assert.ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)));
    assert.match(document.getText(), /^A \[webhook\]\([^)]+\) and \[caching\]\([^)]+\)\. A webhook\.\n$/);
  });
});

/** Problems are asked for in what is visible. */
async function show(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(`${GLOSSARY}/${file}`));
  await vscode.window.showTextDocument(document);
  return document;
}

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(`${GLOSSARY}/${file}`), new TextEncoder().encode(text));
}
