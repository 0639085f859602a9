// Measures in VS Code what cannot be measured outside: run by scripts/bench/editor.mjs, which reads the last line.
import { readFileSync } from "node:fs";
import * as vscode from "vscode";
import { serverProcess } from "./server.ts";

interface Status {
  readonly read: number;
  readonly of: number;
  readonly complete: boolean;
}

interface Api {
  ready(): Promise<{ terms: number }>;
  status(): Status | undefined;
}

/** Opens SPEC_GLOSSARY_FILE and hovers SPEC_GLOSSARY_WORD in it as soon as it can. */
export async function run(): Promise<void> {
  const { SPEC_GLOSSARY_FILE: file = "", SPEC_GLOSSARY_WORD: word = "" } = process.env;
  const folder = vscode.workspace.workspaceFolders?.[0];
  const extension = vscode.extensions.getExtension<Api>("spec-glossary.spec-glossary");
  if (!folder || !extension) throw new Error("Neither a folder nor the extension is there.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf(word);
  if (at < 0) throw new Error(`${file} does not say ${word}.`);
  const position = document.positionAt(at + 1);
  const start = performance.now();
  const api = await extension.activate();
  const activated = performance.now() - start;
  let complete = 0;
  const ready = api.ready().then(() => {
    complete = performance.now() - start;
  });
  let hovers: vscode.Hover[] = [];
  while (hovers.length === 0) {
    const late = complete > 0;
    hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    if (late && hovers.length === 0) throw new Error(`There is no hover on ${word} in ${file}.`);
  }
  const hover = performance.now() - start;
  const status = api.status();
  await ready;
  const result = { activated, hover, status, complete, ...memory() };
  console.log(`@@editor ${JSON.stringify(result)}`);
}

/** The most memory that the extension host and the language server used so far, in MB; where the system tells. */
function memory(): { host?: number; server?: number } {
  try {
    const peak = (pid: number) =>
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    const server = serverProcess();
    return { host: peak(process.pid), ...(server !== undefined && { server: peak(server) }) };
  } catch {
    return {};
  }
}
