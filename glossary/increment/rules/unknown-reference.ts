import { defineRule, type Finding, type Fix, replace } from "../../rule/rule.ts";
import { nearest } from "../../text/nearest.ts";
import { basename } from "../../text/paths.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import { targetOf } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import { calledByOthers } from "../layouts/words.ts";
import type { Increment } from "../model/increment.ts";
import {
  criteriaOfRange,
  hasTasks,
  type IncrementField,
  type IncrementPage,
  storyOfCriterion,
  type Task,
  type WrittenId,
} from "../model/index.ts";

interface Data {
  readonly increment: Increment;
  readonly id: WrittenId;
  /** What it could be, by key. */
  readonly known: ReadonlyMap<string, unknown>;
  /** Keys that it cannot be: the task itself, and what stands beside it in the field. */
  readonly beside: readonly string[];
}

export const unknownReference = defineRule<Data, IncrementView>({
  id: "increment/unknown-reference",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  summary: "A task names a criterion, a story or a task that its increment does not have.",
  why: `The task works on something that nobody has asked for, or a slip hides what it works on: then the criterion that is
meant counts as not covered. SpecWeave stops at such a task.

Looked at are the fields of tasks for stories, criteria and dependencies, and the headings that gather the tasks of a
story. Numbers are compared: \`US1\`, \`US-001\` and, in increment 18, \`US-018-001\` are the same. Nothing is said of criteria
where the specification has none for that story, of stories where it has none, and of tasks of other increments. The quick
fixes take the nearest id, or add the criterion to the specification for you to write.

Of spec-kit, looked at are marks such as \`[US2]\`, tasks behind *depends on*, and the requirements \`FR-001\` and \`SC-001\` that lines of tasks
name, where the specification numbers any and names this one nowhere. Of Kiro, looked at are the numbers in \`_Requirements: 1.2, 3_\` and \`**Validates: Requirements 1.2**\`; of Backlog.md, the
tasks that a task depends on or is a part of, wherever they are: in drafts, completed or archived.`,
  measured: `3 times in the 39 pages of tasks of specweave, all in one archived increment and all right: its tasks name two criteria
that were taken out of the specification. Once in 26 specifications in the layout of Kiro, right: requirement 5 of four. In the
layout of Backlog.md, 8 times in the 3,400 tasks of seven public repositories, all right: most are ids from before the prefix
of the ids was changed. In 37 further repositories of five spec tools, on 2026-12-01, 18 times, all right; with finished specifications 58
times, of which 19 were wrong before *Phase 3*, dates and *10/17* were told from numbers of tasks and requirements.`,
  examples: [
    {
      title: "A slip",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md":
          "### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n- [ ] **AC-US1-02**: Nothing found says so\n",
      },
      bad: "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, «AC-US1-12»\n",
      good: "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-02\n",
      fix: "Change AC-US1-12 to AC-US1-02",
    },
    {
      title: "Not in the specification yet",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md":
          "### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n\n### US-002: Filter\n\n- [ ] **AC-US2-01**: One colour\n",
      },
      bad: "### T-001: Index\n\n**Satisfies ACs**: AC-US1-01\n\n### T-002: Empty\n\n**Satisfies ACs**: «AC-US1-02»\n",
      fix: "Add AC-US1-02 to the specification",
    },
    {
      title: "A task that does not exist",
      path: ".specweave/increments/0012-search/tasks.md",
      given: { ".specweave/increments/0012-search/spec.md": "### US-001: Search\n" },
      bad: "### T-001: Index\n\n**User Story**: US-001\n**Dependencies**: «T-003»\n\n### T-002: Rank\n\n**Depends on**: T-001\n",
      good: "### T-001: Index\n\n**User Story**: US-001\n**Dependencies**: T-002\n\n### T-002: Rank\n\n**Depends on**: T-001\n",
    },
    {
      title: "Other spellings, and a specification without criteria",
      path: ".specweave/increments/0018-search/tasks.md",
      given: {
        ".specweave/increments/0018-search/spec.md":
          "### US-018-001: Search\n\n### US-018-002: Filter\n\n- [ ] **AC-US2-01**: One colour\n",
      },
      good: "### T-001: Index\n\n**User Story**: US1\n**AC**: AC-US1-01\n\n### T-002: Filter\n\n**AC**: AC-US02-1\n**Dependencies**: 0017/T-009\n",
    },
  ],
  message({ id: { text, kind, key }, increment }) {
    const { notation, words, add } = layoutOf(increment);
    if (kind === "requirement" || kind === "other")
      return `No specification of this ${words.unit} has ${text}: correct the id, or add it there`;
    if (kind === "feature") return `There is no ${text}: correct the id, or take it out`;
    if (notation.isByPlace && kind === "task")
      return `There is no task ${text} in this ${words.unit}: correct the number, or add the task`;
    if (notation.isByPlace) {
      const story = missingStory(increment, key);
      const what =
        story && words.story
          ? `${words.story} ${notation.textOf(story)}`
          : `${words.criterion === "criterion" ? "acceptance criterion" : words.criterion} ${text}`;
      const page = basename(add.page(increment, "criterion", undefined));
      return `There is no ${what} in ${page}: correct the number, or add it there`;
    }
    return `There is no ${NAMES[kind as Named]} ${text} in this increment: correct the id, or add ${kind === "task" ? "the task" : "it to the specification"}`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !(hasTasks(own.place) || own.needs.length > 0 || own.partOf)) return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    yield* unknownNeeds(increment, own, snapshot);
    const { notation, words, isPast } = layoutOf(increment);
    const { isByPlace } = notation;
    const stories = own.groups.map(({ id }) => id);
    const told = toldStories(increment);
    for (const id of stories) {
      const found = judge(increment, told, id, []);
      if (found) yield found;
    }
    if (words.whole) yield* unknownInLines(page, own, increment, told);
    const current = isPast ? own.tasks.filter((task) => !isPast(increment, task)) : own.tasks;
    for (const task of current)
      for (const field of task.fields) {
        const missing = new Set<string>();
        for (const id of namedIn(isByPlace, task, field)) {
          const found = judge(increment, told, id, [...field.keys, task.id.key]);
          if (!found || (id.kind === "task" && headed(page).has(id.text))) continue;
          // All criteria of a requirement that is missing are one mistake.
          const story = isByPlace ? missingStory(increment, id.key) : undefined;
          if (story === undefined || !missing.has(story)) yield found;
          if (story !== undefined) missing.add(story);
        }
      }
  },

  fixes({ data: { increment, id, known, beside } }, context) {
    if (layoutOf(increment).changedBy !== undefined) return [];
    const fixes: Fix[] = [];
    for (const key of nearestKeys(id, known, beside)) {
      const text = written(increment, id, key, context.snapshot);
      fixes.push({
        title: `Change ${id.text} to ${text}`,
        changes: [replace(context, id.span, text)],
        safety: "review",
      });
    }
    if (id.kind === "criterion") fixes.push(...addToSpecification(increment, id, context.snapshot));
    return fixes;
  },
});

