/** A map that gives out its states. Typing replaces one page of thousands, which must not copy all the others. */

/** More values than are ever replaced one after the other. */
const MOST_REPLACED = 50;

/** A map whose states can be kept: what is changed afterwards does not change them. */
export class StatesMap<K, V> {
  readonly #all = new Map<K, V>();
  /** A state with all keys; none when keys have come or gone since. */
  #base: ReadonlyMap<K, V> | undefined;
  /** What has been replaced in it. */
  #replaced = new Map<K, V>();

  get(key: K): V | undefined {
    return this.#all.get(key);
  }

  get size(): number {
    return this.#all.size;
  }

  keys(): IterableIterator<K> {
    return this.#all.keys();
  }

  [Symbol.iterator](): IterableIterator<[K, V]> {
    return this.#all[Symbol.iterator]();
  }

  set(key: K, value: V): void {
    if (this.#all.has(key)) this.#replaced.set(key, value);
    else this.#base = undefined;
    this.#all.set(key, value);
  }

  /** True where there was such a key. */
  delete(key: K): boolean {
    this.#base = undefined;
    return this.#all.delete(key);
  }

  /** The map as it is now. */
  state(): ReadonlyMap<K, V> {
    if (!this.#base || this.#replaced.size > MOST_REPLACED) {
      this.#base = new Map(this.#all);
      this.#replaced = new Map();
    }
    return this.#replaced.size === 0 ? this.#base : new Replaced(this.#base, new Map(this.#replaced));
  }
}

/** A state of which a few values have been replaced. */
class Replaced<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  readonly #values: ReadonlyMap<K, V>;

  /** The keys of `values` are in `base`. */
  constructor(base: ReadonlyMap<K, V>, values: ReadonlyMap<K, V>) {
    this.#base = base;
    this.#values = values;
  }

  get size(): number {
    return this.#base.size;
  }

  has(key: K): boolean {
    return this.#base.has(key);
  }

  get(key: K): V | undefined {
    return this.#values.has(key) ? this.#values.get(key) : this.#base.get(key);
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  keys(): IterableIterator<K> {
    return this.#base.keys();
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this) yield value;
  }

  entries(): IterableIterator<[K, V]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): IterableIterator<[K, V]> {
    for (const [key, value] of this.#base)
      yield [key, this.#values.has(key) ? (this.#values.get(key) as V) : value];
  }
}
