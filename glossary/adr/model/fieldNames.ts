/** What columns, lines and answers of records are called; their readers compare. */
import { LANGUAGES } from "../../languages/all.ts";
import { listed, patternOf } from "../../languages/merge.ts";

/** Headers of a table of decisions, without markup and in small letters. */
export const TITLE_COLUMN = new RegExp(`^(?:${patternOf(({ adr }) => adr?.columns?.title)})$`);
export const STATUS_COLUMN = new RegExp(`^(?:${patternOf(({ adr }) => adr?.columns?.status)})$`);
export const DATE_COLUMN = new RegExp(`^(?:${patternOf(({ adr }) => adr?.columns?.date)})$`);

/** The beginning of a line that states the status. */
export const STATUS_LINE = new RegExp(
  `^[\\s>]*(?:[-*+][ \\t]+)?(?:\\*\\*|__)?(?:${patternOf(({ adr }) => adr?.fields?.statusLine)})(?:\\*\\*|__)?[ \\t]*:(?:\\*\\*|__)?[ \\t]*`,
  "i",
);

/** The beginning of a section that is empty on purpose. */
export const NOTHING_TO_SAY = new RegExp(
  `^[\\s>*_+-]*(?:${patternOf(({ adr }) => adr?.placeholders?.answers)})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** “Chosen option:” at the start of a line. */
export const CHOSEN_OPTION = new RegExp(
  `(?:^|\\n)[\\s>*+-]*(?:\\*\\*|__)?(?:${patternOf(({ adr }) => adr?.options?.chosen)})(?:\\*\\*|__)?[ \\t]*:(?:\\*\\*|__)?[ \\t]*`,
  "i",
);

/** Where the chosen option ends and its reason begins. */
export const END_OF_OPTION = new RegExp(
  `(?:,)?\\s+(?:${patternOf(({ adr }) => adr?.options?.reasonBehind)})(?!\\w)|\\.(?:\\s|$)|\\n|;|$`,
  "i",
);

/** An option in quotation marks, which may hold full stops and "because". */
export const QUOTED_OPTION = new RegExp(
  `^(["'“„«]|\`\`?)(.{1,300}?)(["'”“»]|\`\`?)(?=,?\\s+(?:${patternOf(({ adr }) => adr?.options?.behindQuote)})\\b|[,.;:]?\\s*(?:\\n|$))`,
  "i",
);

/** What a section of reasons is called, by the beginning of what the section about the decision is called. */
export const RATIONALE_HEADINGS: readonly (readonly [decision: RegExp, rationale: string])[] =
  LANGUAGES.flatMap(({ adr }) =>
    adr?.rationaleHeading ? [[startOf(adr.rationaleHeading.below), adr.rationaleHeading.name] as const] : [],
  );

function startOf(words: string): RegExp {
  return new RegExp(`^(?:${listed(words).join("|")})`, "i");
}

/** What stands before or behind a number that is only an example. */
export const FOR_EXAMPLE_BEFORE = new RegExp(
  `(?:${patternOf(({ adr }) => adr?.forExample)})[,:]?[ \\t(]*$`,
  "iu",
);
export const FOR_EXAMPLE_BEHIND = new RegExp(
  `^[ \\t]*[,(]?[ \\t]*(?:${patternOf(({ adr }) => adr?.forExample)})`,
  "iu",
);

/** What stands before a number that was given up, or before the first one of several: “the former ADR 36 and ADR 37”. */
export const FORMER_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${patternOf(({ adr }) => adr?.former)})[ \\t:(]*(?:ADR[- ]?\\d{1,5}(?:[ \\t]*(?:[,/&+]|\\p{L}{1,3}))?[ \\t]+){0,6}$`,
  "iu",
);

/** The beginning of a choice of several options. */
export const SEVERAL_OPTIONS = new RegExp(
  `^(?:${patternOf(({ adr }) => adr?.options?.several)})(?!\\p{L})`,
  "iu",
);