/** A key as it is written: that of another increment as it writes it itself. */
function written(
  increment: Increment,
  { kind, text }: WrittenId,
  key: string,
  { increments: { byId, at } }: IncrementView,
): string {
  const [unit] = (kind === "feature" && byId.get(key)) || [];
  const other = unit && at(unit.unit);
  // A mark of a task is written as it was: `US2`.
  const mark = layoutOf(increment).words.whole ? /^(US-?)(\d{1,3})$/.exec(text) : null;
  if (mark && kind === "story")
    return `${mark[1]}${key.slice("US-".length).padStart(mark[2]?.length ?? 0, "0")}`;
  return (other && calledByOthers(other)) ?? layoutOf(increment).notation.textOf(key);
}

/** The increments that this one says it needs or is a part of, and that are not there. */
function* unknownNeeds(
  increment: Increment,
  { needs, partOf }: IncrementPage,
  { increments: { byId } }: IncrementView,
): Iterable<Finding<Data>> {
  const named = partOf ? [...needs, partOf] : needs;
  for (const id of named)
    if (!byId.has(id.key)) {
      const beside = [...named.map(({ key }) => key), increment.id ?? ""];
      yield { span: id.span, data: { increment, id, known: byId, beside } };
    }
}

const DEPENDS = /\b(?:depends? on|dependent on|blocked by)\b[^.;)\r\n]{0,80}$/i;
/** The name of another feature on a line: `003-pay`, `specs/003`. */
const OTHER = /\b\d{3,6}-[a-z]|\bspecs\/|\bfeature \d/i;

