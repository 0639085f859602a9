/** Start, requests at odd moments, and the end. */
import { describe, expect, it } from "vitest";
import { STATUS } from "../../server/protocol.ts";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";
import { connect, PLAIN, start, uriOf, VSCODE } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const INITIALIZE = { processId: null, rootUri: null, capabilities: VSCODE };

describe("start", () => {
  it("answers before any file is read, and reads what is there afterwards", async () => {
    const folder = temporaryFolder();
    const client = await connect();
    const folders = [{ uri: uriOf(folder), name: "one" }];
    const { capabilities, serverInfo } = await client.request<{
      capabilities: Record<string, unknown>;
      serverInfo: { name: string; version: string };
    }>("initialize", { ...INITIALIZE, workspaceFolders: folders });
    expect(serverInfo).toEqual({ name: "Spec Glossary", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    const announced = Object.keys(capabilities);
    expect(announced).toEqual(
      expect.arrayContaining([
        "codeActionProvider",
        "completionProvider",
        "definitionProvider",
        "diagnosticProvider",
        "documentLinkProvider",
        "hoverProvider",
        "textDocumentSync",
        "workspace",
      ]),
    );
    const uri = uriOf(folder, "docs/page.md");
    client.open(uri, "An ADR.\n");
    const at = { textDocument: { uri }, position: { line: 0, character: 4 } };
    expect(await client.request("textDocument/hover", at)).toBeNull();
    expect(client.all(STATUS)).toEqual([]);

    for (const [path, text] of parseFixture(GLOSSARY).files) write(folder, path, text);
    client.notify("initialized", {});
    expect(await client.complete()).toEqual({
      read: 2,
      of: 2,
      terms: 2,
      adrs: 0,
      increments: 0,
      complete: true,
    });
    expect(await client.request("textDocument/hover", at)).not.toBeNull();
  });

  it("leaves the outline to an editor that has one", async () => {
    const announced = async (capabilities: typeof VSCODE) => {
      const client = await connect();
      const result = await client.request<{ capabilities: object }>("initialize", {
        ...INITIALIZE,
        capabilities,
      });
      return "documentSymbolProvider" in result.capabilities;
    };
    expect(await announced(VSCODE)).toBe(true);
    expect(await announced({ ...VSCODE, experimental: { specGlossaryShown: ["outline"] } })).toBe(false);
  });

  it("knows nothing before initialize, and goes on", async () => {
    const client = await connect();
    const at = { textDocument: { uri: "file:///a.md" }, position: { line: 0, character: 0 } };
    expect(await client.request("textDocument/hover", at)).toBeNull();
    await client.initialize();
    expect(await client.complete()).toEqual({
      read: 0,
      of: 0,
      terms: 0,
      adrs: 0,
      increments: 0,
      complete: true,
    });
  });

  it("answers hovers while the index still runs, and tells how far it is", async () => {
    const folder = temporaryFolder(parseFixture(GLOSSARY).files);
    const page = `# Page\n\n${"A paragraph about [links](./other.md) and `code`.\n\n".repeat(200)}`;
    for (let i = 0; i < 600; i++) write(folder, `docs/pages/${i}.md`, page);
    const client = await connect({ folders: [folder] });
    const uri = uriOf(folder, "docs/page.md");
    await client.initialize();
    client.open(uri, "An ADR and [one](/docs/glossary/terms/none).\n");
    const at = { textDocument: { uri }, position: { line: 0, character: 4 } };
    let during = 0;
    for (;;) {
      const hover = await client.request("textDocument/hover", at);
      const status = client.all(STATUS).at(-1)?.params;
      if (status?.complete) break;
      if (hover) during++;
      if ((await client.pull(uri)).items.length === 0) continue;
      const told = client.all(STATUS).length;
      // What has not been read is not missing: the status that is on its way says that all has been.
      await client.complete();
      expect(
        client
          .all(STATUS)
          .slice(told)
          .map(({ params }) => params.complete),
      ).not.toContain(false);
      break;
    }
    expect(during).toBeGreaterThan(0);
    const counts = client.all(STATUS).map(({ params }) => params.read);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(3);
    expect(client.all("window/workDoneProgress/create")).toHaveLength(1);
    const kinds = () => client.all("$/progress").map(({ params }) => params.value.kind);
    await client.until("end of the progress", () => kinds().includes("end"));
    expect(new Set(kinds())).toEqual(new Set(["begin", "report", "end"]));
    expect(kinds()[0]).toBe("begin");
    expect(kinds().at(-1)).toBe("end");
    expect(client.all("$/progress").at(-2)?.params.value.message).toMatch(/^\d+\/60\d files$/);
  });

  it("reports no progress to a client that cannot show it", async () => {
    const client = await start(GLOSSARY, { capabilities: PLAIN });
    expect(client.all("window/workDoneProgress/create")).toEqual([]);
    expect(client.all("$/progress")).toEqual([]);
  });

  it("finds the folder of an old client in rootUri", async () => {
    const folder = temporaryFolder(parseFixture(GLOSSARY).files);
    const client = await connect({ capabilities: PLAIN });
    await client.request("initialize", { ...INITIALIZE, capabilities: PLAIN, rootUri: uriOf(folder) });
    client.notify("initialized", {});
    expect((await client.complete()).terms).toBe(2);
  });

  it("answers requests it does not know with an error", async () => {
    const client = await start(GLOSSARY);
    await expect(client.request("textDocument/noSuchThing", {})).rejects.toMatchObject({ code: -32601 });
    await expect(client.request("textDocument/hover", {})).rejects.toBeDefined();
    expect(await client.request("textDocument/hover", client.at)).toBeNull();
  });
});

describe("end", () => {
  it("exits with 0 after shutdown and 1 without", async () => {
    const polite = await start(GLOSSARY);
    expect(await polite.request("shutdown")).toBeNull();
    polite.notify("exit", undefined);
    expect(await polite.exited).toBe(0);

    const rude = await start(GLOSSARY);
    rude.notify("exit", undefined);
    expect(await rude.exited).toBe(1);
  });

  it("exits when the client is gone", async () => {
    const client = await start(GLOSSARY);
    client.server.stdin.end();
    expect(await client.exited).not.toBeNull();
  });
});
