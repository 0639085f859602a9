// Runs the suite in a desktop VS Code.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { hasDisplay } from "../host/desktop.mjs";
import { start } from "../lib/process.mjs";
import { root } from "../lib/root.mjs";
import { temporaryFolder } from "../lib/temporary.mjs";

const SETTINGS = path.join(root, "scripts/host/settings.json");

export async function runInDesktop({ executable, extension, suite, workspace, onLine }) {
  const profile = temporaryFolder("vscode-");
  fs.mkdirSync(path.join(profile, "User"), { recursive: true });
  fs.copyFileSync(SETTINGS, path.join(profile, "User/settings.json"));
  const options = {
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [workspace, `--user-data-dir=${profile}`, "--disable-gpu"],
  };
  // runTests writes to the stdout of its process, so it gets a process of its own.
  const script = path.join(import.meta.dirname, "run-electron.mjs");
  const command = [process.execPath, script, JSON.stringify(options)];
  if (!hasDisplay()) command.unshift("xvfb-run", "-a");
  const child = start(command[0], command.slice(1), { ownGroup: true });
  for (const stream of [child.stdout, child.stderr])
    readline.createInterface({ input: stream }).on("line", onLine);
  return child.exited;
}
