/** How much two definitions are about the same. */
import type { Definition } from "../model/model.ts";

/** How many of the longer words of their titles two definitions share. */
export function sharedWords(one: Definition, other: Definition): number {
  const words = wordsOf(other);
  return [...wordsOf(one)].filter((word) => words.has(word)).length;
}

const WORDS = new WeakMap<Definition, ReadonlySet<string>>();

/** The longer words of a title. */
function wordsOf(definition: Definition): ReadonlySet<string> {
  const known = WORDS.get(definition);
  if (known) return known;
  const words = new Set(definition.title.toLowerCase().match(/[\p{L}\d]{4,}/gu));
  WORDS.set(definition, words);
  return words;
}
