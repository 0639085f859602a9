#!/usr/bin/env node
// npm run sample:matches -- <folder>: prints uses of terms that are drawn at random, to be judged by reading them.
//   --seed <n>     another drawing; the same one every time for the same number (default 1)
//   --count <n>    how many (default 300)
//   --json         for programs: path, line, term and text of each
// Uses in glossary files do not count: there, terms explain each other.
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleTest } from "./lib/bundleTest.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "300" },
    json: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error("Which folder? npm run sample:matches -- <folder> [--seed n] [--count n]");
  process.exit(2);
}
const { allUses } = await bundleTest("test/terms/allUses.ts");
const all = await allUses(path.resolve(folder));
const drawn = draw(all, Number(values.count), Number(values.seed)).sort((a, b) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line,
);
if (values.json) console.log(JSON.stringify(drawn, undefined, 2));
else {
  for (const [n, { path: file, line, zone, term, before, text, after }] of drawn.entries())
    console.log(`${n + 1}\t${term}\t${file}:${line} ${zone}\t${before}«${text}»${after}`);
  console.log(`${drawn.length} of ${all.length} uses outside the glossary`);
}

/** Without putting back, by a generator that gives the same numbers everywhere. */
function draw(list, count, seed) {
  let state = seed >>> 0;
  const next = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const rest = [...list];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(next(rest.length), 1)[0]);
}
