/** Hover, completion, definition, links and quick fixes through the protocol. */
import { describe, expect, it } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  TextDocumentEdit,
} from "vscode-languageserver-protocol";
import { NEW_TERM, type NewTermResult } from "../../server/protocol.ts";
import { start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const page = (text: string) => `${GLOSSARY}-- docs/page.md --\n${text}`;
const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe("hover", () => {
  it("explains a term and links to its page", async () => {
    const client = await start(page("We wrote an AD$0R.\n"));
    const hover = await client.request<Hover>("textDocument/hover", client.at);
    expect(hover.range).toEqual(range(0, 12, 15));
    const { kind, value } = hover.contents as { kind: string; value: string };
    expect(kind).toBe("markdown");
    expect(value).toContain("An **ADR** records one decision.");
    expect(value).toContain(`(${uriOf(client.root, "docs/glossary/terms/adr.md")}#L`);
  });

  it("is nothing where no term stands", async () => {
    const client = await start(page("We wr$0ote an ADR.\n"));
    expect(await client.request("textDocument/hover", client.at)).toBeNull();
  });

  const PLACES = {
    "after emoji and other characters of two units": "👩‍👩‍👧‍👦 𝒳 é — an «AD$0R», 🎉",
    "in a document with Windows line ends": "One\r\n\r\nTwo 👍 «Web$0hook»\r\n",
    "at the end of a document without a line end": "«AD$0R»",
    "after characters of several widths in a table": "| ａ | b |\n|---|---|\n| 中文 | «AD$0R» |\n",
  };
  for (const [name, marked] of Object.entries(PLACES)) {
    it(`has the range in UTF-16 units ${name}`, async () => {
      const client = await start(page(marked.replace(/[«»]/g, "")));
      const hover = await client.request<Hover>("textDocument/hover", client.at);
      const line = marked.replace("$0", "").split(/\r?\n/)[client.position.line] as string;
      expect(hover.range).toEqual(range(client.position.line, line.indexOf("«"), line.indexOf("»") - 1));
    });
  }

  it("answers for places outside the text", async () => {
    const client = await start(page("An ADR\n\nend$0\n"));
    for (const position of [
      { line: 0, character: 9_999 },
      { line: 9_999, character: 3 },
    ])
      expect(await client.request("textDocument/hover", { ...client.at, position })).toBeNull();
  });
});

describe("references", () => {
  const uses = async (includeDeclaration: boolean) => {
    const client = await start(page("Two AD$0Rs.\n-- docs/closed.md --\n\n\nSee the ADR.\n"));
    const found = await client.request<Location[]>("textDocument/references", {
      ...client.at,
      context: { includeDeclaration },
    });
    return found
      .map(({ uri, range: { start } }) => `${uri.split("/docs/")[1]}:${start.line}:${start.character}`)
      .sort();
  };

  it("of a term are in closed files too, and its definition is one of them where that is wanted", async () => {
    const [all, others] = [await uses(true), await uses(false)];
    expect(others).toEqual(["closed.md:2:8", "glossary/terms/adr.md:9:5", "page.md:0:4"]);
    expect(all.filter((one) => !others.includes(one))).toEqual(["glossary/terms/adr.md:5:2"]);
  });
});

describe("completion", () => {
  it("offers links after a bracket, and the definition when asked", async () => {
    const client = await start(page("See [AD$0\n"));
    const { items, isIncomplete } = await client.request<CompletionList>("textDocument/completion", {
      ...client.at,
      context: { triggerKind: 2, triggerCharacter: "[" },
    });
    expect(isIncomplete).toBe(false);
    const item = items.find(({ label }) => label === "ADR") as CompletionItem;
    expect(item.textEdit).toEqual({
      range: range(0, 4, 7),
      newText: "[ADR](./glossary/terms/adr.md)",
    });
    expect(item.documentation).toBeUndefined();
    const resolved = await client.request<CompletionItem>("completionItem/resolve", item);
    expect(resolved).toMatchObject({
      label: "ADR",
      documentation: { kind: "markdown", value: expect.stringContaining("records one decision") },
    });
  });

  it("offers nothing in code", async () => {
    const client = await start(page("```\n[AD$0\n```\n"));
    expect(await client.request("textDocument/completion", client.at)).toEqual({
      isIncomplete: false,
      items: [],
    });
  });

  it("offers what fits to what has been typed where there are too many", async () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => `-- docs/glossary/terms/a${i}.md --\n# A${i} thing\n\nThe ${i}.\n\n`,
    );
    const client = await start(`${many.join("")}${page("See [web$0\n")}`);
    const { items, isIncomplete } = await client.request<CompletionList>(
      "textDocument/completion",
      client.at,
    );
    expect([isIncomplete, items.map(({ label }) => label)]).toEqual([false, ["Webhook"]]);
    client.edit(client.uri, 2, { text: "See [A29\n" });
    const all = await client.request<CompletionList>("textDocument/completion", client.at);
    expect(all.items.map(({ label }) => label).slice(0, 3)).toEqual([
      "A29 thing",
      "A290 thing",
      "A291 thing",
    ]);
    client.edit(client.uri, 3, { text: "See [\n" });
    const at = { ...client.at, position: { line: 0, character: 5 } };
    const some = await client.request<CompletionList>("textDocument/completion", at);
    expect([some.isIncomplete, some.items.length]).toEqual([true, 200]);
  });

  it("resolves an item of another session to itself", async () => {
    const client = await start(page("x$0\n"));
    for (const data of [undefined, null, {}, { uri: "file:///no.md", term: "adr" }, { uri: 1, term: 2 }]) {
      const item = { label: "x", data };
      expect(await client.request("completionItem/resolve", item)).toMatchObject({ label: "x" });
    }
  });
});

