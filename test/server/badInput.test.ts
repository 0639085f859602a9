/** Whatever is in the workspace: the server says what it cannot read, and goes on. */
import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";
import { connect, start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const TERMS = "docs/glossary/terms";

async function startIn(prepare: (folder: string) => void) {
  const folder = temporaryFolder(parseFixture(GLOSSARY).files);
  prepare(folder);
  const client = await connect({ folders: [folder] });
  await client.initialize();
  const status = await client.complete();
  const uri = uriOf(folder, "docs/page.md");
  client.open(uri, "An ADR.\n");
  const hover = () =>
    client.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 4 } });
  const logged = () => client.all("window/logMessage").map(({ params }) => params.message);
  return { client, folder, status, uri, hover, logged };
}

describe("a workspace", () => {
  it("with a file that is not UTF-8", async () => {
    const { client, uri, status, hover, logged } = await startIn((folder) => {
      write(folder, `${TERMS}/latin.md`, Buffer.from("# Gr\xf6\xdfe\n", "latin1"));
      write(folder, `${TERMS}/utf16.md`, Buffer.from("\ufeff# Size\n", "utf16le"));
    });
    expect(status).toMatchObject({ of: 4, terms: 2 });
    expect(await hover()).not.toBeNull();
    expect(logged()).toEqual([
      `${TERMS}/latin.md could not be read: it is not UTF-8 text`,
      `${TERMS}/utf16.md could not be read: it is not UTF-8 text`,
    ]);
    // The page exists, so a link to it is not broken.
    client.edit(uri, 2, { text: "[x](/docs/glossary/terms/latin.md) [y](./glossary/terms/latin.md)\n" });
    expect((await client.pull(uri)).items).toEqual([]);
  });

  it("with a folder named as a page, links in a circle and links that lead nowhere", async () => {
    const { status, hover, logged } = await startIn((folder) => {
      mkdirSync(`${folder}/${TERMS}/folder.md`);
      symlinkSync(folder, `${folder}/docs/loop`);
      symlinkSync(`${folder}/docs/b.md`, `${folder}/docs/a.md`);
      symlinkSync(`${folder}/docs/a.md`, `${folder}/docs/b.md`);
      symlinkSync("/nowhere.md", `${folder}/docs/gone.md`);
    });
    expect(status).toEqual({ read: 2, of: 2, terms: 2, adrs: 0, increments: 0, complete: true });
    expect(await hover()).not.toBeNull();
    expect(logged()).toEqual([]);
  });

  it("with a page that is larger than anybody writes", async () => {
    const { client, folder, status, hover, logged } = await startIn((folder) =>
      write(folder, "docs/huge.md", "# A heading\n\nA paragraph about an ADR.\n".repeat(270_000)),
    );
    expect(status).toMatchObject({ of: 3, terms: 2 });
    expect(logged()).toEqual(["docs/huge.md could not be read: it is larger than 8 MB"]);
    expect(await hover()).not.toBeNull();
    const uri = uriOf(folder, "docs/huge.md");
    client.open(uri, "An ADR.\n".repeat(1_500_000));
    expect((await client.pull(uri)).items).toEqual([]);
    expect(await hover()).not.toBeNull();
    client.edit(uri, 2, { text: "An ADR.\n" });
    const at = { textDocument: { uri }, position: { line: 0, character: 4 } };
    expect(await client.request("textDocument/hover", at)).not.toBeNull();
  });

  it("with a large page", async () => {
    const text = `${"# A heading\n\nA paragraph about an ADR.\n\n".repeat(30_000)}[x](/docs/glossary/terms/no)\n`;
    const { client, folder, status } = await startIn((folder) => write(folder, "docs/large.md", text));
    expect(status).toMatchObject({ of: 3, terms: 2 });
    const uri = uriOf(folder, "docs/large.md");
    client.open(uri, text);
    expect((await client.pull(uri)).items).toHaveLength(1);
  }, 60_000);

  it("with front matter that is no YAML", async () => {
    const matters = [
      "a: b: c",
      "\t- x",
      "&a [*a",
      "<<: *x",
      "? !!binary",
      "a: !!js/function x",
      "---",
      "{",
      "%",
    ];
    const { client, folder, status, hover } = await startIn((folder) => {
      for (const [i, matter] of matters.entries())
        write(folder, `docs/${i}.md`, `---\n${matter}\n---\n\n# Page\n`);
    });
    expect(status).toMatchObject({ of: 2 + matters.length, terms: 2 });
    expect(await hover()).not.toBeNull();
    for (const [i, matter] of matters.entries()) {
      const uri = uriOf(folder, `docs/${i}.md`);
      client.open(uri, `---\n${matter}\n---\n\n# Page\n`);
      expect(await client.pull(uri)).toMatchObject({ kind: "full" });
    }
    expect((await client.pull(uriOf(folder, "docs/0.md"))).items).toMatchObject([
      { code: "markdown/invalid-front-matter" },
    ]);
  });
});

it("goes on whatever a document contains", async () => {
  const client = await start(GLOSSARY);
  const documents = [
    "",
    "\0\0\0",
    "\ud800 An ADR \udc00",
    "\ufeffAn ADR",
    "[".repeat(5_000),
    `${"> ".repeat(2_000)}ADR`,
    `${"- ".repeat(500)}ADR`,
    "*a_".repeat(3_000),
    "<!--".repeat(2_000),
    "`".repeat(10_001),
    "[a](".repeat(3_000),
    "| a |\n| - |\n".repeat(2_000),
    "![[[]]]((())) [^1]: [^1] [x]: <y\n".repeat(500),
    "\r\r\r\n\n\r# ADR\r",
    "&#0; &#x110000; &bogus; &amp".repeat(500),
    "<!-- spec-glossary-disable -->\n<!-- spec-glossary-enable x/y z -->\n<!-- spec-glossary-disable-line",
  ];
  for (const [i, text] of documents.entries()) {
    const uri = uriOf(client.root, `docs/odd-${i}.md`);
    const textDocument = { uri };
    const position = { line: 0, character: 1 };
    client.open(uri, text);
    await client.request("textDocument/hover", { textDocument, position });
    await client.request("textDocument/completion", { textDocument, position });
    await client.request("textDocument/definition", { textDocument, position });
    await client.request("textDocument/documentLink", { textDocument });
    const all = { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } };
    const context = { diagnostics: [] };
    await client.request("textDocument/codeAction", { textDocument, range: all, context });
    expect(await client.pull(uri)).toMatchObject({ kind: "full" });
    client.notify("textDocument/didClose", { textDocument });
  }
  expect(client.all("window/logMessage")).toEqual([]);
}, 60_000);
