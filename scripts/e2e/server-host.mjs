// Runs the suite in the Node extension host of the VS Code server; a headless browser is its window.
import { format } from "node:util";
import { openWindow } from "../host/window.mjs";

const TIMEOUT = 180_000;

export async function runInServer({ extension, suite, workspace, onLine }) {
  let settle;
  const finished = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  finished.catch(() => {});
  const timer = setTimeout(() => settle.reject(new Error(`no result after ${TIMEOUT / 1000} s`)), TIMEOUT);

  const window = await openWindow({
    folder: workspace,
    driver: true,
    payload: (server) => ({
      extensionDevelopmentPath: server.remote(extension),
      extensionTestsPath: server.remote(suite),
    }),
    async prepare(page) {
      // The workbench calls these: with 0 or 1 when run() has settled, and for all that the extension host logs.
      await page.exposeFunction("codeAutomationExit", (code) => settle.resolve(code));
      await page.exposeFunction("codeAutomationLog", (_level, args) => onLine(format(...args)));
      page.on("crash", () => settle.reject(new Error("the browser page crashed")));
    },
  });
  try {
    const code = await finished;
    await window.server.extensionHostExited();
    return code;
  } finally {
    clearTimeout(timer);
    await window.close();
  }
}
