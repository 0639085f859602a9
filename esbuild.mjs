// Bundles what ships: the client and the server for VS Code's Node extension host, and the command line.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";
import { NOTICES, noticesFor } from "./scripts/lib/notices.mjs";
import { withoutRuleTexts } from "./scripts/lib/ruleTexts.mjs";
import { viewPages } from "./scripts/lib/views.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const { watch, minify, outdir } = parseArgs({
  options: {
    watch: { type: "boolean", default: false },
    minify: { type: "boolean", default: false },
    outdir: { type: "string", default: "dist" },
  },
}).values;

const parser = "node_modules/@guanmingchiu/sqlparser-ts/wasm";

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  // jsonc-parser has a main file that cannot be bundled.
  mainFields: ["module", "main"],
  minify,
  sourcemap: minify ? false : "linked",
  legalComments: "none",
  // The words of many languages: escaped, each letter of them would take twice the room.
  charset: "utf8",
  logLevel: "warning",
  metafile: true,
  plugins: [withoutRuleTexts()],
  define: { "process.env.SPEC_GLOSSARY_VERSION": JSON.stringify(version) },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: ["client/entry.node.ts"],
    outfile: `${outdir}/client.cjs`,
    format: "cjs",
    external: ["vscode"],
    plugins: [viewPages({ minify })],
  },
  {
    ...shared,
    entryPoints: ["server/entry.node.ts"],
    outfile: `${outdir}/server.cjs`,
    format: "cjs",
    external: ["./sql.mjs"],
    // What lies beside the bundle is found by its address, which a module knows.
    banner: { js: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;' },
    define: { ...shared.define, "import.meta.url": "bundleAddress" },
  },
  {
    ...shared,
    entryPoints: ["server/entry.stemmers.ts"],
    outfile: `${outdir}/stemmers.cjs`,
    format: "cjs",
  },
  {
    ...shared,
    entryPoints: ["server/entry.sql.ts"],
    outfile: `${outdir}/sql.mjs`,
    format: "esm",
    // Its package does not show this file, and what it shows does not run in a browser worker.
    alias: { "sqlparser-glue": `./${parser}/sqlparser_rs_wasm.js` },
  },
  {
    ...shared,
    entryPoints: ["server/entry.cli.ts"],
    outfile: `${outdir}/cli.js`,
    format: "esm",
    // The bundle is a module, some libraries in it are not: they need a `require`.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);',
    },
    external: ["./server.cjs", "./sql.mjs"],
  },
];

mkdirSync(outdir, { recursive: true });
cpSync(`${parser}/sqlparser_rs_wasm_bg.wasm`, `${outdir}/sqlparser.wasm`);
cpSync(`${parser}/LICENSE`, `${outdir}/sqlparser.LICENSE.txt`);

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  const results = await Promise.all(bundles.map((options) => build(options)));
  writeFileSync(`${outdir}/${NOTICES}`, noticesFor(results.map(({ metafile }) => metafile)));
}
