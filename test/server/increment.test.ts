/** Increments through the protocol. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type ClientCapabilities,
  type CodeLens,
  type CompletionItem,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { SHOW_USES } from "../../server/protocol.ts";
import { COPY, PLAN, SPEC, shop, shopAt, TASKS } from "../increment/shop.ts";
import { start, uriOf, VSCODE } from "./client.ts";

const inPlan = () => start(shopAt(PLAN, "AC-US|1-01"));

describe("an id of an increment", () => {
  it("tells on hover what it stands for, with links to the places", async () => {
    const client = await inPlan();
    const hover = await client.request<Hover>("textDocument/hover", client.at);
    const { value } = hover.contents as { value: string };
    expect(value).toContain("An article is added");
    expect(value).toContain("☑ T\\-001: Add an article");
    expect(value).toContain(`[AC-US1-01 in spec.md](${uriOf(client.root, SPEC)}#L15)`);
    expect(value).toContain(`[T-001 in tasks.md](${uriOf(client.root, TASKS)}#L11)`);
    expect(hover.range).toEqual(span(2, 17, 26));
  });

  it("leads to its definition", async () => {
    const client = await inPlan();
    const links = await client.request<LocationLink[]>("textDocument/definition", client.at);
    expect(links.map(({ targetUri, targetSelectionRange }) => [targetUri, targetSelectionRange])).toEqual([
      [uriOf(client.root, SPEC), span(14, 8, 17)],
    ]);
  });

  it("is found again, with its definitions where they are wanted", async () => {
    const client = await inPlan();
    const found = async (includeDeclaration: boolean) => {
      const params = { ...client.at, context: { includeDeclaration } };
      const all = await client.request<Location[]>("textDocument/references", params);
      return all.map(
        ({ uri, range }) => `${uri.slice(uriOf(client.root).length + 1)} ${range.start.line + 1}`,
      );
    };
    expect((await found(true)).sort()).toEqual(
      [`${COPY} 8`, `${PLAN} 3`, `${SPEC} 15`, `${TASKS} 13`].sort(),
    );
    expect((await found(false)).sort()).toEqual([`${PLAN} 3`, `${TASKS} 13`].sort());
  });

  it("is highlighted where it is defined and where it is used", async () => {
    const client = await start(shopAt(TASKS, "### T-|001"));
    const found = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", client.at);
    expect(found.map(({ range, kind }) => [range, kind])).toEqual([
      [span(10, 4, 9), DocumentHighlightKind.Write],
      [span(22, 18, 23), DocumentHighlightKind.Read],
    ]);
  });

  it("leaves other words to the editor", async () => {
    const client = await start(shopAt(PLAN, "The ta|ble"));
    expect(await client.request("textDocument/documentHighlight", client.at)).toBeNull();
  });
});

describe("a specification", () => {
  it("shows above its stories what covers them", async () => {
    const client = await start(shopAt(SPEC, "# Fea|ture"));
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", client.at);
    expect(lenses.map(({ command }) => command?.title)).toEqual([
      "3 criteria · 2 covered · 1/2 tasks done",
      "1 criterion · 0 covered",
    ]);
    const { command, arguments: given = [] } = lenses[0]?.command ?? {};
    const [, position, shown] = given as [string, unknown, Location[]];
    expect([command, position, shown.map(({ range }) => range)]).toEqual([
      SHOW_USES,
      { line: 8, character: 4 },
      [span(10, 4, 9), span(19, 4, 9)],
    ]);
  });

  it("has an outline", async () => {
    const client = await start(shopAt(SPEC, "# Fea|ture"));
    const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", client.at);
    expect(symbols.map(({ name, children }) => [name, children?.map((one) => one.name)])).toEqual([
      [
        "US-001: Fill the cart",
        [
          "AC-US1-01: An article is added",
          "AC-US1-02: An article is added twice",
          "AC-US1-03: A sold-out article is refused",
        ],
      ],
      ["US-002: Empty the cart", ["AC-US2-01: All articles go"]],
      ["FR-001: One cart", []],
    ]);
  });

  it("says something else when the tasks are changed", async () => {
    const client = await start(shop({ [SPEC]: (text) => `$0${text}` }));
    const tasks = client.files.get(TASKS) ?? "";
    const again = client.next("workspace/codeLens/refresh");
    client.open(uriOf(client.root, TASKS), tasks.replace("[ ] pending", "[x] completed"));
    await again;
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", client.at);
    expect(lenses[0]?.command?.title).toBe("3 criteria · 2 covered · 2/2 tasks done");
  });
});

describe("a field", () => {
  it("is completed, and running text is not", async () => {
    const client = await start(shopAt(TASKS, "Satisfies ACs**: AC-US1|-01"));
    const items = await client.request<CompletionItem[]>("textDocument/completion", client.at);
    expect(
      items.map(({ label, detail, labelDetails }) => [label, detail, labelDetails?.description]),
    ).toEqual([
      ["AC-US1-03", "A sold-out article is refused", "not covered"],
      ["AC-US2-01", "All articles go", "not covered"],
      ["AC-US1-01", "An article is added", undefined],
    ]);
    expect(items[0]?.textEdit).toEqual({ range: span(12, 44, 53), newText: "AC-US1-03" });
    const inText = { ...client.at, position: { line: 14, character: 10 } };
    const after = { triggerKind: 2, triggerCharacter: "-" };
    expect(await client.request("textDocument/completion", { ...inText, context: after })).toEqual([]);
  });
});

describe("a rename", () => {
  const CONFIRMING: ClientCapabilities = {
    ...VSCODE,
    workspace: {
      ...VSCODE.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    },
    textDocument: { rename: { prepareSupport: true } },
  };

  it("changes open and closed files in one edit, and asks about code", async () => {
    const client = await start(shopAt(SPEC, "**AC-US1|-01"), { capabilities: CONFIRMING });
    expect(await client.request("textDocument/prepareRename", client.at)).toEqual({
      range: span(14, 8, 17),
      placeholder: "AC-US1-01",
    });
    const params = { ...client.at, newName: "AC-US1-09" };
    const { documentChanges, changeAnnotations } = await client.request<WorkspaceEdit>(
      "textDocument/rename",
      params,
    );
    const changes = (documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri.slice(uriOf(client.root).length + 1),
      textDocument.version,
      edits.map((edit) => ("newText" in edit ? [edit.newText, edit.range.start.line] : [])),
    ]);
    expect(changes.sort()).toEqual(
      [
        [SPEC, 1, [["AC-US1-09", 14]]],
        [TASKS, null, [["AC-US1-09", 12]]],
        [COPY, null, [["AC-US1-09", 7]]],
        [
          PLAN,
          null,
          [
            ["AC-US1-09", 2],
            ["AC-US1-09", 5],
          ],
        ],
      ].sort(),
    );
    expect(changeAnnotations).toEqual({ "In code": { label: "In code", needsConfirmation: true } });
  });

  it("leaves out what it cannot ask about", async () => {
    const client = await start(shopAt(SPEC, "**AC-US1|-01"));
    const { documentChanges, changeAnnotations } = await client.request<WorkspaceEdit>(
      "textDocument/rename",
      {
        ...client.at,
        newName: "AC-US1-09",
      },
    );
    const lines = (documentChanges as TextDocumentEdit[]).flatMap(({ edits }) =>
      edits.map((edit) => ("range" in edit ? edit.range.start.line : -1)),
    );
    expect([lines.sort((a, b) => a - b), changeAnnotations]).toEqual([[2, 7, 12, 14], undefined]);
  });

  it("says why it is refused", async () => {
    const client = await start(shopAt(SPEC, "### US-0|01"));
    const rename = (newName: string) => client.request("textDocument/rename", { ...client.at, newName });
    await expect(rename("US-002")).rejects.toThrow("US-002 is taken: “Empty the cart”");
    await expect(rename("T-001")).rejects.toThrow("“T-001” is not an id of a story: write one like US-001");
    expect(
      await client.request("textDocument/prepareRename", {
        ...client.at,
        position: { line: 6, character: 4 },
      }),
    ).toBeNull();
  });

  it("leaves a file alone that nobody has told has nothing to rename any more", async () => {
    const client = await start(shopAt(SPEC, "**AC-US1|-01"));
    writeFileSync(join(client.root, TASKS), "# Nothing\n");
    const edit = await client.request("textDocument/rename", { ...client.at, newName: "AC-US1-09" });
    expect(JSON.stringify(edit)).toContain("/spec.md");
    expect(JSON.stringify(edit)).not.toContain("/tasks.md");
  });
});

function span(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}
