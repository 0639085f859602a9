/** The extension in VS Code's Node extension host. */
import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "./client.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath("dist/server.cjs");
  // Absent in a window without a folder, in which there is nothing to keep.
  const storage = context.storageUri?.fsPath;
  const args = storage === undefined ? [] : ["--storage", storage];
  // Without a limit, V8 lets garbage pile up to several times what is in use.
  const memory = workspace.getConfiguration("specGlossary").get("server.memory", 2000);
  const options = { execArgv: [`--max-old-space-size=${memory}`, "--max-semi-space-size=16"] };
  const server = { module, transport: TransportKind.ipc, args, options };
  return await start(context, (options) => {
    client = new LanguageClient("specGlossary", "Spec Glossary", { run: server, debug: server }, options);
    return client;
  });
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
