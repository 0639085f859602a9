/** The source action “Link first uses”, the comparison of definitions and the starter glossary, through the protocol. */
import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { COMPARE_DEFINITIONS, COPY_STARTER, type CopyStarterResult } from "../../server/protocol.ts";
import { start, uriOf, VSCODE } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const KIND = "source.specGlossary.linkFirstUses";

async function actions(text: string, only: string[] | undefined) {
  const client = await start(`${GLOSSARY}-- docs/page.md --\n${text}`);
  const zero = { line: 0, character: 0 };
  return client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: client.uri },
    range: { start: zero, end: zero },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

describe("link first uses", () => {
  it.each(["source", "source.specGlossary", KIND])(
    "is one edit of the document, asked for by %s",
    async (kind) => {
      const found = await actions("An ADR, a webhook and an ADR.\n", [kind]);
      expect(found).toMatchObject([{ title: "Link first uses", kind: KIND }]);
      const [change, ...others] = (found[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      expect(others).toEqual([]);
      expect(change?.edits.map((edit) => "newText" in edit && edit.newText)).toEqual([
        "[ADR](./glossary/terms/adr.md)",
        "[webhook](./glossary/terms/webhook.md)",
      ]);
    },
  );

  it("is not offered where it was not asked for, or has nothing to do", async () => {
    for (const only of [undefined, ["quickfix"], ["source.organizeImports"], ["sour"]])
      expect(await actions("An ADR.\n", only)).toEqual([]);
    expect(await actions("Nothing.\n", [KIND])).toEqual([]);
  });
});

describe("compare the definitions", () => {
  const COPY = "site/docs/glossary/terms/cdn.md";
  const FILES = `-- .docs/glossary/terms/cdn.md --
# CDN

**CDN** means servers near the reader.
-- .docs/glossary/terms/api.md --
# API

**API** is a contract between programs.
-- site/docs/glossary/terms/api.md --
# API

**API** is a contract between programs.
-- ${COPY} --
# C$0DN

**CDN** means a network of caches.
`;
  const CAN = { ...VSCODE, experimental: { specGlossaryCommands: [COMPARE_DEFINITIONS] } };

  async function offered(capabilities: typeof VSCODE, line: number) {
    const client = await start(FILES, { capabilities });
    const at = { line, character: 3 };
    const found = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    return { found, source: uriOf(client.root, ".docs/glossary/terms/cdn.md"), copy: client.uri };
  }

  it("is a command with the source and the copy", async () => {
    const { found, source, copy } = await offered(CAN, 0);
    const title = "Compare the definitions";
    expect(found).toEqual([
      {
        title,
        kind: "quickfix",
        command: { title, command: COMPARE_DEFINITIONS, arguments: [source, copy] },
      },
    ]);
  });

  it("is offered at the finding only, and to clients that have the command", async () => {
    expect((await offered(CAN, 2)).found).toEqual([]);
    expect((await offered(VSCODE, 0)).found).toEqual([]);
  });
});

describe("the fix for an acronym", () => {
  it("adds a row to the list in a file that is not open", async () => {
    const others = ["a", "b", "c", "d"].map((name) => `-- docs/${name}.md --\nThe PRD.\n`).join("");
    const list =
      "-- docs/GLOSSARY.md --\n# Glossary\n\n- **Cart**: What is chosen.\n- **Order**: What is bought.\n- **Saga**: A chain.\n";
    const settings = () => ({ rules: { "glossary/undefined-acronym": "hint" } });
    const client = await start(`${others}${list}-- docs/page.md --\nA P$0RD.\n`, { settings });
    const found = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: { start: client.position, end: client.position },
      context: { diagnostics: [] },
    });
    expect(found.map(({ title }) => title)).toEqual(['Add "PRD" to the glossary']);
    const at = { line: 4, character: 0 };
    expect(found[0]?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: uriOf(client.root, "docs/GLOSSARY.md"), version: null },
        edits: [{ range: { start: at, end: at }, newText: "- **PRD**: \n" }],
      },
    ]);
  });
});

describe("the starter glossary", () => {
  it("is sent as the pages that are not there yet", async () => {
    const client = await start(
      "-- docs/page.md --\nLaten$0cy.\n-- docs/glossary/categories/testing.md --\nMine.\n",
    );
    const pages = await client.request<CopyStarterResult>(COPY_STARTER, { uri: client.uri });
    expect(pages.map(({ uri }) => uri)).toEqual(
      ["architecture", "delivery", "performance", "requirements"].map((name) =>
        uriOf(client.root, `docs/glossary/categories/${name}.md`),
      ),
    );
    expect(pages.every(({ text }) => text.startsWith("---\nid: "))).toBe(true);
    expect(await client.request(COPY_STARTER, { uri: "file:///elsewhere/x.md" })).toBeNull();
  });
});
