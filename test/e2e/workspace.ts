// The extension and the documents that the tests look at. `$0` in a text is the cursor.
import * as vscode from "vscode";

const FOLDER = ".specweave/increments/0001-checkout";

interface Api {
  ready(): Promise<{ terms: number }>;
}

/** Starts the extension and waits until the glossary is indexed. */
export async function glossaryReady(): Promise<{ terms: number }> {
  const extension = vscode.extensions.getExtension<Api>("spec-glossary.spec-glossary");
  if (!extension) throw new Error("The extension is not loaded.");
  return (await extension.activate()).ready();
}

export function inWorkspace(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, file);
}

let documents = 0;

/** Opens a new document of the sample increment, on disk like any other. */
export async function open(
  marked: string,
): Promise<{ document: vscode.TextDocument; cursor: vscode.Position }> {
  const text = marked.replace("$0", "");
  const uri = inWorkspace(`${FOLDER}/note-${++documents}.md`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(Math.max(marked.indexOf("$0"), 0)) };
}

/** Asks again until there is an answer. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: still not so`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export function ask<T>(command: string, ...args: unknown[]): Promise<T> {
  return Promise.resolve(vscode.commands.executeCommand<T>(command, ...args));
}

/** As `ask`, and says yes where it is asked whether several files are to be changed. */
export async function askSurely<T>(command: string, ...args: unknown[]): Promise<T> {
  let isDone = false;
  const answer = ask<T>(command, ...args).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (!isDone) await ask("notification.acceptPrimaryAction");
  }
  return await answer;
}
