/** The ADR log: a table of all decision records, and the chains of what supersedes what. */
import { commands, type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ADR_LOG, type AdrLogResult } from "../../server/protocol.ts";
import { adrLogPage } from "./adrLogPage.ts";

export function registerAdrLog(client: BaseLanguageClient): Disposable {
  let panel: WebviewPanel | undefined;
  let shown: AdrLogResult = { entries: [], edges: [] };

  async function refresh(): Promise<boolean> {
    const open = window.activeTextEditor?.document.uri;
    const own = open && workspace.getWorkspaceFolder(open);
    const folder = own?.uri ?? workspace.workspaceFolders?.[0]?.uri;
    const uri = folder && Uri.joinPath(folder, "README.md").toString();
    const result = uri ? await client.sendRequest<AdrLogResult | null>(ADR_LOG, { uri }) : null;
    if (!result) return false;
    shown = result;
    if (panel) panel.webview.html = adrLogPage(result, nonce());
    return true;
  }

  return commands.registerCommand("specGlossary.openAdrLog", async () => {
    if (!panel) {
      panel = window.createWebviewPanel("specGlossary.adrLog", "ADR Log", ViewColumn.Active, {
        enableScripts: true,
        // The page brings all it needs; it reads no files.
        localResourceRoots: [],
        retainContextWhenHidden: true,
      });
      const saved = workspace.onDidSaveTextDocument(() => void refresh());
      panel.onDidDispose(() => {
        saved.dispose();
        panel = undefined;
      });
      panel.webview.onDidReceiveMessage(async (message: unknown) => {
        const index = (message as { open?: unknown } | undefined)?.open;
        // The page names a row, never a file.
        const entry = typeof index === "number" ? shown.entries[index] : undefined;
        if (entry) await window.showTextDocument(Uri.parse(entry.uri), { viewColumn: ViewColumn.Active });
      });
    } else panel.reveal();
    if (!(await refresh())) await window.showErrorMessage("Open a folder to see its decision records.");
  });
}

/** Lets the page's own script and style run, and nothing else. */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
