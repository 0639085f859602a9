/** The extension in VS Code's Node extension host. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "./client.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath("dist/server.cjs");
  // Absent in a window without a folder, in which there is nothing to keep.
  const storage = context.storageUri?.fsPath;
  const args = storage === undefined ? [] : ["--storage", storage];
  const server = { module, transport: TransportKind.ipc, args };
  return await start(context, (options) => {
    client = new LanguageClient("specGlossary", "Spec Glossary", { run: server, debug: server }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
