/** What happens to files outside the editor, and to documents in it. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, write } from "../folder.ts";
import { connect, PLAIN, start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const term = (name: string) => `# ${name}\n\n## Definition\n\nA **${name}** is a thing.\n`;
const TERMS = "docs/glossary/terms";

it("a list of ignored files that leads out of the folder is named in the log, and ignores nothing", async () => {
  const outside = temporaryFolder([["list", "*.md\n"]]);
  const root = temporaryFolder([["docs/glossary/terms/quota.md", term("Quota")]]);
  symlinkSync(join(outside, "list"), join(root, ".gitignore"));
  const client = await connect({ folders: [root] });
  await client.initialize();
  expect((await client.complete()).terms).toBe(1);
  const said = client.all("window/logMessage").map(({ params }) => params.message);
  expect(said).toContainEqual(
    expect.stringContaining(".gitignore could not be read: it is a symbolic link; nothing is ignored by it"),
  );
});

describe("watched files", () => {
  it("are asked for", async () => {
    const client = await start(GLOSSARY);
    const registered = client.all("client/registerCapability").flatMap(({ params }) => params.registrations);
    const watched = registered.find(({ method }) => method === "workspace/didChangeWatchedFiles");
    expect(watched?.registerOptions.watchers.length).toBeGreaterThan(1);
  });

  it("come, change and go", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(client.root, `${TERMS}/quota.md`);
    write(client.root, `${TERMS}/quota.md`, term("Quota"));
    client.happened([uri, 1]);
    await client.status(({ terms, of }) => terms === 3 && of === 2);
    const page = uriOf(client.root, "docs/page.md");
    client.open(page, "A quota and a limit.\n");
    const hover = (character: number) =>
      client.request("textDocument/hover", { textDocument: { uri: page }, position: { line: 0, character } });
    expect(await hover(4)).not.toBeNull();

    write(client.root, `${TERMS}/quota.md`, term("Limit"));
    client.happened([uri, 2]);
    await client.eventually("new term", () => hover(16), Boolean);
    expect(await hover(4)).toBeNull();

    rmSync(`${client.root}/${TERMS}/quota.md`);
    client.happened([uri, 3]);
    await client.status(({ terms }) => terms === 2);
    expect(await hover(16)).toBeNull();
  });

  it("come and go with their folder", async () => {
    const client = await start(GLOSSARY);
    rmSync(`${client.root}/docs/glossary`, { recursive: true });
    client.happened([uriOf(client.root, "docs/glossary"), 3]);
    await client.status(({ terms }) => terms === 0);

    for (const name of ["Quota", "Limit"]) write(client.root, `later/${name}.md`, term(name));
    mkdirSync(`${client.root}/glossary`);
    renameSync(`${client.root}/later`, `${client.root}/glossary/terms`);
    client.happened([uriOf(client.root, "later"), 3], [uriOf(client.root, "glossary/terms"), 1]);
    await client.status(({ terms }) => terms === 2);
  });

  it("are looked at as they are, whatever is said of them", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(client.root, `${TERMS}/quota.md`);
    write(client.root, `${TERMS}/quota.md`, term("Quota"));
    client.happened([uri, 3], [uri, 1], [uri, 3]);
    await client.status(({ terms }) => terms === 3);
    client.happened([uriOf(client.root, `${TERMS}/never.md`), 1], [uriOf(client.root, `${TERMS}/adr.md`), 3]);
    client.happened([uri, 2]);
    write(client.root, `${TERMS}/last.md`, term("Last"));
    client.happened([uriOf(client.root, `${TERMS}/last.md`), 1]);
    await client.status(({ terms }) => terms === 4);
  });

  it("may be a thousand at once", async () => {
    const client = await start(GLOSSARY);
    const changes = Array.from({ length: 1_000 }, (_, i) => {
      write(client.root, `${TERMS}/thing-${i}.md`, term(`Thing ${i} x`));
      return [uriOf(client.root, `${TERMS}/thing-${i}.md`), 1] as const;
    });
    client.happened(...changes);
    await client.status(({ terms }) => terms === 1_002);
    rmSync(`${client.root}/${TERMS}`, { recursive: true });
    client.happened(...changes.map(([uri]) => [uri, 3] as const));
    await client.status(({ terms }) => terms <= 2);
  });

  it("do not count where they are ignored, excluded or linked", async () => {
    const client = await start(`${GLOSSARY}-- .gitignore --\n/build/\n*.draft.md\n`, {
      settings: (section) => (section === "files.exclude" ? { "**/old": true } : null),
    });
    const paths = [
      "build/glossary/terms/a.md",
      "node_modules/x/glossary/terms/b.md",
      `${TERMS}/c.draft.md`,
      `old/glossary/terms/d.md`,
    ];
    for (const path of paths) write(client.root, path, term(path.replaceAll("/", " ")));
    symlinkSync(`${client.root}/build`, `${client.root}/linked`);
    const linked = "linked/glossary/terms/a.md";
    const changes = [...paths, linked, "node_modules", "linked"].map((path) => uriOf(client.root, path));
    client.happened(...changes.map((uri) => [uri, 1] as const));
    write(client.root, `${TERMS}/quota.md`, term("Quota"));
    client.happened([uriOf(client.root, `${TERMS}/quota.md`), 1]);
    await client.status(({ terms }) => terms === 3);

    write(client.root, ".gitignore", "");
    client.happened([uriOf(client.root, ".gitignore"), 2]);
    await client.status(({ terms }) => terms === 5);
  });

  it("say nothing about open documents", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(client.root, `${TERMS}/adr.md`);
    client.open(uri, term("Verdict"));
    const page = uriOf(client.root, "docs/page.md");
    client.open(page, "A verdict.\n");
    const hover = () =>
      client.request("textDocument/hover", {
        textDocument: { uri: page },
        position: { line: 0, character: 4 },
      });
    expect(await hover()).not.toBeNull();
    rmSync(`${client.root}/${TERMS}`, { recursive: true });
    client.happened([uri, 3], [uriOf(client.root, TERMS), 3]);
    await client.status(({ terms }) => terms === 1);
    expect(await hover()).not.toBeNull();
    client.notify("textDocument/didClose", { textDocument: { uri } });
    await client.status(({ terms }) => terms === 0);
    expect(await hover()).toBeNull();
  });
});

