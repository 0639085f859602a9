// A desktop VS Code that @vscode/test-electron downloads.
import path from "node:path";
import { root } from "../lib/root.mjs";

export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The executable: the one VSCODE_PATH names, else a downloaded one (VSCODE_VERSION, default stable). */
export async function downloadDesktop() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  return downloadAndUnzipVSCode({
    version: process.env.VSCODE_VERSION ?? "stable",
    cachePath: path.join(root, ".vscode-test"),
    timeout: 10_000, // of silence, so that a machine without a network is not kept waiting
    reporter: new SilentReporter(),
  });
}
