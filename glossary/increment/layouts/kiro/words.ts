/** The words that specifications in the layout of Kiro are written with, in the languages they are met in. */
import { patternOf, wordsOf } from "../../../languages/merge.ts";

/** `Requirement`, `要件`, `Requisito`: what a heading begins with, and what a reference is introduced by. */
export const REQUIREMENT = patternOf(({ requirements }) => requirements?.requirement);

/** A heading or a label that criteria stand below. */
export const ACCEPTANCE = new RegExp(
  patternOf(({ requirements }) => requirements?.acceptance),
  "i",
);

/** `All`, in the place of a list of requirements; with the words behind it that a language needs. */
export const ALL = new RegExp(`^(?:${patternOf(({ requirements }) => requirements?.all)})`, "iu");

const AND = wordsOf(({ requirements }) => requirements?.and);
const LATIN = AND.filter((word) => /^[a-z]+$/.test(word));
const OTHER = AND.filter((word) => !LATIN.includes(word));

/** “And” between two numbers; of a script with spaces, whatever its letters, a word of its own. */
export const AND_WORD = [
  ...LATIN.map((word) => `${word}\\b`),
  ...OTHER.map((word) => (/\p{sc=Cyrillic}/u.test(word) ? `${word}(?![\\p{L}])` : word)),
].join("|");

/** The same where only its beginning is looked at. */
export const AND_START = `(?:${LATIN.join("|")})\\b|(?:${OTHER.join("|")})`;

/** What the columns of a table are called that say which task is for which requirement. */
export const REQUIREMENT_COLUMN = new RegExp(
  `^(?:${REQUIREMENT}|req|${patternOf(({ requirements }) => requirements?.acceptance)})(?![\\p{L}])`,
  "iu",
);
export const TASK_COLUMN = new RegExp(
  `(?<![\\p{L}])(?:${patternOf(({ requirements }) => requirements?.task)})`,
  "iu",
);

/** A cell that says that something is missing, not that nothing is needed. */
export const NO_TASK = new RegExp(
  `^[^\\p{L}]*(?:${patternOf(({ requirements }) => requirements?.missing)})[^\\p{L}]*$`,
  "iu",
);
