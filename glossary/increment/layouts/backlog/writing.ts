/** What is being written in the front matter of a task. */

import type { Span } from "../../../text/span.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { Writing } from "../layout.ts";
import { offeredStatuses } from "./statuses.ts";

const PRIORITIES = ["high", "medium", "low"];
const TYPES = ["bug", "feature", "enhancement", "task", "chore", "docs", "spike"];

/** `[TASK-1, TA` and `TA` behind the key, and `- TA` in a list below it. */
const BESIDE =
  /^(?:dependencies|parent_task_id):[ \t]*\[?[ \t]*(?:["']?[\w.-]+["']?[ \t]*,[ \t]*)*["']?([\w.-]*)$/;
const ITEM = /^[ \t]*-[ \t]+["']?([\w.-]*)$/;
const LIST = /^dependencies:[ \t]*\r?\n(?:[ \t]*-[^\r\n]*\r?\n)*$/;

/** The id of another task, behind what says that one is meant; `undefined` anywhere else. */
export function writingAt({ text, matter }: ReadPage, offset: number): Writing | undefined {
  const { span } = matter;
  if (!span || offset >= span.end) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = text.slice(start, offset);
  const typed = BESIDE.exec(line)?.[1] ?? itemOf(text.slice(span.start, start), line);
  if (typed === undefined) return undefined;
  const behind = /^[\w.-]*/.exec(text.slice(offset, offset + 40)) as RegExpExecArray;
  const word = { start: offset - typed.length, end: offset + behind[0].length };
  const { start: from, end } = listAround(text, span.end, word.start);
  const others = `${text.slice(from, word.start)} ${text.slice(word.end, end)}`;
  return { kind: "increment", value: word, word, others };
}

function itemOf(above: string, line: string): string | undefined {
  const isListed = LIST.test(above.slice(Math.max(0, above.lastIndexOf("\ndependencies:") + 1)));
  return isListed ? ITEM.exec(line)?.[1] : undefined;
}

/** The lines of the value that an offset is in. */
function listAround(text: string, end: number, offset: number): Span {
  const start = text.lastIndexOf("\n", text.lastIndexOf(":", offset)) + 1;
  const next = /\n[\w-]+:/.exec(text.slice(offset, end));
  return { start, end: next ? offset + next.index : end };
}

/** The words that can stand behind a key of front matter; `undefined` for those that all layouts have. */
export function matterWords(key: string, increment: Increment): readonly string[] | undefined {
  switch (key) {
    case "status":
      return offeredStatuses(increment);
    case "priority":
      return PRIORITIES;
    case "type":
      return TYPES;
    case "project":
      return [];
    default:
      return undefined;
  }
}
