/** metadata.json in the editor: diagnosed, mended, and otherwise left to those who know JSON. */
import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { start, uriOf } from "../server/client.ts";
import { GLOSSARY } from "../server/glossary.ts";

const FOLDER = ".specweave/increments/0003-carts";
const SPEC = `-- ${FOLDER}/spec.md --\n---\nstatus: active\n---\n\n# Carts\n`;
const FILES = `${GLOSSARY}${SPEC}-- ${FOLDER}/metadata.json --\n{ "id": "0003-carts", "status": "activ$0", "note": "ADR" }\n`;

describe("metadata.json in the editor", () => {
  it("is diagnosed and mended", async () => {
    const client = await start(FILES);
    const { items } = await client.pull(client.uri);
    expect(items.map(({ code }) => code)).toEqual(["increment/metadata-invalid"]);
    const range = { start: { line: 0, character: 32 }, end: { line: 0, character: 39 } };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range,
      context: { diagnostics: items },
    });
    const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.edits).toEqual([{ range, newText: '"active"' }]);
  });

  it("follows while it is edited", async () => {
    const client = await start(FILES);
    client.edit(client.uri, 2, {
      text: '{ "id": "0003-carts", "status": "completed", "completed": "2026-05-04" }\n',
    });
    expect((await client.pull(client.uri)).items).toEqual([]);
    const spec = uriOf(client.root, `${FOLDER}/spec.md`);
    client.open(spec, "---\nstatus: active\n---\n\n# Carts\n");
    const { items } = await client.pull(spec);
    expect(items.map(({ code }) => code)).toEqual(["increment/status-desync"]);
  });

  it("has no hovers, completions or links of terms", async () => {
    const client = await start(FILES);
    for (const method of ["hover", "completion", "definition", "documentLink", "codeLens"]) {
      const answer = await client.request<unknown>(`textDocument/${method}`, client.at);
      const items = (answer as { items?: unknown[] } | null)?.items ?? answer ?? [];
      expect([method, items]).toEqual([method, []]);
    }
  });

  it("is left alone elsewhere", async () => {
    const client = await start(`${GLOSSARY}-- ${FOLDER}/logs/metadata.json --\n{ $0\n`);
    client.open(client.uri, "{ \n", "json");
    expect((await client.pull(client.uri)).items).toEqual([]);
  });
});
