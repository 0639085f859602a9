// Serves VS Code for the user's own browser until Ctrl+C.
import { startServer } from "../host/server.mjs";
import { root } from "../lib/root.mjs";
import { defaultDocument } from "./document.mjs";

export async function serveInBrowser(folder) {
  const server = await startServer({ extension: root, keepAlive: true });
  const document = defaultDocument(folder);
  const url = server.url(folder, document && { openFile: server.remote(document) });
  console.log(
    `\nVS Code with Spec Glossary on ${folder} is at\n\n  ${url}\n\nOpen it in a browser. Press Ctrl+C to stop.`,
  );
  const code = await server.exited;
  throw new Error(`The VS Code server ended by itself (${code}).`);
}
