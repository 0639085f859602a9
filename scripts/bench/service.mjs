// VS Code's own Markdown service on the same files, in process: what its extension runs behind the editor.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isMarkdown, walk } from "./indexing.mjs";
import { clock } from "./measure.mjs";

const require = createRequire(import.meta.url);
const { TextDocument } = require("vscode-languageserver-textdocument");
const { URI } = require("vscode-uri");
const { Emitter } = require("vscode-jsonrpc");
const { createLanguageService, githubSlugifier } = require("vscode-markdown-languageservice");
const MarkdownIt = require("markdown-it");

const NEVER = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const HOUR = 3_600_000;

function createService(folder, documents) {
  const markdown = new MarkdownIt({ html: true });
  const changed = new Emitter();
  const statOf = (uri) => {
    const stat = fs.statSync(uri.fsPath, { throwIfNoEntry: false });
    return stat && { isDirectory: stat.isDirectory() };
  };
  const workspace = {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: changed.event,
    onDidCreateMarkdownDocument: new Emitter().event,
    onDidDeleteMarkdownDocument: new Emitter().event,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri) => documents.get(uri.toString()),
    stat: async (uri) => statOf(uri),
    readDirectory: async (uri) =>
      fs
        .readdirSync(uri.fsPath, { withFileTypes: true })
        .map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
  };
  const parser = {
    slugifier: githubSlugifier,
    tokenize: async (document) => markdown.parse(document.getText(), {}),
  };
  const logger = { level: 0, log() {} };
  const service = createLanguageService({ workspace, parser, logger, excludePaths: [] });
  return { service, change: (document) => changed.fire(document) };
}

function readAll(folder) {
  const documents = new Map();
  for (const file of walk(folder).filter(isMarkdown)) {
    const uri = pathToFileURL(file).toString();
    documents.set(
      URI.parse(uri).toString(),
      TextDocument.create(uri, "markdown", 1, fs.readFileSync(file, "utf8")),
    );
  }
  return documents;
}

/** From nothing to the symbols of the workspace: every file read and parsed once. */
export async function serviceSymbols({ folder }) {
  const time = clock();
  const documents = readAll(folder);
  const { service } = createService(folder, documents);
  const symbols = await service.getWorkspaceSymbols("", NEVER);
  return { ...time(), files: documents.size, symbols: symbols.length };
}

/** Typing into a document, with the diagnostics of its links after each character. */
export async function serviceKeystrokes({ folder, file, strokes }) {
  const documents = readAll(folder);
  const { service, change } = createService(folder, documents);
  const uri = URI.file(path.join(folder, file)).toString();
  const options = {
    validateReferences: "warning",
    validateFragmentLinks: "warning",
    validateFileLinks: "warning",
    validateMarkdownFileLinkFragments: "warning",
    ignoreLinks: [],
  };
  const times = [];
  const began = performance.now();
  for (let i = 0; i < strokes && performance.now() - began < HOUR; i++) {
    const document = documents.get(uri);
    const text = document.getText();
    const at = text.indexOf("\n", text.length / 2);
    const start = performance.now();
    const edited = TextDocument.create(
      document.uri,
      "markdown",
      i + 2,
      `${text.slice(0, at)}x${text.slice(at)}`,
    );
    documents.set(uri, edited);
    change(edited);
    await service.computeDiagnostics(edited, options, NEVER);
    times.push(performance.now() - start);
  }
  return { times: times.slice(Math.floor(times.length / 10)) };
}
