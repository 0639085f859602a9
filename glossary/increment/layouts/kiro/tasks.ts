/** `tasks.md`: `- [ ] 2.1 Title`, and `- [ ]* 2.2 Title` for what may be left out. */
import type { Item } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { firstFrom, type Span } from "../../../text/span.ts";
import type { State, Step, Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementReading } from "../../model/source.ts";
import { taskOf } from "../../model/tasks.ts";
import { taskId } from "./ids.ts";
import type { Reference } from "./refs.ts";

/** The box of an optional task is none of GFM: a star stands behind it. */
const OPTIONAL = /^\[([ xX~-])\]\\?\*[ \t]+/;
const NUMBERED =
  /^((?:\*\*|__)?(?:Task[ \t]+)?)(?:([A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.):：]?|(\d{1,3}[a-z]?)[.):：])(\\?\*)?(?:\*\*|__)?[.):：]?[ \t]+(\S[^\r\n]*)/;

/** A task where it is named. */
interface Named {
  readonly item: Item;
  readonly line: Span;
  readonly number: Span;
  readonly title: Span;
  readonly state: State;
}

/** The tasks of a page, in order. A box that is not ticked is open, whatever stands in it: `[-]` is being worked on. */
export function kiroTasks(reading: IncrementReading, references: readonly Reference[]): Task[] {
  const { text, sections } = reading;
  const named = reading.facts.items.flatMap((item) => namedIn(reading, item) ?? []);
  return named.map(({ item, line, number, title, state }, i) => {
    // What stands behind the item and before the next task or heading is about this one, too.
    const next = named[i + 1]?.item.span.start ?? text.length;
    const heading = sections[firstFrom(sections, line.end)]?.span.start ?? text.length;
    const own = { start: line.end, end: Math.max(line.end, Math.min(next, heading)) };
    const wholes = wholesIn(references, own);
    const head = {
      id: taskId(text.slice(number.start, number.end), number),
      title: ownCopy(text.slice(title.start, title.end)),
      titleSpan: title,
      marks: NOTHING,
      priority: undefined,
      bold: false,
      sign: undefined,
      flaws: NOTHING,
    };
    return taskOf(reading, head, {
      nameSpan: { start: line.start, end: title.end },
      span: item.span,
      bodyEnd: item.span.end,
      body: own,
      form: "item",
      depth: 0,
      flaws: NOTHING,
      state,
      under: undefined,
      steps: stepsIn(reading, { start: line.end, end: item.span.end }),
      stories: wholes,
    });
  });
}

const NOTHING: readonly never[] = [];

/** The requirements that are meant as a whole; none where all are. */
function wholesIn(references: readonly Reference[], within: Span): readonly string[] {
  const found = new Set<string>();
  for (const { kind, all, wholes } of startingIn(references, within)) {
    if (kind !== "criteria" || !all) continue;
    if (wholes.length === 0) return NOTHING;
    for (const one of wholes) found.add(one);
  }
  return found.size === 0 ? NOTHING : [...found];
}

/** The boxes in a task, those of its parts among them. A box is done or open here. */
function stepsIn({ steps }: IncrementReading, within: Span): readonly Step[] {
  return startingIn(steps, within).map(({ step }) => {
    const work = step.work === "done" ? "done" : "open";
    return step.work === work ? step : { ...step, work };
  });
}

function namedIn({ text, facts }: IncrementReading, item: Item): Named | undefined {
  const { lead, marker } = item;
  // Most items have no box: they are what is said of a task.
  if (!lead || (lead.start - marker.end < 4 && text[lead.start] !== "[")) return undefined;
  const box = boxOf(facts, item);
  const line = text.slice(lead.start, lead.end);
  const optional = box ? undefined : OPTIONAL.exec(line);
  if (!box && !optional) return undefined;
  const before = optional?.[0].length ?? 0;
  const match = NUMBERED.exec(line.slice(before));
  if (!match) return undefined;
  const [all, lean = "", part, whole, star, title = ""] = match;
  const number = (part ?? whole) as string;
  const start = lead.start + before;
  const end = start + all.length;
  const mark = /^(?:\*\*|__)/.exec(lean)?.[0];
  const trimmed = title.trimEnd();
  const bare = mark && trimmed.endsWith(mark) ? trimmed.slice(0, -mark.length) : trimmed;
  const span = box?.span ?? { start: lead.start, end: lead.start + 3 };
  return {
    item,
    line: { start: lead.start, end },
    number: { start: start + lean.length, end: start + lean.length + number.length },
    title: { start: end - title.length, end: end - title.length + bare.length },
    state: stateOf(
      box?.state ?? (optional?.[1] as string),
      span,
      optional !== undefined || star !== undefined,
    ),
  };
}

/** What is optional and not done is settled all the same. */
function stateOf(mark: string, box: Span, optional: boolean): State {
  const work = /x/i.test(mark) ? "done" : optional ? "deferred" : "open";
  const word = work === "deferred" ? "optional" : undefined;
  return { work, box, mark, word, wordSpan: undefined, span: box };
}
