/** “Compare the definitions”: a copy of a term page beside its source. */
import { commands, type Disposable, Uri } from "vscode";
import { COMPARE_DEFINITIONS } from "../../server/protocol.ts";

export function registerCompareDefinitions(): Disposable {
  return commands.registerCommand(COMPARE_DEFINITIONS, async (source: string, copy: string) => {
    const [left, right] = [Uri.parse(source), Uri.parse(copy)];
    const name = right.path.slice(right.path.lastIndexOf("/") + 1);
    await commands.executeCommand("vscode.diff", left, right, `${name}: source ↔ copy`);
  });
}
