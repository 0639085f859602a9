/** What the words around numbers say of them: headings, labels, columns, the beginning of a line. */

import { patternOf } from "../../languages/merge.ts";
import type { TargetWords } from "../../languages/targetWords.ts";

/**
 * What the numbers of a line are. `criterion`: what must hold. `target`: what is aimed at. `baseline`: what was before.
 * `current`: what is now, which a target need not be better than. `result`: what was measured. `test`: what a test
 * checks. `load`: what a load test sends. `alert`: when somebody is called. `change`: by how much a table says that
 * something changes. `task`: anything else in a task. `text`: anything else.
 */
export type LineRole =
  | "criterion"
  | "target"
  | "baseline"
  | "current"
  | "result"
  | "test"
  | "load"
  | "alert"
  | "change"
  | "task"
  | "text";

const CRITERION = /^[\s>]*((?:AC|NFR|FR|SC|QA|PERF|SLO|REQ)-?(?:[A-Z]{1,6}-?)?\d[\w-]*)/;

/** The id of a criterion or requirement at the start of a text: `AC-US1-01`; `undefined` where there is none. */
export function criterionId(text: string): string | undefined {
  return CRITERION.exec(text)?.[1];
}

const TASK = /^[\s>]*(?:T-?\d[\w.-]*|Task\s\d)/;
const DECISION = /^[\s>]*(?:ADR|AD|D)-\d/;

/** True for a text that begins with the id of a task. */
export function beginsTask(text: string): boolean {
  return TASK.test(text);
}

/** True for a text that begins with the id of a decision. */
export function beginsDecision(text: string): boolean {
  return DECISION.test(text);
}

/** True where each number of a place is a target or the like. */
export function tells(role: LineRole): boolean {
  return role !== "text" && role !== "task";
}

/** Patterns in the order in which they are tried, with what they say. */
type Roles = readonly (readonly [RegExp, LineRole])[];

const HEADING_ROLES: Roles = [
  [headed("current", "\\b(?:", ")\\b"), "current"],
  [headed("baseline"), "baseline"],
  [headed("result", "\\b(?:", ")\\b"), "result"],
  [headed("target"), "target"],
  [headed("criterion"), "criterion"],
  [headed("test", "\\b(?:", ")\\b"), "test"],
];
const LABEL_ROLES: Roles = [
  [labelled("load", ")\\b"), "load"],
  [labelled("alert", ")\\b"), "alert"],
  [labelled("current", ")\\b"), "current"],
  [labelled("baseline", ")\\b"), "baseline"],
  [labelled("target", ")$", "iu"), "target"],
  [labelled("result", ")$"), "result"],
  [labelled("criterion", ")$"), "criterion"],
  [labelled("text", ")$"), "text"],
  [labelled("test", ")$"), "test"],
];

function headed(key: keyof NonNullable<TargetWords["headings"]>, start = "", end = ""): RegExp {
  return new RegExp(`${start}${patternOf(({ targets }) => targets?.headings?.[key])}${end}`, "i");
}

function labelled(key: keyof NonNullable<TargetWords["labels"]>, end: string, flags = "i"): RegExp {
  return new RegExp(`^(?:${patternOf(({ targets }) => targets?.labels?.[key])}${end}`, flags);
}

/** “Alert when the P99 is above 2 s”, “Page somebody if …”; the number of a task may be in front. */
const ALERT =
  /^[\s>]*(?:\[[ xX]\]\s*)?(?:T-?\d+\s+|\d[\d.]*\s+)?(?:\[\w{1,6}\]\s*)*(?:alert|alarm|page|notify|warn)s?\b[^.;]{0,60}\b(?:when|if|on|at)\b/i;
/** What must hold at the end of a scenario. */
const THEN = /^[\s>]*(?:then|and)\b|(?:→|->)\s*then\b/i;
const SCENARIO = /^[\s>]*(?:given|when|then)\b|(?:→|->)\s*then\b/i;
/** `WHEN … THE SYSTEM SHALL …` is a requirement. */
const EARS = /\bSHALL\b/;
const LABEL = /^[\s>]*([\p{L}][\p{L} /-]{1,30}?)[\s]*[:：]/u;

