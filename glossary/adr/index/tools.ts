/** Files by which tools know where a repository keeps its records; what they say of it is the same for all its pages. */
import { basename, dirname, join } from "../../text/paths.ts";

export interface AdrTool {
  readonly tool: "adr-tools" | "adr" | "log4brains";
  /** The folders of records. */
  readonly folders: readonly string[];
}

const NAMES: ReadonlyMap<string, AdrTool["tool"]> = new Map([
  // npryce/adr-tools 3.0.0: the name of the folder, and nothing else.
  [".adr-dir", "adr-tools"],
  // npm adr 1.5.2: JSON with `path`.
  [".adr.json", "adr"],
  // log4brains 1.1.0: YAML with `adrFolder`, of the project and of each of its packages.
  [".log4brains.yml", "log4brains"],
  [".log4brains.yaml", "log4brains"],
]);

export const TOOL_GLOBS = ["**/.adr-dir", "**/.adr.json", "**/.log4brains.{yml,yaml}"];

export function isToolFile(path: string): boolean {
  return NAMES.has(basename(path));
}

/** More of such a file is not looked at, and more folders are not named in one. */
const MOST = { text: 65_536, folders: 200 };

/** Reads such a file; folders outside of the workspace folder are left out. */
export function readTool(path: string, text: string): AdrTool {
  const tool = NAMES.get(basename(path)) ?? "adr-tools";
  const named = NAMED[tool](text.slice(0, MOST.text)).slice(0, MOST.folders);
  const folders = named.flatMap((one) => {
    const folder = one.startsWith("/") ? undefined : join(dirname(path), one.replace(/\\/g, "/"));
    return folder === undefined || folder === "" ? [] : [folder.replace(/(?<!\/)\/+$/, "")];
  });
  return { tool, folders };
}

const NAMED: Readonly<Record<AdrTool["tool"], (text: string) => readonly string[]>> = {
  "adr-tools": (text) => [text.trim().split(/\r?\n/)[0] ?? ""],
  adr: (text) => [/"path"\s{0,20}:\s{0,20}"([^"\\\n]{1,300})"/.exec(text)?.[1] ?? ""],
  log4brains: (text) =>
    [...text.matchAll(/^[ \t-]*adrFolder:[ \t]*["']?([^"'#\r\n]{1,300})/gm)].map(([, folder]) =>
      (folder as string).trim(),
    ),
};
