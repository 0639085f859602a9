/** Files by which tools know where a repository keeps its records; what they say of it is the same for all its pages. */
import { basename, dirname, join } from "../../text/paths.ts";

export interface AdrTool {
  readonly tool: "adr-tools" | "adr" | "log4brains";
  /** The folders of records. */
  readonly folders: readonly string[];
  /** The names of the packages of Log4brains, by their folders: the slug of a record begins with it. */
  readonly packages?: Readonly<Record<string, string>>;
  /** How wide numbers are, and what stands before them, as npm adr writes them. */
  readonly digits?: number;
  readonly prefix?: string;
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
  const start = text.slice(0, MOST.text);
  const inside = (one: string): string | undefined =>
    (one.startsWith("/") ? undefined : join(dirname(path), one.replace(/\\/g, "/")))?.replace(
      /(?<!\/)\/+$/,
      "",
    );
  const folders = NAMED[tool](start)
    .slice(0, MOST.folders)
    .flatMap((one) => inside(one) || []);
  if (tool === "adr") {
    const digits = Number(/"digits"\s{0,20}:\s{0,20}([1-8])\b/.exec(start)?.[1] ?? 4);
    return {
      tool,
      folders,
      digits,
      prefix: /"prefix"\s{0,20}:\s{0,20}"([\w-]{0,20})"/.exec(start)?.[1] ?? "",
    };
  }
  if (tool !== "log4brains") return { tool, folders };
  const packages: Record<string, string> = {};
  for (const [, name = "", folder = ""] of start.matchAll(PACKAGE)) {
    const at = inside(folder.trim());
    if (at) packages[at] = name.trim();
  }
  return { tool, folders, packages };
}

/** A package of Log4brains: its name, and on one of the next lines its folder of records. */
const PACKAGE =
  /^[ \t]*-[ \t]+name:[ \t]*["']?([^"'#\r\n]{1,100})[^\n]{0,100}\n(?:(?![ \t]*-)[^\n]{0,300}\n){0,5}?[ \t]+adrFolder:[ \t]*["']?([^"'#\r\n]{1,300})/gm;

const NAMED: Readonly<Record<AdrTool["tool"], (text: string) => readonly string[]>> = {
  "adr-tools": (text) => [text.trim().split(/\r?\n/)[0] ?? ""],
  adr: (text) => [/"path"\s{0,20}:\s{0,20}"([^"\\\n]{1,300})"/.exec(text)?.[1] ?? ""],
  log4brains: (text) =>
    [...text.matchAll(/^[ \t-]*adrFolder:[ \t]*["']?([^"'#\r\n]{1,300})/gm)].map(([, folder]) =>
      (folder as string).trim(),
    ),
};
