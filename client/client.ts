/** Starts the language client and what belongs to it. The same for every kind of extension host. */
import { type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { STATUS, type StatusParams } from "../server/protocol.ts";
import { tellCapabilities } from "./capabilities.ts";
import { COMMANDS } from "./commands/all.ts";
import { register } from "./commands/command.ts";
import { DOCUMENTS } from "./documents.ts";
import { renameMiddleware } from "./rename.ts";
import { settingsMiddleware } from "./settings.ts";
import { StatusItem, setContexts } from "./status.ts";

/** What the extension gives to others. */
export interface Api {
  /** Resolves when every file of the workspace has been read. */
  ready(): Promise<{ readonly terms: number }>;
  /** How far the index is; `undefined` until the server has said so. */
  status(): StatusParams | undefined;
}

/** Resolves when the server runs; `create` makes the client for the kind of extension host. */
export async function start(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Api> {
  const client = create({
    documentSelector: DOCUMENTS,
    synchronize: {},
    middleware: { ...settingsMiddleware, ...renameMiddleware },
    // Only the built-in renderer's own Markdown: no commands, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
  });
  tellCapabilities(client);
  const media = Uri.joinPath(context.extensionUri, "client/media");
  const status = new StatusItem();
  let latest: StatusParams | undefined;
  let complete: (status: StatusParams) => void = () => {};
  const ready = new Promise<StatusParams>((resolve) => {
    complete = resolve;
  });
  context.subscriptions.push(
    status,
    client.onDidChangeState(({ newState }) => status.follow(newState)),
    client.onNotification(STATUS, (params: StatusParams) => {
      latest = params;
      status.show(params);
      if (!params.complete) return;
      setContexts(params);
      complete(params);
    }),
  );
  register(COMMANDS, { client, media, subscriptions: context.subscriptions });
  await client.start();
  return { ready: async () => ({ terms: (await ready).terms }), status: () => latest };
}
