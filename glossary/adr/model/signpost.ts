/** Pages under the number of a record that only say where it is. */
import { patternOf } from "../../languages/merge.ts";
import type { Part } from "./sections.ts";
import type { AdrSource } from "./source.ts";
import { countWords, substance } from "./substance.ts";
import type { Meaning } from "./words.ts";

const MOVED = new RegExp(`(?<!\\p{L})(?:${patternOf(({ adr }) => adr?.signposts)})(?!\\p{L})`, "iu");
const LEADS = /\bADR[-_ #]?\d|https?:/i;

/** Beside a heading or a label of these a page has something to say. */
const TELLING: ReadonlySet<Meaning | undefined> = new Set([
  "context",
  "decision",
  "rationale",
  "alternatives",
  "consequences",
  "drivers",
  "benefits",
]);

/** A sign-post has no more words than these, and a section that tells something has more. */
const MOST_WORDS = 60;
const TOLD = 3;

/** True for a short page without a decision that says that it has moved, and where to. */
export function isSignpost(
  { text, facts }: AdrSource,
  title: string,
  parts: readonly Part[],
  visible: string,
): boolean {
  const words = substance(visible);
  // Most pages are too long, which is sooner seen than that none of many words is there.
  if (countWords(words) - countWords(title) > MOST_WORDS || !MOVED.test(words)) return false;
  if (facts.links.length === 0 && !LEADS.test(text)) return false;
  return !parts.some(
    ({ meaning, own }) =>
      TELLING.has(meaning) && countWords(substance(visible.slice(own.start, own.end))) >= TOLD,
  );
}
