/** How far a task is: by the words of its configuration, which may be any; the last of them means that it is done. */

import type { Judged } from "../../index/increments.ts";
import type { Increment } from "../../model/increment.ts";
import {
  type IncrementStatus,
  readIncrementStatus,
  type StatusName,
  type Work,
  workOf,
} from "../../model/words.ts";

const STATUSES: readonly string[] = ["To Do", "In Progress", "Done"];
const DRAFT = "Draft";

const NAMES: Readonly<Record<Work, StatusName>> = {
  open: "planning",
  done: "completed",
  deferred: "paused",
  dropped: "abandoned",
};

/** The status of a task where its front matter states it. */
export function readStatus(status: IncrementStatus): IncrementStatus {
  return { ...status, name: nameOf(status.text) };
}

function nameOf(word: string): StatusName | undefined {
  const { name } = readIncrementStatus(word, { start: 0, end: 0 }, "matter");
  const work = name === undefined ? workOf(word) : undefined;
  return work === undefined ? name : NAMES[work];
}

/** The words that a task may have for its status. */
export function statusesOf({ configuration }: Pick<Increment, "configuration">): readonly string[] {
  const own = configuration?.statuses ?? [];
  return own.length > 0 ? own : STATUSES;
}

/** The words for the status of this one; a draft has its own. */
export function offeredStatuses(increment: Increment): readonly string[] {
  const all = statusesOf(increment);
  return increment.shelf === "paused" ? [DRAFT, ...all] : all;
}

/** True for the last word of the configuration, where it says nothing by itself. */
export function isDone(judged: Judged): boolean {
  const written = judged.status?.what;
  const last = statusesOf(judged).at(-1) ?? "";
  return (
    written !== undefined &&
    written.name === undefined &&
    written.text.trim().toLowerCase() === last.trim().toLowerCase()
  );
}

/** The word of the configuration for a status; what is ready for review is done where there is none for that. */
export function statusWord(name: StatusName, increment: Increment): string {
  const all = statusesOf(increment);
  const [first = name, ...others] = all;
  const found = all.find((word) => nameOf(word) === name);
  if (found !== undefined) return found;
  if (name === "active") return others.length > 1 ? (others[0] as string) : first;
  if (name === "completed") return all.at(-1) ?? name;
  return name === "ready_for_review" ? statusWord("completed", increment) : name;
}
