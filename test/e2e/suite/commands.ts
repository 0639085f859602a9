// What the extension registers and says about itself.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { glossaryReady } from "../workspace.ts";

suite("extension", () => {
  test("counts the terms of the glossary", async () => {
    const { terms } = await glossaryReady();
    assert.ok(terms >= 10, `${terms} terms`);
  });

  test("registers its commands", async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes("specGlossary.newTerm"));
  });
});
