/** Criteria for which nobody expects a task now: put off in words, out of scope, struck through, or not written yet. */
import { patternOf } from "../../languages/merge.ts";

const WORDS = patternOf(({ increment }) => increment?.putOff);

/** In brackets or bold right behind the id, or as the first word in capitals: `(DEFERRED → 0002)`, `DEFERRED: …`. */
const BEFORE = new RegExp(
  `^(?:[ \\t—–:-]|\\*\\*[ \\t])*(?:[*_~]*[(\\[][*_]*(?:${WORDS})|(?:\\*\\*|__)(?:${WORDS})[^*_]{0,60}(?:\\*\\*|__)|(?:${WORDS})[*_]*[:.])`,
  "iu",
);
/** In brackets or behind a dash at the end: `… - DEFERRED`, `… _(verified post-release)_`. */
const BEHIND = new RegExp(
  `(?:[(\\[][*_]*(?:(?:${WORDS})|[^()\\[\\]]{0,60}\\bpost[- ](?:launch|release|deploy\\w*|mvp)\\b)[^()\\[\\]]{0,200}[)\\]]|[ \\t](?:-{1,2}|–|—|→|->|⏸|⏭)[ \\t]*[*_]*(?:${WORDS})[^.!?]{0,120})[ \\t*_.~✅⏸⏭]*$`,
  "iu",
);
/** Another increment behind an arrow: `→ 0002`, `-> 0045-refund`. */
const ELSEWHERE = /(?:→|->|=>)[ \t]*[*_`]*(?:increment[ \t]+)?#?\d{4}(?:-[a-z]|[^\d\w]|$)/iu;
const STRUCK = /^[ \t]*~~/;
const SECTION = new RegExp(
  `^[^\\p{L}\\d]*(?:${patternOf(({ increment }) => increment?.outside)})(?![\\p{L}\\d])`,
  "iu",
);
const BLANK = new RegExp(
  `^[*_(]*(?:\\[(?!\\^)[^\\]\\r\\n]{1,200}\\]|\\{\\{[^{}\\r\\n]{1,200}\\}\\}|<[a-z][^<>\\r\\n]{0,80}>|(?:…|\\.{3})|(?:${patternOf(({ increment }) => increment?.blank)})(?:[ \\t]*[-–—:(,;][^\\r\\n]{0,120})?)[*_)]*[.:]?$`,
  "iu",
);
const LONGEST = 2_000;

/** Whether a criterion or the title of a story says itself that it is not for now. `before`: what stands in front of its id. */
export function isPutOff(before: string, behind: string): boolean {
  // Without what closes the id.
  const text = behind
    .slice(0, LONGEST)
    .replace(/^(?:\*\*|__)?[ \t]*[:—–-]?[ \t]*/, "")
    .trim();
  return (
    STRUCK.test(before) || STRUCK.test(text) || BEFORE.test(text) || BEHIND.test(text) || ELSEWHERE.test(text)
  );
}

/** Whether a section by its heading holds what is not done now: `Out of Scope`. */
export function isOutside(heading: string): boolean {
  return SECTION.test(heading);
}

/** Whether a title still has a word that a template left in it: `Implement [component]`. */
export function hasBlank(title: string): boolean {
  return /\[[a-z][^\][\r\n]{1,60}\](?![(:[])|\{\{[^{}\r\n]{1,120}\}\}/u.test(title);
}

/** Whether a text only stands for one that nobody has written yet: `[Specific, testable criterion]`, `TBD`. */
export function isBlank(text: string): boolean {
  return BLANK.test(text.slice(0, LONGEST).trim());
}
