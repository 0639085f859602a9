/**
 * Ids of tasks and their criteria. `TASK-7` is a task of one backlog: its key begins with the folder of that, so that
 * two backlogs of a repository do not mix. `#2` is the second criterion of its
 * task, whatever number is written there.
 */
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { IncrementId, WrittenId } from "../../model/ids.ts";

const CRITERION = "AC-";

/** `backlog/TASK-7`. Zeros in front of a number mean nothing: `task-007` is `TASK-7`. */
export function taskKey(backlog: string, prefix: string, number: string): string {
  return `${backlog}/${prefix.toUpperCase()}-${number.replace(/(^|\.)0+(?=\d)/g, "$1")}`;
}

/** A task as it is named at a place. */
export function taskId(backlog: string, prefix: string, number: string, text: string, span: Span): WrittenId {
  return { kind: "feature", key: taskKey(backlog, prefix, number), text: ownCopy(text), span };
}

/** A criterion by its number. */
export function criterionId(number: number, span: Span): WrittenId {
  return { kind: "criterion", key: `${CRITERION}${number}`, text: `#${number}`, span };
}

/** A key as the tool writes it: `TASK-7`, `#2`. */
export function textOf(key: string): string {
  const task = key.lastIndexOf("/");
  return task < 0 ? `#${key.slice(CRITERION.length)}` : key.slice(task + 1);
}

/** What somebody has typed as the number of a criterion; `undefined` for anything else. */
export function idOf(typed: string, kind: IncrementId["kind"]): IncrementId | undefined {
  const digits = kind === "criterion" ? /^#?(\d{1,4})$/.exec(typed)?.[1] : undefined;
  if (digits === undefined) return undefined;
  const { key, text } = criterionId(Number(digits), { start: 0, end: 0 });
  return { kind, key, text };
}

/** Tasks in front matter: `[TASK-1, 2.1]`. What begins with no prefix has that of its page. */
const LISTED = /(?<![\w.-])(?:([a-z]+(?:-[a-z]+)*)-)?(\d+(?:\.\d+)*)(?![\w.-])/gi;

/** The tasks that a value of front matter names, of those that begin with one of these prefixes, the own one first. */
export function listedIn(
  text: string,
  { start, end }: Span,
  backlog: string,
  prefixes: readonly [string, ...string[]],
): WrittenId[] {
  const found: WrittenId[] = [];
  for (const { 0: all, 1: prefix = prefixes[0], 2: number = "", index } of text
    .slice(start, end)
    .matchAll(LISTED)) {
    if (!prefixes.includes(prefix.toLowerCase())) continue;
    const span = { start: start + index, end: start + index + all.length };
    found.push(taskId(backlog, prefix, number, all, span));
  }
  return found;
}

const WRITTEN = new Map<string, RegExp>();

/** The tasks with one of these prefixes that a text speaks of: `as task-7 says`. */
export function namedIn(
  text: string,
  from: number,
  backlog: string,
  prefixes: readonly string[],
): WrittenId[] {
  const any = prefixes.join("|");
  const pattern = WRITTEN.get(any) ?? new RegExp(`(?<![\\w/.#-])(${any})-(\\d+(?:\\.\\d+)*)(?![\\w-])`, "gi");
  WRITTEN.set(any, pattern);
  const found: WrittenId[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [all, prefix = "", number = ""] = match;
    const span = { start: match.index, end: match.index + all.length };
    found.push(taskId(backlog, prefix, number, all, span));
  }
  return found;
}
