/** “New Term”: asks for a name, puts a page or a row where the other terms are, and the cursor in it. */
import {
  Position,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { NEW_TERM, type NewTermParams, type NewTermResult } from "../../server/protocol.ts";
import type { Command } from "./command.ts";
import { here } from "./context.ts";
import { isStill } from "./isStill.ts";

/** It takes a name for callers that have one; else it asks. */
export const NEW_TERM_COMMAND: Command = { id: "specGlossary.newTerm", run: newTerm };

async function newTerm(client: BaseLanguageClient, given?: unknown): Promise<void> {
  const uri = await here();
  if (!uri) return;
  const name = typeof given === "string" ? given : await askName(window.activeTextEditor);
  if (!name?.trim()) return;
  const params: NewTermParams = { uri: uri.toString(), name: name.trim() };
  const result = await client.sendRequest<NewTermResult | null>(NEW_TERM, params);
  if (result) await openTerm(result);
}

async function askName(editor: TextEditor | undefined): Promise<string | undefined> {
  const selected = editor?.document.getText(editor.selection) ?? "";
  return await window.showInputBox({
    title: "New Term",
    prompt: "The name as it should be written, with its abbreviation if it has one",
    placeHolder: "Idempotency Key, or ADR (Architecture Decision Record)",
    value: /^[^\r\n]{1,80}$/.test(selected) ? selected : "",
    validateInput: (value) =>
      /\p{L}/u.test(value) || value === "" ? undefined : "A name needs at least one letter",
  });
}

async function openTerm(result: NewTermResult): Promise<void> {
  const uri = Uri.parse(result.uri);
  if (result.kind !== "known") {
    if (result.kind === "row" && !(await isStill(uri, result.version))) return;
    const edit = new WorkspaceEdit();
    if (result.kind === "row") edit.insert(uri, positionOf(result.position), result.text);
    else edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(result.text) });
    if (!(await workspace.applyEdit(edit))) {
      const what = result.kind === "row" ? "changed" : "created";
      await window.showErrorMessage(`${workspace.asRelativePath(uri)} could not be ${what}.`);
      return;
    }
  }
  const editor = await window.showTextDocument(uri, { preview: result.kind !== "page" });
  const cursor = positionOf(result.kind === "known" ? result.position : result.field);
  editor.selection = new Selection(cursor, cursor);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  if (result.kind === "known")
    await window.showInformationMessage("The glossary has this term already: here it is.");
}

function positionOf({ line, character }: { line: number; character: number }): Position {
  return new Position(line, character);
}
