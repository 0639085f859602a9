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
const USAGE = path.join(root, "scripts/lib/usage.cjs");

/**
 * Builds both and measures them on `folder`, typing in `typing`: `{ place, file }`. Prints a table; gives what belongs
 * into bench.json.
 */
export async function against({ revision, folder, typing, runs }) {
  const [own, that] = await buildBoth(revision);
  const usageFile = path.join(temporaryFolder("usage-"), "usage.json");
  const taken = { this: [], that: [] };
  for (let pair = 0; pair < runs; pair++) {
    // Whoever comes first in one pair comes second in the next: a machine that grows busier favours neither.
    const turns = [
      ["this", own],
      ["that", that],
    ];
    if (pair % 2 === 1) turns.reverse();
    const server = {};
    for (const [side, { bundles }] of turns) server[side] = await serverRun(bundles, folder, typing);
    for (const [side, { bundles }] of turns)
      taken[side].push({ ...server[side], ...(await checkRun(bundles, folder, usageFile)) });
    console.error(`… pair ${pair + 1} of ${runs}`);
  }
  const row = (name, unit, key) => {
    const of = (side) => taken[side].map((figures) => figures[key]);
    return { name, unit, ...pairwise(of("this"), of("that")) };
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
  const about = ({ name, commit, dirty }) => ({ name, commit, dirty });
  return { this: about(own), that: about(that), rows, taken };
}

/** The server from its start: until the index is complete, then between the first and the last keystroke. */
async function serverRun(bundles, folder, { place, file }) {
  const bundle = path.join(bundles, "server.cjs");
  const server = openServer(bundle, folder, { measured: true });
  await server.initialize();
  await server.initialized();
  await server.ready;
  const index = await server.usage();
  const typed = place === folder ? server : openServer(bundle, place, { measured: true });
  if (typed !== server) {
    await server.close();
    await typed.initialize();
    await typed.initialized();
    await typed.ready;
  }
  const uri = uriOf(place, file);
  const text = fs.readFileSync(path.join(place, file), "utf8");
  await typed.notify("textDocument/didOpen", { textDocument: textDocument(uri, text) });
  await typed.request("textDocument/diagnostic", { textDocument: { uri } });
  const start = middleOf(text);
  const before = await typed.usage();
  let resultId;
  for (let i = 0; i < STROKES; i++) resultId = await typeOne(typed, uri, start, i, resultId);
  const after = await typed.usage();
  await typed.close();
  return {
    index: index.cpu,
    indexPeak: index.peak,
    keystrokes: after.cpu - before.cpu,
    keystrokesPeak: after.peak,
  };
}

async function checkRun(bundles, folder, usageFile) {
  const args = ["--require", USAGE, path.join(bundles, "cli.js"), "check", folder];
  args.push("--format", "json", "--fail-on", "never");
  const env = { ...process.env, SPEC_GLOSSARY_USAGE: usageFile };
  await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28, env });
  const { cpu, peak } = JSON.parse(fs.readFileSync(usageFile, "utf8"));
  return { check: cpu, checkPeak: peak };
}
