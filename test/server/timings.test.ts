/** The setting `trace.timings`: what the server says of how long messages take. */
import { describe, expect, it } from "vitest";
import { type Client, PLAIN, start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const FIXTURE = `${GLOSSARY}-- docs/page.md --\nAn A$0DR and a webhook.\n`;
const HOVER = "textDocument/hover";

const timings = (level: string) => (section: string) =>
  section === "specGlossary" ? { trace: { timings: level } } : null;

/** What was said of messages of a kind. */
function said({ all }: Pick<Client, "all">, method: string): string[] {
  const lines = all("window/logMessage").map(({ params }) => params.message);
  return lines.filter((line) => line.startsWith(method));
}

const TIMES = String.raw`waited \d+\.\d ms, ran \d+\.\d ms`;

describe("timings", () => {
  it("are told of each message: how long it waited and ran, and what was made for it", async () => {
    const client = await start(FIXTURE, { settings: timings("all") });
    await client.request(HOVER, client.at);
    const line = await client.until("timing of a hover", () => said(client, HOVER)[0]);
    expect(line).toMatch(new RegExp(`^${HOVER} docs/page\\.md: ${TIMES}; rebuilt nothing$`));
    expect(said(client, "textDocument/didOpen")[0]).toMatch(
      new RegExp(`^textDocument/didOpen docs/page\\.md: ${TIMES}; read 1 page`),
    );
  });

  it("name what was rebuilt, by a request or by the server itself", async () => {
    const client = await start(FIXTURE, { settings: timings("all") });
    await client.request(HOVER, client.at);
    const told = () => [...said(client, HOVER), ...said(client, "status")].join("\n");
    expect(told()).toContain("rebuilt links, increment, adr, terms");
    const known = client.all("window/logMessage").length;
    const uri = uriOf(client.root, "docs/glossary/terms/webhook.md");
    client.open(uri, "# Web Hook\n\n## Definition\n\nA call.\n");
    await client.request(HOVER, client.at);
    const line = await client.until("rebuilt terms", () =>
      client
        .all("window/logMessage")
        .slice(known)
        .map(({ params }) => params.message)
        .find((one) => one.includes("rebuilt terms")),
    );
    expect(line).toMatch(/ran \d+\.\d ms; (?:read 1 page; )?rebuilt terms$/);
    expect(said(client, "status").join("\n")).not.toContain("waited");
  });

  it("count the files that are read for a request", async () => {
    const other = "-- docs/other.md --\nA webhook.\n";
    const client = await start(other + FIXTURE, { settings: timings("all") });
    await client.request("textDocument/references", { ...client.at, context: { includeDeclaration: true } });
    const line = await client.until("timing", () => said(client, "textDocument/references")[0]);
    expect(line).toMatch(/; read \d+ files/);
  });

  it("are not told unless somebody wants them", async () => {
    for (const level of ["off", "sometimes"]) {
      const client = await start(FIXTURE, { settings: timings(level) });
      await client.request(HOVER, client.at);
      await client.request(HOVER, client.at);
      expect(client.all("window/logMessage")).toEqual([]);
    }
  });

  it("begin and end when the setting is changed", async () => {
    const client = await start(FIXTURE);
    const change = async (level: string) => {
      const taken = client.next("workspace/diagnostic/refresh");
      client.configure(timings(level));
      await taken;
    };
    /** How many lines two hovers add: a line comes behind the answer, and before the next one. */
    const added = async () => {
      const before = said(client, HOVER).length;
      for (let i = 0; i < 3; i++) await client.request(HOVER, client.at);
      return said(client, HOVER).length - before;
    };
    expect(await added()).toBe(0);
    await change("all");
    expect(await added()).toBeGreaterThan(1);
    await change("off");
    await client.request(HOVER, client.at);
    expect(await added()).toBe(0);
  });

  it("are told to a client that cannot be asked for settings", async () => {
    const client = await start(FIXTURE, {
      capabilities: PLAIN,
      initializationOptions: { specGlossary: { trace: { timings: "all" } } },
    });
    await client.request(HOVER, client.at);
    await client.until("timing of a hover", () => said(client, HOVER)[0]);
  });
});
