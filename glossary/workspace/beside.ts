/** What has been read of files that are no pages: configurations of sites, and what the domains have beside their pages. */

const NONE: ReadonlyMap<string, unknown> = new Map();
const NO_PATHS: ReadonlySet<string> = new Set();

/** By owner: the name of a domain, or "" for the core. */
export class BesideFiles {
  readonly #owners = new Map<string, Map<string, unknown>>();
  /** Copies for snapshots, each as long as no file of its owner changes: what follows from all of them is remembered by it. */
  readonly #states = new Map<string, ReadonlyMap<string, unknown>>();

  /** Files that are there and wait to be asked for. */
  readonly #unread = new Map<string, Set<string>>();
  readonly #unreadStates = new Map<string, ReadonlySet<string>>();

  put(owner: string, path: string, value: unknown): void {
    if (this.#unread.get(owner)?.delete(path)) this.#unreadStates.delete(owner);
    const own = this.#owners.get(owner) ?? new Map<string, unknown>();
    this.#owners.set(owner, own.set(path, value));
    this.#states.delete(owner);
  }

  /** A file is there, or is another one now, and is read when it is asked for. True where it had been read before. */
  expect(owner: string, path: string): boolean {
    const known = this.#owners.get(owner)?.delete(path) ?? false;
    if (known) this.#states.delete(owner);
    const own = this.#unread.get(owner) ?? new Set<string>();
    if (own.has(path)) return known;
    this.#unread.set(owner, own.add(path));
    this.#unreadStates.delete(owner);
    return known;
  }

  /** True for a file that has been read. */
  has(owner: string, path: string): boolean {
    return this.#owners.get(owner)?.has(path) ?? false;
  }

  drop(path: string): void {
    for (const [owner, own] of this.#unread) if (own.delete(path)) this.#unreadStates.delete(owner);
    for (const [owner, own] of this.#owners) if (own.delete(path)) this.#states.delete(owner);
  }

  /** The files of an owner that wait to be asked for; does not change when they are read. */
  unreadOf(owner: string): ReadonlySet<string> {
    const own = this.#unread.get(owner);
    if (!own || own.size === 0) return NO_PATHS;
    const known = this.#unreadStates.get(owner) ?? new Set(own);
    this.#unreadStates.set(owner, known);
    return known;
  }

  /** The files of an owner by path; does not change when more are put. */
  of(owner: string): ReadonlyMap<string, unknown> {
    const own = this.#owners.get(owner);
    if (!own) return NONE;
    const known = this.#states.get(owner) ?? new Map(own);
    this.#states.set(owner, known);
    return known;
  }
}
