/** Decision records through the protocol. */
import { describe, expect, it } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  TextDocumentEdit,
} from "vscode-languageserver-protocol";
import { CompletionItemTag } from "vscode-languageserver-protocol";
import {
  ADR_EDIT,
  ADR_FOLDERS,
  ADR_LOG,
  type AdrEditResult,
  type AdrFoldersResult,
  type AdrLogResult,
  NEW_ADR,
  type NewAdrResult,
} from "../../server/protocol.ts";
import { PLAIN, start, uriOf, VSCODE } from "../server/client.ts";

const CARTS = "docs/adr/0001-carts-in-sessions.md";
const TABLES = "docs/adr/0002-carts-in-tables.md";
const INDEX = "docs/adr/README.md";
const RECORDS = `-- ${CARTS} --
# ADR-0001: Carts in Sessions

**Status**: Superseded by [ADR-0002](0002-carts-in-tables.md)
**Date**: 2025-01-02

## Decision

Carts live in the session, because there is nothing else.
-- ${TABLES} --
# ADR-0002: Carts in Tables

**Status**: Accepted
**Date**: 2025-02-03

Supersedes [ADR-0001](0001-carts-in-sessions.md).

## Decision

Carts are rows, because sessions get lost.
-- ${INDEX} --
# Decisions

| ID | Title | Status |
|----|-------|--------|
| [ADR-0001](0001-carts-in-sessions.md) | Carts in Sessions | Superseded |
| [ADR-0002](0002-carts-in-tables.md) | Carts in Tables | Accepted |
`;
const page = (text: string) => `${RECORDS}-- docs/page.md --\n${text}`;

describe("a reference to a decision", () => {
  it("tells on hover what was decided, and what holds instead", async () => {
    const client = await start(page("As in ADR-00$001.\n"));
    const hover = await client.request<Hover>("textDocument/hover", client.at);
    const { value } = hover.contents as { value: string };
    expect(value).toContain("ADR\\-0001: Carts in Sessions");
    expect(value).toContain("2025\\-01\\-02");
    expect(value).toContain("Carts live in the session");
    expect(value).toContain("Superseded by ADR\\-0002: Carts in Tables");
    expect(value).toContain(`(${uriOf(client.root, CARTS)}#L1)`);
    expect(value).toContain(`(${uriOf(client.root, TABLES)}#L1)`);
  });

  it("lists the candidates of a number that is taken twice", async () => {
    const twice = `-- docs/adr/0001-b.md --\n# ADR-0001: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n`;
    const client = await start(`${RECORDS}${twice}-- docs/page.md --\nAs in ADR-0$0001.\n`);
    const hover = await client.request<Hover>("textDocument/hover", client.at);
    const { value } = hover.contents as { value: string };
    expect(value).toContain("is the number of 2 decisions");
    const links = await client.request<LocationLink[]>("textDocument/definition", client.at);
    expect(links.map(({ targetUri }) => targetUri)).toEqual([
      uriOf(client.root, "docs/adr/0001-b.md"),
      uriOf(client.root, CARTS),
    ]);
  });

  it("leads to the record", async () => {
    const client = await start(page("As in ADR-00$002.\n"));
    const [link] = await client.request<LocationLink[]>("textDocument/definition", client.at);
    expect(link?.targetUri).toBe(uriOf(client.root, TABLES));
  });

  it("is completed after ADR-", async () => {
    const client = await start(page("As in ADR-$0\n"));
    const items = await client.request<CompletionItem[]>("textDocument/completion", {
      ...client.at,
      context: { triggerKind: 2, triggerCharacter: "-" },
    });
    expect(items.map(({ label, textEdit, tags }) => [label, textEdit?.newText, tags])).toEqual([
      ["ADR-0002: Carts in Tables", "ADR-0002", undefined],
      ["ADR-0001: Carts in Sessions", "ADR-0001", [CompletionItemTag.Deprecated]],
    ]);
  });

  it("is a link after a bracket", async () => {
    const client = await start(page("As in [ADR-$0]\n"));
    const items = await client.request<CompletionItem[]>("textDocument/completion", client.at);
    expect(items[0]?.textEdit).toEqual({
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 12 } },
      newText: "[ADR-0002](adr/0002-carts-in-tables.md)",
    });
  });

  it("is found again from the record's title", async () => {
    const client = await start(
      `${RECORDS.replace("# ADR-0002", "# ADR-$00002")}-- docs/page.md --\nSee ADR-2.\n`,
    );
    const found = await client.request<Location[]>("textDocument/references", {
      ...client.at,
      context: { includeDeclaration: false },
    });
    expect(found.map(({ uri }) => uri.slice(uriOf(client.root).length + 1))).toEqual([
      CARTS,
      INDEX,
      "docs/page.md",
    ]);
  });
});

