#!/usr/bin/env node
// npm run fuzz: plays with workspaces at random, and checks what the engine says and every edit it can make.
//   npm run fuzz -- --minutes 60 --seed 7     for so long (2), with other numbers
//   npm run fuzz -- --all                     reports what is known, too
import { parseArgs } from "node:util";
import { bundleTest } from "./lib/bundleTest.mjs";
import { root } from "./lib/root.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
    shrinking: { type: "string", default: "4" },
    all: { type: "boolean", default: false },
    own: { type: "boolean", default: false },
  },
});
process.chdir(root); // where the samples are found
const { fuzz } = await bundleTest("test/fuzz/fuzz.ts");

const { walks, states, edits, made, causes } = fuzz({
  seed: Number(values.seed),
  milliseconds: Number(values.minutes) * 60_000,
  real: !values.own,
  all: values.all,
  shrinking: Number(values.shrinking) * 1000,
  said: (line) => console.log(line),
});
console.log(`\n${walks} walks, ${states} states, ${edits} edits computed, ${made} carried out`);
for (const { property, count } of causes) console.log(`✘ ${String(count).padStart(5)} × ${property}`);
process.exitCode = causes.length > 0 ? 1 : 0;
