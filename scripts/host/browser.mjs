// A Chromium for the workbench: an installed one, else Debian's headless shell.
import fs from "node:fs";
import { capture, findOnPath } from "../lib/process.mjs";
import { stopwatch } from "../lib/report.mjs";

const PACKAGE = "chromium-headless-shell";
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const FLAGS = [
  "--no-sandbox", // does not start as root otherwise; it only shows pages of this machine
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export async function launchBrowser(log = console.log) {
  const executablePath = findBrowser() ?? (await installBrowser(log));
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: FLAGS });
}

function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !fs.existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  return chosen || MAC.find((file) => fs.existsSync(file)) || NAMES.map(findOnPath).find(Boolean);
}

async function installBrowser(log) {
  const asRoot = findOnPath("apt-get") && (await privilege());
  if (!asRoot) throw new Error(`No Chromium found. ${advice()}`);
  const lap = stopwatch(log);
  lap(`no Chromium found: installing Debian's ${PACKAGE} (about 65 MB, once)`);
  const apt = (...args) =>
    capture(asRoot[0] ?? "apt-get", [...asRoot.slice(1), ...(asRoot.length ? ["apt-get"] : []), ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  const attempt = async () => {
    await apt("update");
    await apt("install", "-y", "--no-install-recommends", PACKAGE);
  };
  try {
    await attempt().catch((error) => {
      lap(`apt-get failed, trying once more: ${error.message.split("\n").at(-2) ?? error.message}`);
      return attempt();
    });
  } catch (error) {
    throw new Error(`${error.message}\nNo Chromium could be installed. ${advice()}`);
  }
  lap(`${PACKAGE} installed`);
  return findOnPath(PACKAGE);
}

/** The command that makes root of what follows it: `[]` for root, undefined where it would ask for a password. */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  if (!findOnPath("sudo")) return undefined;
  return capture("sudo", ["-n", "true"]).then(
    () => ["sudo", "-n"],
    () => undefined,
  );
}

function advice() {
  return (
    "Install Chromium or Chrome, or set CHROMIUM_PATH to one. " +
    `On Debian: apt-get install --no-install-recommends ${PACKAGE}`
  );
}