/** What a heading says of what stands below it; `text` for most. */
export function headingRole(title: string): LineRole {
  if (TASK.test(title)) return "task";
  if (CRITERION.test(title)) return "criterion";
  return HEADING_ROLES.find(([pattern]) => pattern.test(title))?.[1] ?? "text";
}

const EXAMPLE_HEADING = new RegExp(
  `[❌✗🚫👎]|${patternOf(({ targets }) => targets?.headings?.example)}`,
  "iu",
);
const EXAMPLE_LABEL = new RegExp(
  `[❌✗🚫👎]|✅[\\s*_]*["“«]|^[^\\p{L}]{0,12}(?:${patternOf(({ targets }) => targets?.labels?.example)})[\\s*_]*[:：]`,
  "iu",
);

/** True for a heading of what is shown as it should not be written. */
export function isExampleHeading(title: string): boolean {
  return EXAMPLE_HEADING.test(title);
}

/** True for a line that shows how something should not be written, or how it should instead. */
export function isExample(text: string): boolean {
  return EXAMPLE_LABEL.test(text);
}

const BOX = /^[\s>]*\[[ xX]\]/;

/** True for a requirement in a sentence, with or without an id. */
export function isRequired(text: string): boolean {
  return REQUIRED.test(text);
}

const REQUIRED = new RegExp(`\\b(?:${patternOf(({ targets }) => targets?.required)})\\b`, "i");

/** What a line is by its label or form; `within` where it has neither. */
export function lineRole(text: string, within: LineRole): LineRole {
  if (ALERT.test(text)) return "alert";
  if (TASK.test(text.replace(BOX, ""))) return "task";
  if (within === "criterion" && THEN.test(text)) return within;
  return labelRole(text) ?? (SCENARIO.test(text) && !EARS.test(text) ? "test" : within);
}

/** What the label at the start of a text says; `undefined` without one that is known. */
export function labelRole(text: string): LineRole | undefined {
  const label = LABEL.exec(text)?.[1]?.trim();
  return label === undefined ? undefined : LABEL_ROLES.find(([pattern]) => pattern.test(label))?.[1];
}

/** Words of a heading that tell no column from another. */
const COLUMN_WORDS = new RegExp(`\\b(?:${patternOf(({ targets }) => targets?.columns?.plain)})\\b`, "gi");
const COLUMN_ROLES: Roles = [
  [columned("example", "[❌✗🚫👎]|", "iu"), "text"],
  [columned("criterion"), "criterion"],
  [columned("current"), "current"],
  [columned("baseline"), "baseline"],
  [columned("target"), "target"],
  [columned("result"), "result"],
  [columned("alert"), "alert"],
  [columned("change", "δ|", "iu"), "change"],
];

function columned(key: keyof NonNullable<TargetWords["columns"]>, others = "", flags = "i"): RegExp {
  return new RegExp(`^(?:${others}${patternOf(({ targets }) => targets?.columns?.[key])})\\b`, flags);
}

/**
 * What the heading of a column says of its cells; `undefined` for most. `rest` is what tells a target from others, in
 * small letters: `Target (6 months)` and `Target (12 months)` are two.
 */
export function columnRole(title: string): { readonly role: LineRole | undefined; readonly rest: string } {
  const [pattern, role] = COLUMN_ROLES.find(([one]) => one.test(title)) ?? [];
  const rest = pattern && role === "target" ? title.replace(pattern, "").replace(COLUMN_WORDS, "") : "";
  return {
    role,
    rest: rest
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase(),
  };
}

/** Headings of targets that hold for a part only: those of one phase are no contradiction to those of the whole. */
const PART = headed("part", "\\b(?:", ")");

/** True for a heading that limits what is said to a part. */
export function isPart(title: string): boolean {
  return PART.test(title) && !TASK.test(title);
}
