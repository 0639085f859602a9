/** `spec-glossary terms`, `serve`, and what is not about a repository. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { temporaryFolder, write } from "../folder.ts";
import { CLI, GLOSSARY, repository, run } from "./run.ts";

const MORE = `${GLOSSARY}-- docs/glossary/terms/webhook.md --
# Webhook

A call.
-- docs/glossary/terms/api.md --
# API
`;

it("lists the terms by id, in exactly this form", async () => {
  const root = repository(MORE);
  const { code, stdout, stderr } = await run(root, "terms", "--format", "json");
  expect([code, stderr]).toEqual([0, ""]);
  const result = JSON.parse(stdout);
  expect(result).toEqual({
    version: 1,
    terms: [
      {
        id: "adr",
        name: "ADR",
        aliases: ["Architecture Decision Record"],
        category: "Architecture",
        definition: "An ADR records one decision.",
        sources: [{ path: "docs/glossary/terms/adr.md", line: expect.any(Number), kind: "page" }],
      },
      expect.objectContaining({ id: "api", name: "API", aliases: [], definition: "" }),
      expect.objectContaining({ id: "webhook", name: "Webhook", definition: "A call." }),
    ],
  });
  expect(Object.keys(result.terms[0])).toEqual([
    "id",
    "name",
    "aliases",
    "category",
    "definition",
    "sources",
  ]);
  expect((await run(root, "terms", "--format", "json")).stdout).toBe(stdout);
  expect((await run(temporaryFolder(), "terms", root, "--format=json")).stdout).toBe(stdout);
  expect((await run(temporaryFolder(), "terms", "--root", root, "--format=json")).stdout).toBe(stdout);
});

it("lists the terms for people", async () => {
  const { stdout } = await run(repository(MORE), "terms");
  expect(stdout).toBe(
    "ADR (Architecture Decision Record): An ADR records one decision.\nAPI\nWebhook: A call.\n",
  );
});

it("lists no terms where there is no glossary, and says so", async () => {
  const { code, stdout, stderr } = await run(temporaryFolder(), "terms", "--format", "json");
  expect([code, JSON.parse(stdout)]).toEqual([0, { version: 1, terms: [] }]);
  expect(stderr).toContain("no glossary was found");
});

it("lists ten thousand terms through a pipe", async () => {
  const root = temporaryFolder();
  for (let i = 0; i < 10_000; i++)
    write(root, `glossary/terms/thing-${i}x.md`, `# Thing ${i}x\n\n## Definition\n\nThe ${i}.\n`);
  const { stdout } = await run(root, "terms", "--format", "json");
  expect(JSON.parse(stdout).terms).toHaveLength(10_000);
}, 60_000);

it("shows help and version", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const args of [["--help"], ["-h"], ["check", "--help"]]) {
    const { code, stdout, stderr } = await run(".", ...args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: spec-glossary <command>/);
  }
  expect(await run(".", "--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

it("serves the language server", async () => {
  const child = spawn(process.execPath, [CLI, "serve", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const rootUri = new URL(`file://${join(repository(GLOSSARY))}`).toString();
  const result = await connection.sendRequest("initialize", { processId: null, rootUri, capabilities: {} });
  expect(result).toMatchObject({ serverInfo: { name: "Spec Glossary" } });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await exited).toBe(0);
  connection.dispose();
});
