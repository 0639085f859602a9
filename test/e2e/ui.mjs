// The user's way: the packaged extension, installed into a VS Code that never saw this folder.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { openWindow } from "../../scripts/host/window.mjs";
import { root } from "../../scripts/lib/root.mjs";
import { sampleWorkspace } from "../../scripts/lib/temporary.mjs";

const SPEC = ".specweave/increments/0001-checkout/spec.md";

suite("installed extension", () => {
  const folder = sampleWorkspace();
  const spec = fs.readFileSync(path.join(folder, SPEC), "utf8");
  let window;
  let workbench;

  suiteSetup(async () => {
    window = await openWindow({ folder, vsix: process.env.VSIX });
    workbench = window.workbench;
    await workbench.ready();
  });

  suiteTeardown(() => window?.close());

  teardown(async function () {
    if (this.currentTest.state !== "failed") return;
    const picture = path.join(root, "out", `${this.currentTest.title.replaceAll(/\W+/g, "-")}.png`);
    await window.page.screenshot({ path: picture });
    console.log(`    picture: ${path.relative(root, picture)}`);
  });

  test("the status counts the terms", async () => {
    await workbench.openFile(SPEC);
    const status = await workbench.languageStatus(/\d+ terms/);
    assert.ok(Number.parseInt(status, 10) >= 10, status);
  });

  test("pointing at a term shows what it means", async () => {
    await goto("idempotency key, as decided");
    assert.match(await workbench.hoverAtCursor(/names one intended action/), /Idempotency Key/i);
  });

  test("a broken link is among the problems, and a quick fix mends it", async () => {
    assert.match(await workbench.problem(/idempotency-token/), /Warning|Error/);
    await goto("/docs/glossary/terms/idempotency-token");
    await workbench.quickFix("Link to “Idempotency Key” instead");
    await workbench.save();
    const saved = fs.readFileSync(path.join(folder, SPEC), "utf8");
    assert.equal(saved, spec.replace("terms/idempotency-token)", "terms/idempotency-key)"));
  });

  test("a term is suggested while typing", async () => {
    await goto("- The test account of the payment provider");
    await window.page.keyboard.press("End");
    await window.page.keyboard.type(", behind a circ");
    await workbench.acceptSuggestion("Circuit Breaker");
    await workbench.expectText(/behind a .*circuit breaker/i);
    await workbench.save();
  });

  test("a command makes a new term page", async () => {
    await workbench.command("Spec Glossary: New Term");
    await workbench.answer("Audit Trail");
    await workbench.tab("audit-trail.md").waitFor();
    await workbench.expectText(/# Audit Trail/);
  });

  test("the log of decisions is filtered and opened with the keyboard", async () => {
    await workbench.command("Spec Glossary: Open ADR Log");
    const log = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    const rows = log.locator("tbody tr:visible");
    await log.locator("#filter").fill("carts");
    await log.locator("#count").getByText("2 of 4").waitFor();
    await log.getByRole("button", { name: "1 superseded" }).click();
    await log.locator("#count").getByText("1 of 4").waitFor();
    assert.match(
      await rows.first().innerText(),
      /0001\s+Keep Carts in Server Sessions\s+Superseded\s*by ADR-0004/,
    );
    await log.getByRole("button", { name: "1 superseded" }).click();
    await log.getByRole("button", { name: "Date" }).click();
    await log.getByRole("button", { name: "Date" }).click();
    assert.match(await rows.first().innerText(), /0004/);
    await log.locator("#filter").press("ArrowDown");
    await window.page.keyboard.press("Enter");
    await workbench.tab("0004-keep-carts-in-the-database.md").waitFor();
  });

  test("a criterion without a task is found in the traceability view, and gets one", async () => {
    await workbench.openFile(SPEC);
    await workbench.command("Spec Glossary: Show Traceability");
    const view = window.page
      .locator("iframe.webview.ready")
      .last() // the other one is the log
      .contentFrame()
      .frameLocator("iframe#active-frame");
    await view.getByRole("button", { name: "Only uncovered (1)" }).click();
    await view.locator("#count").getByText("1 of 8 criteria").waitFor();
    await view.getByRole("button", { name: "Only uncovered (1)" }).click();
    await view.locator("#filter").fill("no such words");
    await view.getByText("Nothing matches.").waitFor();
    await view.locator("#filter").fill("five failed");
    await view.locator("#count").getByText("1 of 8 criteria").waitFor();
    await view.locator("#filter").press("ArrowDown");
    await window.page.keyboard.press("ArrowDown");
    await window.page.keyboard.press("ArrowRight");
    await window.page.keyboard.press("Enter");
    await workbench.tab("tasks.md").waitFor();
    await workbench.expectText(/T-006: Put the circuit breaker/);
    await workbench.command("Spec Glossary: Show Traceability");
    await view.locator("#filter").press("Escape");
    await view.getByRole("button", { name: "Add a task for AC-US1-03" }).click();
    await workbench.tab("tasks.md").waitFor();
    await workbench.expectText(/### T-008: \{\{What is done\}\}/);
    await window.page.keyboard.type("Compare prices");
    await workbench.command("Spec Glossary: Show Traceability");
    await view.locator("tr", { hasText: "AC-US1-03" }).getByText("Compare prices").waitFor();
    assert.equal(await view.getByRole("button", { name: /^Only uncovered/ }).count(), 0);
  });

  async function goto(text) {
    const before = spec.slice(0, spec.indexOf(text)).split("\n");
    await workbench.openFile(SPEC, before.length, before.at(-1).length + 1);
  }
});
