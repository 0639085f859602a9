/** Where and when a command is given, and what can be done where it has nothing to work on. */
import { commands, Uri, window, workspace } from "vscode";

/**
 * The document at hand, something in the only workspace folder, or in the one that is picked; `undefined` where none is
 * picked, and where none is open, which the user is told.
 */
export async function here(): Promise<Uri | undefined> {
  const open = window.activeTextEditor?.document.uri;
  if (open && workspace.getWorkspaceFolder(open)) return open;
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    await offerFirst("This needs an open folder.", "Open Folder", "workbench.action.files.openFolder");
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  return folder && Uri.joinPath(folder.uri, "README.md");
}

/** The document or folder that a menu of the editor hands to a command. */
export function asUri(argument: unknown): Uri | undefined {
  return argument instanceof Uri ? argument : undefined;
}

/** `2025-01-31`, where the user is. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Says that something is missing, with the command that makes the first one. */
export async function offerFirst(message: string, title: string, command: string): Promise<void> {
  if ((await window.showInformationMessage(message, title)) === title) await commands.executeCommand(command);
}