/** Of tasks that are lines: the stories of their marks, the tasks that they say they depend on, and requirements of the whole. */
function* unknownInLines(
  { text }: ReadPage,
  { tasks, mentions }: IncrementPage,
  increment: Increment,
  told: ReadonlySet<string>,
): Iterable<Finding<Data>> {
  const required = mentionedInSpecification(increment);
  for (const task of tasks) {
    for (const { text: mark, span } of task.marks) {
      const number = /^US-?(\d{1,3})$/.exec(mark)?.[1];
      const id = { kind: "story" as const, key: `US-${Number(number)}`, text: mark, span };
      const found = number === undefined ? undefined : judge(increment, told, id, []);
      if (found) yield found;
    }
    for (const id of inside(mentions, task.span)) {
      const start = text.lastIndexOf("\n", id.span.start) + 1;
      if (id.kind === "task" && id.key !== task.id.key && DEPENDS.test(text.slice(start, id.span.start))) {
        const found = judge(increment, told, id, [task.id.key]);
        if (found) yield found;
      } else if (/^(?:FR|SC)-/.test(id.key) && required && !required.has(id.key)) {
        const newline = text.indexOf("\n", start);
        const known = new Map(
          [...required].filter((key) => key.startsWith(id.key.slice(0, 3))).map((key) => [key, key]),
        );
        if (known.size > 0 && !OTHER.test(text.slice(start, newline < 0 ? text.length : newline)))
          yield { span: id.span, data: { increment, id, known, beside: [] } };
      }
    }
  }
}

function inside(mentions: IncrementPage["mentions"], { start, end }: Span): IncrementPage["mentions"] {
  return mentions.slice(firstFrom(mentions, start), firstFrom(mentions, end));
}

const REQUIRED = new WeakMap<Increment, ReadonlySet<string> | null>();

/** The keys of all that the specification names; `undefined` where it defines no requirement by an id. */
function mentionedInSpecification(increment: Increment): ReadonlySet<string> | undefined {
  const before = REQUIRED.get(increment);
  if (before !== undefined) return before ?? undefined;
  const pages = [...increment.pages.values()].filter(({ place }) => !hasTasks(place));
  const defines = pages.some(({ others }) => others.some(({ id }) => /^FR-/.test(id.key)));
  const found = defines ? new Set(pages.flatMap(({ mentions }) => mentions.map(({ key }) => key))) : null;
  REQUIRED.set(increment, found);
  return found ?? undefined;
}

type Named = "criterion" | "story" | "task";
const NAMES: Readonly<Record<Named, string>> = {
  criterion: "acceptance criterion",
  story: "user story",
  task: "task",
};

/** The requirement that is named, or whose criterion is, where there is none such. */
function missingStory({ stories }: Increment, key: string): string | undefined {
  const story = storyOfCriterion(key) ?? key;
  return stories.has(story) || !story.startsWith("US-") ? undefined : story;
}

/** The ids in a field that have to lead somewhere. */
function namedIn(isByPlace: boolean, task: Task, { kind, ids }: IncrementField): readonly WrittenId[] {
  // Numbers of requirements and of criteria stand side by side.
  if (isByPlace && kind === "criteria") return ids;
  if (kind === "story") return ids.filter((id) => id.kind === "story");
  if (kind === "criteria") return ids.filter((id) => id.kind === "criterion");
  if (kind === "dependencies") return ids.filter((id) => id.kind === "task" && id.key !== task.id.key);
  return [];
}

const HEADED = new WeakMap<ReadPage, ReadonlySet<string>>();

