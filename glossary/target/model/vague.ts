/** Praise instead of a number. */
import { patternOf } from "../../languages/merge.ts";

/** As a predicate, as an adverb, or before a noun that is measured. */
export const VAGUE = new RegExp(`\\b(?:${patternOf(({ targets }) => targets?.vague?.praise)})\\b`, "gi");

/** The same words as names, modes and figures of speech. */
export const NAMES = new RegExp(
  `--(?:quick|fast)|\\b(?:${patternOf(({ targets }) => targets?.vague?.names)})\\b`,
  "i",
);
