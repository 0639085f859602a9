// Bundles what is measured, as it ships: the server, the command line, and the engine for tasks.mjs.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";

export const BUNDLES = path.join(root, "out/bench");

/** What is left out of the bundles of these names, by folders of rules. */
const LESS = {
  "without-queries": ["query"],
  "without-queries-and-targets": ["query", "target"],
};

export async function buildAll() {
  const args = ["esbuild.mjs", "--minify", "--outdir", "out/bench"];
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  await bundle("scripts/bench/engine.mjs", "engine.cjs");
  for (const [name, areas] of Object.entries(LESS)) {
    await bundle("scripts/bench/engine.mjs", `engine-${name}.cjs`, [without(areas)]);
    await bundle("server/entry.node.ts", `server-${name}.cjs`, [without(areas)]);
  }
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

/** Leaves out some folders of rules, and the tables and indexes that pages and files declare for queries. */
const without = (areas) => ({
  name: `without ${areas.join(" and ")} rules`,
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]glossary[\\/]rules\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const imports = new RegExp(`import \\{ (\\w+) \\} from "\\./(?:${areas.join("|")})/rules/.*`, "g");
      const contents = source.replace(imports, "const $1 = undefined;");
      return { contents: contents.replace(/\];\s*$/, "].filter(Boolean);"), loader: "ts" };
    });
    onLoad({ filter: /[\\/]query[\\/]model[\\/]declared\.ts$/ }, () => ({
      contents: `export const isSchemaFile = () => false;
        export const [schemaFileTexts, schemaTextsOn, tableIn, readDeclared] = Array(4).fill(() => []);`,
    }));
  },
});
