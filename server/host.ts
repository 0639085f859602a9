/** What a server needs from the place it runs in. */

/** Files of one workspace folder. Paths are relative to it, with `/`. */
export interface Files {
  /** Every file that is neither ignored nor excluded, in a stable order. */
  list(): Promise<readonly string[]>;
  /** The text; a `ReadFailure` where it cannot be had. Never throws. */
  read(path: string): Promise<string | ReadFailure>;
}

/** Why a file could not be read; `reason` completes the sentence "… could not be read: …". */
export interface ReadFailure {
  readonly path: string;
  readonly reason: string;
}
