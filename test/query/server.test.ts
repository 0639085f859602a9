/** Queries through the protocol, and the parser that is only there when it is needed. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { BUNDLES } from "../bundles.ts";
import { temporaryFolder } from "../folder.ts";
import { PLAIN, start, uriOf } from "../server/client.ts";

const SPEC = "specs/003-orders/spec.md";
const QUERY = "# Orders\n\nThe list is `SELECT * FROM orders WHERE customer_id = ?`, newest first.\n";

const unindexed = ({ code }: { code: string }) => code === "query/unindexed";

describe("a query in a specification", () => {
  it("is reported, gets its index by the quick fix, and is reported no more", async () => {
    const client = await start(`-- ${SPEC} --\n$0${QUERY}`);
    const { items } = await client.pull(client.uri);
    const found = items.filter(unindexed);
    expect(found.map(({ message }) => message)).toEqual([
      "No index for orders.customer_id is declared in this document or its increment: add an index on orders(customer_id), or say that the scan is intended",
    ]);
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: (found[0] as unknown as { range: unknown }).range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual(["Add a line “Index: orders(customer_id)”"]);
    const [change] = (actions[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument.uri).toBe(client.uri);
    client.edit(
      client.uri,
      2,
      ...((change?.edits ?? []) as { range: unknown; newText: string }[]).map(({ range, newText }) => ({
        range,
        text: newText,
      })),
    );
    const after = await client.pull(client.uri);
    expect(after.items.filter(unindexed)).toEqual([]);
  });

  it("is served as soon as a file of the schema declares the index", async () => {
    const client = await start(
      `-- ${SPEC} --\n$0${QUERY}-- db/schema.sql --\nCREATE TABLE orders (id INT, customer_id INT);\n`,
    );
    const severities = async () =>
      (await client.pull(client.uri)).items.filter(unindexed).map(({ severity }) => severity);
    expect(await severities()).toEqual([2]);
    const refreshed = client.next("workspace/diagnostic/refresh");
    const plan = uriOf(client.root, "specs/003-orders/plan.md");
    client.open(plan, "# Plan\n\nAdd an index on `orders(customer_id)`.\n");
    await refreshed;
    expect(await severities()).toEqual([]);
  });

  it("is served by an index that code declares", async () => {
    const schema = (index: string) =>
      `import { index, integer, pgTable, text } from "drizzle-orm/pg-core";\nexport const parcels = pgTable("parcels", {\n  id: integer("id").primaryKey(),\n  carrierRef: text("carrier_ref"),\n}, (t) => ({ ${index} }));\n`;
    const found = async (index: string) => {
      const page = "# Late parcels\n\n```sql\nSELECT id FROM parcels WHERE carrier_ref = $1;\n```\n";
      const source = `-- db/plan.md --\n${page.replace("$1", "$1$0")}-- src/schema.ts --\n${schema(index)}`;
      const client = await start(source);
      return (await client.pull(client.uri)).items.filter(unindexed).map(({ severity }) => severity);
    };
    expect(await found('byCarrier: index("parcels_carrier_idx").on(t.carrierRef)')).toEqual([]);
    expect(await found("")).toEqual([2]);
  });

  it("is reported to a client that waits for diagnostics", async () => {
    const client = await start(`-- ${SPEC} --\n$0${QUERY}`, { capabilities: PLAIN });
    const pushed = await client.pushed(client.uri, ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === "query/unindexed"),
    );
    expect(pushed.diagnostics).toHaveLength(1);
  });
});

describe("without the files of the parser", () => {
  const WARNING = /Queries are not looked at/;
  /** The server alone: it cannot load the parser, and says so if it tries. */
  function bundle(): string {
    const file = join(temporaryFolder(), "server.cjs");
    copyFileSync(join(BUNDLES, "server.cjs"), file);
    return file;
  }
  const warnings = (client: Awaited<ReturnType<typeof start>>) =>
    client.all("window/logMessage").filter(({ params }) => WARNING.test(params.message));

  it("a workspace without SQL does not miss them", async () => {
    const client = await start("-- docs/adr/0001-a.md --\n$0# ADR-0001: A\n\n**Status**: Superseded\n", {
      bundle: bundle(),
    });
    const { items } = await client.pull(client.uri);
    expect(items.map(({ code }) => code)).toContain("adr/superseded-without-link");
    expect(warnings(client)).toEqual([]);
  });

  it("the rest of a document keeps its diagnostics", async () => {
    const client = await start(
      `-- docs/adr/0001-a.md --\n$0# ADR-0001: A\n\n**Status**: Superseded\n\n${QUERY}`,
      { bundle: bundle() },
    );
    const { items } = await client.pull(client.uri);
    expect(items.map(({ code }) => code)).toContain("adr/superseded-without-link");
    expect(items.filter(unindexed)).toEqual([]);
    expect(warnings(client)).toHaveLength(1);
  });
});
