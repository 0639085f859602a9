/** Tasks: headings, else the items of lists. */
import type { Span } from "../../text/span.ts";
import type { Head } from "./head.ts";
import type { Criterion, FieldKind, Flaw, IncrementField, State, Step, StoryGroup, Task } from "./model.ts";
import { bodyEnd, type Section, sectionAbove } from "./outline.ts";
import { startingIn } from "./sorted.ts";
import { type IncrementReading, sectionAt } from "./source.ts";
import { readState, stateOfBox } from "./state.ts";
import { workOf } from "./words.ts";

/** A page and its criteria, which its tasks may name by holding them. */
type Reading = IncrementReading & { readonly criteria?: readonly Criterion[] };

/** What of a page its tasks are made of. */
type OfTask = Pick<Reading, "text" | "fields" | "steps" | "scenarios" | "criteria">;

/** The tasks of a page, in order. */
export function tasksOf(page: IncrementReading, criteria: readonly Criterion[]): Task[] {
  const reading = { ...page, criteria };
  const { sections, grammar } = reading;
  const heads = sections.flatMap((section, i) => (section.head?.id.kind === "task" ? [i] : []));
  if (heads.length > 0) return heads.map((index, i) => headingTask(reading, index, heads[i + 1]));
  return grammar.tasksOf?.(reading) ?? itemTasks(reading);
}

/** The headings that gather the tasks of a story. */
export function groupsOf({ sections }: IncrementReading): StoryGroup[] {
  return sections.flatMap(({ head, heading, span }) =>
    head?.id.kind === "story" ? [{ id: head.id, span, nameSpan: heading.content, depth: heading.depth }] : [],
  );
}

const CANONICAL = /^T-\d{3,}E?$/;

function headingTask(reading: Reading, index: number, next: number | undefined): Task {
  const { heading, head: found, span: whole } = reading.sections[index] as Section;
  const head = found as Head;
  const following = next === undefined ? whole.end : (reading.sections[next] as Section).span.start;
  const span = { start: whole.start, end: Math.min(whole.end, following) };
  const flaws: Flaw[] = [...head.flaws];
  if (heading.depth !== 3) flaws.push("depth");
  if (!CANONICAL.test(head.id.text)) flaws.push("id");
  return taskOf(reading, head, {
    nameSpan: heading.content,
    span,
    body: { start: heading.span.end, end: span.end },
    form: "heading",
    depth: heading.depth,
    flaws: reading.grammar.isStrict ? flaws : [],
    state: undefined,
    under: storyAbove(reading, index),
    bodyEnd: bodyEnd(reading.text, span),
  });
}

/** What is known of a task by the form it has. */
export interface Shape
  extends Pick<Task, "nameSpan" | "span" | "bodyEnd" | "form" | "depth" | "flaws" | "under"> {
  /** Behind the line that names it. */
  readonly body: Span;
  /** By its own box. */
  readonly state: State | undefined;
  /** The boxes in it, where they are not those of `body`. */
  readonly steps?: readonly Step[];
  /** The stories that it is for as a whole. */
  readonly stories?: readonly string[];
}

/** A task with all that its fields and boxes say. */
export function taskOf(reading: OfTask, head: Head, shape: Shape): Task {
  const { body } = shape;
  const fields = startingIn(reading.fields, body);
  const steps = shape.steps ?? startingIn(reading.steps, body).map(({ step }) => step);
  const stated = fields.find(({ kind, value }) => kind === "status" && value.end > value.start);
  const state = shape.state ?? (stated && readState(reading.text, stated.value)) ?? stateOfSign(head);
  const links = linksOf(reading, fields, head, body);
  return {
    id: head.id,
    title: head.title,
    nameSpan: shape.nameSpan,
    titleSpan: head.titleSpan,
    span: shape.span,
    bodyEnd: shape.bodyEnd,
    form: shape.form,
    depth: shape.depth,
    flaws: shape.flaws,
    state,
    work: state?.work ?? workOfSteps(steps),
    fields,
    stories: shape.stories ?? links.stories,
    under: shape.under,
    criteria: links.criteria,
    dependencies: links.dependencies,
    priority: links.priority,
    steps,
    scenarios: startingIn(reading.scenarios, body),
    marks: head.marks,
  };
}

