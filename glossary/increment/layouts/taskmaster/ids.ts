/**
 * Ids of tasks and their parts: `5`, `5.2`. Each tag has numbers of its own; the keys of those in the tag that counts are
 * `T-5`, those of others begin with its name: `T-search/5`.
 */

import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";

const TASK = "T-";

/** The key of a task; `tag` is "" for the tag that counts. */
export function taskKey(tag: string, number: string): string {
  return tag === "" ? `${TASK}${number}` : `${TASK}${tag}/${number}`;
}

export function taskId(tag: string, number: string, span: Span, text = number): WrittenId {
  return { kind: "task", key: taskKey(tag, number), text: ownCopy(text), span };
}

/** A key as it is written: `5.2`. */
export function textOf(key: string): string {
  const slash = key.lastIndexOf("/");
  return slash < 0 ? key.slice(TASK.length) : key.slice(slash + 1);
}

/** Tasks that a document names: `Task 5`, `task 5.2`, `tasks #5`. */
export function namedIn(text: string): WrittenId[] {
  return [...text.matchAll(NAMED)].map(({ index, 0: all, 1: number = "" }) =>
    taskId("", number, { start: index + all.length - number.length, end: index + all.length }),
  );
}

const NAMED = /\btasks?[ \t]+#?(\d{1,4}(?:\.\d{1,4})?)(?![\w]|\.\d)/gi;
