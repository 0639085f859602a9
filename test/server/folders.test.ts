/** Workspace folders that come and go, and documents in none of them. */
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";
import { type Client, connect, start, uriOf, VSCODE } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const { files } = parseFixture(GLOSSARY);
const hoverAt = (uri: string, character: number) => ({
  textDocument: { uri },
  position: { line: 0, character },
});
const hover = (client: Client, uri: string, character = 4) =>
  client.request<{ contents: { value: string } } | null>("textDocument/hover", hoverAt(uri, character));
const change = (client: Client, added: readonly string[], removed: readonly string[]) =>
  client.notify("workspace/didChangeWorkspaceFolders", {
    event: {
      added: added.map((folder) => ({ uri: uriOf(folder), name: folder })),
      removed: removed.map((folder) => ({ uri: uriOf(folder), name: folder })),
    },
  });

describe("several workspace folders", () => {
  it("have glossaries of their own", async () => {
    const one = temporaryFolder(files);
    const other = temporaryFolder([
      ["glossary/terms/quota.md", "# Quota\n\n## Definition\n\nA **quota**.\n"],
    ]);
    const client = await connect({ folders: [one, other] });
    await client.initialize();
    expect(await client.complete()).toEqual({
      read: 3,
      of: 3,
      terms: 3,
      adrs: 0,
      increments: 0,
      complete: true,
    });
    for (const [folder, known] of [
      [one, [true, false]],
      [other, [false, true]],
    ] as const) {
      const uri = uriOf(folder, "page.md");
      client.open(uri, "ADR quota\n");
      expect([(await hover(client, uri, 1)) !== null, (await hover(client, uri, 6)) !== null]).toEqual(known);
    }
  });

  it("can be added and removed while a document of theirs is open", async () => {
    const folder = temporaryFolder(files);
    const client = await connect({ folders: [temporaryFolder()] });
    await client.initialize();
    await client.complete();
    const uri = uriOf(folder, "page.md");
    client.open(uri, "An ADR.\n");
    expect(await hover(client, uri)).toBeNull();

    change(client, [folder], []);
    await client.status(({ terms }) => terms === 2);
    expect(await hover(client, uri)).not.toBeNull();
    client.edit(uri, 2, { text: "No ADR.\n" });
    expect(await hover(client, uri)).toMatchObject({ range: { start: { character: 3 } } });

    change(client, [], [folder]);
    await client.status(({ terms, complete }) => complete && terms === 0);
    expect(await hover(client, uri)).toBeNull();
    change(client, [folder], []);
    await client.status(({ terms }) => terms === 2);
    expect(await hover(client, uri)).not.toBeNull();
  });

  it("give a document that is opened first to the folder that comes later", async () => {
    const folder = temporaryFolder(files);
    const client = await connect();
    await client.initialize();
    const uri = uriOf(folder, "page.md");
    client.open(uri, "An ADR.\n");
    await client.complete();
    change(client, [folder], []);
    await client.status(({ terms }) => terms === 2);
    expect(await hover(client, uri)).not.toBeNull();
  });

  it("may lie within each other: the inner one counts, and both are told of changes", async () => {
    const outer = temporaryFolder(files);
    write(outer, "inner/glossary/terms/quota.md", "# Quota\n\n## Definition\n\nA **quota**.\n");
    const inner = `${outer}/inner`;
    const client = await connect({ folders: [outer, inner] });
    await client.initialize();
    await client.status(({ complete, terms }) => complete && terms === 4);
    const uri = uriOf(inner, "page.md");
    client.open(uri, "An ADR, a quota.\n");
    expect(await hover(client, uri, 4)).toBeNull();
    expect(await hover(client, uri, 12)).not.toBeNull();
    rmSync(`${inner}/glossary`, { recursive: true });
    client.happened([uriOf(inner, "glossary"), 3]);
    await client.status(({ terms }) => terms === 2);
    change(client, [], [inner]);
    await client.until(
      "term of the outer folder",
      () => client.all("workspace/diagnostic/refresh").length > 2,
    );
    expect(await hover(client, uri, 4)).not.toBeNull();
  });

  it("that are gone, or never were, are empty", async () => {
    const folder = temporaryFolder();
    const client = await connect({ folders: [`${folder}/never`] });
    await client.initialize();
    expect(await client.complete()).toEqual({
      read: 0,
      of: 0,
      terms: 0,
      adrs: 0,
      increments: 0,
      complete: true,
    });
    const gone = await start(GLOSSARY);
    rmSync(gone.root, { recursive: true });
    gone.happened([uriOf(gone.root, "docs"), 3]);
    await gone.status(({ terms }) => terms === 0);
    const uri = uriOf(gone.root, "docs/new.md");
    gone.open(uri, "A webhook.\n");
    expect((await hover(gone, uri))?.contents.value ?? "").not.toContain("a call from a provider");
  });

  it("that are on no disk are not looked for on one", async () => {
    const client = await connect({ capabilities: VSCODE });
    await client.request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: VSCODE,
      workspaceFolders: [{ uri: `vscode-vfs://github${temporaryFolder(files)}`, name: "remote" }],
    });
    client.notify("initialized", {});
    expect(await client.complete()).toEqual({
      read: 0,
      of: 0,
      terms: 0,
      adrs: 0,
      increments: 0,
      complete: true,
    });
  });
});

