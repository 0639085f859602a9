// Bundles what is measured, as it ships: the server, the command line, and the engine for tasks.mjs.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";

export const BUNDLES = path.join(root, "out/bench");

export async function buildAll() {
  const args = ["esbuild.mjs", "--minify", "--outdir", "out/bench"];
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  await build({
    entryPoints: [path.join(root, "scripts/bench/engine.mjs")],
    outfile: path.join(BUNDLES, "engine.cjs"),
    bundle: true,
    minify: true,
    platform: "node",
    // As in esbuild.mjs: some libraries are bundled by name at run time in their main file.
    mainFields: ["module", "main"],
    target: "node20",
    format: "cjs",
    logLevel: "error",
  });
}
