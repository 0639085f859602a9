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

/**
 * `find` for whole pages. What it finds in a section must depend on nothing else of the page; `move` gives a found
 * thing as it is `by` UTF-16 units further on. Results are kept as long as section, key and path stay the same.
 */
export function bySection<K, T>(
  find: Find<K, T>,
  move: (found: T, by: number) => T,
): (page: Sectioned, key: K) => readonly T[] {
  const known = new WeakMap<
    Facts,
    { readonly key: K; readonly path: string; readonly found: readonly T[] }
  >();

  function inSection(text: string, facts: Facts, key: K, path: string): readonly T[] {
    const before = known.get(facts);
    if (before && before.key === key && before.path === path) return before.found;
    const found = find({ text, facts }, key, path);
    known.set(facts, { key, path, found });
    return found;
  }

  return (page, key) => {
    const { text, path, sections } = page;
    if (!sections) return inSection(text, page.facts, key, path);
    return sections.flatMap(({ start, length, facts }) => {
      const found = inSection(text.slice(start, start + length), facts, key, path);
      return start === 0 ? found : found.map((one) => move(one, start));
    });
  };
}
