/** “Copy Starter Glossary into Workspace”: creates its pages where there are none, and opens the first. */
import { commands, type Disposable, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COPY_STARTER, type CopyStarterParams, type CopyStarterResult } from "../../server/protocol.ts";

export function registerCopyStarter(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("specGlossary.copyStarter", async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const params: CopyStarterParams = { uri: Uri.joinPath(folder, "README.md").toString() };
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
  });
}

/** The folder of the document at hand, the only one there is, or the one that is picked. */
async function chooseFolder(): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document.uri;
  const own = document && workspace.getWorkspaceFolder(document);
  if (own) return own.uri;
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) await window.showErrorMessage("Open a folder to keep the glossary in.");
  return folders.length < 2 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}
