// Installs the project's npm packages where they are missing or not those of the lock file.
import fs from "node:fs";
import path from "node:path";
import { capture } from "./process.mjs";
import { stopwatch } from "./report.mjs";
import { root } from "./root.mjs";

export async function ensureDependencies(log = console.log) {
  if (installed()) return;
  const lap = stopwatch(log);
  lap("installing npm packages");
  // No package needs its install script here; some of them would download what cannot be had offline.
  await capture("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
  lap("npm packages installed");
}

function installed() {
  const wanted = read("package-lock.json");
  const present = read("node_modules/.package-lock.json");
  if (!present) return false;
  return Object.entries(wanted).every(([location, pkg]) => {
    if (location === "" || pkg.link) return true;
    const other = present[location];
    return other ? other.version === pkg.version && other.integrity === pkg.integrity : pkg.optional;
  });
}

function read(file) {
  const location = path.join(root, file);
  return fs.existsSync(location) ? JSON.parse(fs.readFileSync(location, "utf8")).packages : undefined;
}
