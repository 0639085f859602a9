#!/usr/bin/env node
// npm run eval:adr: compares what the ADR model says about real documents with what people said about them.
//   npm run eval:adr -- --labels <folder> --corpora <folder>    adr.csv and adr-inline.csv, and the repositories they name
//   npm run eval:adr -- --list                                  names every row with another verdict
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
  },
});
const { evaluate } = await bundleTest("test/adr/evaluate.ts");

const rows = readCsv(path.join(values.labels, "adr.csv")).flatMap((row) => {
  const text = read(row.repo, row.path);
  return text === undefined ? [] : [{ ...row, found: evaluate(row.path, text) }];
});
const inline = readCsv(path.join(values.labels, "adr-inline.csv")).flatMap((row) => {
  const text = read(row.repo, row.path);
  return text === undefined ? [] : [{ ...row, found: evaluate(row.path, text) }];
});

const groups = [
  ...group(rows, ({ repo }) => repo),
  ...group(rows, ({ style }) => `style ${style}`),
  ["all", rows],
];
console.log(
  "| Documents | rows | same verdict | missing: precision | recall | recall, real | present called missing | weak reported | no ADR reported |",
);
console.log("|---|---|---|---|---|---|---|---|---|");
for (const [name, some] of groups) console.log(`| ${[name, ...figures(some)].join(" | ")} |`);
console.log(`\n${inlineFigures()}`);
if (values.list) for (const row of rows) if (row.found.rationale !== wanted(row)) console.log(line(row));
if (rows.length === 0) {
  console.error(`No labelled document was found: --labels ${values.labels} --corpora ${values.corpora}`);
  process.exitCode = 1;
}

/** What a row should be: for rows that are no ADRs that nothing is judged. */
function wanted({ is_adr, rationale }) {
  return is_adr === "yes" ? rationale : "na";
}

/** Written for a tool's tests, or never written at all. */
function isFixture({ reason, path: file }) {
  return /PLACEHOLDER|STUB/.test(reason ?? "") || /(?:^|[-/])(?:tests?|fixtures)\//.test(file);
}

function figures(some) {
  const called = some.filter(({ found }) => found.rationale === "missing");
  const missing = some.filter((row) => wanted(row) === "missing");
  const right = called.filter((row) => wanted(row) === "missing");
  const real = missing.filter((row) => !isFixture(row));
  const found = real.filter((row) => row.found.rationale === "missing");
  return [
    some.length,
    share(some.filter((row) => row.found.rationale === wanted(row)).length, some.length),
    share(right.length, called.length),
    share(right.length, missing.length),
    share(found.length, real.length),
    some.filter((row) => wanted(row) === "present" && row.found.rationale === "missing").length,
    some.filter((row) => wanted(row) === "weak" && row.found.reported.length > 0).length,
    some.filter((row) => row.is_adr !== "yes" && row.found.reported.some(({ inline }) => !inline)).length,
  ];
}

function inlineFigures() {
  const entries = inline.filter(({ is_entry }) => is_entry === "yes");
  const others = inline.filter(({ is_entry }) => is_entry !== "yes");
  const at = (row) => row.found.entries.find(({ line }) => Math.abs(line - Number(row.line)) <= 1);
  const found = entries.filter(at);
  const same = found.filter((row) => at(row).rationale === row.rationale);
  return `Decisions within other pages: ${found.length} of ${entries.length} recognised, ${same.length} with the same verdict; ${
    others.filter(at).length
  } of ${others.length} references and samples taken for one.`;
}

function line({ repo, path: file, rationale, is_adr, found, reason }) {
  return `${repo}/${file}: ${is_adr === "yes" ? rationale : is_adr}, found ${found.kind} ${found.rationale} (${reason ?? ""})`;
}

function share(part, all) {
  return all === 0 ? "–" : `${part}/${all} ${((100 * part) / all).toFixed(0)} %`;
}

function group(some, keyOf) {
  const found = new Map();
  for (const row of some) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function read(repo, file) {
  const location = path.join(values.corpora, repo, file);
  return fs.existsSync(location) ? fs.readFileSync(location, "utf8") : undefined;
}
