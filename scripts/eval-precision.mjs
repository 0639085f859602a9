#!/usr/bin/env node
// npm run eval:precision: how right the findings in repositories are that the rules were not made for.
//   npm run eval:precision -- <folder>… > found.csv                     the findings, to be judged: right, arguable, wrong
//   npm run eval:precision -- <folder>… --judgements found.csv          precision per rule, and what changed since then
//   npm run eval:precision -- <folder>… --judgements found.csv --update adds what is new to the file
//   npm run eval:precision -- <folder>… --missed missed.csv             how many of the places named there are found
// Each folder is a checked out repository, named owner+name. More options: --rules adr,query (areas or rules),
// --sample 40 (how many of each rule are to be judged), --causes (why findings are wrong), --cli dist/cli.js (the build).
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleTest } from "./lib/bundleTest.mjs";
import { formatCsv, readCsv } from "./lib/csv.mjs";
import { root } from "./lib/root.mjs";

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    rules: { type: "string", default: "adr,query,target,link,markdown" },
    judgements: { type: "string" },
    missed: { type: "string" },
    sample: { type: "string", default: "40" },
    update: { type: "boolean", default: false },
    causes: { type: "boolean", default: false },
    cli: { type: "string", default: path.join(root, "dist/cli.js") },
  },
});
/** A report on a large repository has more than Node.js takes by default. */
const MOST_OUTPUT = 1 << 29;
/** Lines around a finding that go into the file. */
const AROUND = { before: 2, after: 3 };

const {
  areaOf,
  causes,
  changes,
  COLUMNS,
  expectedOf,
  findingOf,
  judgedOf,
  judgementFile,
  match,
  precisionTable,
  recall,
} = await bundleTest("scripts/precision/index.ts");

if (folders.length === 0) fail("Say in which folders: npm run eval:precision -- <folder>…");
if (!fs.existsSync(values.cli)) fail(`${values.cli} is not there: npm run build`);
const wanted = new Set(values.rules.split(","));
const isWanted = ({ rule }) => wanted.has(rule) || wanted.has(areaOf(rule));
const found = folders.flatMap(findingsIn).filter(isWanted);
const names = new Set(folders.map(nameOf));
const most = Number(values.sample);

const earlier = values.judgements === undefined ? [] : readCsv(values.judgements).map(judgedOf);
const here = (one) => names.has(one.repository) && isWanted(one);
const matching = match(found, earlier.filter(here));
if (values.missed !== undefined) {
  const expected = readCsv(values.missed).map(expectedOf).filter(here);
  console.log(recall(expected, found));
}
if (values.judgements !== undefined) {
  console.log(`${precisionTable(matching)}\n\n${changes(matching)}`);
  if (values.causes) console.log(`\n${causes(matching.matched)}`);
  if (values.update) {
    const rows = [...judgementFile(matching, most), ...earlier.filter((one) => !here(one))];
    fs.writeFileSync(values.judgements, formatCsv(COLUMNS, rows));
  }
} else if (values.missed === undefined)
  process.stdout.write(formatCsv(COLUMNS, judgementFile(matching, most)));

/** What `check` reports in a repository. */
function findingsIn(folder) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [values.cli, "check", "--root", folder, "--format", "json", "--fail-on", "never"],
    { encoding: "utf8", maxBuffer: MOST_OUTPUT },
  );
  if (status !== 0) fail(`${folder} could not be checked:\n${stderr}`);
  const lines = new Map();
  return JSON.parse(stdout).findings.map((reported) => {
    if (!lines.has(reported.path)) lines.set(reported.path, linesOf(path.join(folder, reported.path)));
    return findingOf(nameOf(folder), reported, lines.get(reported.path), AROUND);
  });
}

function linesOf(file) {
  return fs.readFileSync(file, "utf8").split(/\r\n|[\r\n]/);
}

/** `owner/name` of a folder called `owner+name`: a folder has no slash in its name. */
function nameOf(folder) {
  return path.basename(path.resolve(folder)).replace("+", "/");
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