/** The tasks that lines look like headings of: what a code block has swallowed by mistake is there all the same. */
function headed(page: ReadPage): ReadonlySet<string> {
  const before = HEADED.get(page);
  if (before) return before;
  const found = new Set([...page.text.matchAll(/^#{1,6} (T-?\d{1,4}\w?):/gm)].flatMap(([, id]) => id ?? []));
  HEADED.set(page, found);
  return found;
}

const TOLD = new WeakMap<Increment, ReadonlySet<string>>();

/** The stories for which there are criteria. */
function toldStories(increment: Increment): ReadonlySet<string> {
  const before = TOLD.get(increment);
  if (before) return before;
  const told = new Set(
    [...increment.coverage.values()].flatMap(({ criterion }) => criterion.what.story ?? []),
  );
  TOLD.set(increment, told);
  return told;
}

function judge(increment: Increment, told: ReadonlySet<string>, id: WrittenId, beside: readonly string[]) {
  const known = knownOf(increment, told, id);
  if (known === undefined || known.has(id.key) || isRange(known, id.key)) return undefined;
  return { span: id.span, data: { increment, id, known, beside } };
}

/** `AC-US2-01-03` for three criteria; a task that stands with others under `T-002-T-011`. */
function isRange(known: ReadonlyMap<string, unknown>, key: string): boolean {
  if (criteriaOfRange(key).some((one) => known.has(one))) return true;
  const number = Number(/^T-(\d+)$/.exec(key)?.[1]);
  return (
    number > 0 &&
    [...known.keys()].some((one) => {
      const [, first, last] = /^T-(\d+)-T-(\d+)$/.exec(one) ?? [];
      return Number(first) <= number && number <= Number(last);
    })
  );
}

/** What an id can mean; `undefined` where the specification does not say enough to tell. */
function knownOf(increment: Increment, told: ReadonlySet<string>, { kind, key }: WrittenId) {
  if (kind === "task") return increment.tasks;
  if (kind === "story") return increment.stories.size > 0 ? increment.stories : undefined;
  const story = storyOfCriterion(key);
  // Where stories are known, a criterion of none of them is a slip too.
  const isTold = story === undefined ? increment.coverage.size > 0 : told.has(story);
  const strange = story !== undefined && !increment.stories.has(story) && increment.stories.size > 0;
  return isTold || (strange && increment.coverage.size > 0) ? increment.coverage : undefined;
}

/** How many keys are compared; those with the nearest numbers. */
const MOST = 200;

/** Up to three known keys that are near. */
function nearestKeys(
  { key }: WrittenId,
  known: ReadonlyMap<string, unknown>,
  beside: readonly string[],
): string[] {
  const stem = key.slice(0, key.lastIndexOf("-") + 1);
  // A criterion of another story is meant only where its own has none.
  const ofStory = [...known.keys()].some((one) => one.startsWith(stem));
  const away = (one: string) =>
    one.startsWith(stem) ? Math.abs(numberOf(one) - numberOf(key)) : Number.MAX_SAFE_INTEGER;
  const left = new Set(
    [...known.keys()]
      .filter((one) => !beside.includes(one) && (!ofStory || one.startsWith(stem)))
      .sort((a, b) => away(a) - away(b))
      .slice(0, MOST),
  );
  const found: string[] = [];
  while (found.length < 3) {
    const one = nearest(key, left);
    if (one === undefined) break;
    found.push(one);
    left.delete(one);
  }
  return found;
}

/** The last number in a key. */
function numberOf(key: string): number {
  return Number(/(\d+)[A-Z]?$/.exec(key)?.[1] ?? 0);
}

/** The missing criterion as a line below its story, for the author to write. */
function addToSpecification(increment: Increment, { key, text }: WrittenId, { pages }: IncrementView): Fix[] {
  const { stories } = increment;
  const story = storyOfCriterion(key);
  const place = story === undefined ? undefined : stories.get(story)?.[0];
  const target = place && targetOf(pages.get(place.path));
  const edit = target && story && layoutOf(increment).cover.define(increment, target, story, key);
  if (!edit) return [];
  return [
    {
      title: `Add ${text} to the specification`,
      changes: [{ kind: "edit", path: target.path, edits: [edit] }],
      safety: "review",
    },
  ];
}
