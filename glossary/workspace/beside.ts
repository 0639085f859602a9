/** What has been read of files that are no pages: configurations of sites, and what the domains have beside their pages. */

const NONE: ReadonlyMap<string, unknown> = new Map();

/** By owner: the name of a domain, or "" for the core. */
export class BesideFiles {
  readonly #owners = new Map<string, Map<string, unknown>>();
  /** Copies for snapshots, each as long as no file of its owner changes: what follows from all of them is remembered by it. */
  readonly #states = new Map<string, ReadonlyMap<string, unknown>>();

  put(owner: string, path: string, value: unknown): void {
    const own = this.#owners.get(owner) ?? new Map<string, unknown>();
    this.#owners.set(owner, own.set(path, value));
    this.#states.delete(owner);
  }

  drop(path: string): void {
    for (const [owner, own] of this.#owners) if (own.delete(path)) this.#states.delete(owner);
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
