/** Which way is better of what `better` leaves open: good enough to compare two values of one table, not for a bound. */
import type { Measure } from "./measure.ts";

const LESS =
  /\b(?:tokens?|clicks?|round[- ]?trips?|quer(?:y|ies)|errors?|warnings?|bugs?|defects?|incidents?|tickets?|complaints?|alerts?|outages?|vulnerabilit\w+|duplicat\w+|violations?|memory|heap|rss|ram|cpu|bundle|package|payload|binary|artifact|image|download|complexity|boilerplate|effort|toil|wait\w*|delays?|lag|timeline|cost|spend|downtime|crash\w*|retr(?:y|ies)|allocations?|weight|backlog|bounce|churn|abandon\w*|re-?renders?)\b/;
const MORE =
  /\b(?:scores?|rating|nps|csat|satisfaction|coverage|accuracy|precision|recall|f1|auroc|auc|throughput|bandwidth|speed|fps|conversion|adoption|engagement|availability|uptime|reliability|success|revenue|mrr|arr|income|profit|automat\w+|automation|offload|completion|pass|productivity|security|documentation|quality)\b/;

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
