/** Bold lines and headings that say what comes next, and name nothing. */
import { patternOf } from "../../languages/merge.ts";

/** They announce alone, or with what they are about: `Benefits`, `Benefits of caching`, `Before: no cache`, `Example 2`. */
const ALONE = new RegExp(
  `^(?:${patternOf(({ glossary }) => glossary?.announcing?.words)})(?:[ \\t]+(?:${patternOf(({ glossary }) => glossary?.announcing?.about)})(?![\\p{L}\\p{N}-])|[ \\t]*(?:[^\\p{L}\\p{N} \\t-]|[-–—]+[ \\t]|\\d)|$)`,
  "iu",
);

/** Two words that announce, where the first alone may begin a name as well: `Key Result`, `Example Mapping`. */
const PAIRS = new RegExp(`^(?:\\d+[.)]\\s|${patternOf(({ glossary }) => glossary?.announcing?.pairs)})`, "i");

const NOUNS = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.announcing?.nouns)})s?$`, "i");

/** True for text that announces examples, steps, advantages and the like, or what the document says of itself. */
export function isAnnouncement(text: string): boolean {
  return ALONE.test(text) || PAIRS.test(text);
}

/** True for an announcement of one word that names a thing as well: `Status`, `Result`. */
export function isCommonNoun(text: string): boolean {
  return NOUNS.test(text);
}
