/** What a server needs from the place it runs in. */
import type { Page, ParseSql } from "../glossary/index.ts";
import type { Platform } from "./uris.ts";

/** What the place gives that the server runs in. */
export interface ServerHost {
  readonly platform: Platform;
  /** Gives access to a workspace folder by its URI; without the files that the patterns in `exclude` name. */
  filesIn(root: string, exclude: readonly string[]): Files;
  /** Where the pages of a workspace folder are kept until the next time, by its URI. */
  storeFor(root: string): PageStore | undefined;
  /** Brings the parser for SQL in. */
  loadSql(): Promise<ParseSql>;
}

/** What the server's state is given. */
export interface SessionHost extends ServerHost {
  /** Called when the status has changed. */
  changed(): void;
  /** Called when what is known of all pages may have changed. */
  refresh(): void;
  warn(message: string): void;
  /** Called with what is named and lies in no workspace folder. */
  ignored(uri: string): void;
}

/** Files of one workspace folder. Paths are relative to it, with `/`. */
export interface Files {
  /**
   * Every file that is neither ignored nor excluded, in a stable order. With `at`, only those at or below these
   * paths.
   */
  list(at?: readonly string[]): Promise<readonly string[]>;
  /** The text; a `ReadFailure` where it cannot be had. Never throws. */
  read(path: string): Promise<string | ReadFailure>;
  /** When a file or its place was last changed, in milliseconds; `NaN` where nothing is there. */
  modified(path: string): Promise<number>;
  /** The same for the same content; `undefined` where that is not certain, as for a file that is just being changed. */
  stamp(path: string): Promise<string | undefined>;
  /** Which of git's lists of ignored files could not be read while files were listed; each is named once. */
  readonly unheeded?: () => readonly ReadFailure[];
  /** Where names that differ only in capitals are the same; absent where each has one spelling. */
  readonly spelling?: Spelling;
}

export interface Spelling {
  /** The path as the disk spells it; as it is given where nothing is there. */
  of(path: string): string;
  /** Equal for paths that are the same. */
  key(path: string): string;
}

/** A page as it was read from the file that had this stamp. */
export interface StoredPage {
  readonly page: Page;
  readonly stamp: string;
}

/** The pages of one workspace folder as this program read them when it last ran. */
export interface PageStore {
  /** The pages that were saved under this key, by path; none where it was another key. Never throws. */
  load(key: string): Promise<ReadonlyMap<string, StoredPage>>;
  /** Replaces all that is saved. Never throws: what cannot be saved is read again next time. */
  save(key: string, pages: readonly StoredPage[]): Promise<void>;
}

/** Why a file could not be read; `reason` completes the sentence "… could not be read: …". */
export interface ReadFailure {
  readonly path: string;
  readonly reason: string;
  /** Nothing is there (any more). */
  readonly gone: boolean;
  /** A folder is there. */
  readonly isFolder?: boolean;
  /** A symbolic link to a file of the same folder: nobody has to be told, for that file is read. */
  readonly isLink?: boolean;
}

/** The files of a place that cannot be read, such as a folder that is on no disk. */
export const NO_FILES: Files = {
  list: async () => [],
  read: async (path) => ({ path, reason: "it is not on a disk", gone: true }),
  modified: async () => Number.NaN,
  stamp: async () => undefined,
};

/** Larger files are not documents that anybody writes. */
export const MOST_MEGABYTES = 8;

/**
 * Ends the turn of the event loop, so that requests can be answered. A request that has come meanwhile is taken in the
 * next turn and would be behind whoever waits for that one: so this is the one after.
 */
export async function nextTurn(): Promise<void> {
  await turn();
  await turn();
}

function turn(): Promise<void> {
  // A browser worker has no setImmediate.
  return new Promise((resolve) =>
    typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve, 0),
  );
}
