// What is reported in a document, and its quick fixes.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, askSurely, eventually } from "./workspace.ts";

export function problemsOf(uri: vscode.Uri, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((problem) => codeOf(problem) === rule);
}

/** The first one that is reported, or the first that says `about`. */
export function problemOf(uri: vscode.Uri, rule: string, about = ""): Promise<vscode.Diagnostic> {
  return eventually(`${rule} is reported`, () =>
    problemsOf(uri, rule).find(({ message }) => message.includes(about)),
  );
}

/** Waits for the problem and applies the fix of that title. */
export async function applyFix(
  { uri }: vscode.TextDocument,
  { rule, title, about }: { rule: string; title: string | RegExp; about?: string },
): Promise<void> {
  const { range } = await problemOf(uri, rule, about);
  await applyFixAt(uri, range, title);
}

/** Waits for the fix of that title and applies it. */
export async function applyFixAt(
  uri: vscode.Uri,
  range: vscode.Range,
  title: string | RegExp,
): Promise<void> {
  const wanted = (action: vscode.CodeAction) =>
    typeof title === "string" ? action.title === title : title.test(action.title);
  // VS Code gives up asking where another extension comes with its actions meanwhile.
  const fix = await eventually(`${title} is offered`, async () => {
    const actions = await askSurely<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      range,
      "quickfix",
      20,
    );
    return actions.find(wanted);
  });
  if (fix.edit) assert.ok(await vscode.workspace.applyEdit(fix.edit));
  if (fix.command) await ask(fix.command.command, ...(fix.command.arguments ?? []));
}

/** What is on disk. */
export async function fileText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}