describe("documents", () => {
  it("count as they are in the editor, then as they are on disk", async () => {
    const client = await start(GLOSSARY);
    const uri = uriOf(client.root, `${TERMS}/adr.md`);
    const page = uriOf(client.root, "docs/page.md");
    client.open(page, "A verdict on an ADR.\n");
    const hover = (character: number) =>
      client.request("textDocument/hover", { textDocument: { uri: page }, position: { line: 0, character } });
    client.open(uri, term("ADR"));
    client.edit(uri, 2, { text: term("Verdict") });
    expect([(await hover(4)) !== null, await hover(17)]).toEqual([true, null]);
    client.notify("textDocument/didClose", { textDocument: { uri } });
    await client.eventually("old term", () => hover(17), Boolean);
    expect(await hover(4)).toBeNull();
  });

  it("take edits in order, by UTF-16 units, with any line ends", async () => {
    const client = await start(`${GLOSSARY}-- docs/page.md --\n$0👍 one\r\n\r\ntwo\r\n`);
    const at = (line: number, from: number, to = from) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    client.edit(
      client.uri,
      2,
      { range: at(0, 2), text: "👩‍👩‍👧‍👦" },
      { range: at(2, 0, 3), text: "An ADR" },
      { range: at(0, 0, 2), text: "" },
      { range: { start: { line: 0, character: 11 }, end: { line: 2, character: 0 } }, text: "\n" },
    );
    expect(
      await client.request("textDocument/hover", { ...client.at, position: { line: 1, character: 4 } }),
    ).toMatchObject({ range: at(1, 3, 6) });
  });
});

describe("a client that does not watch files", () => {
  it("gets what has changed when a document is opened or saved", async () => {
    const client = await start(GLOSSARY, { capabilities: PLAIN });
    expect(client.all("client/registerCapability")).toEqual([]);
    write(client.root, `${TERMS}/quota.md`, term("Quota"));
    const uri = uriOf(client.root, "docs/page.md");
    client.open(uri, "A quota, a webhook.\n");
    await client.status(({ terms }) => terms === 3);

    rmSync(`${client.root}/${TERMS}/quota.md`);
    write(client.root, `${TERMS}/webhook.md`, term("Callback"));
    client.notify("textDocument/didSave", { textDocument: { uri } });
    await client.status(({ terms }) => terms === 2);
    const hover = (character: number) =>
      client.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character } });
    expect([await hover(4), await hover(12)]).toEqual([null, null]);
  });
});
