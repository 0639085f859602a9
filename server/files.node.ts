/**
 * Files on disk. Symbolic links are not followed: what they lead to within the folder is listed at its own
 * place, and what lies outside must not be read. So loops cannot occur.
 */
import { opendir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { Files, ReadFailure } from "./host.ts";

/** Larger files are not documents that anybody writes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Folders that hold no documents of the project. */
const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".jj"]);

/** The files under `root`. `exclude` are glob patterns in the syntax of .gitignore. */
export function diskFiles(root: string, exclude: readonly string[] = []): Files {
  return {
    list: () => listFiles(root, exclude),
    read: (path) => readText(root, path),
  };
}

interface Folder {
  /** Relative to the root, "" for the root itself. */
  readonly path: string;
  readonly ignored: readonly { readonly base: string; readonly rules: Ignore }[];
}

async function listFiles(root: string, exclude: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const excluded = ignore().add([...exclude]);
  const open: Folder[] = [{ path: "", ignored: [{ base: "", rules: excluded }] }];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const { path } = folder;
    const entries = await readFolder(join(root, path));
    const ownRules = entries.some(({ name }) => name === ".gitignore")
      ? await readText(root, inside(path, ".gitignore"))
      : "";
    const ignored =
      typeof ownRules === "string" && ownRules
        ? [...folder.ignored, { base: path, rules: ignore().add(ownRules) }]
        : folder.ignored;
    for (const entry of entries) {
      const at = inside(path, entry.name);
      if (entry.isDirectory() && !NEVER.has(entry.name) && !isIgnored(ignored, `${at}/`))
        open.push({ path: at, ignored });
      if (entry.isFile() && !isIgnored(ignored, at)) found.push(at);
    }
  }
  return found.sort();
}

async function readFolder(path: string) {
  try {
    const entries = [];
    for await (const entry of await opendir(path)) entries.push(entry);
    return entries;
  } catch {
    // No permission, or gone meanwhile.
    return [];
  }
}

function isIgnored(ignored: Folder["ignored"], path: string): boolean {
  let result = false;
  for (const { base, rules } of ignored) {
    const test = rules.test(base === "" ? path : path.slice(base.length + 1));
    if (test.ignored) result = true;
    if (test.unignored) result = false;
  }
  return result;
}

function inside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

async function readText(root: string, path: string): Promise<string | ReadFailure> {
  const full = join(root, path);
  if (relative(root, full).startsWith("..")) return { path, reason: "it is outside the workspace folder" };
  try {
    const bytes = await readFile(full);
    if (bytes.length > MOST_BYTES)
      return { path, reason: `it is larger than ${MOST_BYTES / 1024 / 1024} MB` };
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return { path, reason: "it is not UTF-8 text" };
    return { path, reason: code === "EACCES" ? "permission denied" : message };
  }
}
