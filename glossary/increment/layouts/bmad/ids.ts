/**
 * Ids of stories, criteria and tasks. `Story 1.2` is the one in the file `1-2-….md` of a project: its key begins with the
 * folder of that, so that two projects of a repository do not mix. `AC3` and `(AC: #3)` are the third criterion of a story.
 */

import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { IncrementId, WrittenId } from "../../model/ids.ts";

const CRITERION = "AC-";
const TASK = "T-";
const STORY = "Story ";

/** `_bmad-output/Story 1.2`; `above` is a folder with the slash behind it, or "". */
export function storyKey(above: string, epic: string, number: string): string {
  return `${above}${STORY}${plain(epic)}.${plain(number)}`;
}

export function storyId(above: string, epic: string, number: string, text: string, span: Span): WrittenId {
  return { kind: "feature", key: storyKey(above, epic, number), text: ownCopy(text), span };
}

/** A criterion by its number: `3`, `3a`; `text` is how it is written, where that is more than the number. */
export function criterionId(number: string, span: Span, text = `AC${plain(number)}`): WrittenId {
  return { kind: "criterion", key: `${CRITERION}${plain(number)}`, text: ownCopy(text), span };
}

/** A task by its number. */
export function taskId(number: string, span: Span): WrittenId {
  return { kind: "task", key: `${TASK}${plain(number)}`, text: plain(number), span };
}

/** A key as it is written: `Story 1.2`, `AC3`, `4`. */
export function textOf(key: string): string {
  if (key.startsWith(CRITERION)) return `AC${key.slice(CRITERION.length)}`;
  return key.startsWith(TASK) ? key.slice(TASK.length) : key.slice(key.lastIndexOf("/") + 1);
}

/** What somebody has typed as the number of a criterion or a task; `undefined` for anything else. */
export function idOf(typed: string, kind: IncrementId["kind"]): IncrementId | undefined {
  const span = { start: 0, end: 0 };
  if (kind === "task") return /^\d{1,3}[a-z]?$/i.test(typed) ? taskId(typed, span) : undefined;
  const number = kind === "criterion" ? /^(?:AC[ -]?)?#?(\d{1,3}[a-z]?)$/i.exec(typed)?.[1] : undefined;
  return number === undefined ? undefined : criterionId(number, span);
}

function plain(number: string): string {
  return number.toLowerCase().replace(/^0+(?=\d)/, "");
}
