// Decision records: the warning about a missing reason, and the commands that make and change them.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { applyFix } from "../quickFix.ts";
import { ask, askSurely, eventually, glossaryReady, inWorkspace, open } from "../workspace.ts";

const FOLDER = ".specweave/docs/internal/architecture/adr";
const ENTRIES = `# Notes

## Architecture Decisions

**ADR-020**: Cache exchange rates
- **Rationale**: The provider allows ten requests a minute
- **Trade-offs**: Rates are up to an hour old

**ADR-021**: Keep refunds in a table of their own
- **Trade-offs**: One more join in every report
`;

const MADR_FOLDER = "services/payments/docs/decisions";
/** Two records as the templates of MADR 4 have them. */
const MADR = {
  "0000-use-markdown-decision-records.md": `---
status: accepted
date: 2025-05-06
decision-makers: the payments team
---

# Use Markdown Decision Records

## Context and Problem Statement

We want to remember why payments work as they do. Where do we write it down?

## Considered Options

* MADR
* A wiki

## Decision Outcome

Chosen option: "MADR", because records are reviewed with the code that they are about.
`,
  "0001-charge-through-one-provider.md": `---
status: accepted
date: 2025-05-07
decision-makers: the payments team
---

# Charge Through One Provider

## Context and Problem Statement

Two providers mean two sets of refunds. How many do we need?

## Considered Options

* One provider
* Two providers

## Decision Outcome

Chosen option: "One provider", because nobody has to reconcile two ledgers.
`,
};

