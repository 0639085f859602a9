/**
 * The stemmers of the host: they cut words down to what all their forms have in common (Snowball). They are large, so
 * each is loaded when the first glossary in its language is read; without one the endings of a language decide alone.
 */

/** What all forms of a word, in small letters, have in common. */
export type Stem = (word: string) => string;

/** The stemmer of a language by its code (ISO 639-1); `undefined` where there is none. */
export type FindStemmer = (language: string) => Stem | undefined;

let find: FindStemmer = () => undefined;
const found = new Map<string, Stem | undefined>();

/** Brings in the stemmers, before anything is read. */
export function bringStemmers(stemmers: FindStemmer): void {
  find = stemmers;
  found.clear();
}

/** The stemmer of a language, loaded when it is first asked for. */
export function stemmerOf(language: string): Stem | undefined {
  if (!found.has(language)) found.set(language, find(language));
  return found.get(language);
}
