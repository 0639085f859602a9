/**
 * Files on disk, as git sees them. Symbolic links to folders are not followed: what they lead to within the folder is
 * listed at its own place, and what lies outside must not be read. So loops cannot occur. Those to a file within the
 * folder are listed, since documents link to them, but not read: its text is known from its own place.
 */
import { type Dirent, lstatSync, readdirSync, realpathSync } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { compileGlob, isConfiguration } from "../glossary/index.ts";
import type { Files, ReadFailure } from "./host.ts";
import { type IgnoreRules, isIgnored, rulesAbove, rulesIn } from "./ignored.ts";
import { readInside } from "./read.node.ts";
import { folded, insidePath, type Platform, platformOf, spelled } from "./uris.ts";

/** Folders that hold no documents of the project. */
const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".jj"]);

/** The files under `root`. `exclude` are patterns as in VS Code's `files.exclude`. */
export function diskFiles(
  root: string,
  exclude: readonly string[] = [],
  platform: Platform = platformOf(process.platform),
): Files {
  const isExcluded = matcherOf(exclude);
  const git = gitTexts(root);
  return {
    list: (at = [""]) => listFiles(root, isExcluded, placesIn(root, at, platform), git.textOf),
    unheeded: git.unread,
    read: async (path) => {
      const text = readInside(root, path);
      if (typeof text === "string") return text;
      return { path, ...text, ...(isLinkToFile(root, path) && { isLink: true }) };
    },
    // A file that was moved here keeps the time of its content, not that of its place.
    modified: (path) =>
      lstat(join(root, path)).then(
        ({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs),
        () => Number.NaN,
      ),
    stamp: async (path) => stampOf(join(root, path)),
    ...(platform !== "posix" && {
      spelling: {
        of: (path) => spelled(path, namesIn(root), platform),
        key: (path) => folded(path, platform),
      },
    }),
  };
}

/** The places inside of the folder among those that are named, each as the disk spells it. */
function placesIn(root: string, at: readonly string[], platform: Platform): readonly string[] {
  const inside = at.flatMap((path) => insidePath(path, platform) ?? []);
  if (platform === "posix") return inside;
  const names = namesIn(root);
  return [...new Set(inside.map((path) => (isNever(path) ? path : spelled(path, names, platform))))];
}

/** The names in a folder; each folder is looked into once. */
function namesIn(root: string): (folder: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (folder) => {
    const names = known.get(folder) ?? namesOf(join(root, folder));
    known.set(folder, names);
    return names;
  };
}

function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** How long after a change a second one might leave the same stamp, in milliseconds. */
const UNSETTLED = 2_000;

/** In this thread, for the reason that `readInside` gives. */
function stampOf(file: string): string | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  const { mtimeMs, ctimeMs, size, ino } = found;
  return Date.now() - Math.max(mtimeMs, ctimeMs) < UNSETTLED
    ? undefined
    : `${size}:${mtimeMs}:${ctimeMs}:${ino}`;
}

/** Whether a path is a symbolic link to a file within the folder. */
function isLinkToFile(root: string, path: string): boolean {
  try {
    const place = join(root, path);
    if (!lstatSync(place).isSymbolicLink()) return false;
    const target = realpathSync(place);
    return target.startsWith(realpathSync(root) + sep) && lstatSync(target).isFile();
  } catch {
    return false;
  }
}

/** Whether a path lies in a folder that holds no documents. */
function isNever(path: string): boolean {
  return path.split("/").some((segment) => NEVER.has(segment));
}

/** What one of the patterns matches. Patterns are the user's: one that makes no sense matches nothing. */
function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(compileGlob);
  return (path) => matchers.some((matches) => matches?.(path));
}

/** The rules for what is in a folder; `undefined` for a folder whose files do not count. */
type Inside = readonly IgnoreRules[] | undefined;

