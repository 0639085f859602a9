/** Where and when a command is given, and what can be done where it has nothing to work on. */
import { commands, Uri, window, workspace } from "vscode";

/** The document at hand, or something in the first workspace folder; `undefined` where no folder is open. */
export function here(): Uri | undefined {
  const open = window.activeTextEditor?.document.uri;
  if (open && workspace.getWorkspaceFolder(open)) return open;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder && Uri.joinPath(folder, "README.md");
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
