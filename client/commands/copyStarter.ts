/** “Copy Starter Glossary into Workspace”: creates its pages where there are none, and opens the first. */
import { Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COPY_STARTER, type CopyStarterParams, type CopyStarterResult } from "../../server/protocol.ts";
import type { Command } from "./command.ts";
import { here } from "./context.ts";

export const COPY_STARTER_COMMAND: Command = { id: "specGlossary.copyStarter", run: copyStarter };

async function copyStarter(client: BaseLanguageClient): Promise<void> {
  const uri = await here();
  if (!uri) return;
  const params: CopyStarterParams = { uri: uri.toString() };
  const pages = await client.sendRequest<CopyStarterResult | null>(COPY_STARTER, params);
  const [first] = pages ?? [];
  if (!pages || !first) {
    await window.showInformationMessage("The pages of the starter glossary are here already.");
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { uri, text } of pages) {
    const contents = new TextEncoder().encode(text);
    edit.createFile(Uri.parse(uri), { overwrite: false, ignoreIfExists: true, contents });
  }
  if (!(await workspace.applyEdit(edit))) {
    await window.showErrorMessage("The pages of the starter glossary could not be created.");
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument(Uri.parse(first.uri)));
}
