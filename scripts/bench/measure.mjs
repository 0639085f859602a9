// Runs tasks in processes of their own, so that none profits or suffers from another, and sums up the figures.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../lib/root.mjs";

const TASKS = path.join(root, "scripts/bench/tasks.mjs");

/** Runs a task of tasks.mjs in a new process and gives its result, with `peak`: the most memory it used, in MB. */
export async function inProcess(task, options = {}) {
  const args = ["--max-old-space-size=4096", TASKS, task, JSON.stringify(options)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

/** `times` results of an asynchronous function, one after the other. */
export async function repeat(times, run) {
  const results = [];
  for (let i = 0; i < times; i++) results.push(await run());
  return results;
}

/** Starts a clock; what it returns gives the time since, and the time that the processor worked for this process. */
export function clock() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpu: (user + system) / 1_000 };
  };
}

/** Median, least and most of some figures. */
export function spread(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return { median: percentile(sorted, 50), min: sorted[0], max: sorted.at(-1), runs: sorted.length };
}

/** p50, p99 and most of many figures. */
export function percentiles(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    p50: percentile(sorted, 50),
    p99: percentile(sorted, 99),
    max: sorted.at(-1),
    runs: sorted.length,
  };
}

/**
 * Figures of two sides that were measured in pairs: the median of each, and of the ratios of the pairs (this to that)
 * the median and the quartiles.
 */
export function pairwise(these, those) {
  const ratios = these.map((figure, i) => figure / those[i]);
  return {
    this: quantile(these, 0.5),
    that: quantile(those, 0.5),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    pairs: ratios.length,
  };
}

/** Between two figures in proportion: few are measured in pairs. */
export function quantile(figures, part) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

function percentile(sorted, percent) {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}
