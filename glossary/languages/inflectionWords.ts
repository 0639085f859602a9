import type { Phrases } from "./notation.ts";

/** How the nouns of a language change in a text. Letters with and without accents are the same here. */
export interface InflectionWords {
  /** Letters that few other languages have, by which even a few words are known to be in this one. */
  readonly letters?: string;
  /**
   * What stands behind a noun, or in the place of another one of these. Where there is a stemmer for the language
   * it has the last word.
   */
  readonly endings?: Phrases;
  /** The same for words before the last one of a name, where they differ. */
  readonly adjectives?: Phrases;
  /** What the end of a word changes into, in both directions, whatever a stemmer says: “z/ces”. */
  readonly changes?: Phrases;
  /** Written onto the end of any word, and no part of it: Korean particles. */
  readonly particles?: Phrases;
  /** Written onto the beginning of a word: articles and prepositions of Hebrew and Arabic. */
  readonly prefixes?: Phrases;
  /** How letters are typed that a keyboard does not have: “ä/ae”. */
  readonly typed?: Phrases;
  /** Parts of words that are spelled in two ways: “isation/ization”, with `^` and `$` for the ends of the word. */
  readonly spellings?: Phrases;
  /** Endings of verbs made of a noun: they answer a hover, and are no uses. */
  readonly deeds?: Phrases;
  /** Words that may be written apart from the rest of a name: “re-try”, “life cycle”. */
  readonly first?: Phrases;
  readonly last?: Phrases;
  /** Those of `last` that make a verb where they stand apart: “roll back”. */
  readonly deed?: Phrases;
  /** True where nouns begin with a capital, so that a small word is none. */
  readonly capitals?: boolean;
}
