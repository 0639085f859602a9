/** Words for how far work is. */
import { patternOf } from "../../languages/merge.ts";
import type { Span } from "../../text/span.ts";

/** How far a task or criterion is. */
export type Work = "open" | "done" | "deferred" | "dropped";

const DONE = new RegExp(`^(?:✅|☑|✔|🟢|${patternOf(({ work }) => work?.done)})`, "u");
const DEFERRED = new RegExp(`^(?:⏸|⏭|${patternOf(({ work }) => work?.deferred)})`, "u");
const DROPPED = new RegExp(`^(?:❌|🚫|${patternOf(({ work }) => work?.dropped)})`, "u");
const OPEN = new RegExp(`^(?:⏳|🔄|🚧|⬜|🔲|📋|🟡|🔴|⚠|${patternOf(({ work }) => work?.open)})`, "u");

/** What a word of a status field or the mark of a box says; `undefined` for words that say nothing. */
export function workOf(word: string): Work | undefined {
  const bare = word.trim().toLowerCase();
  if (DONE.test(bare)) return "done";
  if (DEFERRED.test(bare)) return "deferred";
  if (DROPPED.test(bare)) return "dropped";
  if (OPEN.test(bare)) return "open";
  return undefined;
}

/** What is between the brackets of a box. */
export function workOfMark(mark: string): Work {
  if (mark === "x" || mark === "X") return "done";
  if (mark === "~" || mark === ">") return "deferred";
  return mark === "-" ? "dropped" : "open";
}

/** The states of an increment, SpecWeave 1.0. */
export const STATUSES = [
  "planning",
  "active",
  "backlog",
  "paused",
  "ready_for_review",
  "completed",
  "abandoned",
] as const;

export type StatusName = (typeof STATUSES)[number];

/** The types of increments, as SpecWeave names them. */
export const INCREMENT_TYPES = [
  "feature",
  "bug",
  "hotfix",
  "change-request",
  "refactor",
  "experiment",
] as const;

export const PRIORITIES = ["P0", "P1", "P2", "P3"] as const;

/** The status of an increment where it is written. */
export interface IncrementStatus {
  readonly text: string;
  readonly span: Span;
  /** `undefined` for a word that is no status. */
  readonly name: StatusName | undefined;
  /** `line`: a field before the first section of a specification without front matter. Nothing reads that but people. */
  readonly from: "metadata" | "matter" | "line";
  /** True for a word of SpecWeave's own list; `planned`, which its template writes, counts as one. */
  readonly known: boolean;
}

const SYNONYMS: ReadonlyMap<string, StatusName> = new Map(
  Object.entries({
    planned: "planning",
    proposed: "planning",
    draft: "planning",
    new: "planning",
    "in-progress": "active",
    "in-development": "active",
    implementing: "active",
    open: "active",
    started: "active",
    "on-hold": "paused",
    "ready-for-review": "ready_for_review",
    "in-review": "ready_for_review",
    review: "ready_for_review",
    complete: "completed",
    done: "completed",
    closed: "completed",
    finished: "completed",
    implemented: "completed",
    shipped: "completed",
    archived: "completed",
    superseded: "abandoned",
    cancelled: "abandoned",
    canceled: "abandoned",
    rejected: "abandoned",
    dropped: "abandoned",
  } as const),
);

/** Reads the status of an increment. */
export function readIncrementStatus(
  text: string,
  span: Span,
  from: IncrementStatus["from"],
): IncrementStatus {
  const own = (STATUSES as readonly string[]).includes(text);
  const bare = text.trim().toLowerCase().replace(/[ _]+/g, "-");
  const name = own
    ? (text as StatusName)
    : (SYNONYMS.get(bare) ?? STATUSES.find((one) => one.replace(/_/g, "-") === bare));
  return { text, span, name, from, known: own || text === "planned" };
}
