/** The extension in VS Code's Node extension host. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "./client.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server = { module, transport: TransportKind.ipc };
  return await start(context, (options) => {
    client = new LanguageClient("specGlossary", "Spec Glossary", { run: server, debug: server }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
