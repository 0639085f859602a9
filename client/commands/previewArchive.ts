/** “Preview Archive”: what becomes of specifications when an increment is archived, beside what they are now. */
import { commands, type Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import { type ArchivePreviewResult, type IncrementParams, PREVIEW_ARCHIVE } from "../../server/protocol.ts";
import { followEdits } from "../views/follow.ts";
import type { Command, Extension } from "./command.ts";
import { meant, pickIncrement } from "./increment.ts";

const SCHEME = "spec-glossary-archive";

export const PREVIEW_ARCHIVE_COMMAND: Command = {
  id: "specGlossary.previewArchive",
  prepare: previewArchive,
};

function previewArchive({ client, subscriptions }: Extension) {
  /** What is shown, by URI: the text, and what it was asked for with. */
  const shown = new Map<string, { readonly asked: IncrementParams; text: string }>();
  const changed = new EventEmitter<Uri>();
  let following: Disposable | undefined;

  async function preview(given?: unknown): Promise<void> {
    const found = await pickIncrement(client, "Preview the archiving of which increment?", meant(given));
    if (!found) return;
    const asked = { uri: found.uri, folder: found.current.folder };
    const result = await ask(asked);
    if (!result) {
      await window.showWarningMessage("This increment does not exist any more.");
      return;
    }
    const { name, pages, refusals, warnings, isArchived } = result;
    if (!isArchived) {
      await window.showInformationMessage(`Archiving ${name} changes no specification.`);
      return;
    }
    const sides = pages.map((page) => {
      const now = Uri.parse(page.uri);
      const [before, after] = [virtual(now, asked, "before"), virtual(now, asked, "after")];
      keep(after, asked, page.text ?? "");
      if (!page.exists) keep(before, asked, "");
      return { title: page.title, label: now, before: page.exists ? now : before, after };
    });
    following ??= followEdits("**/*.{md,yaml}", () => void refresh());
    await show(name, sides);
    if (refusals.length > 0)
      void window.showWarningMessage(`Archiving ${name} would be refused. ${refusals.join(" ")}`);
    else if (warnings.length > 0) void window.showWarningMessage(warnings.join(" "));
    else if (pages.length === 0)
      void window.showInformationMessage(`Archiving ${name} changes nothing: it is in force already.`);
  }

  async function ask(asked: IncrementParams): Promise<ArchivePreviewResult | null> {
    return await client.sendRequest<ArchivePreviewResult | null>(PREVIEW_ARCHIVE, asked);
  }

  function keep(uri: Uri, asked: IncrementParams, text: string): void {
    const before = shown.get(uri.toString());
    shown.set(uri.toString(), { asked, text });
    if (before && before.text !== text) changed.fire(uri);
  }

  /** Asks again for what is shown. */
  async function refresh(): Promise<void> {
    const wanted = new Map([...shown.values()].map(({ asked }) => [`${asked.uri} ${asked.folder}`, asked]));
    for (const asked of wanted.values())
      for (const page of (await ask(asked))?.pages ?? []) {
        const uri = virtual(Uri.parse(page.uri), asked, "after");
        if (shown.has(uri.toString())) keep(uri, asked, page.text ?? "");
      }
  }

  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => shown.get(uri.toString())?.text ?? "",
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (shown.delete(document.uri.toString()) && shown.size === 0) following = void following?.dispose();
    }),
    { dispose: () => following?.dispose() },
  );
  return preview;
}

interface Sides {
  readonly title: string;
  readonly label: Uri;
  readonly before: Uri;
  readonly after: Uri;
}

/** One specification beside itself, or all of them below one another. */
async function show(name: string, sides: readonly Sides[]): Promise<void> {
  const [first] = sides;
  if (!first) return;
  if (sides.length === 1)
    await commands.executeCommand(
      "vscode.diff",
      first.before,
      first.after,
      `${first.title}: now ↔ ${name} archived`,
    );
  else
    await commands.executeCommand(
      "vscode.changes",
      `${name} archived`,
      sides.map(({ label, before, after }) => [label, before, after]),
    );
}

/** The name of the change keeps two of the same specification apart. */
function virtual({ path, authority }: Uri, { folder }: IncrementParams, side: string): Uri {
  return Uri.from({ scheme: SCHEME, authority, path, query: `${folder} ${side}` });
}
