#!/usr/bin/env node
// npm test: everything, in the order of what is fastest to fail.
//   npm test -- --only types,lint,unit     some of the steps (and what they need)
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { capture, runInTerminal } from "./lib/process.mjs";
import { seconds } from "./lib/report.mjs";
import { root } from "./lib/root.mjs";

const tool = (file) => path.join("node_modules", file);
/** A step of one of the projects in vitest.config.ts. */
function vitest(name, options) {
  const report = `out/${name}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile=${report}`];
  return {
    name,
    run: [tool("vitest/vitest.mjs"), "run", "--project", name, ...reporters],
    report,
    ...options,
  };
}

/** `report` is a file with the number of tests that passed and failed; steps that `talk` write to the terminal. */
const STEPS = [
  { name: "types", run: [tool("typescript/bin/tsc"), "--build"] },
  { name: "lint", run: [tool("@biomejs/biome/bin/biome"), "check", "."] },
  vitest("unit"),
  // It says what was compared, and what could not be.
  vitest("property", { talk: true }),
  vitest("protocol"),
  // Installs the tools from npm, once.
  vitest("tools"),
  { name: "package", run: ["scripts/package.mjs"] },
  { name: "build", run: ["esbuild.mjs"] }, // after the package, whose minified bundles stand in the same place
  { name: "e2e", run: ["scripts/e2e.mjs"], report: "out/e2e.json", needs: ["build"], talk: true },
  { name: "ui", run: ["scripts/ui.mjs"], report: "out/ui.json", needs: ["package"], talk: true },
];

const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };
const options = { cwd: root, env: { ...process.env, ...plain } };
const started = performance.now();
const results = [];
try {
  const steps = chosenSteps();
  await ensureDependencies();
  fs.mkdirSync(path.join(root, "out"), { recursive: true });
  for (const step of steps) {
    const result = await runStep(step);
    results.push(result);
    if (!result.ok) break;
  }
} catch (error) {
  console.error(error.message);
  results.push({ name: "preparation", ok: false, time: performance.now() - started, passed: 0, failed: 1 });
}
process.exit(summary() ? 0 : 1);

function chosenSteps() {
  const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
  if (!only) return STEPS;
  const names = only.split(",");
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown}: ${STEPS.map((step) => step.name).join(", ")}`);
  const wanted = new Set(
    names.flatMap((name) => [name, ...(STEPS.find((step) => step.name === name).needs ?? [])]),
  );
  return STEPS.filter((step) => wanted.has(step.name));
}

async function runStep({ name, run, report, talk }) {
  const start = performance.now();
  if (report) fs.rmSync(path.join(root, report), { force: true }); // an old one must not be counted
  if (talk) console.log(`… ${name}`);
  const error = talk
    ? (await runInTerminal(process.execPath, run, options)) !== 0
    : await capture(process.execPath, run, options).then(
        () => undefined,
        (failure) => failure,
      );
  const ok = !error;
  if (error?.message) console.log(error.output ?? error.message);
  const counts = report ? countTests(path.join(root, report)) : { passed: 0, failed: 0 };
  if (!ok) counts.failed = Math.max(counts.failed, 1); // what is no test, such as the type check, counts as one
  const time = performance.now() - start;
  console.log(line({ name, ok, time, ...counts }));
  return { name, ok, time, ...counts };
}

function countTests(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0 };
  const report = JSON.parse(fs.readFileSync(file, "utf8"));
  return { passed: report.passed ?? report.numPassedTests, failed: report.failed ?? report.numFailedTests };
}

function line({ name, ok, time, passed, failed }) {
  const tests = passed + failed > 0 ? `  ${passed} passed, ${failed} failed` : "";
  return `${ok ? "✔" : "✘"} ${name.padEnd(8)} ${seconds(time).padStart(8)}${tests}`;
}

function summary() {
  const ok = results.every((result) => result.ok);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${results.map(line).join("\n")}`);
  console.log(`${ok ? "all done" : "stopped"} after ${seconds(performance.now() - started)}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return ok;
}