describe("a record", () => {
  it("offers statuses where its status stands", async () => {
    const client = await start(RECORDS.replace("Accepted\n**Date**: 2025-02", "Acc$0\n**Date**: 2025-02"));
    const items = await client.request<CompletionItem[]>("textDocument/completion", client.at);
    expect(items.map(({ label }) => label)).toContain("Accepted");
    expect(items[0]?.textEdit?.newText).toBe("Draft");
  });

  it("says above its title what supersedes it and where it is used", async () => {
    const client = await start(
      `${RECORDS.replace("# ADR-0001", "# ADR-$00001")}-- docs/page.md --\nSee ADR-0001.\n`,
    );
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", client.at);
    expect(lenses.map(({ command }) => command?.title)).toEqual([
      "superseded by ADR-0002: Carts in Tables",
      "used in 2 documents",
    ]);
  });

  it("within another page is in the outline", async () => {
    const client = await start(
      "# Plan\n\n## Architecture Decisions\n\n**ADR-050**: Cache rates\n- **Rationale**: ten requests a minute$0\n",
    );
    const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", client.at);
    expect(symbols.map(({ name }) => name)).toEqual(["ADR-050: Cache rates"]);
  });
});

function changed(result: { readonly edit: NewAdrResult["edit"] }, root: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const change of result.edit.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const name = (change as TextDocumentEdit).textDocument.uri.slice(uriOf(root).length + 1);
    found[name] = (change as TextDocumentEdit).edits.map((edit) => ("newText" in edit ? edit.newText : ""));
  }
  return found;
}

