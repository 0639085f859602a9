/** The source action “Link first uses”, and the starter glossary, through the protocol. */
import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { COPY_STARTER, type CopyStarterResult } from "../../server/protocol.ts";
import { start, uriOf } from "./client.ts";
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
