// Opens the desktop VS Code: the installed one, else one that can be downloaded.
import path from "node:path";
import { downloadDesktop, hasDisplay } from "../host/desktop.mjs";
import { findOnPath, runInTerminal } from "../lib/process.mjs";
import { root } from "../lib/root.mjs";
import { temporaryFolder } from "../lib/temporary.mjs";

/** False where there is no screen or no VS Code for it. */
export async function openDesktop(folder) {
  if (!hasDisplay()) return false;
  return (await openInstalled(folder)) || (await openDownloaded(folder));
}

async function openInstalled(folder) {
  const code = findOnPath("code");
  if (!code) return false;
  console.log(`Opening ${folder} in VS Code (${code}).`);
  const profile = isRoot() ? path.join(root, ".vscode-test/root-profile") : undefined; // VS Code insists
  return (await runInTerminal(code, desktopArguments(folder, profile))) === 0;
}

async function openDownloaded(folder) {
  const executable = await downloadDesktop().catch((error) => {
    console.log(`No desktop VS Code (${error.message}); using one from npm packages.`);
  });
  if (!executable) return false;
  console.log(`Opening ${folder} in ${executable}. Close the window or press Ctrl+C to stop.`);
  const args = [...desktopArguments(folder, temporaryFolder("vscode-")), "--wait"];
  return (await runInTerminal(executable, args, { ownGroup: true })) === 0;
}

function desktopArguments(folder, profile) {
  return [
    "--new-window",
    `--extensionDevelopmentPath=${root}`,
    ...(profile ? [`--user-data-dir=${profile}`] : []),
    ...(isRoot() ? ["--no-sandbox"] : []),
    folder,
  ];
}

function isRoot() {
  return process.getuid?.() === 0;
}
