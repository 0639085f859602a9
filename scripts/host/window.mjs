// A workbench in a headless browser.
import { launchBrowser } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { Workbench } from "./workbench.mjs";

/** Opens `folder` in a VS Code of its own. `options` choose the server; `payload` are VS Code's start-up options. */
export async function openWindow({ folder, payload, prepare, ...options }) {
  const server = await startServer(options);
  const browser = await launchBrowser(options.log);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(15_000);
  await prepare?.(page);
  await page.goto(server.url(folder, payload?.(server)));
  return {
    page,
    workbench: new Workbench(page),
    server,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
