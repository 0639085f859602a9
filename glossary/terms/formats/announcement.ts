/** Bold lines and headings that say what comes next, and name nothing. */

/** They announce alone, or with what they are about: `Benefits`, `Benefits of caching`, `Before: no cache`, `Example 2`. */
const WORD =
  "phase|step|why|how|when|what|where|examples?|notes?|features?|key|benefits?|problems?|navigation|tips?|warnings?|important|pros|cons|usage|before|after|solutions?|results?|goals?|purpose|summary|status|dates?|authors?|version|related";

const ABOUT =
  "a|an|about|and|are|at|by|can|do|does|for|from|if|in|is|it|not|of|on|or|our|should|that|the|these|they|this|to|using|vs\\.?|we|when|why|with|you|your|&";

const ALONE = new RegExp(
  `^(?:${WORD})(?:[ \\t]+(?:${ABOUT})(?![\\p{L}\\p{N}-])|[ \\t]*(?:[^\\p{L}\\p{N} \\t-]|[-–—]+[ \\t]|\\d)|$)`,
  "iu",
);

/** Two words that announce, where the first alone may begin a name as well: `Key Result`, `Example Mapping`. */
const PAIRS =
  /^(?:\d+[.)]\s|last updated\b|see\s|(?:key|important|main) (?:points?|takeaways?|concepts?|features?|benefits?|ideas?|differences?|principles?|characteristics|components?|metrics|questions?|insights?|decisions?|aspects?|files?|notes?|considerations?|terms?|changes?)\b|examples? (?!mapping\b)|usage (?:examples?|notes?|guide(?:lines)?|patterns?|scenarios?)\b|(?:problem|solution|status|features?|goals?|results?) (?:summary|overview|statement|description|lists?|updates?)\b|related (?:terms?|topics?|concepts?|pages?|documents?|documentation|docs|articles?|reading|resources?|links?|work|adrs?|guides?|files?|categor(?:y|ies))\b)/i;

/** True for text that announces examples, steps, advantages and the like, or what the document says of itself. */
export function isAnnouncement(text: string): boolean {
  return ALONE.test(text) || PAIRS.test(text);
}

/** True for an announcement of one word that names a thing as well: `Status`, `Result`. */
export function isCommonNoun(text: string): boolean {
  return /^(?:phase|step|feature|benefit|problem|solution|result|goal|purpose|status|date|author|version|key|usage)s?$/i.test(
    text,
  );
}
