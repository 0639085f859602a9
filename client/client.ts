/** Starts the language client and what belongs to it. The same for every kind of extension host. */
import { commands, type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { STATUS, type StatusParams } from "../server/protocol.ts";
import { tellCapabilities } from "./capabilities.ts";
import { registerAdrCommands } from "./commands/adr.ts";
import { registerCompareDefinitions } from "./commands/compareDefinitions.ts";
import { registerCopyStarter } from "./commands/copyStarter.ts";
import { registerIncrementCommands } from "./commands/increment.ts";
import { registerNewTerm } from "./commands/newTerm.ts";
import { registerPerformance } from "./commands/performance.ts";
import { registerShowUses } from "./commands/showUses.ts";
import { registerValidateIncrement } from "./commands/validateIncrement.ts";
import { renameMiddleware } from "./rename.ts";
import { settingsMiddleware } from "./settings.ts";
import { RESTART, SHOW_OUTPUT, StatusItem, setContexts } from "./status.ts";
import { registerAdrLog } from "./views/adrLog/panel.ts";
import { registerTraceability } from "./views/traceability/panel.ts";

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
    documentSelector: [
      { language: "markdown" },
      { pattern: "**/*.glossary.{yml,yaml}" },
      { pattern: "**/.contextive/definitions.{yml,yaml}" },
      { pattern: "**/.spec-glossary.{json,jsonc}" },
      { pattern: "**/increments/**/metadata.json" },
    ],
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
    commands.registerCommand(SHOW_OUTPUT, () => client.outputChannel.show()),
    commands.registerCommand(RESTART, async () => {
      await client.stop();
      await client.start();
    }),
    registerNewTerm(client),
    registerCopyStarter(client),
    registerCompareDefinitions(),
    registerAdrCommands(client),
    registerAdrLog(client, media),
    registerIncrementCommands(client),
    registerValidateIncrement(client),
    registerTraceability(client, media),
    registerPerformance(client),
    registerShowUses(),
    client.onNotification(STATUS, (params: StatusParams) => {
      latest = params;
      status.show(params);
      if (!params.complete) return;
      setContexts(params);
      complete(params);
    }),
  );
  await client.start();
  return { ready: async () => ({ terms: (await ready).terms }), status: () => latest };
}