async function listFiles(
  root: string,
  isExcluded: (path: string) => boolean,
  at: readonly string[],
  textOf: TextOf,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const known = new Map<string, Promise<Inside>>();

  /** The rules in a folder, from those of the folders above it. */
  function inside(folder: string): Promise<Inside> {
    const rules = known.get(folder) ?? look(folder);
    known.set(folder, rules);
    return rules;
  }

  async function look(folder: string): Promise<Inside> {
    if (folder === "") return withOwn("", await outerRules(root, textOf));
    const above = await inside(parentOf(folder));
    if (!above || !counts(folder, true, above)) return undefined;
    const there = await lstat(join(root, folder)).catch(() => undefined);
    return there?.isDirectory() ? withOwn(folder, above) : undefined;
  }

  function withOwn(folder: string, above: readonly IgnoreRules[]): readonly IgnoreRules[] {
    const text = textOf(root, folder === "" ? ".gitignore" : `${folder}/.gitignore`);
    return text ? [...above, rulesIn(folder, text)] : above;
  }

  function counts(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
    // Whoever hides the dot files in the editor still wants it to count.
    if (!isFolder && isConfiguration(path)) return true;
    if (isFolder && NEVER.has(path.slice(path.lastIndexOf("/") + 1))) return false;
    return !isExcluded(path) && !isIgnored(rules, isFolder ? `${path}/` : path);
  }

  async function walk(folder: string, above: readonly IgnoreRules[], ownAreIn: boolean): Promise<void> {
    const entries = await readFolder(join(root, folder));
    const own = !ownAreIn && entries.some(({ name }) => name === ".gitignore");
    const rules = own ? withOwn(folder, above) : above;
    const folders: string[] = [];
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && counts(path, true, rules)) folders.push(path);
      const isFile = entry.isFile() || (entry.isSymbolicLink() && isLinkToFile(root, path));
      if (isFile && counts(path, false, rules)) found.add(path);
    }
    await Promise.all(folders.map((path) => walk(path, rules, false)));
  }

  async function listAt(path: string): Promise<void> {
    // Most of what happens in a repository happens in node_modules: nothing is asked of the disk for that.
    if (isNever(path)) return;
    const above = path === "" ? [] : await inside(parentOf(path));
    if (!above) return;
    const there = path === "" ? undefined : await lstat(join(root, path)).catch(() => undefined);
    if (there?.isFile() || (there?.isSymbolicLink() && isLinkToFile(root, path))) {
      if (counts(path, false, above)) found.add(path);
    } else if (path === "" || there?.isDirectory()) {
      const rules = await inside(path);
      if (rules) await walk(path, rules, true);
    }
  }

  await Promise.all(at.map(listAt));
  return [...found].sort();
}

/** The rules of the git repository that holds `root`, from folders above it and from `.git/info/exclude`. */
async function outerRules(root: string, textOf: TextOf): Promise<readonly IgnoreRules[]> {
  const above = [resolve(root)];
  let top = above[0] as string;
  while (!(await exists(join(top, ".git")))) {
    const next = dirname(top);
    if (next === top) return [];
    above.push(next);
    top = next;
  }
  const rules: IgnoreRules[] = [];
  const prefixFrom = (folder: string) => {
    const path = relative(folder, resolve(root)).split(sep).join("/");
    return path === "" ? "" : `${path}/`;
  };
  const excluded = textOf(gitFolder(top, textOf), "info/exclude");
  if (excluded) rules.push(rulesAbove(prefixFrom(top), excluded));
  for (const folder of above.slice(1).reverse()) {
    const text = textOf(folder, ".gitignore");
    if (text) rules.push(rulesAbove(prefixFrom(folder), text));
  }
  // Somebody who opens an ignored folder wants to see what is in it.
  return rules.filter((one) => one.prefix === "" || !isIgnored([one], ""));
}

/** The folder that holds git's data: in a worktree or submodule `.git` is a file that says where. */
function gitFolder(top: string, textOf: TextOf): string {
  const place = join(top, ".git");
  const link = /^gitdir: (.+)/m.exec(textOf(top, ".git"))?.[1]?.trim();
  if (link === undefined || isOnAnotherMachine(link)) return place;
  const own = resolve(top, link);
  const common = textOf(own, "commondir").trim();
  return common && !isOnAnotherMachine(common) ? resolve(own, common) : own;
}

/** Windows would log in to that machine, for whoever wrote the path. */
function isOnAnotherMachine(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Nobody writes more than that into one of git's files. */
const MOST_OF_GIT = 1;

/** What one of git's own files says, below a folder; "" where there is none that can be read. */
type TextOf = (folder: string, path: string) => string;

/** Reads git's own files, and keeps which of them could not be read until somebody asks, for each of them once. */
function gitTexts(root: string): { readonly textOf: TextOf; readonly unread: () => readonly ReadFailure[] } {
  const told = new Set<string>();
  let untold: ReadFailure[] = [];
  return {
    textOf(folder, path) {
      const text = readInside(folder, path, MOST_OF_GIT);
      if (typeof text === "string") return text;
      const place = relative(resolve(root), join(folder, path)).split(sep).join("/");
      // `.git` may be a link to a folder, which is looked into all the same.
      if (!text.gone && !text.isFolder && path !== ".git" && !told.has(place)) {
        told.add(place);
        untold.push({ ...text, path: place, reason: `${text.reason}; nothing is ignored by it` });
      }
      return "";
    },
    unread() {
      const now = untold;
      untold = [];
      return now;
    },
  };
}

async function readFolder(path: string): Promise<Dirent[]> {
  // No permission, or gone meanwhile.
  return readdir(path, { withFileTypes: true }).catch(() => []);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
