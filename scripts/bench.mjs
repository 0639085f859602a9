#!/usr/bin/env node
// npm run bench: how long things take, on a made-up repository or a folder of yours; prints a table and writes
// bench.json. All figures of one run are from the same machine at the same time: compare the ratios, not runs.
//   npm run bench -- path/to/folder     that repository instead of a made-up one
//   npm run bench -- --file tasks.md    the document to type in, relative to the folder (default: the largest)
//   npm run bench -- --runs 9           how often each is measured (default 5; in pairs 10)
//   npm run bench -- --only index,type  some of: index, uses, service, check, hover, type, terms, references, scale,
//                                       queries, loading, editor
//   npm run bench -- --files 50000      how many files are indexed while somebody hovers (loading)
//   npm run bench -- --word ADR         the word to hover in that document in VS Code (default: glossary)
//   npm run bench -- --against HEAD~3   only this: that revision and this working tree, both built and measured in
//                                       alternating pairs of whole processes by processor time (1,000 keystrokes,
//                                       cold index, check), their peak memory, and the sizes of the bundles; takes
//                                       --runs, --file and a folder, too; with --only loading, hovers meanwhile
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs, promisify } from "node:util";
import { against } from "./bench/against.mjs";
import { BUNDLES, buildAll } from "./bench/build.mjs";
import { inEditor } from "./bench/editor.mjs";
import { walk } from "./bench/indexing.mjs";
import { loadingAgainst, loadingRows } from "./bench/loading.mjs";
import { inProcess, percentiles, repeat, spread } from "./bench/measure.mjs";
import { queryRows } from "./bench/queries.mjs";
import { makeUses } from "./bench/references.mjs";
import { makeIncrements, makeRepository, makeShortPages } from "./bench/repository.mjs";
import { table } from "./bench/table.mjs";
import { root } from "./lib/root.mjs";
import { temporaryFolder } from "./lib/temporary.mjs";

const STROKES = 220;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    runs: { type: "string" },
    only: { type: "string" },
    file: { type: "string" },
    files: { type: "string", default: "50000" },
    word: { type: "string", default: "glossary" },
  },
});
const runs = Number(values.runs ?? (values.against ? 10 : 5));
const wanted = (name) => !values.only || values.only.split(",").includes(name);
const own = temporaryFolder("bench-");
const rows = [];
const folder = positionals[0]
  ? path.resolve(positionals[0])
  : made("repository", { files: 2_000, terms: 150 });

if (values.against && values.only === "loading") {
  finish(await loadingAgainst({ revision: values.against, ...manyFiles(), runs: Number(values.runs ?? 3) }));
  process.exit();
}
if (values.against) {
  const compared = await against({ revision: values.against, folder, typing: documentToType(), runs });
  finish(compared);
  process.exit();
}

await buildAll();
const floor = await sampled("floor", { folder });
const { files, bytes } = floor.results[0];
row("files", { files, megabytes: bytes / 2 ** 20 });
row("walk and read (floor)", floor);

const index = await sampled("coldIndex", { folder });
row("cold index, the first time", { ...index, ratio: index.ms.median / floor.ms.median, of: "floor" });

const storage = path.join(own, "storage");
await inProcess("coldIndex", { folder, storage });
const again = await sampled("coldIndex", { folder, storage });
row("cold index, from then on", { ...again, ratio: again.ms.median / floor.ms.median, of: "floor" });

if (wanted("uses")) {
  const all = await repeat(runs, () => inProcess("coldIndex", { folder, uses: true }));
  row(`every use of every term (${all[0].uses})`, { ms: spread(all.map(({ usesMs }) => usesMs)) });
}
if (wanted("service")) {
  const service = await sampled("serviceSymbols", { folder });
  row("VS Code's service: symbols", {
    ...service,
    ratio: service.ms.median / index.ms.median,
    of: "the first time",
  });
  row("the same", { ratio: service.ms.median / again.ms.median, of: "from then on" });
}
if (wanted("check")) {
  row("check, the whole process", { ms: spread(await repeat(runs, () => timeCheck())) });
  const cache = ["--cache", path.join(own, "cache")];
  await timeCheck(...cache);
  row("the same, with a cache", { ms: spread(await repeat(runs, () => timeCheck(...cache))) });
}
if (wanted("hover")) await hovers();
if (wanted("type")) await typing();
if (wanted("terms")) await manyTerms();
if (wanted("references")) await references();
if (wanted("scale")) await scales();
if (wanted("queries")) await queries();
// Writes many files: only where somebody asks for it.
if (values.only?.split(",").includes("loading"))
  for (const { name, ...figures } of await loadingRows({ ...manyFiles(), runs: Math.min(runs, 3) }))
    row(name, figures);
// A window on the folder itself, with the extension as it is built: only where somebody asks for it.
if (values.only?.split(",").includes("editor")) await editor();

console.log(table(rows));
finish({ rows });

/** Says on what machine this was, and writes the figures into bench.json. */
function finish(figures) {
  const cpu = os.cpus()[0]?.model ?? "unknown";
  const machine = { node: process.version, cpu, cores: os.availableParallelism(), load: os.loadavg()[0] };
  const load = `load ${machine.load.toFixed(1)}`;
  console.log(`${machine.cpu}, ${machine.cores} cores, ${load}, Node.js ${machine.node}`);
  fs.writeFileSync(path.join(root, "bench.json"), `${JSON.stringify({ machine, ...figures }, null, 2)}\n`);
}

function row(name, { results: _, ...figures }) {
  rows.push({ name, ...figures });
  console.error(`… ${name}`);
}

