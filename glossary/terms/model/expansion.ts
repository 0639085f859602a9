/** What the letters of an acronym stand for. */

import { patternOf } from "../../languages/merge.ts";

/** Words that an acronym mostly leaves out. */
const SMALL = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.capitals?.small)})$`, "i");

/**
 * The shortest end of `before` that `acronym` abbreviates, by the algorithm of Schwartz and Hearst (“A simple algorithm
 * for identifying abbreviation definitions in biomedical text”, 2003): read from the end, each letter occurs in turn,
 * the first one at the start of a word. "" where there is none.
 */
export function expansionBefore(acronym: string, before: string): string {
  const most = Math.min(acronym.length + 5, acronym.length * 2);
  const words = before.trim().split(/\s+/).slice(-most).join(" ");
  let at = words.length;
  for (let i = acronym.length - 1; i >= 0; i--) {
    const letter = (acronym[i] as string).toLowerCase();
    do at--;
    while (
      at >= 0 &&
      (words[at]?.toLowerCase() !== letter || (i === 0 && /[\p{L}\p{N}]/u.test(words[at - 1] ?? " ")))
    );
    if (at < 0) return "";
  }
  const found = words.slice(words.lastIndexOf(" ", at) + 1);
  return found.toUpperCase().includes(acronym) ? "" : found;
}

/** True where the words at the start of `text` begin, one after the other, with the letters of `acronym`. */
export function isSpelledOut(acronym: string, text: string): boolean {
  let at = 0;
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    // `JavaScript` gives two letters.
    for (const letter of initialsOf(word)) {
      if (letter === acronym[at]) at++;
      else if (!SMALL.test(word)) return false;
    }
    if (at >= acronym.length) return true;
  }
  return false;
}

function initialsOf(word: string): string {
  return (word[0] as string).toUpperCase() + word.slice(1).replace(/[^\p{Lu}\p{N}]/gu, "");
}

const RUN = new RegExp(
  `[A-Z][a-z]+(?![A-Z0-9])(?:[ -](?:(?:${patternOf(({ glossary }) => glossary?.capitals?.joining)})[ -])?[A-Z][a-z]+(?![a-zA-Z0-9]))+`,
  "g",
);

/** What says that an acronym is explained behind it. */
export const STANDS_FOR = `(?:${patternOf(({ glossary }) => glossary?.capitals?.standsFor)})`;

/** Words that are written with a capital only because a sentence or a title begins with them, at the end of a text. */
export const FIRST_OF_SENTENCE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${patternOf(({ glossary }) => glossary?.capitals?.first)}) $`,
  "iu",
);

/** Phrases in capitals whose words begin with the letters of one of `acronyms`: the first one of each. */
export function phrasesFor(acronyms: ReadonlySet<string>, text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [run] of text.matchAll(RUN)) {
    const words = [...run.matchAll(/[A-Z][a-z]+/g)];
    for (let from = 0; from < words.length; from++) {
      let initials = run[words[from]?.index ?? 0] as string;
      for (const word of words.slice(from + 1, from + 6)) {
        initials += word[0][0];
        if (acronyms.has(initials) && !found.has(initials))
          found.set(initials, run.slice(words[from]?.index, word.index + word[0].length));
      }
    }
  }
  return found;
}
