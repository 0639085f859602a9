/** What the server is told of this client beyond LSP. */
import { extensions } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { COMPARE_DEFINITIONS, type ExperimentalCapabilities } from "../server/protocol.ts";

/** VS Code's own extensions for Markdown and JSON can be switched off: then the server fills in. */
const SHOWN = [
  ["vscode.markdown-language-features", "outline"],
  ["vscode.json-language-features", "schema"],
] as const;

export function tellCapabilities(client: BaseLanguageClient): void {
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      const own: ExperimentalCapabilities = {
        specGlossaryCommands: [COMPARE_DEFINITIONS],
        specGlossaryShown: SHOWN.flatMap(([id, what]) => (extensions.getExtension(id) ? [what] : [])),
      };
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...own };
    },
    initialize: () => {},
    getState: () => ({ kind: "static" }),
    clear: () => {},
  });
}
