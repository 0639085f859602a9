#!/usr/bin/env node
// npm run eval:query: compares what the rules on queries report in real documents with what people said of them.
//   npm run eval:query -- --labels <folder> --corpora <folder>    query.csv, and the repositories it names
//   npm run eval:query -- --list                                  names every labelled row that is not reported as labelled
//   npm run eval:query -- --all                                   also names everything that is reported
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleTest } from "./lib/bundleTest.mjs";
import { readCsv } from "./lib/csv.mjs";
import { root } from "./lib/root.mjs";

const { values } = parseArgs({
  options: {
    labels: { type: "string", default: path.join(root, "../shared/labels") },
    corpora: { type: "string", default: path.join(root, "../shared/corpora") },
    list: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
  },
});
process.chdir(root); // where the parser is found
const { evaluate, isText } = await bundleTest("test/query/evaluate.ts");

/** Labelled code is a loop, or a query in a string. */
const KINDS = {
  sql: ["query/unindexed"],
  prose: ["query/unindexed-prose"],
  code: ["query/n-plus-one", "query/unindexed"],
};
const SEVERITIES = ["error", "warning", "information", "hint"];
/** A label names the statement's first line, a finding the column's. */
const NEAR = 25;

const file = path.join(values.labels, "query.csv");
const labels = fs.existsSync(file) ? readCsv(file) : [];
const repositories = fs.existsSync(values.corpora) ? fs.readdirSync(values.corpora).sort() : [];
const found = repositories.flatMap((repo) =>
  evaluate(filesOf(path.join(values.corpora, repo))).map((one) => ({ ...one, repo })),
);

const rows = labels
  .filter(({ repo, path: at }) => fs.existsSync(path.join(values.corpora, repo, at)))
  .map((row) => ({ ...row, reported: at(row) }));
console.log(
  "| Kind | rows | expected | reported | precision | recall | warnings: precision | no query reported |",
);
console.log("|---|---|---|---|---|---|---|---|");
for (const kind of [...Object.keys(KINDS), "all"]) {
  const some = rows.filter((row) => kind === "all" || row.kind === kind);
  console.log(`| ${[kind, ...figures(some)].join(" | ")} |`);
}
console.log("\nAll that is reported, archived documents included:\n");
console.log(`| Rule | ${SEVERITIES.join(" | ")} |\n|---|---|---|---|---|`);
for (const rule of new Set(Object.values(KINDS).flat())) {
  const of = (severity) => found.filter((one) => one.rule === rule && one.severity === severity).length;
  console.log(`| ${rule} | ${SEVERITIES.map(of).join(" | ")} |`);
}
if (values.list)
  for (const row of rows)
    if ((row.label === "unindexed") !== row.reported.length > 0)
      console.log(
        `${row.repo}/${row.path}:${row.line}: ${row.label} (${row.reason}); reported: ${row.reported.map(({ severity, message }) => `${severity} ${message}`).join("; ") || "nothing"}`,
      );
if (values.all)
  for (const one of found)
    console.log(`${one.repo}/${one.path}:${one.line} ${one.severity} ${one.rule} ${one.message}`);
if (rows.length === 0) {
  console.error(`No labelled document was found: --labels ${values.labels} --corpora ${values.corpora}`);
  process.exitCode = 1;
}

/** What is reported of the labelled text: each finding belongs to the label that is nearest before it. */
function at(row) {
  const line = Number(row.line);
  const next = Math.min(
    ...labels
      .filter((other) => other.repo === row.repo && other.path === row.path && Number(other.line) > line)
      .map((other) => Number(other.line)),
    line + NEAR,
    line + (row.kind === "sql" ? statementLines(row) : 1),
  );
  return found.filter(
    (one) =>
      KINDS[row.kind].includes(one.rule) &&
      one.repo === row.repo &&
      one.path === row.path &&
      one.line >= line &&
      one.line < next,
  );
}

/** How many lines a labelled statement has: to its semicolon, a blank line or the end of the fence. */
function statementLines({ repo, path: at, line }) {
  const lines = fs
    .readFileSync(path.join(values.corpora, repo, at), "utf8")
    .split("\n")
    .slice(Number(line) - 1);
  const end = lines.findIndex(
    (one, i) => /;\s*(?:--.*)?$/.test(one) || (i > 0 && /^\s*(?:```.*)?$/.test(one)),
  );
  return end < 0 ? 1 : Math.max(1, end + (/;/.test(lines[end]) ? 1 : 0));
}

function figures(some) {
  const expected = some.filter(({ label }) => label === "unindexed");
  const reported = some.filter((row) => row.reported.length > 0);
  const right = reported.filter(({ label }) => label === "unindexed");
  const severe = some.filter((row) =>
    row.reported.some(({ severity }) => severity === "error" || severity === "warning"),
  );
  return [
    some.length,
    expected.length,
    reported.length,
    share(right.length, reported.length),
    share(right.length, expected.length),
    share(severe.filter(({ label }) => label === "unindexed").length, severe.length),
    some.filter((row) => row.label === "not-a-query" && row.reported.length > 0).length,
  ];
}

function share(part, all) {
  return all === 0 ? "–" : `${part}/${all} ${((100 * part) / all).toFixed(0)} %`;
}

/** The texts of a repository that the engine reads, by path. */
function filesOf(folder) {
  const paths = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((one) => isText(one) && !one.includes("node_modules/"))
    .sort();
  return new Map(paths.map((one) => [one, fs.readFileSync(path.join(folder, one), "utf8")]));
}
