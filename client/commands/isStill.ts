/** Whether a document is the one that the server has answered for. */
import { type Uri, window, workspace } from "vscode";

/** False, with a message, where a document has moved on since `version`; `null` stands for a file that is not open. */
export async function isStill(uri: Uri, version: number | null): Promise<boolean> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  // What has just been opened is as it is on the disk, which the server has looked at.
  if (version === null ? open?.isDirty !== true : open?.version === version) return true;
  const name = workspace.asRelativePath(uri);
  await window.showWarningMessage(`${name} has just been changed, and nothing has been done: try again.`);
  return false;
}
