/** The words of all languages together, as the tables are made of them that texts are compared with. */
import { LANGUAGES } from "./all.ts";
import type { Language } from "./language.ts";

type Key = (language: Language) => string | undefined;

/** Those of one language after another, by their codes, each once. */
export function wordsOf(key: Key): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => listed(key(language))))];
}

/** The same as one pattern of alternatives, without brackets around it. `\b` in them holds for letters of ASCII. */
export function patternOf(key: Key): string {
  return wordsOf(key).join("|");
}

/** Each item of a list; empty for a list that is not there. */
export function listed(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.trim().split(SEPARATOR);
}

const SEPARATOR = /,\s+/;
