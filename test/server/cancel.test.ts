/** Long requests let others through, and end when nobody waits for them any more. */

import { execFileSync } from "node:child_process";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { start, uriOf } from "./client.ts";
import { GLOSSARY } from "./glossary.ts";

const PAGES = 500;
const TEXT = `# Page\n\n${"An ADR says why, and an ADR says when.\n\n".repeat(10)}`;
const MANY = Array.from({ length: PAGES }, (_, i) => `-- docs/many/${i}.md --\n${TEXT}`).join("");
const INCREMENT = Array.from(
  { length: 150 },
  (_, i) => `-- .specweave/increments/0001-many/more-${i}.md --\n${TEXT}${TEXT}\nAC-US1-01\n`,
).join("");

async function startMany(more = "") {
  const fixture = `${GLOSSARY}${MANY}${more}-- docs/page.md --\nAn $0ADR.\n`;
  const client = await start(fixture);
  client.open(client.uri, "An ADR.\n");
  const at = { textDocument: { uri: client.uri }, position: { line: 0, character: 4 } };
  return { client, at };
}

describe("references", () => {
  it("end when they are cancelled, and let others through", async () => {
    const { client, at } = await startMany();
    const context = { includeDeclaration: true };
    const done: string[] = [];
    const all = client.cancellable<unknown[]>("textDocument/references", { ...at, context });
    void all.answer.then(() => done.push("references"));
    for (let i = 0; i < 3; i++) {
      expect(await client.request("textDocument/hover", at)).not.toBeNull();
      done.push("hover");
    }
    expect(await all.answer).toHaveLength(20 * PAGES + 3);
    expect(done).toEqual(["hover", "hover", "hover", "references"]);

    const begun = performance.now();
    const other = client.cancellable("textDocument/references", { ...at, context });
    await client.request("textDocument/hover", at);
    other.cancel();
    await expect(other.answer).rejects.toMatchObject({ code: -32800 });
    expect(await client.request("textDocument/hover", at)).not.toBeNull();
    expect(performance.now() - begun).toBeLessThan(60_000);
  }, 120_000);
});

describe("other long requests", () => {
  it("end when they are cancelled", async () => {
    const spec = `-- .specweave/increments/0001-many/spec.md --\n# Many\n\n### US-001: One\n\n- [ ] **AC-US1-01**: It works\n`;
    const { client, at } = await startMany(`${spec}${INCREMENT}`);
    const folder = ".specweave/increments/0001-many";
    const uri = uriOf(client.root, `${folder}/spec.md`);
    const requests: readonly (readonly [method: string, params: unknown])[] = [
      ["textDocument/rename", { ...at, newName: "Verdict" }],
      ["specGlossary/validateIncrement", { uri, folder }],
      ["specGlossary/performance", { uri }],
    ];
    for (const [method, params] of requests) {
      const long = client.cancellable(method, params);
      await client.request("textDocument/hover", at);
      long.cancel();
      await expect(long.answer, method).rejects.toMatchObject({ code: -32800 });
      expect(await client.request(method, params), method).not.toBeNull();
    }
  }, 120_000);
});

it("a page that has become something else keeps nobody waiting", async () => {
  const { client, at } = await startMany();
  const path = (name: string) => join(client.root, "docs/many", name);
  for (const name of ["1.md", "2.md", "3.md"]) rmSync(path(name));
  execFileSync("mkfifo", [path("1.md")]);
  symlinkSync("/dev/zero", path("2.md"));
  renameSync(path("4.md"), path("3.md"));
  const context = { includeDeclaration: true };
  expect(await client.request("textDocument/references", { ...at, context })).toHaveLength(
    20 * (PAGES - 3) + 3,
  );
  expect(await client.request("textDocument/rename", { ...at, newName: "Verdict" })).not.toBeNull();
}, 120_000);
