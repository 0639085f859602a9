/** The words that name a metric, made comparable: `API response time must be` and `API response` are one subject. */
import { patternOf, wordsOf } from "../../languages/merge.ts";
import type { Dimension } from "./units.ts";

/** Say nothing of what is measured. */
const FILLERS = new Set(wordsOf(({ targets }) => targets?.fillers));

const OF_DIMENSION: Readonly<Partial<Record<Dimension, ReadonlySet<string>>>> = {
  time: new Set(wordsOf(({ targets }) => targets?.nouns?.time)),
  rate: new Set(wordsOf(({ targets }) => targets?.nouns?.rate)),
  share: new Set(wordsOf(({ targets }) => targets?.nouns?.share)),
  count: new Set(wordsOf(({ targets }) => targets?.nouns?.count)),
  size: new Set(wordsOf(({ targets }) => targets?.nouns?.size)),
  money: new Set(wordsOf(({ targets }) => targets?.nouns?.money)),
};

const ID = /\b(?:AC|NFR|FR|SC|US|SLO|REQ|T)-?(?:[A-Z]+-?)?\d[\w-]*/g;
const BOUND = /[<>≤≥~]=?\s?[\d.,]+\s?[\p{L}%/]*/gu;
const PERCENTILE = /^p\d\d\d?$/;

/** The subject of a bound, from the words before it: normalised, sorted, without repetition; "" where nothing is left. */
export function subjectOf(text: string, dimension: Dimension): string {
  const drop = OF_DIMENSION[dimension];
  const found = new Set<string>();
  // Numbers tell metrics apart (`100 projects`, `tier 2`), but a bound does not (`hit rate > 90 %`).
  const plain = text.replace(ID, " ").replace(BOUND, " ").toLowerCase();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)) {
    if (FILLERS.has(word) || PERCENTILE.test(word) || drop?.has(word)) continue;
    found.add(singular(word));
  }
  return [...found].sort().join(" ");
}

/** Good enough to compare with itself. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
}

const TIMER = new RegExp(patternOf(({ targets }) => targets?.timers));

/** True for times that are set, not achieved: time-outs, intervals, lifetimes. */
export function isTimer(text: string): boolean {
  return TIMER.test(text);
}

const LATENCY = new RegExp(patternOf(({ targets }) => targets?.answers));

/** What people get done takes as long as they need. */
const DONE_BY_PEOPLE = new RegExp(
  `\\b(?:${patternOf(({ targets }) => targets?.people)})\\s(?:can|(?:is|are|be|must be|should be) able to)\\s(?!see\\b|view\\b)`,
);

/** True for times that a user or a caller waits for an answer. */
export function isLatency(text: string): boolean {
  return LATENCY.test(text) && !isTimer(text) && !DONE_BY_PEOPLE.test(text);
}