describe("commands", () => {
  const NEW = { template: "specweave", folder: "docs/adr", date: "2025-03-04" } as const;

  it("offer the folder of the records and its style", async () => {
    const client = await start(page("$0\n"));
    const result = await client.request<AdrFoldersResult>(ADR_FOLDERS, { uri: client.uri });
    expect(result.folders).toEqual([
      { folder: "docs/adr", count: 2, template: "specweave", indexes: [INDEX] },
    ]);
    expect(await client.request<AdrFoldersResult>(ADR_FOLDERS, { uri: uriOf(client.root) })).toEqual(result);
  });

  it("make a new record with the next number, and its row", async () => {
    const client = await start(page("$0\n"));
    const params = { ...NEW, uri: client.uri, title: "Use a Queue: now" };
    const result = await client.request<NewAdrResult>(NEW_ADR, params);
    expect(result.uri).toBe(uriOf(client.root, "docs/adr/0003-use-a-queue-now.md"));
    const files = changed(result, client.root);
    expect(Object.keys(files)).toEqual(["docs/adr/0003-use-a-queue-now.md", INDEX]);
    expect(files[INDEX]).toEqual(["\n| [ADR-0003](0003-use-a-queue-now.md) | Use a Queue: now | Proposed |"]);
    expect(files["docs/adr/0003-use-a-queue-now.md"]?.[0]).toContain(
      "# ADR-0003: Use a Queue: now\n\n**Status**: Proposed\n",
    );
    expect(result.field.start).toEqual({ line: 8, character: 0 });
  });

  it("supersede a record by a new one in one edit", async () => {
    const client = await start(page("$0\n"));
    const params = { ...NEW, uri: client.uri, title: "Queue", supersedes: uriOf(client.root, TABLES) };
    const result = await client.request<NewAdrResult>(NEW_ADR, params);
    const files = changed(result, client.root);
    expect(files[TABLES]).toEqual(["Superseded by [ADR-0003](0003-queue.md)"]);
    expect(files[INDEX]?.toSorted()).toEqual([
      "\n| [ADR-0003](0003-queue.md) | Queue | Proposed |",
      "Superseded",
    ]);
    expect(files["docs/adr/0003-queue.md"]?.[0]).toContain("Supersedes [ADR-0002](0002-carts-in-tables.md).");
  });

  it("set a status in the record and the index", async () => {
    const client = await start(page("$0\n"));
    const result = await client.request<AdrEditResult>(ADR_EDIT, {
      uri: uriOf(client.root, TABLES),
      change: { kind: "status", status: "Deprecated" },
    });
    if (result.kind !== "edit") throw new Error(JSON.stringify(result));
    expect(changed(result, client.root)).toEqual({ [TABLES]: ["Deprecated"], [INDEX]: ["Deprecated"] });
  });

  it("renumber a record with everything that refers to it", async () => {
    const client = await start(page("See ADR-0001 and [it](adr/0001-carts-in-sessions.md).$0\n"));
    const result = await client.request<AdrEditResult>(ADR_EDIT, {
      uri: uriOf(client.root, CARTS),
      change: { kind: "renumber" },
    });
    if (result.kind !== "edit") throw new Error(JSON.stringify(result));
    expect(result.opens).toBe(uriOf(client.root, "docs/adr/0003-carts-in-sessions.md"));
    expect(changed(result, client.root)).toEqual({
      "docs/adr/0003-carts-in-sessions.md": ["0003"],
      [TABLES]: ["0003-carts-in-sessions.md", "ADR-0003"],
      [INDEX]: ["0003-carts-in-sessions.md", "ADR-0003"],
      "docs/page.md": ["adr/0003-carts-in-sessions.md", "ADR-0003"],
    });
    expect(result.edit.documentChanges?.[0]).toMatchObject({ kind: "rename" });
  });

  it("renumber a duplicate by a quick fix, where the client can rename files", async () => {
    const twice = `${RECORDS}-- docs/adr/0002-b.md --\n# ADR-0002: B$0\n\n**Status**: Accepted\n\n## Decision\n\nB, because of it.\n`;
    const fixesOf = async (capabilities: ClientCapabilities) => {
      const client = await start(twice, { capabilities });
      const { position } = client;
      const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: client.uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      const fix = actions.find(({ title }) => title === "Renumber to 0003, with the links to it");
      return { fix, root: client.root };
    };
    const { fix, root } = await fixesOf(VSCODE);
    const [open, rename, edit] = fix?.edit?.documentChanges ?? [];
    // A document has its version under the name that it is open with.
    const opened = { uri: uriOf(root, "docs/adr/0002-b.md"), version: 1 };
    expect(open).toEqual({ textDocument: opened, edits: [] });
    expect(rename).toEqual({
      kind: "rename",
      oldUri: uriOf(root, "docs/adr/0002-b.md"),
      newUri: uriOf(root, "docs/adr/0003-b.md"),
      options: { overwrite: false, ignoreIfExists: false },
    });
    expect(edit).toMatchObject({ textDocument: { uri: uriOf(root, "docs/adr/0003-b.md"), version: null } });
    expect((await fixesOf(PLAIN)).fix).toBeUndefined();
  });

  it("refuse what is no record", async () => {
    const client = await start(page("$0\n"));
    const result = await client.request<AdrEditResult>(ADR_EDIT, {
      uri: client.uri,
      change: { kind: "renumber" },
    });
    expect(result).toEqual({ kind: "refused", reason: "This document is not a decision record." });
  });

  it("list records in files that the configuration names, read again as soon as it does", async () => {
    const choice = "-- docs/choices/cards.md --\n# Cards\n\n## Decision\n\nWe take cards.\n";
    const client = await start(`${choice}-- docs/page.md --\n$0\n`);
    const titles = async () =>
      (await client.request<AdrLogResult>(ADR_LOG, { uri: client.uri })).entries.map(({ title }) => title);
    expect(await titles()).toEqual([]);
    client.open(uriOf(client.root, ".spec-glossary.jsonc"), '{ "adrFiles": ["docs/choices"] }', "jsonc");
    await expect.poll(titles, { timeout: 10_000 }).toEqual(["Cards"]);
  });

  it("list all records and what superseded what", async () => {
    const client = await start(page("$0\n"));
    const log = await client.request<AdrLogResult>(ADR_LOG, { uri: client.uri });
    expect(log.entries.map(({ number, title, kind, date }) => [number, title, kind, date])).toEqual([
      ["0001", "Carts in Sessions", "superseded", "2025-01-02"],
      ["0002", "Carts in Tables", "accepted", "2025-02-03"],
    ]);
    expect(log.edges).toEqual([{ from: TABLES, to: CARTS, kind: "supersedes" }]);
  });
});
