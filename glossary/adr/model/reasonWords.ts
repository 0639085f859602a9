/** Words by which a text gives a reason, from all languages that have them; reasons.ts compares. */
import { LANGUAGES } from "../../languages/all.ts";
import type { Language } from "../../languages/language.ts";
import { listed, patternOf, wordsOf } from "../../languages/merge.ts";

/** True for a language in which reasons are known: of texts in others nothing can be said. */
export function knowsReasons({ adr }: Language): boolean {
  return adr?.reasons?.because !== undefined || adr?.reasons?.unspaced !== undefined;
}

/** The names of these languages, in English and by the alphabet. */
export const REASON_LANGUAGES: readonly string[] = LANGUAGES.filter(knowsReasons)
  .map(({ name }) => name)
  .sort();

/** Connectives that say why; what follows in the sentence has to have a few words. */
export const BECAUSE = wordsOf(({ adr }) => adr?.reasons?.because);

/** Postpositions: the reason stands before them. */
export const BECAUSE_OF_THAT = wordsOf(({ adr }) => adr?.reasons?.becauseOfThat);

/** The same for languages without spaces between words. */
export const BECAUSE_UNSPACED = wordsOf(({ adr }) => adr?.reasons?.unspaced);

/** “to avoid” states a purpose. */
export const PURPOSES = LANGUAGES.flatMap(({ adr }) =>
  pairs(adr?.reasons?.purposes?.leads, adr?.reasons?.purposes?.verbs),
);

/** “this avoids” states a gain. */
export const GAINS = LANGUAGES.flatMap(({ adr }) =>
  pairs(adr?.reasons?.gains?.subjects, adr?.reasons?.gains?.verbs),
);

/** Reasons that are none: what follows "because" and says nothing. */
export const VACUOUS = wordsOf(({ adr }) => adr?.reasons?.vacuous);

/** A "reason" that only says where one can be read. */
export const POINTERS = wordsOf(({ adr }) => adr?.reasons?.pointers);

/** Words that weigh one thing against another: not a stated reason, but an opinion that hints at one. */
export const WEIGHING = wordsOf(({ adr }) => adr?.reasons?.weighing);

/** Words of a text that argues: about us, a problem or a choice. */
export const ARGUING = wordsOf(({ adr }) => adr?.reasons?.arguing);

/** Words of a sentence that decides something. */
export const DECIDING_WORDS = wordsOf(({ adr }) => adr?.reasons?.deciding);

/** Connectives that are none beside some other words: “since the release”. */
export const SINCE = new RegExp(
  patternOf(({ adr }) => adr?.reasons?.patterns),
  "giu",
);

/** Words that are reasons in one place of a sentence only: German "da", "así" and "assim" but before "como", infinitives. */
export const CLAUSE = new RegExp(
  patternOf(({ adr }) => adr?.reasons?.clauses),
  "gmu",
);

/** Reasons that end with their connective: "um … zu" and Turkish verbs before "için" or in the ablative. */
export const ENCLOSED = new RegExp(
  patternOf(({ adr }) => adr?.reasons?.enclosed),
  "giu",
);

/** Connectives for which the reason may as well have come before, at the start of a text. */
export const BACKWARD = new RegExp(`^(?:${patternOf(({ adr }) => adr?.reasons?.concluding)})`, "i");

function pairs(first: string | undefined, second: string | undefined): readonly string[] {
  return listed(first).flatMap((one) => listed(second).map((other) => `${one} ${other}`));
}
