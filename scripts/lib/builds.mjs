// Two builds beside each other: this working tree and a revision of git, both minified as they ship.
import fs from "node:fs";
import path from "node:path";
import { capture } from "./process.mjs";
import { root } from "./root.mjs";
import { temporaryFolder } from "./temporary.mjs";

/** What a build is made of; those that are compared in size are the same in all revisions. */
export const SIZED = ["server.cjs", "cli.js", "client.cjs"];

/**
 * Builds both: `{ name, commit, source, bundles }` of each, `source` being the checkout and `bundles` the folder with
 * what ships. Both bundles lie in folders of the same length: paths are part of what processes are given.
 */
export async function buildBoth(revision, log = console.error) {
  const folder = temporaryFolder("builds-");
  const commit = (await git("rev-parse", "--verify", `${revision}^{commit}`)).trim();
  const dirty = (await git("status", "--porcelain", "--untracked-files=no")).trim() !== "";
  const head = (await git("rev-parse", "HEAD")).trim();
  log(`… building ${revision} (${commit.slice(0, 9)})`);
  const source = await checkout(commit, path.join(folder, "source"), log);
  const that = { name: revision, commit, source, bundles: await bundle(source, path.join(folder, "that")) };
  log(`… building this working tree (${head.slice(0, 9)}${dirty ? " and changes" : ""})`);
  const name = dirty ? "this working tree" : head.slice(0, 9);
  const own = {
    name,
    commit: head,
    dirty,
    source: root,
    bundles: await bundle(root, path.join(folder, "this")),
  };
  return [own, that];
}

/** Sizes of the bundles, in bytes. */
export function sizesOf({ bundles }) {
  return Object.fromEntries(SIZED.map((name) => [name, fs.statSync(path.join(bundles, name)).size]));
}

/** The files of a commit, with what they need to be built. */
async function checkout(commit, folder, log) {
  fs.mkdirSync(folder);
  const archive = `${folder}.tar`;
  await git("archive", "--format=tar", `--output=${archive}`, commit);
  await capture("tar", ["-xf", path.basename(archive), "-C", path.basename(folder)], {
    cwd: path.dirname(folder),
  });
  fs.rmSync(archive);
  const lock = (place) => fs.readFileSync(path.join(place, "package-lock.json"), "utf8");
  if (lock(folder) === lock(root)) {
    const modules = fs.realpathSync(path.join(root, "node_modules"));
    fs.symlinkSync(modules, path.join(folder, "node_modules"), "junction");
  } else {
    log("… installing the npm packages of its lock file");
    await capture("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  }
  return folder;
}

async function bundle(source, outdir) {
  await capture(process.execPath, ["esbuild.mjs", "--minify", "--outdir", outdir], { cwd: source });
  return outdir;
}

function git(...args) {
  return capture("git", args, { cwd: root });
}
