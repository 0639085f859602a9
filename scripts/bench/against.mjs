// This working tree and another revision, measured in alternating pairs of whole processes by processor time.
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { buildBoth, sizesOf } from "../lib/builds.mjs";
import { middleOf, openServer, textDocument, typeOne, uriOf } from "../lib/languageServer.mjs";
import { root } from "../lib/root.mjs";
import { temporaryFolder } from "../lib/temporary.mjs";
import { pairwise } from "./measure.mjs";
import { pairTable } from "./table.mjs";

const STROKES = 1_000;

/** How many keystrokes are one turn. */
const BLOCK = 50;
const USAGE = path.join(root, "scripts/lib/usage.cjs");

/**
 * Builds both and measures them on `folder`, typing in `typing`: `{ place, file }`. Prints a table; gives what belongs
 * into bench.json.
 */
export async function against({ revision, folder, typing, runs }) {
  const [own, that] = await buildBoth(revision);
  const usageFile = path.join(temporaryFolder("usage-"), "usage.json");
  const taken = new Map([own, that].map((side) => [side, []]));
  for (let pair = 0; pair < runs; pair++) {
    // Whoever comes first in one pair comes second in the next: a machine that grows busier favours neither.
    const turns = pair % 2 === 0 ? [own, that] : [that, own];
    const typed = await typingRuns(turns, folder, typing);
    for (const [i, side] of turns.entries())
      taken.get(side).push({ ...typed[i], ...(await checkRun(side.bundles, folder, usageFile)) });
    console.error(`… pair ${pair + 1} of ${runs}`);
  }
  const row = (name, unit, key) => {
    const of = (side) => taken.get(side).map((figures) => figures[key]);
    return { name, unit, ...pairwise(of(own), of(that)) };
  };
  const size = Math.round(fs.statSync(path.join(typing.place, typing.file)).size / 1_000);
  const sizes = [sizesOf(own), sizesOf(that)];
  const rows = [
    row(`${STROKES} keystrokes (${size} KB)`, "ms", "keystrokes"),
    row("cold index of the server", "ms", "index"),
    row("check, the whole process", "ms", "check"),
    row("keystrokes: peak memory", "MB", "keystrokesPeak"),
    row("cold index: peak memory", "MB", "indexPeak"),
    row("check: peak memory", "MB", "checkPeak"),
    ...Object.keys(sizes[0]).map((name) => ({
      name: `${name}, minified`,
      unit: "KB",
      ...pairwise([sizes[0][name] / 1_000], [sizes[1][name] / 1_000]),
    })),
  ];
  console.log(pairTable(rows, own.name, that.name));
  const about = (side) => {
    const { name, commit, dirty } = side;
    return { name, commit, dirty, taken: taken.get(side) };
  };
  return { this: about(own), that: about(that), rows };
}

/**
 * The servers of both sides, each from its start until its index is complete; then between the first and the last
 * keystroke. They type in turns: what else the machine does changes within seconds.
 */
async function typingRuns(turns, folder, { place, file }) {
  const text = fs.readFileSync(path.join(place, file), "utf8");
  const uri = uriOf(place, file);
  const start = middleOf(text);
  const typists = [];
  for (const { bundles } of turns) {
    const bundle = path.join(bundles, "server.cjs");
    let server = await indexed(bundle, folder);
    const index = await server.usage();
    if (place !== folder) {
      await server.close();
      server = await indexed(bundle, place);
    }
    await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, text) });
    await server.request("textDocument/diagnostic", { textDocument: { uri } });
    typists.push({ server, index, before: await server.usage(), resultId: undefined });
  }
  for (let from = 0; from < STROKES; from += BLOCK) {
    for (const typist of from % (2 * BLOCK) === 0 ? typists : typists.toReversed()) {
      for (let i = from; i < from + BLOCK; i++)
        typist.resultId = await typeOne(typist.server, uri, start, i, typist.resultId);
    }
  }
  const figures = [];
  for (const { server, index, before } of typists) {
    const after = await server.usage();
    await server.close();
    figures.push({
      index: index.cpu,
      indexPeak: index.peak,
      keystrokes: after.cpu - before.cpu,
      keystrokesPeak: after.peak,
    });
  }
  return figures;
}

async function indexed(bundle, folder) {
  const server = openServer(bundle, folder, { measured: true });
  await server.initialize();
  await server.initialized();
  await server.ready;
  return server;
}

async function checkRun(bundles, folder, usageFile) {
  const args = ["--require", USAGE, path.join(bundles, "cli.js"), "check", folder];
  args.push("--format", "json", "--fail-on", "never");
  const env = { ...process.env, SPEC_GLOSSARY_USAGE: usageFile };
  await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28, env });
  const { cpu, peak } = JSON.parse(fs.readFileSync(usageFile, "utf8"));
  return { check: cpu, checkPeak: peak };
}
