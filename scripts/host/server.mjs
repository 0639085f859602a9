// Starts and stops the VS Code server of the npm-only host.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { capture, kill, start } from "../lib/process.mjs";
import { temporaryFolder } from "../lib/temporary.mjs";
import { ensureHost } from "./install.mjs";

const SETTINGS = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "settings.json"), "utf8"));

/**
 * A server on a free port with an empty profile of its own, with an extension from its package (`vsix`) or from
 * its source folder (`extension`). `settings` are the user's. `driver` lets a page run an extension's tests; then VS Code shows no
 * notification toasts. Without `keepAlive` a server that no window is connected to ends by itself.
 */
export async function startServer({ vsix, extension, driver, keepAlive, settings, log = console.log } = {}) {
  const host = await ensureHost(log);
  const profile = temporaryFolder("vscode-");
  // The workbench in the browser takes its user settings from the server's data folder.
  const user = path.join(profile, "data/User");
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const serverMain = path.join(host.vscode, "out/server-main.js");
  const common = [serverMain, "--accept-server-license-terms", `--server-data-dir=${profile}`];
  if (vsix) await installExtension(host.node, common, vsix);
  if (extension) linkExtension(profile, extension);

  const token = randomUUID();
  const args = [
    ...common,
    "--host=127.0.0.1",
    "--port=0",
    `--connection-token=${token}`, // or any page in the user's browser could talk to the server
    "--telemetry-level=off",
    "--disable-workspace-trust",
    "--disable-update-check",
    "--disable-getting-started-override",
    ...(driver ? ["--enable-smoke-test-driver"] : []),
    ...(keepAlive ? [] : ["--enable-remote-auto-shutdown"]),
  ];
  const env = { ...process.env, XDG_RUNTIME_DIR: profile, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  const child = start(host.node, args, { env, ownGroup: true });
  const output = collect(child);
  const port = await output.until(
    /Extension host agent listening on (\d+)/,
    30_000,
    "the VS Code server did not start",
  );
  const authority = `127.0.0.1:${port}`;

  return {
    /** The address of the workbench; `payload` are VS Code's own start-up options. */
    url(folder, payload = {}) {
      const query = new URLSearchParams({ tkn: token, folder });
      const options = { skipWelcome: "true", skipReleaseNotes: "true", ...payload };
      query.set("payload", JSON.stringify(Object.entries(options)));
      return `http://${authority}/?${query}`;
    },
    remote: (file) => `vscode-remote://${authority}${file}`,
    /** Its exit code says nothing about tests, but then all its output has arrived. */
    extensionHostExited: () => output.until(/Extension Host Process exited with code/, 8_000).catch(() => {}),
    exited: child.exited,
    async stop() {
      kill(child, "SIGTERM");
      const timer = setTimeout(() => kill(child, "SIGKILL"), 3_000);
      await child.exited;
      clearTimeout(timer);
      kill(child, "SIGKILL"); // descendants that outlived the server
    },
  };
}

/** What a user does with a downloaded extension. */
async function installExtension(node, common, vsix) {
  const output = await capture(node, [...common, "--install-extension", vsix, "--force"]);
  if (!/successfully installed/.test(output)) throw new Error(`The extension was not installed:\n${output}`);
}

/** An extension under development as if it were installed, so that a reloaded window has its last build. */
function linkExtension(profile, folder) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  fs.mkdirSync(path.join(profile, "extensions"));
  fs.symlinkSync(folder, path.join(profile, "extensions", `${publisher}.${name}-${version}`));
}

function collect(child) {
  let text = "";
  const waiting = new Set();
  const add = (data) => {
    text += data;
    for (const check of waiting) check();
  };
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  return {
    until(pattern, timeout, complaint) {
      return new Promise((resolve, reject) => {
        const fail = () => done(() => reject(new Error(`${complaint}\n${text.slice(-3000)}`)));
        const timer = setTimeout(fail, timeout);
        const done = (settle) => {
          clearTimeout(timer);
          waiting.delete(check);
          settle();
        };
        const check = () => {
          const found = pattern.exec(text);
          if (found) done(() => resolve(found[1]));
        };
        waiting.add(check);
        child.exited.then(fail, fail);
        check();
      });
    },
  };
}
