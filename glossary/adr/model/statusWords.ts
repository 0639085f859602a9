/** Words for the state of a decision; status.ts compares. */
import { LANGUAGES } from "../../languages/all.ts";
import { listed, wordsOf } from "../../languages/merge.ts";

const KINDS = [
  "draft",
  "proposed",
  "accepted",
  "implemented",
  "rejected",
  "deprecated",
  "superseded",
] as const;

export type StatusKind = (typeof KINDS)[number];

/** Compared with the beginning of a status, longest first. */
export const STATUS_WORDS: readonly (readonly [kind: StatusKind, words: readonly string[]])[] = KINDS.map(
  (kind) => [kind, wordsOf(({ adr }) => adr?.statuses?.[kind])],
);

/** Words that are offered when a status is written, in the order of a decision's life. */
export const OFFERED: readonly string[] = KINDS.filter((kind) => kind !== "implemented");

/** In how many languages statuses are known. */
export const STATUS_LANGUAGES = LANGUAGES.filter(({ adr }) => adr?.statuses).length;

/** By language: what negates in one may begin any word of another. */
const NEGATED = LANGUAGES.flatMap(({ adr }) =>
  adr?.negations ? [new RegExp(`^(?:${listed(adr.negations).join("|")})$`, "iu")] : [],
);

/** True where one of two words is negated and the other is not: “unapproved” is no slip of “approved”. */
export function isOpposite(word: string, known: string): boolean {
  return NEGATED.some((negated) => negated.test(word) && !negated.test(known));
}
