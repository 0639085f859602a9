// Edits as an author makes them, compared with the files byte for byte: nothing is written in the wrong place.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, askSurely, eventually, glossaryReady, inWorkspace } from "../workspace.ts";

const CONFIGURATION = ".spec-glossary.jsonc";
const FOLDER = "harbour/docs";
const GLOSSARY = `${FOLDER}/glossary.md`;
const WORDS = `${FOLDER}/words.md`;
const PAGE = `${FOLDER}/page.md`;
const RECORD = `${FOLDER}/adr/0001-use-a-queue.md`;

const ENTRIES = [
  "# Glossary\n\n## Anchor\n\nA weight.\n\nIt holds the ship.\n\n",
  "## Berth\n\nA place for a ship.\n\n- with a number\n- with a depth\n\n",
  "## Quay\n\nA wall.\n",
] as const;

suite("edits", () => {
  suiteSetup(async () => {
    await glossaryReady();
    // The harbour has a glossary of headings of its own; those of the shop would come before it, the copied one too.
    await write(CONFIGURATION, '{ "exclude": [".specweave/**", "services/**", "docs/**"] }\n');
    await write(GLOSSARY, ENTRIES.join(""));
    await write(WORDS, "A berth, and a circuit breaker.\n");
    await eventually("the harbour's glossary is the only one", async () =>
      (await explains("berth")) && !(await explains("circuit")) ? true : undefined,
    );
  });

  suiteTeardown(async () => {
    // An editor may still have the file when it is gone: what it says then must not hold any more.
    await write(CONFIGURATION, "{}\n");
    await eventually("the shop has its glossary again", async () =>
      (await explains("circuit")) ? true : undefined,
    );
    await vscode.workspace.fs.delete(inWorkspace(CONFIGURATION));
    await ask("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(inWorkspace("harbour"), { recursive: true });
  });

  test("the status of a record is set where it is now, after typing above it", async () => {
    const text = (above: string, status: string) =>
      `# ADR-0001: Use a queue\n${above}\n## Context\n\nLoad peaks.\n\n## Decision\n\nA queue, because load peaks.\n\n## Status\n\n${status}\n`;
    await write(RECORD, text("", "Proposed"));
    const document = await shown(RECORD);
    await typed(document, new vscode.Position(1, 0), "\nReviewed twice, once by the harbour master.\n");
    await askSurely("specGlossary.setAdrStatus", { status: "Accepted" });
    const above = "\nReviewed twice, once by the harbour master.\n";
    assert.equal(document.getText(), text(above, "Accepted"));
    // The same once it is saved, closed and opened again.
    await vscode.workspace.saveAll();
    await ask("workbench.action.closeAllEditors");
    const again = await shown(RECORD);
    await typed(again, new vscode.Position(1, 0), "\nAnd once more.\n");
    await askSurely("specGlossary.setAdrStatus", { status: "Rejected" });
    await vscode.workspace.saveAll();
    assert.equal(await read(RECORD), text(`\nAnd once more.\n${above}`, "Rejected"));
  });

  test("a term that is linked by reference keeps its links when it is renamed", async () => {
    const page = (text: string, label: string, anchor: string) =>
      `# Page\r\n\r\nThe ${text} is free, [the one][${label}] is not.\r\n\r\n[${label}]: glossary.md#${anchor}\r\n`;
    await write(PAGE, page("[Berth][]", "berth", "berth"));
    const document = await shown(PAGE);
    const at = document.positionAt(document.getText().indexOf("Berth") + 1);
    const edit = await eventually("it can be renamed", async () => {
      const found = await ask<vscode.WorkspaceEdit | undefined>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        at,
        "Mooring",
      );
      return found && found.size > 1 ? found : undefined;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    // What no editor shows is not among all that is saved.
    const glossary = await vscode.workspace.openTextDocument(inWorkspace(GLOSSARY));
    assert.ok((await document.save()) && (!glossary.isDirty || (await glossary.save())));
    assert.equal(await read(PAGE), page("[Mooring][]", "mooring", "mooring"));
    assert.equal(await read(GLOSSARY), ENTRIES.join("").replace("## Berth", "## Mooring"));
    await write(GLOSSARY, ENTRIES.join(""));
  });

  test("a new term stands behind the whole entry before it, and its definition is typed below its heading", async () => {
    const glossary = await shown(GLOSSARY);
    await eventually("the glossary is as it was", () =>
      glossary.getText() === ENTRIES.join("") ? true : undefined,
    );
    await ask("specGlossary.newTerm", "Crane");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), glossary.uri.toString());
    await ask("type", { text: "It lifts." });
    await vscode.workspace.saveAll();
    const [anchor, berth, quay] = ENTRIES;
    assert.equal(await read(GLOSSARY), `${anchor}${berth}## Crane\n\nIt lifts.\n\n${quay}`);
  });
});

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
}

/** Whether a word of the page of words has a hover. */
async function explains(word: string): Promise<boolean> {
  const words = await shown(WORDS);
  const at = words.positionAt(words.getText().indexOf(word) + 1);
  return (await ask<vscode.Hover[]>("vscode.executeHoverProvider", words.uri, at)).length > 0;
}

/** What the disk has. */
async function read(path: string): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    await vscode.workspace.fs.readFile(inWorkspace(path)),
  );
}

async function shown(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Types at a place, as a person does. */
async function typed(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(at, at);
  await ask("type", { text });
}
