// What it costs to find, to mark and to rename a term that one page uses very often.
import fs from "node:fs";
import path from "node:path";
import { openServer, textDocument, uriOf } from "../lib/languageServer.mjs";
import { BUNDLES } from "./build.mjs";

const ROUNDS = 7;

/** A glossary, and a page with as many uses of one term; a third of them are links. */
export function makeUses(folder, uses) {
  fs.mkdirSync(path.join(folder, "docs"), { recursive: true });
  fs.writeFileSync(
    path.join(folder, "docs/glossary.md"),
    "# Glossary\n\n## Hull\n\nA body.\n\n## Keel\n\nA beam.\n",
  );
  const line = "The hull is a [hull](glossary.md#hull), and a hull it stays.\n\n";
  fs.writeFileSync(path.join(folder, "docs/page.md"), `# Page\n\n${line.repeat(Math.ceil(uses / 3))}`);
}

/** Processor time of each answer in milliseconds, by request. */
export async function manyUses({ folder, bundle }) {
  const server = openServer(path.join(BUNDLES, bundle ?? "server.cjs"), folder, { measured: true });
  await server.initialize();
  await server.initialized();
  await server.ready;
  const uri = uriOf(folder, "docs/page.md");
  const text = fs.readFileSync(path.join(folder, "docs/page.md"), "utf8");
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, text) });
  const at = { textDocument: { uri }, position: { line: 2, character: 5 } };
  const requests = {
    references: ["textDocument/references", { ...at, context: { includeDeclaration: true } }],
    highlights: ["textDocument/documentHighlight", at],
    rename: ["textDocument/rename", { ...at, newName: "Body" }],
  };
  const times = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  let uses = 0;
  // The first two rounds warm the machine up.
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, [method, params]] of Object.entries(requests)) {
      const before = await server.usage();
      const answer = await server.request(method, params);
      const after = await server.usage();
      if (!answer) throw new Error(`${method} found nothing`);
      if (name === "references") uses = answer.length;
      if (round >= 0) times[name].push(after.cpu - before.cpu);
    }
  }
  await server.close();
  return { times, uses };
}