describe("documents", () => {
  it("outside all folders are read by themselves", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(temporaryFolder(), "loose.md");
    client.open(uri, "---\ntitle: a: b\n---\n\nAn ADR, [x](/docs/glossary/terms/none).\n");
    expect(await hover(client, uri)).toBeNull();
    expect((await client.pull(uri)).items).toMatchObject([{ code: "markdown/invalid-front-matter" }]);
    client.configure((section) =>
      section === "specGlossary" ? { rules: { "markdown/invalid-front-matter": "off" } } : null,
    );
    await client.eventually(
      "no finding",
      () => client.pull(uri),
      ({ items }) => items.length === 0,
    );
    client.notify("textDocument/didClose", { textDocument: { uri } });
    expect((await client.pull(uri)).items).toEqual([]);
    expect(client.all("window/logMessage")).toEqual([]);
  });

  it.each([
    [".github/prompts/plan.prompt.md", "prompt"],
    [".github/instructions/docs.instructions.md", "instructions"],
    [".github/agents/reviewer.agent.md", "chatagent"],
    ["skills/review/SKILL.md", "skill"],
    ["docs/page.mdx", "mdx"],
    ["docs/page.md", "another"],
  ])("such as %s are Markdown in the language %s", async (path, language) => {
    const client = await start(GLOSSARY);
    for (const uri of [
      uriOf(client.root, path),
      ...(language === "another" ? [] : [`untitled:${language}`]),
    ]) {
      client.open(uri, "An ADR, [x](/docs/glossary/terms/none).\n", language);
      expect(await hover(client, uri)).toMatchObject({ range: { start: { character: 3 } } });
    }
    const { items } = await client.pull(uriOf(client.root, path));
    expect(items).toMatchObject([{ code: "glossary/dangling-link" }]);
  });

  it("that are not saved yet know the terms, but nothing is missing in them", async () => {
    const client = await start(GLOSSARY);
    for (const uri of [
      "untitled:Untitled-1",
      uriOf(client.root, "docs/new.md").replace("file:", "untitled:"),
    ]) {
      client.open(uri, "An ADR, [x](/docs/glossary/terms/none), [ADR](/docs/glossary/terms/adr).\n");
      expect(await hover(client, uri)).toMatchObject({ range: { start: { character: 3 } } });
      expect((await client.pull(uri)).items).toEqual([]);
      const links = await client.request<{ target: string }[]>("textDocument/documentLink", hoverAt(uri, 0));
      expect(links.map(({ target }) => target.split("#")[0])).toContain(
        uriOf(client.root, "docs/glossary/terms/adr.md"),
      );
      const place = { textDocument: { uri }, position: { line: 0, character: 3 } };
      expect(await client.request("textDocument/completion", place)).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ label: "ADR" })]),
      });
      client.notify("textDocument/didClose", { textDocument: { uri } });
    }
    expect((await client.complete()).of).toBe(2);
  });

  it("that are no files know the terms, and nothing is said about them", async () => {
    const client = await start(`${GLOSSARY}-- docs/page.md --\nAn ADR.\n`);
    const uri = `${uriOf(client.root, "docs/page.md").replace("file:", "git:")}?HEAD`;
    client.open(uri, "---\ntitle: a: b\n---\n\n\nAn ADR, [x](/docs/glossary/terms/none).\n");
    const place = { textDocument: { uri }, position: { line: 5, character: 4 } };
    expect(await client.request("textDocument/hover", place)).toMatchObject({
      range: { start: { character: 3 } },
    });
    expect((await client.pull(uri)).items).toEqual([]);
    expect(await client.request("textDocument/codeLens", { textDocument: { uri } })).toBeNull();
    expect((await client.complete()).of).toBe(3);
  });

  it("that are no Markdown are left alone", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(client.root, "src/code.ts");
    client.open(uri, "// An ADR\n", "typescript");
    expect(await hover(client, uri, 6)).toBeNull();
    expect((await client.pull(uri)).items).toEqual([]);
  });

  it("are Markdown, whatever their name, when the editor says so", async () => {
    const client = await start(`${GLOSSARY}-- notes.txt --\nold\n`);
    const uri = uriOf(client.root, "notes.txt");
    client.open(uri, "An ADR.\n");
    expect(await hover(client, uri)).not.toBeNull();
    client.notify("textDocument/didClose", { textDocument: { uri } });
    expect(await hover(client, uri)).toBeNull();
  });

  const ODD: readonly (readonly [name: string, spell: (uri: string) => string])[] = [
    ["100% & [odd] #1 'name'?.md", (uri) => uri],
    ["a b.md", (uri) => uri.replace("%20", " ")],
    ["größe.md", (uri) => decodeURI(uri)],
    ["(x)+@$,;=~!.md", (uri) => uri.replace("(", "%28").replace(")", "%29").replace("@", "%40")],
    ["c%3A.md", (uri) => uri],
    ["日本語/🎉.md", (uri) => uri.replace(/%../g, (code) => code.toLowerCase())],
  ];
  for (const [name, spell] of ODD) {
    it(`are known by URI however it is written: ${name}`, async () => {
      const folder = temporaryFolder([...files, [name, "On disk.\n"]]);
      const client = await connect({ folders: [folder] });
      await client.initialize();
      await client.complete();
      const uri = spell(uriOf(folder, name));
      client.open(uri, "An ADR, [x](/docs/glossary/terms/adrs).\n");
      expect(await hover(client, uri)).not.toBeNull();
      expect((await client.pull(uri)).items).toHaveLength(1);
      const [action] = await client.request<{ edit: { documentChanges: unknown[] } }[]>(
        "textDocument/codeAction",
        {
          textDocument: { uri },
          range: { start: { line: 0, character: 15 }, end: { line: 0, character: 15 } },
          context: { diagnostics: [] },
        },
      );
      expect(action?.edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
      expect((await client.complete()).of).toBe(3);
    });
  }
});
