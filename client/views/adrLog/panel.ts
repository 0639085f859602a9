/** The ADR log: a table of all decision records, and the chains of what supersedes what. */
import { commands, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { ADR_LOG, type AdrLogResult } from "../../../server/protocol.ts";
import type { Command, Extension } from "../../commands/command.ts";
import { asUri, here } from "../../commands/context.ts";
import { followFiles } from "../follow.ts";
import { nonce } from "../html.ts";
import { readMessage } from "./messages.ts";
import { adrLogPage } from "./page.ts";

export const ADR_LOG_COMMAND: Command = { id: "specGlossary.openAdrLog", prepare: adrLog };

function adrLog({ client, media }: Extension) {
  let panel: WebviewPanel | undefined;
  let folder: Uri | undefined;
  let shown: AdrLogResult = { entries: [], edges: [] };
  let page = "";

  async function refresh(): Promise<void> {
    const uri = folder && Uri.joinPath(folder, "README.md").toString();
    const result = uri ? await client.sendRequest<AdrLogResult | null>(ADR_LOG, { uri }) : null;
    if (!result) return;
    shown = result;
    const next = JSON.stringify(result);
    // A page that is made anew loses the place that was read.
    if (panel && next !== page) panel.webview.html = adrLogPage(result, nonce());
    page = next;
  }

  function open(): WebviewPanel {
    const made = window.createWebviewPanel("specGlossary.adrLog", "ADR Log", ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      // The page brings all it needs; it reads no files.
      localResourceRoots: [],
      retainContextWhenHidden: true,
    });
    made.iconPath = Uri.joinPath(media, "log.svg");
    const files = followFiles("**/*.{md,mdx,markdown,yaml,jsonc}", () => void refresh());
    made.onDidDispose(() => {
      files.dispose();
      panel = undefined;
      page = "";
    });
    made.webview.onDidReceiveMessage(async (message: unknown) => {
      const said = readMessage(message);
      // The page names a row, never a file.
      const entry = said?.kind === "open" ? shown.entries[said.index] : undefined;
      if (entry) await window.showTextDocument(Uri.parse(entry.uri), { viewColumn: ViewColumn.Active });
      if (said?.kind === "new") await commands.executeCommand("specGlossary.newAdr", folder);
    });
    return made;
  }

  return async (given?: unknown): Promise<void> => {
    const document = asUri(given) ?? window.activeTextEditor?.document.uri;
    const own = document && workspace.getWorkspaceFolder(document);
    // The log stays with its folder while other documents are looked at.
    const at = own?.uri ?? (panel ? folder : await here());
    if (!at) return;
    folder = workspace.getWorkspaceFolder(at)?.uri;
    if (panel) panel.reveal();
    else panel = open();
    await refresh();
  };
}
