// What queries cost, and targets: the same with an engine that knows nothing of them (see build.mjs).
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { BUNDLES } from "./build.mjs";
import { clock, inProcess, percentiles, spread } from "./measure.mjs";
import { longSpecification } from "./repository.mjs";

const WITH = "engine.cjs";
const WITHOUT = "engine-without-queries.cjs";
const WITHOUT_EITHER = "engine-without-queries-and-targets.cjs";

/** Where typing goes on: in running text, in a query, in a target. */
const PLACES = {
  text: /^- \[ \].*$/m,
  query: /^SELECT id, total.* = 'open/m,
  target: /^- \*\*AC-US\d+-01\*\*: Search/m,
};

const SIZE = 100_000;
const WARM = 400;

/**
 * Processor time in ms of one keystroke: the change of the document, what follows from it, all its diagnostics. In
 * `file` of the folder, or at a place in a document of 100 KB that is full of queries and targets.
 */
export async function typing({ folder, engine, file: given, place, strokes }) {
  const { AnalysisHost, diskFiles, load, diagnose, RULES, wantsSql } = createRequire(import.meta.url)(
    path.join(BUNDLES, engine),
  );
  const host = new AnalysisHost();
  await load(host, diskFiles(folder));
  const file = given ?? ".specweave/increments/9999-typing/spec.md";
  const text = given ? fs.readFileSync(path.join(folder, given), "utf8") : longSpecification(SIZE);
  const middle = text.indexOf("\n", text.length / 2);
  const match = place && PLACES[place].exec(text.slice(middle));
  const at = match ? middle + match.index + match[0].length : middle;
  const failed = (rule, _, error) => {
    throw new Error(rule, { cause: error });
  };
  const type = (count) => {
    const typed = text.slice(0, at) + "x".repeat(count) + text.slice(at);
    host.apply({ open: [file], put: new Map([[file, typed]]) });
    const snapshot = host.snapshot();
    return diagnose(RULES, snapshot, snapshot.pages.get(file), failed).length;
  };
  type(0);
  if (engine === WITH && wantsSql(host.snapshot().pages.get(file), host.snapshot())) {
    const bundle = await import(pathToFileURL(path.join(BUNDLES, "sql.mjs")).href);
    host.apply({ bring: { parseSql: await bundle.createParser(fs.readFileSync(bundle.WASM)) } });
  }
  for (let i = 1; i <= WARM; i++) type(i);
  const time = clock();
  let findings = 0;
  for (let i = 1; i <= strokes; i++) findings = type(WARM + i);
  const { ms, cpu } = time();
  return { ms: ms / strokes, cpu: cpu / strokes, findings };
}

/** Typing as the editor sees it: the medians of each run, with less and less left out. */
async function throughServer({ folder, file, runs, rows }) {
  const [least, less, all] = [
    "server-without-queries-and-targets.cjs",
    "server-without-queries.cjs",
    "server.cjs",
  ];
  const medians = { [least]: [], [less]: [], [all]: [] };
  for (let i = 0; i < runs; i++)
    for (const bundle of i % 2 === 0 ? [least, less, all] : [all, less, least]) {
      const { times } = await inProcess("keystrokes", { folder, file, strokes: 220, bundle });
      medians[bundle].push(percentiles(times).p50);
    }
  const name = `keystroke to diagnostics in ${path.basename(file)}`;
  const row = (what, bundle, base, of) => {
    const ms = spread(medians[bundle]);
    rows.push({
      name: `${name}, ${what}`,
      ms,
      ...(base && { ratio: ms.median / spread(medians[base]).median, of }),
    });
  };
  row("without queries and targets", least);
  row("without queries", less, least, "without targets");
  row("with both", all, less, "without queries");
}

/** Rows for the table: cold index and keystrokes with and without, in turns; and how large the parser is. */
export async function queryRows({ folder, file, runs }) {
  const rows = [];
  const both = async (name, task, options, less = WITHOUT, what = "queries") => {
    const results = { [WITH]: [], [less]: [] };
    for (let i = 0; i < runs; i++)
      for (const engine of i % 2 === 0 ? [WITH, less] : [less, WITH])
        results[engine].push(await inProcess(task, { folder, engine, ...options }));
    const of = (engine, key) => spread(results[engine].map((one) => one[key]));
    const ratio = of(WITH, "cpu").median / of(less, "cpu").median;
    rows.push({ name: `${name}, without ${what}`, ms: of(less, "ms"), cpu: of(less, "cpu") });
    rows.push({ name, ms: of(WITH, "ms"), cpu: of(WITH, "cpu"), ratio, of: "without, processor" });
  };
  const typed = async (name, options) => {
    await both(name, "typing", { ...options, strokes: 200 });
    await both(name, "typing", { ...options, strokes: 200 }, WITHOUT_EITHER, "queries and targets");
  };
  await both("cold index", "coldIndex", {});
  await throughServer({ folder, file, runs, rows });
  await typed(`keystroke in ${path.basename(file)}, engine alone`, { file });
  for (const place of Object.keys(PLACES))
    await typed(`keystroke in a ${place} of a page full of queries`, { place });
  const sizeOf = (...names) =>
    names.reduce((sum, name) => sum + fs.statSync(path.join(BUNDLES, name)).size, 0);
  const program = sizeOf("client.cjs", "server.cjs", "cli.js");
  rows.push({ name: "bundles without the parser", files: 3, megabytes: program / 2 ** 20 });
  rows.push({
    name: "bundles with the parser",
    files: 5,
    megabytes: (program + sizeOf("sql.mjs", "sqlparser.wasm")) / 2 ** 20,
  });
  return rows;
}
