// Bundles what is measured, as it ships: the server, the command line, and the engine for tasks.mjs.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";

export const BUNDLES = path.join(root, "out/bench");

export async function buildAll() {
  const args = ["esbuild.mjs", "--minify", "--outdir", "out/bench"];
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  await bundle("scripts/bench/engine.mjs", "engine.cjs");
  await bundle("scripts/bench/engine.mjs", "engine-without-queries.cjs", [withoutQueries]);
  await bundle("server/entry.node.ts", "server-without-queries.cjs", [withoutQueries]);
}

function bundle(entry, name, plugins = []) {
  return build({
    entryPoints: [path.join(root, entry)],
    outfile: path.join(BUNDLES, name),
    plugins,
    bundle: true,
    minify: true,
    platform: "node",
    // As in esbuild.mjs: some libraries are bundled by name at run time in their main file.
    mainFields: ["module", "main"],
    target: "node20",
    format: "cjs",
    external: ["./sql.mjs"],
    logLevel: "error",
  });
}

/** Leaves out what queries and targets cost: their rules, and the tables and indexes that pages and files declare. */
const withoutQueries = {
  name: "without queries",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/]all\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const contents = source.replace(
        /import \{ (\w+) \} from "\.\/(?:query|target)\/.*/g,
        "const $1 = undefined;",
      );
      return { contents: contents.replace(/\];\s*$/, "].filter(Boolean);"), loader: "ts" };
    });
    onLoad({ filter: /[\\/]sql[\\/]declared\.ts$/ }, () => ({
      contents: `export const isSchemaFile = () => false;
        export const [schemaFileTexts, schemaTextsOn, tableIn, readDeclared] = Array(4).fill(() => []);`,
    }));
  },
};
