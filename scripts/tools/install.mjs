// Installs the spec tools that tests compare with, from npm: pinned, without install scripts, away from the project's packages.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { capture } from "../lib/process.mjs";
import { root } from "../lib/root.mjs";

const here = import.meta.dirname;
const cache = path.resolve(process.env.SPEC_TOOLS_DIR ?? path.join(root, ".spec-tools"));

/** Two quick retries: whoever has no network should hear of it in seconds, not in a minute. */
const NPM = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--fetch-retry-mintimeout=2000",
  "--fetch-retry-maxtimeout=5000",
];

/**
 * The folder with the `node_modules` of a tool; installs it when it is not there. `name` is a folder beside this file
 * with a `package.json` and its lock file. Throws where the registry cannot be reached.
 */
export async function ensureTool(name) {
  const own = path.join(here, name);
  const lock = fs.readFileSync(path.join(own, "package-lock.json"));
  const key = createHash("sha256").update(lock).digest("hex").slice(0, 16);
  const dir = path.join(cache, `${name}-${key}`);
  if (fs.existsSync(dir)) return dir;
  fs.mkdirSync(cache, { recursive: true });
  const staging = fs.mkdtempSync(path.join(cache, `tmp-${process.pid}-`));
  try {
    for (const file of ["package.json", "package-lock.json"])
      fs.copyFileSync(path.join(own, file), path.join(staging, file));
    await capture("npm", ["ci", ...NPM], { cwd: staging }).catch((error) => {
      throw new Error(
        `The packages of ${name} cannot be had; is the npm registry reachable?\n${error.message}`,
      );
    });
    publish(staging, dir);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
  return dir;
}

/** A rename is all or nothing; another process may have been faster, then its result is as good. */
function publish(ready, dir) {
  try {
    fs.renameSync(ready, dir);
  } catch (error) {
    if (!fs.existsSync(dir)) throw error;
  }
}
