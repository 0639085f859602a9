#!/usr/bin/env node
// Runs test/e2e/ui.mjs: the packaged extension (argument, default: what `npm run package` makes) as a user has it.
import fs from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { root } from "./lib/root.mjs";
import { packageFile } from "./lib/vsix.mjs";

process.env.VSIX ??= path.resolve(process.argv[2] ?? packageFile());
if (!fs.existsSync(process.env.VSIX)) {
  console.error(`There is no ${process.env.VSIX}: run "npm run package" first.`);
  process.exit(1);
}
const mocha = new Mocha({ ui: "tdd", timeout: 90_000, slow: 10_000, reporter: "spec" });
mocha.addFile(path.join(root, "test/e2e/ui.mjs"));
await mocha.loadFilesAsync();
let passed = 0;
const runner = mocha.run((failed) => {
  fs.mkdirSync(path.join(root, "out"), { recursive: true });
  fs.writeFileSync(path.join(root, "out/ui.json"), JSON.stringify({ passed, failed }, null, 2));
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
});
runner.on("pass", () => passed++);
