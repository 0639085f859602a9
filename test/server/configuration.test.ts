/** `.spec-glossary.jsonc` in the server: it holds at once, whether it is open, changed on disk or removed. */
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { write } from "../folder.ts";
import { PLAIN, start, uriOf, VSCODE } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const CONFIG = ".spec-glossary.jsonc";
const RULE = "glossary/dangling-link";
const BAD = `${GLOSSARY}-- docs/page.md --\nSee [Redis](/docs/glossary/terms/redis) and a saga.\n`;
const SAGA = "-- docs/words/saga.md --\n# Saga\n\nA **saga** is a chain of steps.\n";

const severity = (value: string) => `{ "rules": { "${RULE}": "${value}" } }\n`;

type Client = Awaited<ReturnType<typeof start>>;
const severities = async (client: Client) =>
  (await client.pull(client.uri)).items.map((item) => item.severity);
const becomes = (client: Client, expected: readonly number[]) =>
  client.eventually(
    `severities ${expected}`,
    () => severities(client),
    (found) => `${found}` === `${expected}`,
  );

describe("the configuration", () => {
  it("holds from the start", async () => {
    const client = await start(`${BAD}-- ${CONFIG} --\n${severity("error")}`);
    expect(await severities(client)).toEqual([1]);
  });

  it("holds as it is on disk when it comes, changes and goes", async () => {
    const client = await start(BAD);
    const uri = uriOf(client.root, CONFIG);
    expect(await severities(client)).toEqual([2]);
    write(client.root, CONFIG, severity("error"));
    client.happened([uri, 1]);
    await becomes(client, [1]);
    write(client.root, CONFIG, severity("off"));
    client.happened([uri, 2]);
    await becomes(client, []);
    rmSync(`${client.root}/${CONFIG}`);
    client.happened([uri, 3]);
    await becomes(client, [2]);
  });

  it("holds as it is in the editor while it is open", async () => {
    const client = await start(`${BAD}-- ${CONFIG} --\n${severity("error")}`);
    const uri = uriOf(client.root, CONFIG);
    client.open(uri, severity("hint"), "jsonc");
    expect(await severities(client)).toEqual([4]);
    const refreshed = client.next("workspace/diagnostic/refresh");
    client.edit(uri, 2, { text: severity("off") });
    await refreshed;
    expect(await severities(client)).toEqual([]);
    client.notify("textDocument/didClose", { textDocument: { uri } });
    await becomes(client, [1]);
  });

  it("gives way to what is set in the editor", async () => {
    const client = await start(`${BAD}-- ${CONFIG} --\n${severity("error")}`);
    client.configure((section) => (section === "specGlossary" ? { rules: { [RULE]: "hint" } } : null));
    await becomes(client, [4]);
    client.configure(() => ({ archived: true }));
    await becomes(client, [1]);
  });

  it("counts acronyms in all files once a rule wants to know them", async () => {
    const others = ["a", "b", "c", "d"].map((name) => `-- docs/${name}.md --\nThe PRD.\n`).join("");
    const client = await start(`${others}-- docs/page.md --\nA PRD.\n`);
    expect(await severities(client)).toEqual([]);
    const rule = (value: string) => () => ({ rules: { "glossary/undefined-acronym": value } });
    client.configure(rule("warning"));
    await becomes(client, [2]);
    client.configure(rule("off"));
    await becomes(client, []);
  });

  it("brings files into a glossary and takes them out again", async () => {
    const client = await start(BAD + SAGA);
    const uri = uriOf(client.root, CONFIG);
    await client.status(({ terms }) => terms === 2);
    client.open(uri, '{ "glossaries": ["docs/words"] }', "jsonc");
    await client.status(({ terms }) => terms === 3);
    client.edit(uri, 2, { text: '{ "glossaries": ["docs/words"], "exclude": ["docs/words/s*.md"] }' });
    await client.status(({ terms }) => terms === 2);
    client.edit(uri, 3, { text: '{ "glossaries": ["docs/wor' });
    await client.status(({ terms }) => terms === 2);
    client.edit(uri, 4, { text: '{ "glossaries": ["docs/*/saga.md"] }' });
    await client.status(({ terms }) => terms === 3);
    client.edit(uri, 5, { text: "{}" });
    await client.status(({ terms }) => terms === 2);
  });

  it("of one workspace folder is not that of another", async () => {
    const first = await start(`${BAD}-- ${CONFIG} --\n${severity("off")}`);
    const second = await start(BAD, { folders: [first.root] });
    second.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: uriOf(second.root), name: "second" }], removed: [] },
    });
    await becomes(second, [2]);
  });

  it("counts although the editor hides dot files and git ignores it", async () => {
    const client = await start(`${BAD}-- .gitignore --\n.*\n-- ${CONFIG} --\n${severity("off")}`, {
      settings: (section) => (section === "files.exclude" ? { "**/.*": true } : null),
    });
    expect(await severities(client)).toEqual([]);
  });
});

describe("mistakes in it", () => {
  const WRONG = '{\n  "archivd": true,\n  "starter": false\n}\n';
  const place = { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } };

  it("are reported at their place, with a fix", async () => {
    const client = await start(BAD);
    const uri = uriOf(client.root, CONFIG);
    client.open(uri, WRONG, "jsonc");
    const { items } = await client.pull(uri);
    expect(items).toEqual([
      expect.objectContaining({ code: "configuration/invalid", severity: 1, range: place }),
    ]);
    const actions = await client.request<{ title: string }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: place,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Write "archived"');
  });

  it("are left to an editor that knows the schema, but for what no schema says, and fixed all the same", async () => {
    const capabilities = { ...VSCODE, experimental: { specGlossaryShown: ["schema"] } };
    const client = await start(BAD, { capabilities });
    const uri = uriOf(client.root, CONFIG);
    client.open(uri, WRONG.replace("false", 'false,\n  "exclude": ["docs\\\\old"]'), "jsonc");
    const { items } = await client.pull(uri);
    expect(items).toEqual([expect.objectContaining({ message: expect.stringMatching(/^The pattern /) })]);
    const actions = await client.request<{ title: string }[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: place,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Write "archived"');
  });

  it("are pushed to a client that cannot ask", async () => {
    const client = await start(BAD, { capabilities: PLAIN });
    const uri = uriOf(client.root, CONFIG);
    client.open(uri, WRONG, "jsonc");
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length === 1);
    client.edit(uri, 2, { text: severity("off") });
    await client.pushed(uri, ({ diagnostics }) => diagnostics.length === 0);
    await client.pushed(client.uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  it("in a file of that name elsewhere concern nobody", async () => {
    const client = await start(BAD);
    const uri = uriOf(client.root, `docs/${CONFIG}`);
    client.open(uri, WRONG, "jsonc");
    expect((await client.pull(uri)).items).toEqual([]);
    expect(await severities(client)).toEqual([2]);
  });

  it("bring no hover, completion or links", async () => {
    const client = await start(BAD);
    const uri = uriOf(client.root, CONFIG);
    client.open(uri, '{ "exclude": ["ADR webhook ["] }', "jsonc");
    const at = { textDocument: { uri }, position: { line: 0, character: 17 } };
    expect(await client.request("textDocument/hover", at)).toBeNull();
    expect(await client.request("textDocument/documentLink", at)).toEqual([]);
    const offered = await client.request<unknown[] | { items: unknown[] } | null>("textDocument/completion", {
      ...at,
      position: { line: 0, character: 28 },
    });
    expect(Array.isArray(offered) ? offered : (offered?.items ?? [])).toEqual([]);
  });
});
