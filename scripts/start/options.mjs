// The arguments of `npm start`.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../lib/root.mjs";

export const USAGE = `npm start [-- folder] [--screenshot out.png] [--file path] [--hover "text"]
              [--command "title"] [--theme "name"]

  folder         what to open (default: samples/shop)
  --screenshot   take a picture of a hover, or of what a command shows, without a window, and exit
  --file         the document on the picture (default: the first increment's spec.md, else README.md)
  --hover        the text that is hovered (default: ADR)
  --command      a command to run before the picture, by its title, instead of hovering
  --theme        the colour theme of the picture`;

/** Something the caller can put right; exit code 2. */
export class Mistake extends Error {}

export function readOptions(args) {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new Mistake(`One folder, please, not ${positionals.length}.\n\n${USAGE}`);
  // npm runs scripts in the project's folder and says here where it was called.
  const base = (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
  const folder = positionals[0] ? path.resolve(base, positionals[0]) : path.join(root, "samples/shop");
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Mistake(`There is no folder ${folder}`);
  const file = values.file && path.resolve(folder, values.file);
  if (file && !fs.existsSync(file)) throw new Mistake(`There is no file ${file}`);
  return {
    help: values.help,
    folder: fs.realpathSync(folder),
    file: file && fs.realpathSync(file),
    hover: values.hover ?? "ADR",
    command: values.command,
    theme: values.theme,
    screenshot: values.screenshot && path.resolve(base, values.screenshot),
  };
}

function parse(args) {
  const text = { type: "string" };
  const help = { type: "boolean", short: "h" };
  const options = { screenshot: text, file: text, hover: text, command: text, theme: text, help };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Mistake(`${error.message}\n\n${USAGE}`);
  }
}
