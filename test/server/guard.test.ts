/** What a client names is inside a workspace folder, or it is left alone. */
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, write } from "../folder.ts";
import { connect, PLAIN, start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const TERMS = "docs/glossary/terms";
const term = (name: string) => `# ${name}\n\n## Definition\n\nA **${name}** is a thing.\n`;

describe("watched files outside the workspace folders", () => {
  it("are ignored, with one line for each in the log", async () => {
    const outer = temporaryFolder([
      ["outside/secret.md", "# Secret\n"],
      [`a/shop/${TERMS}/quota.md`, term("Quota")],
    ]);
    const root = join(outer, "a/shop");
    const client = await connect({ folders: [root] });
    await client.initialize();
    await client.complete();
    const outside = ["/..", "/../..", "/../../outside/secret.md", "/docs/%2E%2e/../..", "/../shopping"].map(
      (path) => `${uriOf(root)}${path}`,
    );
    const odd = ["untitled:Untitled-1", "", "nonsense", "file:////", `${uriOf(root)}/a%00.md`];
    for (let i = 0; i < 40; i++) client.happened(...[...outside, ...odd].map((uri) => [uri, 2] as const));
    write(root, `${TERMS}/limit.md`, term("Limit"));
    client.happened([`${uriOf(root)}/docs/../${TERMS}/limit.md`, 1]);
    expect(await client.status(({ terms }) => terms === 2)).toMatchObject({ of: 1, terms: 2 });
    const logged = client.all("window/logMessage").map(({ params }) => params.message);
    expect(logged.sort()).toEqual(
      [...outside, ...odd]
        .map((uri) => `${uri} is in no workspace folder: what happens there is ignored`)
        .sort(),
    );
  });
});

describe("requests", () => {
  const ADR = `-- docs/adr/0001-queue.md --
# ADR-0001: Queue

**Status**: Accepted

## Context

Too much.
`;
  it("make no file outside", async () => {
    const client = await start(`${GLOSSARY}${ADR}`, { capabilities: PLAIN });
    const uri = uriOf(client.root, "docs/page.md");
    const wanted = { uri, title: "New", template: "nygard", date: "2025-01-31" };
    for (const folder of ["../../..", "docs/../..", "/tmp"])
      await expect(client.request("specGlossary/newAdr", { ...wanted, folder })).rejects.toThrow(
        `“${folder}” is not inside the workspace folder: choose a folder in it.`,
      );
    const made = await client.request<{ uri: string }>("specGlossary/newAdr", {
      ...wanted,
      folder: "./docs//adr/",
    });
    expect(made.uri).toBe(uriOf(client.root, "docs/adr/0002-new.md"));
    const supersedes = `${uriOf(client.root)}/../0001-queue.md`;
    await expect(
      client.request("specGlossary/newAdr", { ...wanted, folder: "docs/adr", supersedes }),
    ).rejects.toThrow("is not a decision record of this workspace folder");
    const change = { kind: "supersede", by: supersedes };
    const record = uriOf(client.root, "docs/adr/0001-queue.md");
    expect(await client.request("specGlossary/adrEdit", { uri: record, change })).toMatchObject({
      kind: "refused",
    });
    await expect(
      client.request("specGlossary/newIncrement", {
        uri,
        title: "New",
        date: "2025-01-31",
        instant: "2025-01-31T00:00:00Z",
        layout: "openspec",
        answers: { capability: "../../../x" },
      }),
    ).rejects.toThrow("is not inside the workspace folder");
  });

  it("offer no file that cannot be", async () => {
    const text =
      "[x](/docs/glossary/terms/x) [y](/docs/glossary/terms/..%5Cy) [z](/docs/glossary/terms/%00z)\n";
    const offered = async (platform?: "win32") => {
      // Here is no disk of Windows: a folder on none does as well.
      const folder = platform ? "vscode-vfs://github/shop" : temporaryFolder();
      const client = await connect({ folders: [folder], ...(platform && { platform }) });
      await client.initialize();
      await client.complete();
      client.open(uriOf(folder, `${TERMS}/quota.md`), term("Quota"));
      const uri = uriOf(folder, "docs/page.md");
      client.open(uri, text);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: text.length - 1 } };
      const context = { diagnostics: [] };
      const actions = await client.request<{ title: string }[]>("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context,
      });
      return actions.map(({ title }) => title).filter((title) => title.startsWith("Create"));
    };
    expect(await offered()).toEqual(["Create term page “x”", "Create term page “y”"]);
    expect(await offered("win32")).toEqual(["Create term page “x”"]);
  });

  it("know no place outside", async () => {
    const client = await start(`${GLOSSARY}${ADR}`);
    const uri = `${uriOf(client.root)}/../page.md`;
    for (const method of [
      "newTerm",
      "copyStarter",
      "adrFolders",
      "adrLog",
      "performance",
      "increments",
      "validateIncrement",
      "traceability",
    ])
      expect(await client.request(`specGlossary/${method}`, { uri, folder: "../x", name: "x" })).toBeNull();
    expect(
      await client.request("specGlossary/addToIncrement", { uri, folder: "../x", add: { what: "story" } }),
    ).toMatchObject({ kind: "refused" });
    // It may be looked at all the same.
    client.open(uri, "# Outside\n");
    expect(await client.pull(uri)).toMatchObject({ kind: "full" });
  });
});

