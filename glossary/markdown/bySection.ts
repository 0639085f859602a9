/** Looking through a page section by section, so that an edit makes only what it changed be looked through again. */
import type { Facts, Section } from "./facts.ts";

/** A page; without sections it is looked through as a whole. */
export interface Sectioned {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  readonly sections?: readonly Section[] | undefined;
}

/** A section as a text of its own: the spans of its facts are relative to it. */
export interface SectionText {
  readonly text: string;
  readonly facts: Facts;
}

/** Finds things in a text of a page at `path`; `key` is what else they depend on. */
export type Find<K, T> = (section: SectionText, key: K, path: string) => readonly T[];

/** What was found in a section, and the same for the place where the section stood last. */
interface Known<K, T> {
  readonly key: K;
  readonly path: string;
  readonly found: readonly T[];
  start: number;
  moved: readonly T[];
}

/**
 * `find` for whole pages. What it finds in a section must depend on nothing else of the page; `move` gives a found
 * thing as it is `by` UTF-16 units further on. Results are kept as long as section, key and path stay the same.
 */
export function bySection<K, T>(
  find: Find<K, T>,
  move: (found: T, by: number) => T,
): (page: Sectioned, key: K) => readonly T[] {
  const known = new WeakMap<Facts, Known<K, T>>();

  function inSection(page: Sectioned, { start, length, facts }: Section, key: K): readonly T[] {
    const { text, path } = page;
    let of = known.get(facts);
    if (!of || of.key !== key || of.path !== path) {
      const found = find({ text: text.slice(start, start + length), facts }, key, path);
      of = { key, path, found, start: 0, moved: found };
      known.set(facts, of);
    }
    // An edit leaves the sections before it where they are, and in most sections nothing is found.
    if (of.start !== start && of.found.length > 0) {
      of.moved = of.found.map((one) => move(one, start));
      of.start = start;
    }
    return of.moved;
  }

  return (page, key) => {
    const { text, facts, sections } = page;
    if (!sections) return inSection(page, { start: 0, length: text.length, facts }, key);
    const all: T[] = [];
    // Several times as fast as `flatMap`, and there are many sections.
    for (const section of sections) for (const one of inSection(page, section, key)) all.push(one);
    return all;
  };
}
