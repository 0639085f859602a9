#!/usr/bin/env node
// Runs test/e2e inside VS Code's extension host and says in which VS Code.
//   VSCODE_TEST_HOST=electron   a desktop VS Code (VSCODE_PATH, else downloaded: VSCODE_VERSION)
//   VSCODE_TEST_HOST=server     the VS Code server from npm packages with a headless Chromium
// Without it: the desktop where it can be had, else the server.
import path from "node:path";
import { build } from "esbuild";
import { chooseHost } from "./e2e/hosts.mjs";
import { SuiteReport } from "./e2e/suite-report.mjs";
import { root } from "./lib/root.mjs";
import { sampleWorkspace } from "./lib/temporary.mjs";

const suite = path.join(root, "out/e2e/index.cjs");

try {
  await build({
    entryPoints: [path.join(root, "test/e2e/index.ts")],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
  });
  const host = await chooseHost();
  console.log(`in ${host.name}`);
  const report = new SuiteReport();
  const exitCode = await host.run({
    extension: root,
    suite,
    workspace: sampleWorkspace(),
    onLine: (line) => report.add(line),
  });
  process.exit(report.finish(exitCode, path.join(root, "out/e2e.json")) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
