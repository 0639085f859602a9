/** What the words around a piece of code say of it: that it is the bad example, or meant for one run only. */

import type { Facts } from "../../markdown/facts.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import { firstFrom, type Span } from "../../text/span.ts";

/** Silences a finding where it stands in a comment at it; a reason may follow. */
export const INTENDED = "unindexed-ok";

const BAD =
  /❌|🚫|👎|\bbad\b|\bslow(?:er)?\b|\bwrong\b|\banti-?pattern|\bavoid\b|\bdon['’]?t\b|\bproblem(?:atic)?\b|\bbefore\b|\bn\s?\+\s?1\b|\bn queries\b|\bwithout (?:an? |any )?ind(?:ex|ices)|\bno ind(?:ex|ices)|\bmissing ind(?:ex|ices)|\bunindexed\b|\bseq(?:uential)? scan|\bfull table scan|\binefficient\b|\bnaive\b|\bold(?:\s*\([^)]{0,40}\))?\s*:|\binjection\b(?! attempts?\b)|\bvulnerab/gi;
const GOOD =
  /✅|👍|\bgood\b|\bbetter\b|\bafter\b|\bfixed\b|\bsolution\b|\bfast(?:er)?\b|\boptimi[sz]ed\b|\bcorrect\b|\b(?:new|fix|proposed|improved)(?:\s*\([^)]{0,40}\))?\s*:/gi;
const ONCE =
  /\bverif|\bvalidat|\bbackfill|\bmigrat|\bclean-?up\b|\brepair|\bcorrupt|\bone-?(?:off|time)\b|\brollback\b|\bseed|\bdebug|\bdiagnos|\btroubleshoot|\binspect|\baudit\b|\bsanity|\bcheck (?:if|that|for|whether)\b|\btest data\b/i;

/** True for words that call what they stand at the bad example; the last of several counts. */
export function saysBad(words: string): boolean {
  const bad = lastOf(words, BAD);
  return bad >= 0 && bad >= lastOf(words, GOOD);
}

/** True for words that call it the good one. */
export function saysGood(words: string): boolean {
  return lastOf(words, GOOD) >= 0 && !saysBad(words);
}

/** True for words about statements that run once, by hand. */
export function saysOnce(words: string): boolean {
  return ONCE.test(words);
}

const SHOWN =
  /\b(?:will |would |should )?(?:produces?|generates?|outputs?|yields?)\b[^.\n]{0,40}\b(?:sql|query|queries|statements?)\b|\bgenerated (?:sql|quer(?:y|ies)|statements?)\b|\b(?:resulting|underlying|equivalent) (?:raw )?(?:sql|query|statement)\b|\binto this\b|\bexecuted\b.{0,20}\btimes\b|\bto_sql\b|\btoSQL\b|\btranslate[sd]? (?:in)?to\b/i;

/** True for words about SQL that a library makes: it is shown to explain something else. */
export function isShown(words: string): boolean {
  return SHOWN.test(words);
}

/** True for words about a change that only counts if its condition still holds: that condition is no search. */
export function saysChange(words: string): boolean {
  return /\bUPDATE\b|\bCAS\b|\boptimistic\b|\bcompare-and-(?:set|swap)\b|@Version\b|\baffected rows\b|\brows affected\b|\btransitions?\b/i.test(
    words,
  );
}

function lastOf(words: string, what: RegExp): number {
  let last = -1;
  for (const match of words.matchAll(what)) last = match.index;
  return last;
}

/** Longer lines are not what leads in. */
const LONGEST_LINE = 200;

export interface Around {
  /** The text of the nearest heading above; "" where there is none. */
  readonly heading: string;
  /** The last line of text before the block, where it is short; its own line for what stands in one. */
  readonly lead: string;
}

/** The words around a code block or code span. */
export function around(text: string, facts: Facts, { start, end }: Span, inline: boolean): Around {
  const next = firstFrom(facts.headings, start + 1);
  const heading = facts.headings[next - 1];
  const line = lineStart(text, start);
  if (inline) {
    return { heading: heading?.text ?? "", lead: text.slice(line, lineEnd(text, end)) };
  }
  const before = text.slice(Math.max(heading?.span.end ?? 0, line - 600), line).trimEnd();
  const lead = before.slice(before.lastIndexOf("\n") + 1);
  return { heading: heading?.text ?? "", lead: lead.length > LONGEST_LINE ? "" : lead };
}
