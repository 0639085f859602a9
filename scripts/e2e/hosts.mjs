// The two places where the suite can run.
import { downloadDesktop, hasDisplay } from "../host/desktop.mjs";
import { findOnPath } from "../lib/process.mjs";
import { runInDesktop } from "./desktop-host.mjs";
import { runInServer } from "./server-host.mjs";

const server = { name: "the VS Code server from npm packages", run: runInServer };

export async function chooseHost(wanted = process.env.VSCODE_TEST_HOST) {
  if (wanted === "server") return server;
  if (wanted && wanted !== "electron")
    throw new Error(`VSCODE_TEST_HOST is electron or server, not "${wanted}".`);
  try {
    return await desktop();
  } catch (error) {
    if (wanted)
      throw new Error(`VSCODE_TEST_HOST=electron, but there is no desktop VS Code: ${error.message}`);
    console.log(`no desktop VS Code (${error.message})`);
    return server;
  }
}

async function desktop() {
  if (!hasDisplay() && !findOnPath("xvfb-run")) throw new Error("neither a display nor xvfb-run");
  const executable = await downloadDesktop();
  return {
    name: `desktop VS Code (${executable})`,
    run: (options) => runInDesktop({ executable, ...options }),
  };
}
