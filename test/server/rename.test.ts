/** Renaming terms through the protocol; ids of increments are in increment.test.ts. */
import { describe, expect, it } from "vitest";
import type { ClientCapabilities, WorkspaceEdit } from "vscode-languageserver-protocol";
import { applyEdits, lineStarts, offsetAt } from "../../glossary/index.ts";
import { write } from "../folder.ts";
import { start, uriOf, VSCODE } from "./client.ts";

const FILES = `-- docs/glossary/terms/shared-cache.md --
---
id: shared-cache
---

# Shared Cache

## Definition

A store that all servers share.
-- docs/closed.md --
The shared caches are [fast](glossary/terms/shared-cache.md).
-- docs/other.md --
Nothing of the kind.
-- docs/page.md --
The shared $0cache.
`;

const CAPABILITIES: ClientCapabilities = {
  ...VSCODE,
  workspace: {
    ...VSCODE.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

const VSCODE_WITHOUT_FILES: ClientCapabilities = {
  ...VSCODE,
  workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true } },
};

/** What a rename to “Object Store” does: the texts of the files afterwards, and the files that are moved. */
async function rename(fixture: string, capabilities = CAPABILITIES) {
  const client = await start(fixture, { capabilities });
  const { documentChanges = [], changeAnnotations } = await client.request<WorkspaceEdit>(
    "textDocument/rename",
    {
      ...client.at,
      newName: "Object Store",
    },
  );
  const path = (uri: string) => uri.slice(uriOf(client.root).length + 1);
  const moves = documentChanges.flatMap((one) =>
    "kind" in one && one.kind === "rename" ? [[path(one.oldUri), path(one.newUri)] as const] : [],
  );
  const texts = documentChanges.flatMap((one) => {
    if (!("textDocument" in one)) return [];
    const now = path(one.textDocument.uri);
    const text = client.files.get(moves.find(([, to]) => to === now)?.[0] ?? now) ?? "";
    const lines = lineStarts(text);
    const edits = one.edits.flatMap((edit) =>
      "range" in edit && "newText" in edit
        ? [
            {
              span: {
                start: offsetAt(lines, edit.range.start, text.length),
                end: offsetAt(lines, edit.range.end, text.length),
              },
              text: edit.newText,
            },
          ]
        : [],
    );
    return [[now, applyEdits(text, edits)] as const];
  });
  return { moves, texts: Object.fromEntries(texts), asked: Object.keys(changeAnnotations ?? {}) };
}

const MOVED = "docs/glossary/terms/object-store.md";

describe("renaming a term", () => {
  it("moves its page and changes open and closed files in one edit", async () => {
    const { moves, texts, asked } = await rename(FILES);
    expect(moves).toEqual([["docs/glossary/terms/shared-cache.md", MOVED]]);
    expect(texts).toEqual({
      [MOVED]:
        "---\nid: object-store\n---\n\n# Object Store\n\n## Definition\n\nA store that all servers share.\n",
      "docs/closed.md": "The object stores are [fast](glossary/terms/object-store.md).\n",
      "docs/page.md": "The object store.\n",
    });
    expect(asked).toEqual(["In running text"]);
  });

  it("leaves its page in place where a sidebar names it", async () => {
    const sidebar = '-- docs/sidebars.js --\nmodule.exports = { docs: ["glossary/terms/shared-cache"] };\n';
    const { moves, texts } = await rename(sidebar + FILES);
    expect(moves).toEqual([]);
    expect(texts["docs/glossary/terms/shared-cache.md"]).toContain("id: shared-cache\n---\n\n# Object Store");
  });

  it("leaves running text alone for a client that cannot ask, and the page for one that cannot move it", async () => {
    const { moves, texts } = await rename(FILES, VSCODE_WITHOUT_FILES);
    expect(moves).toEqual([]);
    expect(Object.keys(texts)).toEqual(["docs/glossary/terms/shared-cache.md"]);
  });

  it("finds its range and name, and nothing beside it", async () => {
    const client = await start(FILES);
    expect(await client.request("textDocument/prepareRename", client.at)).toEqual({
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 16 } },
      placeholder: "Shared Cache",
    });
    const beside = { ...client.at, position: { line: 0, character: 1 } };
    expect(await client.request("textDocument/prepareRename", beside)).toBeNull();
  });

  it("fits what is on the disk, though nobody has told of it", async () => {
    const client = await start(FILES, { capabilities: CAPABILITIES });
    write(client.root, "docs/closed.md", `Now and then ${client.files.get("docs/closed.md")}`);
    const asked = client.request<WorkspaceEdit>("textDocument/rename", {
      ...client.at,
      newName: "Object Store",
    });
    const { documentChanges = [] } = await asked;
    const closed = documentChanges.flatMap((one) =>
      "edits" in one && one.textDocument.uri.endsWith("docs/closed.md") ? one.edits : [],
    );
    const before = client.files.get("docs/closed.md")?.split("\n") ?? [];
    const columns = closed.flatMap((one) => ("range" in one ? one.range.start : []));
    const known = columns.map(({ line, character }) =>
      (line === 0 ? `Now and then ${before[0]}` : (before[line] ?? "")).slice(character),
    );
    expect(known.length).toBeGreaterThan(0);
    for (const one of known) expect(one).toMatch(/^(?:shared )?cache|^[^ ]*cache/i);
  });
});