suite("decision records", () => {
  suiteSetup(() => glossaryReady());

  test("a decision without a reason is reported, and the fix adds the label", async () => {
    const { document } = await open(ENTRIES);
    const finding = await eventually("it is reported", () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(({ code }) => codeOf(code) === "adr/missing-rationale"),
    );
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    const fix = await eventually("its fix is offered", async () => {
      const actions = await ask<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        finding.range,
        "quickfix",
        20,
      );
      return actions.find(({ title }) => title === "Add the Rationale");
    });
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(
      document.getText(),
      /refunds in a table of their own\n- \*\*Rationale\*\*: \n- \*\*Trade-offs/,
    );
  });

  test("hovering over a number tells what was decided", async () => {
    const { document, cursor } = await open("As in ADR-00$002.\n");
    const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, cursor);
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join("\n");
    assert.match(text, /Require an Idempotency Key for Payments/);
  });

  test("a new record gets the next number and a row in the index, and nothing is wrong with it", async () => {
    await ask("specGlossary.newAdr", { title: "Charge in Euros", folder: FOLDER });
    const document = vscode.window.activeTextEditor?.document;
    const uri = inWorkspace(`${FOLDER}/0005-charge-in-euros.md`);
    assert.equal(document?.uri.toString(), uri.toString());
    assert.match(document.getText(), /^# ADR-0005: Charge in Euros\n\n\*\*Status\*\*: Proposed\n/);
    assert.match(document.getText(vscode.window.activeTextEditor?.selection), /^\{.+\}$/);
    const index = await vscode.workspace.openTextDocument(inWorkspace(`${FOLDER}/README.md`));
    assert.match(
      index.getText(),
      /\| \[ADR-0005\]\(0005-charge-in-euros\.md\) \| Charge in Euros \| Proposed \| \d{4}-/,
    );
    await vscode.workspace.saveAll();
    const lenses = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
    assert.ok(Array.isArray(lenses));
    assert.deepEqual(vscode.languages.getDiagnostics(uri).filter(ours), []);
  });

  test("a new record among those of MADR is one of MADR, and nothing is wrong with it", async () => {
    for (const [name, text] of Object.entries(MADR)) {
      const uri = inWorkspace(`${MADR_FOLDER}/${name}`);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
    await ask("specGlossary.newAdr", { title: "Refund Within a Day", folder: MADR_FOLDER });
    const editor = vscode.window.activeTextEditor;
    const uri = inWorkspace(`${MADR_FOLDER}/0002-refund-within-a-day.md`);
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.match(
      editor.document.getText(),
      /^---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\n[\s\S]*\n---\n\n# Refund Within a Day\n\n## Context and Problem Statement\n/,
    );
    assert.match(editor.document.getText(), /\n## Considered Options\n[\s\S]*\n## Decision Outcome\n/);
    assert.match(editor.document.getText(editor.selection), /^\{.+\}$/);
    await editor.document.save();
    await ask("vscode.executeCodeLensProvider", uri);
    assert.deepEqual(vscode.languages.getDiagnostics(uri).filter(ours), []);
  });

  test("superseding by a new record is undone in all files at once", async () => {
    const old = inWorkspace(`${FOLDER}/0002-require-an-idempotency-key-for-payments.md`);
    const index = inWorkspace(`${FOLDER}/README.md`);
    const documents = await Promise.all([old, index].map((uri) => vscode.workspace.openTextDocument(uri)));
    const before = documents.map((document) => document.getText());
    await vscode.window.showTextDocument(documents[0] as vscode.TextDocument);
    await askSurely("specGlossary.supersedeAdr", { title: "Charge Once by Design" });
    const made = vscode.window.activeTextEditor?.document.uri;
    assert.match(String(made), /\d{4}-charge-once-by-design\.md$/);
    assert.ok(documents.every((document, i) => document.getText() !== before[i]));
    await vscode.window.showTextDocument(documents[0] as vscode.TextDocument);
    await ask("undo");
    await eventually("record and index are as before, and the new one is gone", async () => {
      const restored = documents.every((document, i) => document.getText() === before[i]);
      const left = await vscode.workspace.fs.stat(made as vscode.Uri).then(
        () => true,
        () => false,
      );
      return restored && !left ? true : undefined;
    });
    await vscode.workspace.saveAll();
  });

  test("superseding changes both records and the index at once", async () => {
    const old = inWorkspace(`${FOLDER}/0003-put-a-circuit-breaker-before-the-payment-provider.md`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(old));
    await askSurely("specGlossary.supersedeAdr", { title: "Queue the Payments" });
    const made = vscode.window.activeTextEditor?.document.getText() ?? "";
    assert.match(
      made,
      /Supersedes \[ADR-0003\]\(0003-put-a-circuit-breaker-before-the-payment-provider\.md\)\./,
    );
    const text = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(
      await text(old),
      /\*\*Status\*\*: Superseded by \[ADR-0006\]\(0006-queue-the-payments\.md\)/,
    );
    const index = await text(inWorkspace(`${FOLDER}/README.md`));
    assert.match(index, /circuit-breaker-before-the-payment-provider\.md\) \|[^|]*\| Superseded \|/);
    assert.match(index, /ADR-0006/);
    await vscode.workspace.saveAll();
  });

  test("superseding by a record that is there is undone in both at once", async () => {
    const old = inWorkspace(`${FOLDER}/0002-require-an-idempotency-key-for-payments.md`);
    const by = inWorkspace(`${FOLDER}/0004-keep-carts-in-the-database.md`);
    const documents = await Promise.all([old, by].map((uri) => vscode.workspace.openTextDocument(uri)));
    const before = documents.map((document) => document.getText());
    await vscode.window.showTextDocument(documents[0] as vscode.TextDocument);
    await askSurely("specGlossary.supersedeAdr", { by: by.toString() });
    assert.match(documents[0]?.getText() ?? "", /Superseded by \[ADR-0004\]/);
    await ask("undo");
    await eventually("both are as before", () =>
      documents.every((document, i) => document.getText() === before[i]) ? true : undefined,
    );
    await vscode.workspace.saveAll();
  });

  test("a duplicate is renumbered by its quick fix, file and links and all", async () => {
    const folder = `${MADR_FOLDER}/more`;
    const text = (name: string) =>
      `# ADR-0001: ${name}\n\n**Status**: Accepted\n\n## Decision\n\n${name}, because it is there.\n`;
    for (const name of ["one", "two"]) {
      const uri = inWorkspace(`${folder}/0001-${name}.md`);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text(name)));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }
    const { document: plan } = await open(`See [two](../../../${folder}/0001-two.md).\n`);
    const two = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/0001-two.md`));
    await vscode.window.showTextDocument(two);
    await applyFix(two, { rule: "adr/duplicate-number", title: "Renumber to 0002, with the links to it" });
    await eventually("the link leads to the new name", () =>
      plan.getText().includes(`${folder}/0002-two.md`) ? true : undefined,
    );
    const renamed = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/0002-two.md`));
    assert.match(renamed.getText(), /^# ADR-0002: two\n/);
    await assert.rejects(async () => await vscode.workspace.fs.stat(two.uri));
    await vscode.workspace.saveAll();
  });

  test("the ADR log opens", async () => {
    await ask("specGlossary.openAdrLog");
    await eventually("its tab is there", () =>
      vscode.window.tabGroups.activeTabGroup.tabs.find(({ label }) => label === "ADR Log"),
    );
  });
});

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}

function ours({ source }: vscode.Diagnostic): boolean {
  return source === "Spec Glossary";
}
