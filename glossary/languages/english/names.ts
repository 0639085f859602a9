/** What tells names from other words in English: headings that announce, small words, and those that begin a sentence. */
import type { AnnouncingWords, CapitalWords } from "../language.ts";

export const announcing: AnnouncingWords = {
  words: `
    phase, step, why, how, when, what, where, examples?, notes?, features?, key, benefits?, problems?,
    navigation, tips?, warnings?, important, pros, cons, usage, before, after, solutions?, results?, goals?,
    purpose, summary, status, dates?, authors?, version, related
  `,
  about: String.raw`
    a, an, about, and, are, at, by, can, do, does, for, from, if, in, is, it, not, of, on, or, our, should,
    that, the, these, they, this, to, using, vs\.?, we, when, why, with, you, your, &
  `,
  pairs: String.raw`
    last updated\b, see\s,
    (?:key|important|main) (?:points?|takeaways?|concepts?|features?|benefits?|ideas?|differences?|principles?|characteristics|components?|metrics|questions?|insights?|decisions?|aspects?|files?|notes?|considerations?|terms?|changes?)\b,
    examples? (?!mapping\b), usage (?:examples?|notes?|guide(?:lines)?|patterns?|scenarios?)\b,
    (?:problem|solution|status|features?|goals?|results?) (?:summary|overview|statement|description|lists?|updates?)\b,
    related (?:terms?|topics?|concepts?|pages?|documents?|documentation|docs|articles?|reading|resources?|links?|work|adrs?|guides?|files?|categor(?:y|ies))\b
  `,
  nouns: `
    phase, step, feature, benefit, problem, solution, result, goal, purpose, status, date, author, version,
    key, usage
  `,
};

export const emptyWords = `
  a, an, the, this, that, these, those, it, its, is, are, was, be, being, been, means, mean, meaning,
  refers, refer, to, of, for, in, on, by, with, and, or, as, at, from, which, what, when, see, also, term,
  concept, thing, something, anything, kind, sort, type, form, used, use, using, short, stands,
  abbreviation, acronym, definition, defined, definitions
`;

export const capitals: CapitalWords = {
  small: "a, an, and, as, at, by, for, from, in, of, on, or, per, the, to, with",
  joining: "and, for, in, of, on, or, the, to",
  first: `
    a, all, an, and, any, as, at, but, by, each, every, for, from, if, in, into, is, its?, my, new, no, not,
    of, on, or, our, that, the, their, these, this, to, when, with, your
  `,
  standsFor: "stands for, is short for, means",
};
