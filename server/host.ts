/** What a server needs from the place it runs in. */

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
}

/** Why a file could not be read; `reason` completes the sentence "… could not be read: …". */
export interface ReadFailure {
  readonly path: string;
  readonly reason: string;
  /** Nothing is there (any more). */
  readonly gone: boolean;
}

/** The files of a place that cannot be read, such as a folder that is on no disk. */
export const NO_FILES: Files = {
  list: async () => [],
  read: async (path) => ({ path, reason: "it is not on a disk", gone: true }),
  modified: async () => Number.NaN,
};

/** Larger files are not documents that anybody writes. */
export const MOST_MEGABYTES = 8;

/** Ends the turn of the event loop, so that requests can be answered. */
export function nextTurn(): Promise<void> {
  // A browser worker has no setImmediate.
  return new Promise((resolve) =>
    typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve, 0),
  );
}