describe("definition and links", () => {
  it("lead from a use to the term", async () => {
    const client = await start(page("We wrote an AD$0R.\n"));
    const [link] = await client.request<LocationLink[]>("textDocument/definition", client.at);
    expect(link).toMatchObject({
      originSelectionRange: range(0, 12, 15),
      targetUri: uriOf(client.root, "docs/glossary/terms/adr.md"),
    });
    const links = await client.request<DocumentLink[]>("textDocument/documentLink", client.at);
    expect(links).toEqual([
      {
        range: range(0, 12, 15),
        target: expect.stringContaining(uriOf(client.root, "docs/glossary/terms/adr.md")),
        tooltip: expect.stringContaining("ADR"),
      },
    ]);
  });

  it("follow site paths", async () => {
    const client = await start(page("See [it](/docs/glossary/term$0s/webhook).\n"));
    const [link] = await client.request<LocationLink[]>("textDocument/definition", client.at);
    expect(link?.targetUri).toBe(uriOf(client.root, "docs/glossary/terms/webhook.md"));
  });
});

describe("quick fixes", () => {
  const actions = async (text: string) => {
    const client = await start(page(text));
    const found = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: { start: client.position, end: client.position },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    return { client, found };
  };

  it("edit the version of the document they were asked for", async () => {
    const { client, found } = await actions("See [web hooks](/docs/glossary/terms/web$0hooks).\n");
    const [action] = found;
    expect(action).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(action?.diagnostics?.[0]).toMatchObject({
      code: "glossary/dangling-link",
      source: "Spec Glossary",
    });
    expect(action?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: client.uri, version: 1 },
          edits: [{ range: range(0, 16, 45), newText: "/docs/glossary/terms/webhook" }],
        },
      ],
    });
  });

  it("create a page and fill it, but never over another one", async () => {
    const { client, found } = await actions("See [Redis](/docs/glossary/terms/re$0dis).\n");
    const uri = uriOf(client.root, "docs/glossary/terms/redis.md");
    const create = found.find(({ title }) => title.startsWith("Create"));
    const [file, text] = (create?.edit?.documentChanges ?? []) as [unknown, TextDocumentEdit];
    expect(file).toEqual({ kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } });
    expect(text.textDocument).toEqual({ uri, version: null });
    expect(text.edits[0]).toMatchObject({ range: range(0, 0, 0), newText: expect.stringContaining("Redis") });
  });

  it("are none where nothing is wrong, and none of another kind", async () => {
    const { client, found } = await actions("All is w$0ell. [x](/docs/glossary/terms/redis)\n");
    expect(found).toEqual([]);
    const other = await client.request("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: range(0, 0, 40),
      context: { diagnostics: [], only: ["refactor"] },
    });
    expect(other).toEqual([]);
  });
});

describe("New Term", () => {
  const ask = async (name: string, path = "docs/page.md") => {
    const client = await start(page("x\n"));
    const uri = uriOf(client.root, path);
    return { client, result: await client.request<NewTermResult | null>(NEW_TERM, { uri, name }) };
  };

  it("gives the page beside the others", async () => {
    const { client, result } = await ask("Dead Letter Queue", "docs/never-written.md");
    expect(result).toEqual({
      kind: "page",
      uri: uriOf(client.root, "docs/glossary/terms/dead-letter-queue.md"),
      text: expect.stringContaining("# Dead Letter Queue\n\n## Definition\n\n\n"),
      field: { line: expect.any(Number), character: 0 },
    });
  });

  it("gives the page of a term that there is", async () => {
    const { client, result } = await ask("architecture decision record");
    expect(result).toMatchObject({ kind: "known", uri: uriOf(client.root, "docs/glossary/terms/adr.md") });
  });

  it("gives a row where the glossary is a list", async () => {
    const text = "# Glossary\n\n- **Ledger**: A book.\n- **Posting**: One line.\n";
    const client = await start(`-- GLOSSARY.md --\n${text}-- notes.md --\nx\n`);
    const ask = (name: string) => client.request(NEW_TERM, { uri: uriOf(client.root, "notes.md"), name });
    const uri = uriOf(client.root, "GLOSSARY.md");
    const position = { line: 3, character: 0 };
    const field = { line: 3, character: 13 };
    const row = "- **Order**: \n";
    expect(await ask("Order")).toEqual({ kind: "row", uri, version: null, position, text: row, field });
    expect(await ask("ledger")).toEqual({ kind: "known", uri, position: { line: 2, character: 4 } });
  });

  it("takes the workspace folder itself for a place in it", async () => {
    const { result } = await ask("Queue", "");
    expect(result).toMatchObject({ kind: "page" });
  });

  it("gives nothing outside the workspace folders", async () => {
    const { client } = await ask("Queue");
    expect(await client.request(NEW_TERM, { uri: "file:///elsewhere/a.md", name: "Queue" })).toBeNull();
  });
});
