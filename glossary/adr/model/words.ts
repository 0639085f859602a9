/** What ADR sections are called, in the order in which names are compared with it; sections.ts compares. */
import { LANGUAGES } from "../../languages/all.ts";
import type { DecisionWords } from "../../languages/language.ts";
import { wordsOf } from "../../languages/merge.ts";

/** What a section of an ADR is about. */
export type Meaning =
  | "afterthought"
  | "references"
  | "rationale"
  | "benefits"
  | "alternatives"
  | "drivers"
  | "consequences"
  | "context"
  | "status"
  | "date"
  | "deciders"
  | "decision";

/**
 * In the order in which they are tried: "Decision Drivers" is about drivers, "Reasons for the Decision" about
 * reasons, "Chosen Option" about the decision and not about options, and why a decision was given up does not tell why
 * it was made.
 */
const ORDER: readonly (keyof NonNullable<DecisionWords["sections"]>)[] = [
  "afterthought",
  "references",
  "rationale",
  "outcome",
  "drivers",
  "alternatives",
  "consequences",
  "benefits",
  "context",
  "status",
  "date",
  "deciders",
  "decision",
];

export const SECTION_WORDS: readonly (readonly [meaning: Meaning, phrases: readonly string[]])[] = ORDER.map(
  (key) => [key === "outcome" ? "decision" : key, wordsOf(({ adr }) => adr?.sections?.[key])],
);

/** Labels (`**Why not**: …`) that introduce a reason wherever they stand. */
export const REASON_LABELS: readonly string[] = wordsOf(({ adr }) => adr?.reasonLabels);

/** In how many languages the sections of records are known. */
export const SECTION_LANGUAGES = LANGUAGES.filter(({ adr }) => adr?.sections).length;
