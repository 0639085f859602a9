/** Brings the files of a workspace folder into the engine. */
import { type AnalysisHost, isConfiguration, isIndexed, isSiteConfig, type Page } from "../glossary/index.ts";
import { type Files, nextTurn, type PageStore, type ReadFailure, type StoredPage } from "./host.ts";

export interface LoadOptions {
  /** Files whose text the engine has from elsewhere, which must not be replaced. */
  readonly skip?: (path: string) => boolean;
  /** Of the files that the engine knows, read only those that were changed after this time. */
  readonly since?: number;
  /** Called now and then, and at the end. */
  readonly progress?: (read: number, of: number) => void;
  /** True ends the loading soon; the engine is not called complete then. */
  readonly stopped?: () => boolean;
  /** Where the pages of last time are, and those of this time go. */
  readonly store?: PageStore;
}

export interface Loaded {
  /** How many files there are to be read, whether or not they had to be. */
  readonly files: number;
  readonly failures: readonly ReadFailure[];
  /** Lists of ignored files that could not be read: nothing is ignored by them. */
  readonly unheeded: readonly ReadFailure[];
}

/** How long requests wait for reading, in milliseconds. */
const SLICE = 4;

/** How long it takes until somebody is told again how far reading is, in milliseconds. */
const TOLD = 50;

/** How many files are asked for before they are needed: where the disk works by itself, it does so while the engine reads. */
const AHEAD = 8;

/**
 * Lists and reads a folder, configurations and glossaries first, and forgets what is no longer there. In
 * between, requests are answered. The engine is complete afterwards, unless it was stopped.
 */
export async function load(host: AnalysisHost, files: Files, options: LoadOptions = {}): Promise<Loaded> {
  const { skip = () => false, since, stopped = () => false, progress, store } = options;
  const all = await files.list();
  const texts = all.filter(isIndexed);
  const unheeded = files.unheeded?.() ?? [];
  const result = { files: texts.length, failures: [] as readonly ReadFailure[], unheeded };
  if (stopped()) return result;
  const known = new Set(host.pathsBelow([""]));
  const listed = new Set(all);
  // Those that have been read because a page asked for them are read again only if they have changed.
  const isSame = async (path: string) =>
    since !== undefined && host.hasAsked(path) && (await files.modified(path)) <= since;
  const others = all.filter((path) => !isIndexed(path));
  const same = await Promise.all(others.map(isSame));
  host.apply({
    files: others.filter((_, i) => !same[i]),
    drop: [...known].filter((path) => !listed.has(path) && !skip(path)),
  });
  const isWanted = async (path: string) => {
    if (skip(path)) return false;
    return since === undefined || !known.has(path) || (await files.modified(path)) > since;
  };
  const wanted = await Promise.all(texts.map(isWanted));
  const rank = (path: string) => (decides(path) ? 0 : /glossar/i.test(path) ? 1 : 2);
  const paths = texts.filter((_, i) => wanted[i]).sort((a, b) => rank(a) - rank(b));
  const reading = { skip, stopped, progress, more: true };
  const failures = store
    ? await readChanged(host, files, paths, reading, store)
    : await readFiles(host, files, paths, reading);
  if (!stopped()) host.apply({ complete: true });
  return { ...result, failures };
}

/** How the other files are read depends on these. */
function decides(path: string): boolean {
  return isConfiguration(path) || isSiteConfig(path);
}

/** What of the options concerns the reading of files. */
interface Reading {
  readonly skip?: LoadOptions["skip"] | undefined;
  readonly stopped?: LoadOptions["stopped"] | undefined;
  readonly progress?: LoadOptions["progress"] | undefined;
  /** All files of the folder are being read: nobody has to see each at once. */
  readonly more?: boolean;
}

/** Reads files into the engine, in slices between which requests are answered. */
export async function readFiles(
  host: AnalysisHost,
  files: Files,
  paths: readonly string[],
  { skip, stopped, progress, more = false }: Reading,
): Promise<readonly ReadFailure[]> {
  const failures: ReadFailure[] = [];
  const reading: Promise<string | ReadFailure>[] = [];
  let until = performance.now() + SLICE;
  let told = 0;
  for (const [at, path] of paths.entries()) {
    while (reading.length < AHEAD && at + reading.length < paths.length)
      reading.push(files.read(paths[at + reading.length] as string));
    const text = await (reading.shift() as Promise<string | ReadFailure>);
    if (stopped?.()) return failures;
    // It may have been opened while it was being read.
    if (!skip?.(path)) {
      if (typeof text === "string") host.apply({ put: new Map([[path, text]]), more });
      else {
        host.apply({ drop: [path] });
        // It exists all the same: what links to it is not broken.
        if (!text.gone) host.apply({ files: [path] });
        if (!text.isLink) failures.push(text);
      }
    }
    const now = performance.now();
    if (now > until) {
      if (now > told + TOLD) {
        progress?.(at + 1, paths.length);
        told = now;
      }
      await nextTurn();
      until = performance.now() + SLICE;
    }
  }
  progress?.(paths.length, paths.length);
  return failures;
}

/** At most this share of the files may differ from what is stored before it is written anew. */
const STALE = 1 / 50;

/** As `readFiles`, but takes what has not changed since last time from the store. */
async function readChanged(
  host: AnalysisHost,
  files: Files,
  paths: readonly string[],
  reading: Reading,
  store: PageStore,
): Promise<readonly ReadFailure[]> {
  const { skip, stopped, progress, more = false } = reading;
  const deciding = await readFiles(host, files, paths.filter(decides), { skip, stopped });
  const key = host.readingKey;
  const stored = await store.load(key);
  const restored = new Map<string, Page>();
  const stamps = new Map<string, string>();
  const changed: string[] = [];
  for (const path of paths) {
    if (decides(path)) continue;
    const stamp = await files.stamp(path);
    const known = stored.get(path);
    if (stamp !== undefined) stamps.set(path, stamp);
    if (known && known.stamp === stamp) restored.set(path, known.page);
    else changed.push(path);
  }
  if (stopped?.()) return deciding;
  host.apply({ restore: new Map([...restored].filter(([path]) => !skip?.(path))) });
  const done = paths.length - changed.length;
  const failures = await readFiles(host, files, changed, {
    skip,
    stopped,
    more,
    progress: (read) => progress?.(done + read, paths.length),
  });
  const different = changed.length + stored.size - restored.size;
  if (!stopped?.() && host.readingKey === key && different > paths.length * STALE) {
    const pages = [...stamps].flatMap(([path, stamp]): StoredPage[] => {
      // What an editor has been at is not what is on disk.
      const page = skip?.(path) ? undefined : host.closedPage(path);
      return page ? [{ page, stamp }] : [];
    });
    await store.save(key, pages);
  }
  return [...deciding, ...failures];
}