describe("on a system where capitals make no difference, a file", () => {
  it("is one, however it is named", async () => {
    const root = temporaryFolder([
      [`${TERMS}/Quota.md`, term("Quota")],
      ["docs/page.md", "A quota and a limit.\n"],
    ]);
    const client = await connect({ folders: [root], platform: "darwin" });
    await client.initialize();
    await client.complete();
    const quota = uriOf(root, `Docs/Glossary/terms/QUOTA.md`);
    client.open(quota, term("Limit"));
    await client.status(({ terms }) => terms === 1);
    const page = uriOf(root, "docs/PAGE.md");
    client.open(page, "A quota and a limit.\n");
    const hover = (character: number) =>
      client.request("textDocument/hover", { textDocument: { uri: page }, position: { line: 0, character } });
    expect([await hover(4), await hover(14)]).toEqual([null, expect.anything()]);
    client.notify("textDocument/didClose", { textDocument: { uri: quota } });
    await client.eventually("old term", () => hover(4), Boolean);
    expect(client.all("window/logMessage")).toEqual([]);
  });

  it("is the same after a rename that changes only capitals", async () => {
    const root = temporaryFolder([
      [`${TERMS}/quota.md`, term("Quota")],
      [`${TERMS}/limit.md`, term("Limit")],
    ]);
    const client = await connect({ folders: [root], platform: "darwin" });
    await client.initialize();
    await client.complete();
    const move = (from: string, to: string) => renameSync(join(root, from), join(root, to));
    const page = uriOf(root, "docs/page.md");
    client.open(page, "A quota and a limit.\n");
    const target = async () => {
      const at = { textDocument: { uri: page }, position: { line: 0, character: 4 } };
      const found = await client.request<{ targetUri: string }[]>("textDocument/definition", at);
      return found?.map(({ targetUri }) => targetUri);
    };
    move(`${TERMS}/quota.md`, `${TERMS}/Quota.md`);
    client.happened([uriOf(root, `${TERMS}/quota.md`), 3], [uriOf(root, `${TERMS}/Quota.md`), 1]);
    const renamed = (path: string) => (uris: readonly string[] | undefined) =>
      uris?.[0] === uriOf(root, path);
    await client.eventually("the new name", target, renamed(`${TERMS}/Quota.md`));
    // Some tell of the new name alone.
    move(`${TERMS}/Quota.md`, `${TERMS}/QUOTA.md`);
    client.happened([uriOf(root, `${TERMS}/QUOTA.md`), 1]);
    await client.eventually("the new name", target, renamed(`${TERMS}/QUOTA.md`));
    mkdirSync(join(root, "Docs"));
    move("docs/glossary", "Docs/Glossary");
    client.happened([uriOf(root, "docs/glossary"), 3], [uriOf(root, "Docs/Glossary"), 1]);
    await client.eventually("the new folder", target, renamed("Docs/Glossary/terms/QUOTA.md"));
    expect(await client.status(({ terms }) => terms === 2)).toMatchObject({ terms: 2 });
  });
});

describe("on Windows", () => {
  const FOLDERS: readonly (readonly [root: string, term: string, page: string])[] = [
    ["file:///c%3A/Shop", `file:///C:/Shop/${TERMS}/quota.md`, "file:///c%3A/shop/docs/page.md"],
    ["file:///C:/Shop/", `file:///c%3A%5CShop%5C${TERMS}/quota.md`, "file:///c:/Shop/docs/page.md"],
    ["file:///c%3A/", `file:///C:/${TERMS}/quota.md`, "file:///c%3A/docs/page.md"],
    [
      "file://server/share/shop",
      `file:////server/share/shop/${TERMS}/quota.md`,
      "file://SERVER/share/Shop/docs/page.md",
    ],
  ];
  for (const [root, quota, page] of FOLDERS)
    it(`documents are in ${root}, however it is written`, async () => {
      const client = await connect({ folders: [root], platform: "win32" });
      await client.initialize();
      await client.complete();
      client.open(quota, term("Quota"));
      client.open(page, "A quota.\n");
      const at = { textDocument: { uri: page }, position: { line: 0, character: 4 } };
      expect(await client.request("textDocument/hover", at)).not.toBeNull();
      client.happened([`${page}/../..%5C..%5C..%5Cx.md`, 1]);
      const [found] = await client.request<{ targetUri: string }[]>("textDocument/definition", at);
      expect(decodeURIComponent(found?.targetUri ?? "").toLowerCase()).toContain(`/${TERMS}/quota.md`);
      const wanted = { uri: page, title: "New", template: "nygard", date: "2025-01-31" };
      for (const folder of ["..\\..", "C:\\Windows", "\\\\server\\share", "docs:x"])
        await expect(client.request("specGlossary/newAdr", { ...wanted, folder })).rejects.toThrow(
          "is not inside the workspace folder",
        );
      const made = await client.request<{ uri: string }>("specGlossary/newAdr", {
        ...wanted,
        folder: "docs\\adr",
      });
      expect(made.uri).toContain("/docs/adr/0001-new.md");
    });
});
