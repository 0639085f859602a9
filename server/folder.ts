/** One workspace folder: its engine and its files. */
import { AnalysisHost, isIndexed } from "../glossary/index.ts";
import { type Files, NO_FILES, type PageStore, type ReadFailure } from "./host.ts";
import { load, readFiles } from "./loader.ts";
import type { StatusParams } from "./protocol.ts";
import { normalUri, type Platform, pathIn, uriOf } from "./uris.ts";

export interface Folder {
  readonly root: string;
  readonly host: AnalysisHost;
  files: Files;
  /** Where its pages are kept until the next time. */
  readonly store: PageStore | undefined;
  /** The patterns with which it is read, as JSON; `undefined` until that begins. */
  exclude: string | undefined;
  reading: Promise<void> | undefined;
  /** Files whose text is that of an open document. */
  readonly open: Set<string>;
  /** Files that were looked at again while all were being read. */
  readonly fresh: Set<string>;
  /** How many files have been read, and how many there are. */
  read: number;
  of: number;
  complete: boolean;
  removed: boolean;
  /** When the files were last compared with the engine. */
  looked: number;
}

/** How coarsely disks keep time, in milliseconds. */
const CLOCK = 2_000;

/** What a folder has to tell. */
export interface FolderEvents {
  progress(): void;
  warn(message: string): void;
}

/** A folder of which nothing is known yet; `root` is its normal URI. */
export function newFolder(root: string, store?: PageStore): Folder {
  return {
    root,
    host: new AnalysisHost(),
    files: NO_FILES,
    store,
    exclude: undefined,
    reading: undefined,
    open: new Set(),
    fresh: new Set(),
    read: 0,
    of: 0,
    complete: false,
    removed: false,
    looked: 0,
  };
}

/** How far several folders are. */
export function statusOf(folders: readonly Folder[]): StatusParams {
  const complete = folders.every((folder) => folder.complete);
  const sum = (pick: (folder: Folder) => number) => folders.reduce((all, folder) => all + pick(folder), 0);
  return {
    read: sum(({ read }) => read),
    of: sum(({ of }) => of),
    // Counting builds the indexes over all pages: not worth it while they are being read.
    terms: complete ? sum(({ host }) => host.snapshot().glossary.terms.size) : 0,
    adrs: complete ? sum(({ host }) => host.snapshot().adrs.records.size) : 0,
    increments: complete ? sum(({ host }) => host.snapshot().increments.units.size) : 0,
    complete,
  };
}

/** What is in a folder, by its path there. */
export interface Held {
  readonly folder: Folder;
  readonly path: string;
}

/** A folder for one document that is in no workspace folder, and its path there. Nothing is read from the disk for it. */
export function looseFolder(uri: string, platform: Platform): Held {
  const normal = normalUri(uri, platform);
  const slash = normal.lastIndexOf("/");
  const root = slash < 0 ? normal : normal.slice(0, slash);
  return { folder: newFolder(root), path: pathIn(root, normal, platform) || normal };
}

/** Between URIs and the paths of a workspace folder. */
export interface Way {
  uriOf(path: string): string;
  /** The path of a URI, as the disk spells it, "" for the folder itself; `undefined` outside of it. */
  pathOf(uri: string): string | undefined;
}

/** The way into a folder, in which the open document `own` keeps the URI that its editor has for it. */
export function wayInto(
  { root, files }: Folder,
  platform: Platform,
  own?: { readonly uri: string; readonly path: string },
): Way {
  return {
    uriOf: (path) => (path === own?.path ? own.uri : uriOf(root, path, platform)),
    pathOf: (uri) => {
      const path = pathIn(root, uri, platform);
      return path === undefined ? undefined : (files.spelling?.of(path) ?? path);
    },
  };
}

/**
 * Reads all files; those that are known are read again only if they have changed since. Ends early when the
 * folder is removed, or given other files.
 */
export async function readFolder(folder: Folder, events: FolderEvents): Promise<void> {
  const { files, host, complete, store } = folder;
  const stopped = () => folder.removed || folder.files !== files;
  const started = Date.now();
  const since = complete ? folder.looked - CLOCK : undefined;
  try {
    const {
      files: count,
      failures,
      unheeded,
    } = await load(host, files, {
      ...(since !== undefined && { since }),
      ...(store && !complete && { store }),
      skip: (path) => folder.open.has(path) || folder.fresh.has(path),
      stopped,
      progress: (read, of) => {
        if (complete) return;
        folder.read = read;
        folder.of = of;
        events.progress();
      },
    });
    if (stopped()) return;
    folder.read = folder.of = count;
    warnOf([...unheeded, ...failures], events);
    await readStale(folder, events);
  } catch (error) {
    events.warn(`${folder.root} could not be read: ${(error as Error).stack ?? error}`);
  }
  folder.fresh.clear();
  folder.looked = started;
  folder.complete = true;
}

/** Reads the files again that the engine would now read otherwise, because its configuration has changed. */
export async function readStale(folder: Folder, events: FolderEvents): Promise<void> {
  const { files, host, open } = folder;
  const stopped = () => folder.removed || folder.files !== files;
  const skip = (path: string) => open.has(path);
  if (host.stale.size > 0) warnOf(await readFiles(host, files, [...host.stale], { skip, stopped }), events);
}

/** Looks again at what is at these paths and below them. */
export async function lookAgain(
  folder: Folder,
  paths: readonly string[],
  events: FolderEvents,
): Promise<void> {
  const { files, host, open } = folder;
  const listed = new Set(await files.list(paths));
  const isOpen = (path: string) => open.has(path);
  const known = [...host.pathsBelow(paths), ...respelled(folder, listed)];
  const gone = known.filter((path) => !listed.has(path) && !isOpen(path));
  const found = [...listed].filter((path) => !isOpen(path));
  if (!folder.complete) for (const path of [...gone, ...found]) folder.fresh.add(path);
  host.apply({ drop: gone, files: found.filter((path) => !isIndexed(path)) });
  const stopped = () => folder.removed || folder.files !== files;
  const reading = { skip: isOpen, stopped, more: !folder.complete };
  warnOf(files.unheeded?.() ?? [], events);
  warnOf(await readFiles(host, files, found.filter(isIndexed), reading), events);
  await readStale(folder, events);
}

/** What is known under another spelling of one of these paths, where names that differ in capitals are the same. */
function respelled({ files, host }: Folder, listed: ReadonlySet<string>): readonly string[] {
  const { spelling } = files;
  if (!spelling || listed.size === 0) return [];
  const keys = new Set([...listed].map((path) => spelling.key(path)));
  return host.pathsBelow([""]).filter((path) => !listed.has(path) && keys.has(spelling.key(path)));
}

function warnOf(failures: readonly ReadFailure[], events: FolderEvents): void {
  for (const { path, reason, gone } of failures)
    if (!gone) events.warn(`${path} could not be read: ${reason}`);
}
