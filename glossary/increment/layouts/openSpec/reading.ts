/** What pages in the layout of OpenSpec say: requirements by their names, tasks by their numbers. */

import type { Heading } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import type { Grammar, IncrementReading, StoryHead } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { storyHead } from "../../model/stories.ts";
import { itemTask } from "../../model/tasks.ts";

export const OPENSPEC_GRAMMAR: Grammar = { isStrict: false, storyOf: requirement, tasksOf: numberedTasks };

/** `Requirement: Title` */
function requirement(text: string, { content }: Heading): StoryHead | undefined {
  const match = /^Requirement:[ \t]*(\S.*)$/.exec(text.slice(content.start, content.end));
  if (!match) return undefined;
  const title = match[1] as string;
  const span = { start: content.end - title.length, end: content.end };
  const name = title.trim();
  const id: WrittenId = { kind: "requirement", key: name.toLowerCase(), text: ownCopy(name), span };
  return storyHead(id, title, span);
}

/** `- [ ] 1.1 Title`. */
function numberedTasks(reading: IncrementReading): Task[] {
  const { text, facts } = reading;
  return facts.items.flatMap((item) => {
    const box = boxOf(facts, item);
    const line = item.lead;
    const match =
      box &&
      line &&
      /^(\d{1,3}(?:\.\d{1,3}){1,2})[.)]?[ \t]+(\S[^\r\n]*)/.exec(text.slice(line.start, line.end));
    if (!box || !line || !match) return [];
    const [all, digits = "", title = ""] = match;
    const span = { start: line.start, end: line.start + digits.length };
    const titleSpan = { start: line.start + all.length - title.length, end: line.start + all.length };
    const id = { kind: "task" as const, key: `T-${digits}`, text: digits, span };
    const head = {
      id,
      title,
      titleSpan,
      marks: [],
      priority: undefined,
      bold: false,
      sign: undefined,
      flaws: [],
    };
    return [itemTask(reading, head, line, item.span, stateOfBox(box.state, box.span))];
  });
}
