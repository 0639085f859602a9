/** “Validate Increment”: what all rules say of an increment, in a report that can only be read and in Problems. */
import {
  type Diagnostic,
  Disposable,
  EventEmitter,
  languages,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { type IncrementParams, VALIDATE_INCREMENT, type ValidateResult } from "../../server/protocol.ts";
import { followEdits } from "../views/follow.ts";
import { registerReportLinks } from "../views/reportLinks.ts";
import type { Command, Extension } from "./command.ts";
import { meant, pickIncrement } from "./increment.ts";

const SCHEME = "spec-glossary-increment";

export const VALIDATE_COMMAND: Command = { id: "specGlossary.validateIncrement", prepare: validateIncrement };

function validateIncrement({ client, subscriptions }: Extension) {
  /** What is validated and what was found, by the URI of the report; as long as the report is open. */
  const shown = new Map<string, { readonly asked: IncrementParams; readonly result: ValidateResult }>();
  const changed = new EventEmitter<Uri>();
  // The server reports what is wrong in open documents; this is for the others.
  const problems = languages.createDiagnosticCollection("specGlossary.increment");
  let following: Disposable | undefined;

  async function validate(given?: unknown): Promise<void> {
    const found = await pickIncrement(client, "Validate which increment?", meant(given));
    if (!found) return;
    const asked = { uri: found.uri, folder: found.current.folder };
    const result = await client.sendRequest<ValidateResult | null>(VALIDATE_INCREMENT, asked);
    if (!result) {
      await window.showWarningMessage("This increment does not exist any more.");
      return;
    }
    // The query keeps increments of the same name apart.
    const path = `/Validation of ${result.name.replace(/[\\/:?*"<>|#]+/g, " ").trim()}.md`;
    const uri = Uri.from({ scheme: SCHEME, path, query: asked.folder });
    shown.set(uri.toString(), { asked, result });
    changed.fire(uri);
    following ??= follow();
    await showProblems();
    await window.showTextDocument(await workspace.openTextDocument(uri), {
      viewColumn: ViewColumn.Active,
      preview: true,
    });
  }

  async function showProblems(): Promise<void> {
    const found: [Uri, Diagnostic[]][] = [];
    for (const { result } of shown.values())
      for (const { uri, diagnostics } of result.files)
        found.push([Uri.parse(uri), await client.protocol2CodeConverter.asDiagnostics([...diagnostics])]);
    const open = openDocuments();
    // At once: what is the same as before does not flicker.
    problems.clear();
    problems.set(found.filter(([uri]) => !open.has(uri.toString())));
  }

  function follow(): Disposable {
    return Disposable.from(
      window.tabGroups.onDidChangeTabs(() => void showProblems()),
      followEdits("**/*.{md,json}", () => void refresh()),
    );
  }

  /** Validates again what is shown. */
  async function refresh(): Promise<void> {
    for (const [uri, { asked, result: before }] of shown) {
      const result = await client.sendRequest<ValidateResult | null>(VALIDATE_INCREMENT, asked);
      if (!result || !shown.has(uri)) continue;
      shown.set(uri, { asked, result });
      if (result.report !== before.report) changed.fire(Uri.parse(uri));
    }
    await showProblems();
  }

  subscriptions.push(
    changed,
    problems,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => shown.get(uri.toString())?.result.report ?? "",
    }),
    registerReportLinks(client, SCHEME, (uri) => shown.get(uri.toString())?.result.links ?? []),
    workspace.onDidCloseTextDocument(async (document) => {
      if (!shown.delete(document.uri.toString())) return;
      if (shown.size === 0) following = void following?.dispose();
      await showProblems();
    }),
    { dispose: () => following?.dispose() },
  );
  return validate;
}

/** The documents that have a tab: of these the server tells itself what is wrong. */
function openDocuments(): Set<string> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return new Set(tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.toString()] : [])));
}