function linksOf(
  { criteria = [] }: OfTask,
  fields: readonly IncrementField[],
  { marks, priority }: Head,
  body: Span,
) {
  const found = { stories: new Set<string>(), criteria: new Set<string>(), dependencies: new Set<string>() };
  for (const { kind, keys } of fields) {
    const into = LINKS.get(kind);
    if (into) for (const key of keys) if (key.startsWith(into.prefix)) found[into.name].add(key);
  }
  for (const { text } of marks) {
    const digits = /^US-?(\d{1,3})$/.exec(text)?.[1];
    if (digits) found.stories.add(`US-${Number(digits)}`);
  }
  // `**Acceptance Criteria**:` with a list below it names them as well.
  for (const { id } of startingIn(criteria, body)) found.criteria.add(id.key);
  const field = fields.find(({ kind, text }) => kind === "priority" && text !== "");
  return {
    stories: [...found.stories],
    criteria: [...found.criteria],
    dependencies: [...found.dependencies],
    priority: field ? { text: field.text, span: field.value } : priority,
  };
}

/** Which links of a task a field gives, by the beginnings of their keys. */
const LINKS = new Map<FieldKind, { name: "stories" | "criteria" | "dependencies"; prefix: string }>([
  ["story", { name: "stories", prefix: "US-" }],
  ["criteria", { name: "criteria", prefix: "AC-" }],
  ["references", { name: "criteria", prefix: "AC-" }],
  ["dependencies", { name: "dependencies", prefix: "T-" }],
]);

function storyAbove({ sections }: IncrementReading, index: number): string | undefined {
  return sectionAbove(sections, index, ({ head }) => head?.id.kind === "story")?.head?.id.key;
}

function stateOfSign({ sign }: Head): State | undefined {
  if (!sign) return undefined;
  const { text, span } = sign;
  // Struck through.
  if (text.endsWith("~~"))
    return { work: "dropped", box: undefined, mark: undefined, word: text, wordSpan: span, span };
  const box = text.indexOf("[");
  if (box >= 0) {
    const start = span.start + box;
    return stateOfBox(text[box + 1] as string, { start, end: start + 3 });
  }
  const work = workOf(text);
  return work && { work, box: undefined, mark: undefined, word: text, wordSpan: span, span };
}

function workOfSteps(steps: readonly Step[]): Task["work"] {
  if (steps.length === 0) return "unknown";
  return steps.every(({ work }) => work !== "open") ? "done" : "open";
}

/** What follows an id in a sentence that is about a task, not the task. */
const ABOUT =
  /^(?:(?:through|thru|to|and|or|in|is|was|are|has|have|needs?|must|should|can|will|depends|blocks|blocked|before|after|for|with|from)\b|[,→+&])/i;

/** `- [ ] T001 [P] [US1] Title`: only with a box, and only on pages without headings for tasks. */
function itemTasks(reading: Reading): Task[] {
  return reading.leads.flatMap(({ head, state, line, span }) => {
    if (!state || head.id.kind !== "task" || ABOUT.test(head.title)) return [];
    return [itemTask(reading, head, line, span, state)];
  });
}

/** A task that is an item with a box; `line` is its first one. */
export function itemTask(reading: Reading, head: Head, line: Span, span: Span, state: State): Task {
  const section = sectionAt(reading, span.start);
  const own = reading.sections[section]?.head;
  return taskOf(reading, head, {
    nameSpan: { start: line.start, end: head.titleSpan.end },
    span,
    body: { start: line.end, end: span.end },
    form: "item",
    depth: 0,
    flaws: reading.grammar.isStrict ? [...head.flaws, "form"] : [],
    state,
    under: own?.id.kind === "story" ? own.id.key : storyAbove(reading, section),
    bodyEnd: span.end,
  });
}
