// The server as an editor meets it: a process that is spoken to over stdio.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  "vscode-jsonrpc/node",
);

/** As the extension starts the server, by default. */
const { contributes } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
const { default: MEMORY } = contributes.configuration.properties["specGlossary.server.memory"];
const LIMIT = [`--max-old-space-size=${MEMORY}`, "--max-semi-space-size=16"];

const USAGE = path.join(root, "scripts/lib/usage.cjs");

const CAPABILITIES = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

export const uriOf = (folder, file = "") => pathToFileURL(path.join(folder, file)).toString();

/**
 * Starts a server's bundle on a folder; `ready` resolves when its index is complete. `settings` are those that
 * somebody made in the editor. With `measured`, `usage()` tells what the process has used so far.
 */
export function openServer(bundle, folder, { capabilities = CAPABILITIES, settings, measured = false } = {}) {
  const preload = measured ? ["--require", USAGE] : [];
  const stdio = ["pipe", "pipe", "inherit", ...(measured ? ["ipc"] : [])];
  const server = spawn(process.execPath, [...LIMIT, ...preload, bundle, "--stdio"], { stdio });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const said = [];
  let isReady = () => {};
  const ready = new Promise((resolve, reject) => {
    isReady = resolve;
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  // Whoever does not wait for it learns of it by a request that fails.
  ready.catch(() => {});
  connection.onNotification("specGlossary/status", (status) => status.complete && isReady(status));
  connection.onNotification((method, params) => said.push({ method, params }));
  connection.onRequest("workspace/configuration", ({ items }) =>
    items.map(({ section }) => (section === "specGlossary" ? (settings ?? null) : null)),
  );
  connection.onRequest(() => null);
  connection.listen();
  const uri = uriOf(folder);
  return {
    ready,
    /** Notifications of other kinds, as they came. */
    said,
    initialize: () =>
      connection.sendRequest("initialize", {
        processId: process.pid,
        rootUri: uri,
        capabilities,
        workspaceFolders: [{ uri, name: path.basename(folder) }],
      }),
    initialized: () => connection.sendNotification("initialized", {}),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    /** What the process used at most so far, in MB. */
    peak: () => {
      const status = `/proc/${server.pid}/status`;
      if (!fs.existsSync(status)) return 0;
      return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, "utf8"))?.[1] ?? 0) / 1024;
    },
    usage: () =>
      new Promise((resolve) => {
        server.once("message", resolve);
        server.send("usage");
      }),
    async close() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
    },
  };
}

export const textDocument = (uri, text, version = 1) => ({ uri, languageId: "markdown", version, text });

/** Where typing begins: at the end of a line in the middle of a text. */
export function middleOf(text) {
  const lines = text.slice(0, text.indexOf("\n", text.length / 2)).split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

/** Types one character at the place where `count` have been typed already, and waits for its diagnostics. */
export async function typeOne(server, uri, start, count, previousResultId) {
  const at = { line: start.line, character: start.character + count };
  await server.notify("textDocument/didChange", {
    textDocument: { uri, version: count + 2 },
    contentChanges: [{ range: { start: at, end: at }, text: "x" }],
  });
  const report = await server.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  return report.resultId;
}
