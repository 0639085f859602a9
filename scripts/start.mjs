#!/usr/bin/env node
import { ensureDependencies } from "./lib/dependencies.mjs";
// npm start: a real VS Code on a folder, with the extension of this checkout in it.
import { capture } from "./lib/process.mjs";
import { root } from "./lib/root.mjs";
import { openDesktop } from "./start/desktop.mjs";
import { Mistake, readOptions, USAGE } from "./start/options.mjs";

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    process.exit(0);
  }
  await ensureDependencies();
  await capture(process.execPath, ["esbuild.mjs"], { cwd: root });
  if (options.screenshot) {
    const { takeScreenshot } = await import("./start/screenshot.mjs");
    await takeScreenshot(options);
  } else if (!(await openDesktop(options.folder))) {
    const { serveInBrowser } = await import("./start/browser.mjs");
    await serveInBrowser(options.folder);
  }
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(error instanceof Mistake ? 2 : 1);
}
