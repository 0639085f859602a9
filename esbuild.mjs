// Bundles what ships: the client and the server for VS Code's Node extension host, and the command line.
import { build, context } from "esbuild";

const watch = process.argv.includes("--watch");
const minify = process.argv.includes("--minify");

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  minify,
  sourcemap: minify ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
  logOverride: { "require-resolve-not-external": "silent" },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...shared, entryPoints: ["client/entry.node.ts"], outfile: "dist/client.cjs", format: "cjs", external: ["vscode"] },
  { ...shared, entryPoints: ["server/entry.node.ts"], outfile: "dist/server.cjs", format: "cjs" },
  {
    ...shared,
    entryPoints: ["server/entry.cli.ts"],
    outfile: "dist/cli.js",
    format: "esm",
    banner: { js: "#!/usr/bin/env node" },
    external: ["./server.cjs"],
  },
];

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
