/** “Validate Performance”: what is recorded of an increment's performance, as a document that can only be read. */
import { EventEmitter, Uri, ViewColumn, window, workspace } from "vscode";
import { PERFORMANCE, type PerformanceResult, VALIDATE_PERFORMANCE } from "../../server/protocol.ts";
import { registerReportLinks } from "../views/reportLinks.ts";
import type { Command, Extension } from "./command.ts";
import { asUri, here, offerFirst } from "./context.ts";

/** How many reports are kept. */
const MOST = 20;
type Report = Extract<PerformanceResult, { kind: "report" }>;

const SCHEME = "spec-glossary-performance";

export const PERFORMANCE_COMMAND: Command = { id: VALIDATE_PERFORMANCE, prepare: validatePerformance };

function validatePerformance({ client, subscriptions }: Extension) {
  /** The last reports by their documents, which may be closed and shown again. */
  const reports = new Map<string, Report>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => reports.get(uri.toString())?.report ?? "",
  });

  async function validate(given?: unknown): Promise<void> {
    const uri = typeof given === "string" ? given : (asUri(given) ?? (await here()))?.toString();
    const result = uri ? await ask(uri) : undefined;
    if (!uri || !result) return;
    // The query keeps reports of increments of the same title apart.
    const name = result.title.replace(/[\\/:?*"<>|#]+/g, " ").trim();
    const document = Uri.from({ scheme: SCHEME, path: `/Performance of ${name}.md`, query: uri });
    reports.delete(document.toString());
    reports.set(document.toString(), result);
    for (const oldest of [...reports.keys()].slice(0, -MOST)) reports.delete(oldest);
    changed.fire(document);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Active });
  }

  async function ask(uri: string): Promise<Report | undefined> {
    const result = await client.sendRequest<PerformanceResult | null>(PERFORMANCE, { uri });
    if (result?.kind === "report") return result;
    if (!result || result.increments.length === 0) {
      const message = "No increments were found in this workspace folder.";
      await offerFirst(message, "New Increment", "specGlossary.newIncrement");
      return undefined;
    }
    const [only, another] = result.increments;
    if (only && !another) return await ask(only.uri);
    const items = result.increments.map((one) => ({ label: one.title, description: one.name, uri: one.uri }));
    const picked = await window.showQuickPick(items, {
      title: "Validate the performance of which increment?",
      matchOnDescription: true,
    });
    return picked && (await ask(picked.uri));
  }

  const links = registerReportLinks(client, SCHEME, (uri) => reports.get(uri.toString())?.links ?? []);
  subscriptions.push(provider, changed, links);
  return validate;
}
