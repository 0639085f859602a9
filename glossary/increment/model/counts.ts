/** Numbers that sum up what can be counted: `**Tasks**: 4 total, 3 completed`, `total_tasks: 12`. */
import type { Field } from "../../markdown/facts.ts";
import { type Span, shift } from "../../text/span.ts";
import { idOf } from "./ids.ts";
import type { Count } from "./model.ts";
import { type IncrementReading, type Sum, sectionAt } from "./source.ts";

type What = Count["what"];

const KEYS: ReadonlyMap<string, What> = new Map(
  Object.entries({
    total_tasks: "tasks",
    completed: "done",
    completed_tasks: "done",
    tasks_completed: "done",
    total_acs: "criteria",
    completed_acs: "criteria-done",
    total_user_stories: "stories",
  } as const),
);

/** The counts of a page, in order. `matter` is the span of its front matter. */
export function countsOf(reading: IncrementReading, matter: Span | undefined): Count[] {
  return [...(matter ? matterCounts(reading, matter) : []), ...lineCounts(reading)];
}

const LINE = /^([ \t]*)["']?([\w-]{1,40})["']?:[ \t]*["']?(\d{1,5})["']?[ \t]*(?:#.*)?\r?$/gm;

function matterCounts({ text, place }: IncrementReading, matter: Span): Count[] {
  const found: Count[] = [];
  const within = { start: 0, end: text.length };
  for (const match of text.slice(matter.start, matter.end).matchAll(LINE)) {
    const [all, indent = "", key = "", digits = ""] = match;
    const story = indent === "" ? undefined : idOf(key, place.number);
    const what = indent === "" ? KEYS.get(key) : story?.kind === "story" ? "tasks" : undefined;
    if (!what) continue;
    const start = matter.start + match.index + all.indexOf(digits, all.indexOf(":"));
    const span = { start, end: start + digits.length };
    found.push({ what, value: Number(digits), span, from: "matter", story: story?.key, within });
  }
  return found;
}

/** Label, value, and what its groups count. */
const FORMS: readonly (readonly [RegExp, RegExp, readonly What[]])[] = [
  [
    /^tasks$/i,
    /^(\d{1,5}) (?:total|tasks?)\b(?:[^\d\r\n]{1,10}(\d{1,5}) (?:completed?|done|finished)\b)?/i,
    ["tasks", "done"],
  ],
  [/^total tasks$/i, /^(\d{1,5})\b(?![.,]?\d)/, ["tasks"]],
  [
    /^(?:completed(?: tasks)?|tasks completed)$/i,
    /^(\d{1,5})(?:[ \t]*\/[ \t]*(\d{1,5}))?(?=$|[ \t]*(?:\(|tasks?\b))/i,
    ["done", "tasks"],
  ],
  [/^progress$/i, /^(\d{1,5})[ \t]*\/[ \t]*(\d{1,5}) tasks?\b/i, ["done", "tasks"]],
  [/^total (?:acs|acceptance criteria)$/i, /^(\d{1,5})\b/, ["criteria"]],
  [/^total user stories$/i, /^(\d{1,5})\b/, ["stories"]],
];

const FIRST = /^(?:t|c|p)/i;

/** The same `by` UTF-16 units further on. */
export function movedSum({ what, value, span, at }: Sum, by: number): Sum {
  return { what, value, span: shift(span, by), at: at + by };
}

/** The numbers in fields that sum up. */
export function sumsIn(text: string, fields: readonly Field[]): Sum[] {
  const found: Sum[] = [];
  for (const { label, value } of fields) {
    if (!FIRST.test(label)) continue;
    const form = FORMS.find(([pattern]) => pattern.test(label));
    const match = form?.[1].exec(text.slice(value.start, value.end));
    if (!form || !match) continue;
    let at = 0;
    for (const [i, what] of form[2].entries()) {
      const digits = match[i + 1];
      if (digits === undefined) continue;
      at = match[0].indexOf(digits, at);
      const span = { start: value.start + at, end: value.start + at + digits.length };
      at += digits.length;
      found.push({ what, value: Number(digits), span, at: value.start });
    }
  }
  return found;
}

function lineCounts(reading: IncrementReading): Count[] {
  return reading.sums.flatMap(({ what, value, span, at }) => {
    const scope = scopeOf(reading, at);
    // A date is no number of tasks, and what a task has completed is its own affair.
    return scope ? [{ what, value, span, from: "line" as const, ...scope }] : [];
  });
}

/** What a line counts: the section it stands in if that has tasks, else the file; `undefined` within a task. */
function scopeOf(reading: IncrementReading, offset: number): Pick<Count, "story" | "within"> | undefined {
  const { sections, text } = reading;
  const whole = { story: undefined, within: { start: 0, end: text.length } };
  const index = sectionAt(reading, offset);
  const section = sections[index];
  if (!section || section.heading.depth === 1) return whole;
  const { head, span } = section;
  if (head?.id.kind === "task") return undefined;
  if (head?.id.kind === "story") return { story: head.id.key, within: span };
  for (let next = index + 1; (sections[next]?.span.start ?? span.end) < span.end; next++)
    if (sections[next]?.head?.id.kind === "task") return { story: undefined, within: span };
  return whole;
}
