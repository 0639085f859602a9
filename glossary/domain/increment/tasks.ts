/** Tasks: headings, and the list items of spec-kit and OpenSpec. */
import type { Item } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";
import { type Head, readHead } from "./head.ts";
import type { Flaw, IncrementField, State, Step, StoryGroup, Task } from "./model.ts";
import { type Section, sectionAbove } from "./outline.ts";
import { fieldsIn, type IncrementReading, startingIn } from "./source.ts";
import { readState, stateOfBox } from "./state.ts";
import { workOf, workOfMark } from "./words.ts";

/** The tasks of a page, in order. */
export function tasksOf(reading: IncrementReading): Task[] {
  const { sections } = reading;
  const heads = sections.flatMap((section, i) => (section.head?.id.kind === "task" ? [i] : []));
  return heads.length > 0
    ? heads.map((index, i) => headingTask(reading, index, heads[i + 1]))
    : itemTasks(reading);
}

/** The headings that gather the tasks of a story. */
export function groupsOf({ sections }: IncrementReading): StoryGroup[] {
  return sections.flatMap(({ head, heading, span }) =>
    head?.id.kind === "story" ? [{ id: head.id, span, nameSpan: heading.content, depth: heading.depth }] : [],
  );
}

function headingTask(reading: IncrementReading, index: number, next: number | undefined): Task {
  const section = reading.sections[index] as Section;
  const head = section.head as Head;
  const { heading } = section;
  const following = next === undefined ? section.span.end : (reading.sections[next] as Section).span.start;
  const span = { start: section.span.start, end: Math.min(section.span.end, following) };
  const body = { start: heading.span.end, end: span.end };
  const fields = fieldsIn(reading, body);
  const steps = stepsIn(reading, body);
  const stated = fields.find(({ kind, value }) => kind === "status" && value.end > value.start);
  const state = (stated && readState(reading.text, stated.value)) ?? stateOfSign(head);
  const flaws: Flaw[] = [...head.flaws];
  if (heading.depth !== 3) flaws.push("depth");
  return {
    ...definition(head, heading.content, span),
    form: "heading",
    depth: heading.depth,
    flaws: withId(head, flaws),
    state,
    work: state?.work ?? workOfSteps(steps),
    fields,
    ...linksOf(fields, head),
    under: storyAbove(reading, index),
    steps,
    scenarios: [],
  };
}

const THREE = /^T-\d{3,}E?$/;

function withId(head: Head, flaws: Flaw[]): Flaw[] {
  return THREE.test(head.id.text) ? flaws : [...flaws, "id"];
}

function definition(head: Head, nameSpan: Span, span: Span) {
  const { id, title, titleSpan, priority, marks } = head;
  return { id, title, titleSpan, nameSpan, span, priority, marks };
}

function linksOf(fields: readonly IncrementField[], { marks, priority }: Head) {
  const keys = (...kinds: readonly IncrementField["kind"][]) =>
    fields.filter(({ kind }) => kinds.includes(kind)).flatMap((field) => field.keys);
  const unique = (list: readonly string[], prefix: string) => [
    ...new Set(list.filter((key) => key.startsWith(prefix))),
  ];
  const field = fields.find(({ kind, text }) => kind === "priority" && text !== "");
  const marked = marks.flatMap(({ text }) =>
    /^US-?\d{1,3}$/.test(text) ? [`US-${Number(/\d+/.exec(text))}`] : [],
  );
  return {
    stories: unique([...keys("story"), ...marked], "US-"),
    criteria: unique(keys("criteria", "references"), "AC-"),
    dependencies: unique(keys("dependencies"), "T-"),
    priority: field ? { text: field.text, span: field.value } : priority,
  };
}

function storyAbove({ sections }: IncrementReading, index: number): string | undefined {
  return sectionAbove(sections, index, ({ head }) => head?.id.kind === "story")?.head?.id.key;
}

function stateOfSign({ sign }: Head): State | undefined {
  if (!sign) return undefined;
  const { text, span } = sign;
  if (text.startsWith("[")) return stateOfBox(text[1] as string, { start: span.start, end: span.start + 3 });
  const work = workOf(text);
  return work && { work, box: undefined, mark: undefined, word: text, wordSpan: span, span };
}

function workOfSteps(steps: readonly Step[]): Task["work"] {
  return steps.length > 0 && steps.every(({ work }) => work !== "open") ? "done" : "open";
}

/** The boxes of list items within a span. */
export function stepsIn({ text, facts }: IncrementReading, span: Span): Step[] {
  return startingIn(facts.boxes, span).map(({ span: box, state }) => {
    const newline = text.indexOf("\n", box.end);
    const end = newline < 0 ? text.length : newline;
    const from = box.end + (text[box.end] === " " ? 1 : 0);
    return {
      box,
      mark: state,
      work: workOfMark(state),
      text: { start: from, end: Math.max(from, text[end - 1] === "\r" ? end - 1 : end) },
    };
  });
}

/** What follows an id in a sentence that is about a task, not the task. */
const ABOUT =
  /^(?:through|thru|to|and|or|in|is|was|are|has|have|needs?|depends|blocks|,|–|—|→|\+|&)(?:\s|$)/i;

function itemTasks(reading: IncrementReading): Task[] {
  const { text, facts, number, sections } = reading;
  const found: Task[] = [];
  let section = -1;
  let box = 0;
  for (const item of facts.items) {
    while ((sections[section + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= item.span.start) section++;
    while ((facts.boxes[box]?.span.start ?? Number.POSITIVE_INFINITY) < item.span.start) box++;
    const own = facts.boxes[box];
    if (!own || !item.lead || own.span.start > item.lead.start) continue;
    const head = readHead(text, item.lead, number);
    if (head?.id.kind !== "task" || ABOUT.test(head.title)) continue;
    found.push(itemTask(reading, item, head, stateOfBox(own.state, own.span), section));
  }
  return found;
}

function itemTask(reading: IncrementReading, item: Item, head: Head, state: State, section: number): Task {
  const lead = item.lead as Span;
  const body = { start: lead.end, end: item.span.end };
  const fields = fieldsIn(reading, body);
  const story = (reading.sections[section]?.head?.id.kind ?? "") === "story";
  return {
    ...definition(head, { start: lead.start, end: head.titleSpan.end }, item.span),
    form: "item",
    depth: 0,
    flaws: [...head.flaws, "form"],
    state,
    work: state.work,
    fields,
    ...linksOf(fields, head),
    under: story ? reading.sections[section]?.head?.id.key : storyAbove(reading, section),
    steps: stepsIn(reading, body),
    scenarios: [],
  };
}
