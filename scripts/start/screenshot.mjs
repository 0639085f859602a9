// Takes a picture of a hover, or of what a command shows, in a real VS Code.
import fs from "node:fs";
import path from "node:path";
import { openWindow } from "../host/window.mjs";
import { stopwatch } from "../lib/report.mjs";
import { root } from "../lib/root.mjs";
import { defaultDocument, occurrences } from "./document.mjs";

const ATTEMPTS = 8;
const INDEXING = 120_000; // a large repository on a small machine

/** More than what VS Code itself shows on any link, or while it waits for the extension. */
const CONTENT = /^(?!(?:\s*(?:Loading\.\.\.|Follow\slink\s\([^)]*\)))*\s*$)/;

export async function takeScreenshot({ folder, file, hover, screenshot, command, theme }) {
  const document = file ?? defaultDocument(folder, hover);
  if (!document)
    throw new Error(`${folder} has neither a specification nor a README.md: choose a document with --file.`);
  const name = path.relative(folder, document);
  const places = occurrences(fs.readFileSync(document, "utf8"), hover).slice(0, ATTEMPTS);
  if (places.length === 0 && !command)
    throw new Error(`"${hover}" does not occur in ${name}: choose a text with --hover.`);

  const lap = stopwatch();
  const [place = { line: 1, column: 1 }] = places;
  const target = { openFile: `${document}:${place.line}:${place.column}`, gotoLineMode: "true" };
  const window = await openWindow({
    folder,
    extension: root,
    settings: theme ? { "workbench.colorTheme": theme } : {},
    payload: (server) => ({ ...target, openFile: server.remote(target.openFile) }),
  });
  try {
    await window.workbench.ready();
    lap(`VS Code is ready with ${name}`);
    const status = await window.workbench.languageStatus(/\d+ terms?|No terms yet/, INDEXING);
    lap(`Spec Glossary is ready: ${status}`);
    if (command) {
      await window.workbench.command(command);
      await window.workbench.settled();
      lap(`ran ${command}`);
    } else await hoverAny(window.workbench, { hover, name, places, lap });
    fs.mkdirSync(path.dirname(screenshot), { recursive: true });
    await window.page.screenshot({ path: screenshot });
    lap(`saved ${screenshot}`);
  } finally {
    await window.close();
  }
}

async function hoverAny(workbench, { hover, name, places, lap }) {
  const place = await hoverFirst(workbench, places);
  if (!place)
    throw new Error(`No hover appeared on "${hover}" in ${name}, tried ${places.map(position).join(", ")}.`);
  lap(`hover on "${hover}" at ${name}:${position(place)}: ${place.shown.trim().split("\n")[0]}`);
}

/** The first place that has a hover; not every occurrence is prose that has one. */
async function hoverFirst(workbench, places) {
  for (const place of places) {
    await workbench.goto(place.line, place.column);
    const shown = await workbench.hoverAtCursor(CONTENT, 4_000).catch(() => undefined);
    if (shown) return { ...place, shown };
  }
}

const position = ({ line, column }) => `${line}:${column}`;
