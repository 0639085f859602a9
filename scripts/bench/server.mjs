// The server as an editor meets it: a process that is spoken to over stdio.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/root.mjs";
import { BUNDLES } from "./build.mjs";

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  "vscode-jsonrpc/node",
);

/** As the extension starts the server, by default. */
const { contributes } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
const { default: MEMORY } = contributes.configuration.properties["specGlossary.server.memory"];
const LIMIT = [`--max-old-space-size=${MEMORY}`, "--max-semi-space-size=16"];

const CAPABILITIES = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };

/** Starts a server on a folder; `ready` resolves when its index is complete. */
async function open(folder, bundle = "server.cjs") {
  const server = spawn(process.execPath, [...LIMIT, path.join(BUNDLES, bundle), "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const ready = new Promise((resolve) =>
    connection.onNotification("specGlossary/status", ({ complete }) => complete && resolve()),
  );
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.listen();
  const uri = pathToFileURL(folder).toString();
  const initialize = () =>
    connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uri,
      capabilities: CAPABILITIES,
      workspaceFolders: [{ uri, name: "bench" }],
    });
  return {
    ready,
    initialize,
    initialized: () => connection.sendNotification("initialized", {}),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    /** What the process used at most so far, in MB. */
    peak: () => {
      const status = `/proc/${server.pid}/status`;
      if (!fs.existsSync(status)) return 0;
      return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, "utf8"))?.[1] ?? 0) / 1024;
    },
    async close() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
    },
  };
}

const uriOf = (folder, file) => pathToFileURL(path.join(folder, file)).toString();
const textDocument = (uri, text) => ({ uri, languageId: "markdown", version: 1, text });

/**
 * From the answer to `initialize` to the answer to a hover over a term: the first answer whatever it says, and the
 * first one that explains the term.
 */
export async function firstHover({ folder, word }) {
  const server = await open(folder);
  await server.initialize();
  const uri = uriOf(folder, "bench-first-hover.md");
  const start = performance.now();
  await server.initialized();
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, `${word}\n`) });
  const at = { textDocument: { uri }, position: { line: 0, character: 1 } };
  let answer;
  for (;;) {
    const hover = await server.request("textDocument/hover", at);
    answer ??= performance.now() - start;
    if (hover) break;
  }
  const ms = performance.now() - start;
  await server.ready;
  const complete = performance.now() - start;
  const peak = server.peak();
  await server.close();
  return { ms, answer, complete, peak };
}

/** Typing one character at a time into the middle of a document: until its diagnostics are there. */
export async function keystrokes({ folder, file, strokes, bundle }) {
  const server = await open(folder, bundle);
  await server.initialize();
  await server.initialized();
  await server.ready;
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  const uri = uriOf(folder, file);
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, text) });
  await server.request("textDocument/diagnostic", { textDocument: { uri } });
  const lines = text.slice(0, text.indexOf("\n", text.length / 2)).split("\n");
  const start = { line: lines.length - 1, character: lines.at(-1).length };
  const times = [];
  let previousResultId;
  for (let i = 0; i < strokes; i++) {
    const at = { line: start.line, character: start.character + i };
    const begin = performance.now();
    await server.notify("textDocument/didChange", {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: "x" }],
    });
    const report = await server.request("textDocument/diagnostic", {
      textDocument: { uri },
      previousResultId,
    });
    times.push(performance.now() - begin);
    previousResultId = report.resultId;
  }
  const peak = server.peak();
  await server.close();
  // The first ones warm the machine up, here and in service.mjs.
  return { times: times.slice(Math.floor(times.length / 10)), peak };
}

/** Completion after a bracket, completion of a word and hover, with as many terms as the folder has. */
export async function completionAndHover({ folder, words, requests }) {
  const server = await open(folder);
  await server.initialize();
  await server.initialized();
  await server.ready;
  const uri = uriOf(folder, "bench-page.md");
  const page = words.map((word) => `A paragraph on ${word} and [${word.slice(0, 4)}\n`);
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, page.join("\n")) });
  const times = { link: [], word: [], hover: [] };
  let items = 0;
  for (let i = -Math.floor(requests / 10); i < requests; i++) {
    const line = 2 * (((i % words.length) + words.length) % words.length);
    const end = page[line / 2].length - 1;
    const ask = async (kind, method, character, context) => {
      const begin = performance.now();
      const answer = await server.request(method, {
        textDocument: { uri },
        position: { line, character },
        ...(context && { context }),
      });
      if (i >= 0) times[kind].push(performance.now() - begin);
      return answer;
    };
    const typed = { triggerKind: 2, triggerCharacter: "[" };
    const found = await ask("link", "textDocument/completion", end, typed);
    items = Math.max(items, (found.items ?? found).length);
    await ask("word", "textDocument/completion", 18, { triggerKind: 1 });
    if (!(await ask("hover", "textDocument/hover", 16))) throw new Error("a hover without an answer");
  }
  const peak = server.peak();
  await server.close();
  return { ...times, items, peak };
}
