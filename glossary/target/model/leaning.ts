/** Which way is better of what `better` leaves open: good enough to compare two values of one table, not for a bound. */
import { patternOf } from "../../languages/merge.ts";
import type { Measure } from "./measure.ts";

const LESS = new RegExp(`\\b(?:${patternOf(({ targets }) => targets?.better?.less)})\\b`);
const MORE = new RegExp(`\\b(?:${patternOf(({ targets }) => targets?.better?.more)})\\b`);

/** So many each hour are what a system gets done; so many for each page are what it needs. */
const DONE =
  /\b(?:requests?|calls?|orders?|jobs?|messages?|events?|transactions?|deployments?|deploys?|releases?|rows?|records?)\b/;
const EACH_HOUR = /\b(?:sec|second|min|minute|hour|day|week|month)s?\b/;
const NEEDED = /\b(?:calls?|requests?)\b/;

/** More errors that are found, prevented or overcome are better, and so it is with their share. */
const OVERCOME =
  /actionab|detect|recover|prevent|handl|caught|resol|remed|avoid|block|\bfree\b|-free\b|jailbreak|attack|fraud/;

/** Which way a measure is better by the words of its subject; `undefined` where they say nothing, or both. */
export function leaningOf({ subject, quantity }: Measure): Measure["better"] {
  const about = `${subject} ${quantity.of}`;
  if (OVERCOME.test(about)) return undefined;
  const often = EACH_HOUR.test(about);
  const less = LESS.test(about) || (quantity.dimension === "number" && !often && NEEDED.test(about));
  if (less === (MORE.test(about) || (often && DONE.test(about)))) return undefined;
  return less ? "lower" : "higher";
}
