#!/usr/bin/env node
// npm run compare: whether this working tree says and does the same as another revision, byte for byte. Both are built
// and asked the same through their command lines and servers; prints a table for each folder. Exit code: 1 if anything
// differs.
//   npm run compare -- --against HEAD~3 path/to/folder path/to/another
//   npm run compare -- --against v0.9.0 folder --quick         1 of 10 files and places
//   npm run compare -- --against main folder --files 100       fixes in at most so many files (default: all that have
//                                                              findings)
//   npm run compare -- --against main folder --places 1000     where hovers and the like are asked for (default 500)
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { walk } from "./bench/indexing.mjs";
import { everyRule } from "./compare/everyRule.mjs";
import { compareFixes } from "./compare/fixes.mjs";
import { print } from "./compare/print.mjs";
import { spread } from "./compare/random.mjs";
import { compareReading } from "./compare/reading.mjs";
import { compareReports } from "./compare/reports.mjs";
import { compareRequests } from "./compare/requests.mjs";
import { openBoth } from "./compare/sides.mjs";
import { tally as newTally } from "./compare/tally.mjs";
import { buildBoth } from "./lib/builds.mjs";
import { uriOf } from "./lib/languageServer.mjs";
import { seconds } from "./lib/report.mjs";
import { temporaryFolder } from "./lib/temporary.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    files: { type: "string" },
    places: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
if (!values.against || positionals.length === 0)
  throw new Error("Usage: npm run compare -- --against <revision> <folder> [<folder> …]");
const part = values.quick ? 0.1 : 1;
const places = Number(values.places ?? 500 * part);

const builds = await buildBoth(values.against);
let different = 0;
for (const folder of positionals) different += await compareFolder(path.resolve(folder));
console.log(different === 0 ? "Everything is equal." : `${different} answers differ.`);
process.exit(different === 0 ? 0 : 1);

async function compareFolder(folder) {
  const begin = performance.now();
  const own = temporaryFolder("compare-");
  const tally = newTally((text) =>
    text.replaceAll(uriOf(folder), "file:///folder").replaceAll(folder, "/folder"),
  );
  const lap = (what) =>
    console.error(`… ${path.basename(folder)}: ${what}, ${seconds(performance.now() - begin)}`);
  const { settings, rules } = everyRule(builds, folder);
  const every = path.join(own, "every.json");
  fs.writeFileSync(every, JSON.stringify(settings));
  const markdown = walk(folder).map((file) => path.relative(folder, file).replaceAll("\\", "/"));

  const reports = await compareReports(builds, folder, tally, { every, caches: own });
  lap("reports");
  const sides = await openBoth(builds, folder, tally);
  const files = spread(markdown, Math.ceil(markdown.length * part));
  await compareReading(sides, tally, { folder, files, terms: reports.terms, most: places });
  lap("reading");
  const increments = await compareRequests(sides, { terms: reports.terms, files: markdown, part });
  lap("commands");
  await sides.close();
  await reports.increments(increments);
  lap("increments");
  const strict = await openBoth(builds, folder, tally, { rules });
  const { withFindings } = reports;
  const most = Number(values.files ?? Math.ceil(withFindings.length * part));
  await compareFixes(strict, tally, spread(withFindings, most));
  await strict.close();
  lap("fixes");
  return print(folder, builds, tally.rows(), seconds(performance.now() - begin));
}
