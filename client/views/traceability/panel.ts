/** The traceability view: which tasks and tests there are for each criterion of an increment. */
import { commands, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type IncrementParams, TRACEABILITY, type TraceabilityResult } from "../../../server/protocol.ts";
import type { Command, Extension } from "../../commands/command.ts";
import { type Meant, meant, pickIncrement } from "../../commands/increment.ts";
import { followEdits } from "../follow.ts";
import { nonce } from "../html.ts";
import { readMessage, type ToPage } from "./messages.ts";
import { type Content, traceabilityContent, traceabilityPage } from "./page.ts";

const TITLE = "Traceability";

export const TRACEABILITY_COMMAND: Command = { id: "specGlossary.showTraceability", prepare: traceability };

function traceability({ client, media, subscriptions }: Extension) {
  let panel: WebviewPanel | undefined;
  let asked: IncrementParams | undefined;
  let content: Content | undefined;

  /** False where the increment is gone. */
  async function refresh(): Promise<boolean> {
    const now = asked;
    const result = now && (await client.sendRequest<TraceabilityResult | null>(TRACEABILITY, now));
    if (!panel || !result || asked !== now) return result !== null;
    const before = content;
    content = traceabilityContent(result);
    panel.title = `${TITLE}: ${result.title}`;
    if (!before) panel.webview.html = traceabilityPage(content, nonce());
    else if (before.html !== content.html) {
      const message: ToPage = { kind: "content", html: content.html };
      await panel.webview.postMessage(message);
    }
    return true;
  }

  function open(): WebviewPanel {
    const made = window.createWebviewPanel("specGlossary.traceability", TITLE, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      // The page brings all it needs; it reads no files.
      localResourceRoots: [],
      retainContextWhenHidden: true,
    });
    made.iconPath = Uri.joinPath(media, "traceability.svg");
    let stale = false;
    const edits = followEdits("**/*.{md,json}", () => {
      stale = !made.visible;
      if (made.visible) void refresh();
    });
    made.onDidChangeViewState(() => {
      if (made.visible && stale) void refresh();
      if (made.visible) stale = false;
    });
    made.onDidDispose(() => {
      edits.dispose();
      panel = undefined;
      content = undefined;
    });
    made.webview.onDidReceiveMessage((message: unknown) => answer(message));
    return made;
  }

  async function answer(message: unknown): Promise<void> {
    const said = readMessage(message);
    if (said?.kind === "choose") return await show({ uri: asked?.uri, choose: true });
    // The page names a number, never a file.
    if (said?.kind === "add") {
      const criterion = content?.criteria[said.criterion];
      if (!criterion || !asked) return;
      const given = { ...asked, story: criterion.storyKey, criteria: [criterion.key] };
      await commands.executeCommand("specGlossary.newTask", given);
    }
    const place = said?.kind === "open" ? content?.places[said.place] : undefined;
    if (!place) return;
    const selection = client.protocol2CodeConverter.asRange(place.range);
    await window.showTextDocument(Uri.parse(place.uri), { viewColumn: ViewColumn.Active, selection });
  }

  async function show(known: Meant): Promise<void> {
    const found = await pickIncrement(client, "Show the traceability of which increment?", known);
    if (!found) return;
    asked = { uri: found.uri, folder: found.current.folder };
    if (panel) panel.reveal();
    else panel = open();
    if (!(await refresh())) await window.showWarningMessage("This increment does not exist any more.");
  }

  subscriptions.push({ dispose: () => panel?.dispose() });
  return (given?: unknown) => show(meant(given));
}
