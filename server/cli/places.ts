/** The places that are named on the command line: what is to be read, reported, and kept. */
import { lstat, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, posix, resolve, win32 } from "node:path";
import { readInside } from "../read.node.ts";
import { makeFolder } from "../store.node.ts";
import { insidePath, type Platform, platformOf } from "../uris.ts";

const PLATFORM = platformOf(process.platform);

/** The folder to read, absolute, and the paths in it to report; no paths mean all. */
export async function rootOf(
  root: string | undefined,
  paths: readonly string[],
): Promise<{ root: string; only: readonly string[] }> {
  const [single] = paths;
  if (root === undefined && paths.length === 1 && single !== undefined && (await isFolder(single))) {
    return { root: resolve(single), only: [] };
  }
  const folder = resolve(root ?? ".");
  if (!(await isFolder(folder))) throw new Error(`“${root ?? "."}” is not a folder that can be read`);
  const only: string[] = [];
  for (const path of paths) {
    if (!(await exists(path))) throw new Error(`“${path}” does not exist`);
    const inside = pathFrom(folder, resolve(path), PLATFORM);
    if (inside === undefined)
      throw new Error(`“${path}” is outside the repository “${folder}”: name another one with --root`);
    only.push(inside);
  }
  return { root: folder, only };
}

/** The path of an absolute path in a folder, with `/`; `undefined` outside of it. */
export function pathFrom(folder: string, path: string, platform: Platform): string | undefined {
  const way = (platform === "win32" ? win32 : posix).relative(folder, path);
  return (platform === "win32" ? win32 : posix).isAbsolute(way) ? undefined : insidePath(way, platform);
}

/** What a repository is opened with besides its folder. */
export async function kept({ config, cache }: { readonly config?: string; readonly cache?: string }) {
  return { config: await configOf(config), cache: cacheOf(cache) };
}

function cacheOf(cache: string | undefined): string | undefined {
  if (cache === undefined) return undefined;
  try {
    makeFolder(resolve(cache));
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`nothing can be kept in “${cache}”: name another folder with --cache (${message})`);
  }
  return resolve(cache);
}

async function configOf(config: string | undefined): Promise<string | undefined> {
  if (config === undefined) return undefined;
  const found = await stat(config).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`“${config}” is no file that can be read`);
  return resolve(config);
}

/** The text of a file that the user has named: by way of links, if there are any. */
export async function readNamed(file: string): Promise<ReturnType<typeof readInside>> {
  const real = await realpath(file).catch(() => join(file));
  return readInside(dirname(real), basename(real));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A link that leads nowhere exists as well. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
