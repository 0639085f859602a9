/** Diagnostics: pulled, pushed, and as the settings want them. */
import { describe, expect, it } from "vitest";
import { PLAIN, start, uriOf, VSCODE } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const BAD = `${GLOSSARY}-- docs/page.md --\nSee [Redis](/docs/glossary/terms/redis).\n`;
const RULE = "glossary/dangling-link";
const rule = (severity: unknown) => (section: string) =>
  section === "specGlossary" ? { rules: { [RULE]: severity } } : null;

describe("pulled diagnostics", () => {
  it("are sent once and then said to be unchanged", async () => {
    const client = await start(BAD);
    const first = await client.pull(client.uri);
    expect(first).toMatchObject({
      kind: "full",
      items: [
        {
          code: RULE,
          severity: 2,
          source: "Spec Glossary",
          range: { start: { line: 0, character: 12 }, end: { line: 0, character: 38 } },
        },
      ],
    });
    expect(await client.pull(client.uri, first.resultId)).toEqual({
      kind: "unchanged",
      resultId: first.resultId,
    });
    const start0 = { line: 0, character: 0 };
    client.edit(client.uri, 2, { range: { start: start0, end: start0 }, text: "👍 " });
    const second = await client.pull(client.uri, first.resultId);
    expect(second).toMatchObject({ kind: "full", items: [{ range: { start: { line: 0, character: 15 } } }] });
  });

  it("are none for a document that is not open", async () => {
    const client = await start(BAD);
    expect((await client.pull(uriOf(client.root, "docs/other.md"))).items).toEqual([]);
  });

  it("are to be asked for again when another document brings the term", async () => {
    const client = await start(BAD);
    expect((await client.pull(client.uri)).items).toHaveLength(1);
    const refreshed = client.next("workspace/diagnostic/refresh");
    const term = "# Redis\n\n## Definition\n\n**Redis** keeps data.\n";
    client.open(uriOf(client.root, "docs/glossary/terms/redis.md"), term);
    await refreshed;
    expect((await client.pull(client.uri)).items).toEqual([]);
  });

  it("are not sent unasked", async () => {
    const client = await start(BAD);
    await client.pull(client.uri);
    expect(client.all("textDocument/publishDiagnostics")).toEqual([]);
  });
});

describe("pushed diagnostics", () => {
  it("come with the version after every change, and go with the document", async () => {
    const client = await start(BAD, { capabilities: PLAIN });
    const one = await client.pushed(client.uri, ({ diagnostics }) => diagnostics.length === 1);
    expect(one.version).toBe(1);
    client.edit(client.uri, 2, { text: "Nothing.\n" });
    await client.pushed(client.uri, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
    client.edit(client.uri, 3, { text: "[Redis](/docs/glossary/terms/redis)\n" });
    await client.pushed(client.uri, ({ version, diagnostics }) => version === 3 && diagnostics.length === 1);
    client.notify("textDocument/didClose", { textDocument: { uri: client.uri } });
    await client.pushed(
      client.uri,
      ({ version, diagnostics }) => version === undefined && diagnostics.length === 0,
    );
    expect(client.all("workspace/diagnostic/refresh")).toEqual([]);
  });

  it("are those of the index when it is complete", async () => {
    const client = await start(BAD, { capabilities: PLAIN });
    const other = uriOf(client.root, "docs/other.md");
    client.open(other, "[Redis](/docs/glossary/terms/redis)\n");
    await client.pushed(other, ({ diagnostics }) => diagnostics.length === 1);
    client.open(uriOf(client.root, "docs/glossary/terms/redis.md"), "# Redis\n\nKeeps data.\n");
    await client.pushed(other, ({ diagnostics }) => diagnostics.length === 0);
  });
});

describe("settings", () => {
  const severityOf = async (client: Awaited<ReturnType<typeof start>>) =>
    (await client.pull(client.uri)).items.map(({ severity }) => severity);

  it("switch a rule off and give it another severity, without a restart", async () => {
    const client = await start(BAD, { settings: rule("off") });
    expect(await severityOf(client)).toEqual([]);
    const values = [
      ["error", [1]],
      ["hint", [4]],
      ["off", []],
      ["nonsense", [2]],
      [undefined, [2]],
    ] as const;
    for (const [value, expected] of values) {
      client.configure(rule(value));
      await client.eventually(
        "severity",
        () => severityOf(client),
        (found) => `${found}` === `${expected}`,
      );
    }
  });

  it("are asked for in each folder, together with the files to leave out", async () => {
    const client = await start(BAD);
    const scopeUri = uriOf(client.root);
    expect(client.all("workspace/configuration")[0]?.params).toEqual({
      items: [
        { section: "specGlossary" },
        { scopeUri, section: "specGlossary" },
        { scopeUri, section: "files.exclude" },
      ],
    });
    const registered = client.all("client/registerCapability").flatMap(({ params }) => params.registrations);
    const changes = registered.find(({ method }) => method === "workspace/didChangeConfiguration");
    expect(changes?.registerOptions.section).toEqual(["specGlossary", "files.exclude"]);
  });

  it("come along with the change from a client that cannot be asked, or at the start", async () => {
    const client = await start(BAD, {
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { rules: { [RULE]: "off" } },
    });
    expect(await severityOf(client)).toEqual([]);
    const settings = { specGlossary: { rules: { [RULE]: "information" } } };
    client.notify("workspace/didChangeConfiguration", { settings });
    expect(await severityOf(client)).toEqual([3]);
    client.notify("workspace/didChangeConfiguration", { settings: null });
    expect(await severityOf(client)).toEqual([2]);
  });

  it("keep their defaults when the client fails to answer", async () => {
    const client = await start(BAD, {
      settings: () => {
        throw new Error("no settings today");
      },
    });
    expect(await severityOf(client)).toEqual([2]);
  });

  it("leave out files, as soon as they say so", async () => {
    const exclude = (patterns: unknown) => (section: string) =>
      section === "files.exclude" ? patterns : null;
    const client = await start(BAD, { settings: exclude({ "**/terms": true, "**/*.md": false }) });
    expect((await client.complete()).terms).toBe(0);
    client.configure(exclude({ "**/adr.*": true, "**/webhook.md": { when: "$(basename).ts" } }));
    await client.status(({ terms }) => terms === 1);
    client.configure(exclude(null));
    await client.status(({ terms }) => terms === 2);
    client.configure(exclude({ docs: true }));
    await client.status(({ terms }) => terms === 0);
  });
});

it("tells a client that can do more from one that cannot", async () => {
  const client = await start(BAD, {
    capabilities: { ...VSCODE, workspace: { ...VSCODE.workspace, diagnostics: {} } },
  });
  client.configure(rule("error"));
  await client.pull(client.uri);
  expect(client.all("workspace/diagnostic/refresh")).toEqual([]);
});
