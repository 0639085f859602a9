/** “Compare the definitions”: a copy of a term page beside its source. */
import { commands, type Disposable, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COMPARE_DEFINITIONS, type ExperimentalCapabilities } from "../../server/protocol.ts";

/** Registers the command, and tells the server that there is one. */
export function registerCompareDefinitions(client: BaseLanguageClient): Disposable {
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      const own: ExperimentalCapabilities = { specGlossaryCommands: [COMPARE_DEFINITIONS] };
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...own };
    },
    initialize: () => {},
    getState: () => ({ kind: "static" }),
    clear: () => {},
  });
  return commands.registerCommand(COMPARE_DEFINITIONS, async (source: string, copy: string) => {
    const [left, right] = [Uri.parse(source), Uri.parse(copy)];
    const name = right.path.slice(right.path.lastIndexOf("/") + 1);
    await commands.executeCommand("vscode.diff", left, right, `${name}: source ↔ copy`);
  });
}
