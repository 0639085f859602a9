// What the server takes for its answers, as an editor meets it.
import fs from "node:fs";
import path from "node:path";
import { middleOf, openServer, textDocument, typeOne, uriOf } from "../lib/languageServer.mjs";
import { BUNDLES } from "./build.mjs";

const open = (folder, bundle = "server.cjs") => openServer(path.join(BUNDLES, bundle), folder);

/**
 * From the answer to `initialize` to the answer to a hover over a term: the first answer whatever it says, and the
 * first one that explains the term.
 */
export async function firstHover({ folder, word }) {
  const server = open(folder);
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
  const server = open(folder, bundle);
  await server.initialize();
  await server.initialized();
  await server.ready;
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  const uri = uriOf(folder, file);
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, text) });
  await server.request("textDocument/diagnostic", { textDocument: { uri } });
  const start = middleOf(text);
  const times = [];
  let previousResultId;
  for (let i = 0; i < strokes; i++) {
    const begin = performance.now();
    previousResultId = await typeOne(server, uri, start, i, previousResultId);
    times.push(performance.now() - begin);
  }
  const peak = server.peak();
  await server.close();
  // The first ones warm the machine up, here and in service.mjs.
  return { times: times.slice(Math.floor(times.length / 10)), peak };
}

/** Completion after a bracket, completion of a word and hover, with as many terms as the folder has. */
export async function completionAndHover({ folder, words, requests }) {
  const server = open(folder);
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