/** A task several times in processes of their own. */
async function sampled(task, options) {
  const results = await repeat(runs, () => inProcess(task, options));
  const of = (key) => spread(results.map((result) => result[key]));
  return { results, ms: of("ms"), cpu: of("cpu"), peak: of("peak") };
}

async function timeCheck(...options) {
  const start = performance.now();
  const args = [path.join(BUNDLES, "cli.js"), "check", folder, "--format", "json", "--fail-on", "never"];
  args.push(...options);
  await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
  return performance.now() - start;
}

async function hovers() {
  const args = [path.join(BUNDLES, "cli.js"), "terms", folder, "--format", "json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
  // A plain word, which means the same wherever it stands.
  const word = JSON.parse(stdout).terms.find(
    ({ name }) => /^[A-Z][A-Za-z]{3,}$/.test(name) || / /.test(name),
  )?.name;
  if (!word) return;
  const results = await repeat(runs, () => inProcess("firstHover", { folder, word }));
  const of = (key) => spread(results.map((result) => result[key]));
  row("server: first answer to a hover", { ms: of("answer") });
  row("server: first hover that explains", { ms: of("ms") });
  row("server: index complete", { ms: of("complete"), peak: of("peak") });
}

/** The document to type in. */
function documentIn(place) {
  const size = (file) => fs.statSync(file).size;
  const largest = () => walk(place).reduce((best, file) => (size(file) > size(best) ? file : best));
  return values.file ?? path.relative(place, largest());
}

/** Where typing is measured: in the folder, or on a page as large as they come, which no made-up one is. */
function documentToType() {
  if (values.file || positionals[0]) return { place: folder, file: documentIn(folder) };
  const text = walk(folder)
    .slice(-20)
    .map((one) => fs.readFileSync(one, "utf8"));
  const file = "docs/increments/large.md";
  const place = made("typing", { files: 500, terms: 150 });
  fs.writeFileSync(path.join(place, file), text.join("\n").slice(0, 100_000));
  return { place, file };
}

async function typing() {
  const { place, file } = documentToType();
  const name = `(${Math.round(fs.statSync(path.join(place, file)).size / 1_000)} KB)`;
  const ours = await inProcess("keystrokes", { folder: place, file, strokes: STROKES });
  const theirs = await inProcess("serviceKeystrokes", { folder: place, file, strokes: STROKES });
  row(`keystroke to diagnostics ${name}`, { times: percentiles(ours.times), peak: spread([ours.peak]) });
  row("VS Code's service: the same", {
    times: percentiles(theirs.times),
    ratio: percentiles(theirs.times).p50 / percentiles(ours.times).p50,
    of: "ours",
  });
}

async function manyTerms() {
  for (const terms of [100, 1_000, 10_000]) {
    const place = path.join(own, `terms-${terms}`);
    const names = makeRepository(place, { files: terms + 100, terms });
    const words = Array.from({ length: 10 }, (_, i) => names[Math.floor((i * names.length) / 10)]);
    const { link, word, hover, items, peak } = await inProcess("completionAndHover", {
      folder: place,
      words,
      requests: 300,
    });
    row(`hover, ${terms} terms`, { times: percentiles(hover), peak: spread([peak]) });
    row(`completion after “[”, ${terms} terms (${items} items)`, { times: percentiles(link) });
    row(`completion of a word, ${terms} terms`, { times: percentiles(word) });
  }
}

async function references() {
  const before = {};
  for (const uses of [10_000, 20_000]) {
    const place = path.join(own, `uses-${uses}`);
    makeUses(place, uses);
    const { times } = await inProcess("manyUses", { folder: place });
    for (const [name, all] of Object.entries(times)) {
      const cpu = spread(all);
      const half = before[name];
      row(`${name} of a term, ${uses} uses`, {
        cpu,
        ...(half && { ratio: cpu.median / half.median, of: "half as many" }),
      });
      before[name] = cpu;
    }
  }
}

async function scales() {
  let first;
  for (const copies of [1, 4, 16]) {
    const { ms, cpu, peak, results } = await sampled("coldIndex", { folder, copies });
    const each = cpu.median / results[0].files;
    first ??= each;
    row(`cold index, ${copies}× the files (${results[0].files})`, {
      ms,
      cpu,
      peak,
      ratio: each / first,
      of: "1× per file",
    });
  }
}

/** On the folder itself, or on a made-up one with a third of its pages full of tables, queries and targets. */
async function queries() {
  const place = positionals[0] ? folder : made("queries", { files: 600, terms: 50 });
  if (!positionals[0]) makeIncrements(place, 100);
  for (const { name, ...figures } of await queryRows({ folder: place, file: documentIn(place), runs }))
    row(name, figures);
}

async function editor() {
  const { file, word } = values;
  if (!file) throw new Error("Choose a document with --file.");
  const { activated, hover, status, complete, host, server } = await inEditor({ folder, file, word });
  const once = (ms) => spread([ms]);
  row("VS Code: extension activated", { ms: once(activated) });
  row(`VS Code: first hover, at ${status?.read} of ${status?.of} files`, { ms: once(hover) });
  row("VS Code: index complete", { ms: once(complete) });
  if (host) row("VS Code: extension host", { peak: once(host) });
  if (server) row("VS Code: language server", { peak: once(server) });
}

function manyFiles() {
  const place = path.join(own, "many");
  const files = Number(values.files);
  return { folder: place, files, word: makeShortPages(place, files) };
}

function made(name, options) {
  const place = path.join(own, name);
  makeRepository(place, options);
  return place;
}
