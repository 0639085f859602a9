/** Adds a story, a criterion or a task to an increment: the right text, with the next id, at the right place. */
import type { Count, Criterion, IncrementPage, Story, Task } from "../../domain/increment.ts";
import type { Span } from "../../text/span.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { countOf, type Increment, type Placed } from "../../workspace/increments.ts";
import type { ReadPage } from "../../workspace/workspace.ts";
import { nextCriterionId, nextStoryId, nextTaskId, storyNumber } from "./nextId.ts";
import { criterionText, storyText, tasksHead, taskText } from "./templates.ts";
import { incrementTitle } from "./title.ts";

export type Wanted =
  | { readonly what: "story"; readonly project: string | undefined }
  /** `story` is a key: `US-1`. */
  | { readonly what: "criterion"; readonly story: string }
  /** `criteria` are keys: `AC-US1-1`. */
  | { readonly what: "task"; readonly story: string | undefined; readonly criteria: readonly string[] };

/** What is put where. A page that does not exist yet is created with `text`. */
export interface Addition {
  readonly path: string;
  readonly create: boolean;
  readonly at: number;
  /** With the line ends of the page, and `{{…}}` for what the author fills in. */
  readonly text: string;
  /** Counts of the increment that were right and are to stay so. */
  readonly counts: readonly FileChange[];
}

/** Where an addition goes: the page that has to be read for `add`. */
export function pageFor(increment: Increment, wanted: Wanted): string {
  if (wanted.what === "task") return pageOf(increment, "tasks") ?? `${increment.folder}/tasks.md`;
  const own = wanted.what === "criterion" ? increment.stories.get(wanted.story)?.[0]?.path : undefined;
  return own ?? pageOf(increment, "spec") ?? `${increment.folder}/spec.md`;
}

/**
 * What to put where. `page` is the one that `pageFor` names, `undefined` where it does not exist. The result is
 * `undefined` where there is no specification to add to, or no such story.
 */
export function add(increment: Increment, wanted: Wanted, page: ReadPage | undefined): Addition | undefined {
  if (!page) return wanted.what === "task" ? newTasksPage(increment, wanted) : undefined;
  const known = page.exports.increment;
  if (!known) return undefined;
  const place = placeOf(increment, wanted, page, known);
  if (!place) return undefined;
  const text = /\r\n/.test(page.text) ? place.text.replace(/\r?\n/g, "\r\n") : place.text;
  const counts = countEdits(increment, wanted, page.path, place.at);
  return { path: page.path, create: false, at: place.at, text, counts };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function placeOf(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage,
  known: IncrementPage,
): Insertion | undefined {
  switch (wanted.what) {
    case "story":
      return placeStory(increment, wanted.project, page, known);
    case "criterion":
      return placeCriterion(increment, wanted.story, page);
    case "task":
      return placeTask(increment, wanted, page, known);
  }
}

function placeStory(
  increment: Increment,
  project: string | undefined,
  page: ReadPage,
  known: IncrementPage,
): Insertion {
  const { stories } = known;
  const last = stories.at(-1);
  const under = page.facts.headings.find(({ text }) => /^(?:user )?stories\b/i.test(text));
  const id = nextStoryId(increment);
  const text = storyText({
    ...{ id, number: storyNumber(id), title: "{{What the user can do}}", criteria: 1 },
    // Not every repository gives its stories priorities.
    priority: last ? last.priority?.text : "P1",
    project: last?.project?.text || project,
    depth: last?.form === "heading" ? last.depth : (under?.depth ?? 2) + 1,
  });
  return behind(page.text, stories, last?.span ?? sectionOf(page, under), text);
}

function placeCriterion(increment: Increment, story: string, page: ReadPage): Insertion | undefined {
  const id = nextCriterionId(increment, story);
  const own = [...increment.criteria.values()].flatMap((places) =>
    places.filter(
      ({ path, what }) => path === page.path && what.story === story && what.standing === "definition",
    ),
  );
  const last = own
    .map(({ what }) => what)
    .sort((a, b) => a.span.start - b.span.start)
    .at(-1);
  if (last?.form === "item") {
    const line = page.text.lastIndexOf("\n", last.span.start - 1) + 1;
    const indent = /^[ \t]*/.exec(page.text.slice(line, last.span.start))?.[0] ?? "";
    const marker = /^[-*+]/.exec(page.text.slice(last.span.start, last.span.start + 1))?.[0] ?? "-";
    // A list whose items stand apart goes on so.
    const apart = isApart(
      page.text,
      own.map(({ what }) => what),
    );
    const text = `${apart ? "\n\n" : "\n"}${indent}${criterionText(marker, id)}`;
    return { at: endOf(page.text, last.span), text };
  }
  const holder = increment.stories.get(story)?.find(({ path }) => path === page.path)?.what;
  if (!holder) return undefined;
  const label = labelOf(holder, page);
  const text = criterionText("-", id);
  return label
    ? { at: label.end, text: `\n\n${text}` }
    : behind(page.text, [], holder.span, `**Acceptance Criteria**:\n\n${text}`);
}

/** The heading or label under which the criteria of a story stand. */
function labelOf({ span, fields }: Story, { facts }: ReadPage): Span | undefined {
  const heading = facts.headings.find(
    (one) => one.span.start > span.start && one.span.end <= span.end && /acceptance criteria/i.test(one.text),
  );
  const field = fields.find(({ kind, value }) => kind === "criteria" && value.start === value.end);
  return heading?.span ?? field?.span;
}

function placeTask(
  increment: Increment,
  wanted: Extract<Wanted, { what: "task" }>,
  page: ReadPage,
  known: IncrementPage,
): Insertion {
  const { tasks, groups } = known;
  const { story } = wanted;
  const ofStory = tasks.filter(({ stories, under }) => story && (stories.includes(story) || under === story));
  const group = groups.find(({ id }) => id.key === story);
  const model = ofStory.at(-1) ?? tasks.at(-1);
  const text = textOfTask(increment, wanted, model, group?.depth, page);
  const [first] = page.facts.headings;
  return behind(
    page.text,
    tasks,
    ofStory.at(-1)?.span ??
      group?.span ??
      tasks.at(-1)?.span ??
      sectionOf(page, tasks.length > 0 ? undefined : first),
    text,
  );
}

function textOfTask(
  increment: Increment,
  { story, criteria }: Extract<Wanted, { what: "task" }>,
  model: Task | undefined,
  groupDepth: number | undefined,
  page: ReadPage | undefined,
): string {
  const written = <T extends { readonly id: { readonly text: string } }>(
    places: readonly Placed<T>[] | undefined,
  ) => places?.[0]?.what.id.text;
  const [one, two] = model?.fields ?? [];
  return taskText({
    id: nextTaskId(increment),
    title: "{{What is done}}",
    story: story && (written(increment.stories.get(story)) ?? story),
    criteria: criteria.map((key) => written<Criterion>(increment.criteria.get(key)) ?? key),
    depth: model?.form === "heading" ? model.depth : groupDepth ? groupDepth + 1 : 3,
    bars: !(page && one && two && /[\r\n]/.test(page.text.slice(one.span.end, two.span.start))),
  });
}

function newTasksPage(increment: Increment, wanted: Extract<Wanted, { what: "task" }>): Addition {
  const text = textOfTask(increment, wanted, undefined, undefined, undefined);
  return {
    path: `${increment.folder}/tasks.md`,
    ...{ create: true, at: 0, counts: [] },
    text: `${tasksHead(incrementTitle(increment))}\n\n${text}\n`,
  };
}

/** A block behind the last line of `span` that says something; with a rule between where the others have one. */
function behind(
  text: string,
  siblings: readonly { readonly span: Span }[],
  span: Span,
  block: string,
): Insertion {
  const at = endOf(text, span);
  const [first] = siblings;
  const rule = siblings.length > 1 && first && RULE.test(text.slice(endOf(text, first.span), first.span.end));
  return { at, text: `${at === 0 ? "" : "\n\n"}${rule ? "---\n\n" : ""}${block}` };
}

const RULE = /^[ \t]*(?:---|\*\*\*|___)[ \t]*$/m;

/** The end of what a span says: without blank lines and rules behind it. */
function endOf(text: string, { start, end }: Span): number {
  const lines = text.slice(start, end).split("\n");
  while (lines.length > 1 && (lines.at(-1)?.trim() === "" || RULE.test(lines.at(-1) ?? ""))) lines.pop();
  return start + lines.join("\n").trimEnd().length;
}

/** From a heading to the next one of its depth or above; the whole page without one. */
function sectionOf(
  { facts, text }: ReadPage,
  heading: ReadPage["facts"]["headings"][number] | undefined,
): Span {
  if (!heading) return { start: 0, end: text.length };
  const next = facts.headings.find(
    ({ span, depth }) => span.start > heading.span.start && depth <= heading.depth,
  );
  return { start: heading.span.start, end: next?.span.start ?? text.length };
}

function isApart(text: string, items: readonly { readonly span: Span }[]): boolean {
  const [last, before] = [items.at(-1), items.at(-2)];
  return (
    last !== undefined &&
    before !== undefined &&
    /\n\s*\n/.test(text.slice(endOf(text, before.span), last.span.start))
  );
}

/** What there is one more of. A new story comes with a criterion. */
const COUNTED: Readonly<Record<Wanted["what"], readonly Count["what"][]>> = {
  story: ["stories", "criteria"],
  criterion: ["criteria"],
  task: ["tasks"],
};

/** The counts that said how many there were, saying one more. */
function countEdits(increment: Increment, wanted: Wanted, path: string, at: number): FileChange[] {
  return [...increment.pages].flatMap(([one, { counts, place }]): FileChange[] => {
    const edits = counts.flatMap((count) => {
      if (!COUNTED[wanted.what].includes(count.what) || countOf(increment, one, count) !== count.value)
        return [];
      if (wanted.what === "task" && place.role === "tasks") {
        const { within, story, from } = count;
        if (one !== path || at < within.start || at > within.end) return [];
        if (from === "matter" && story !== undefined && story !== wanted.story) return [];
      }
      return [{ span: count.span, text: String(count.value + 1) }];
    });
    return edits.length > 0 ? [{ kind: "edit", path: one, edits }] : [];
  });
}

function pageOf({ pages }: Increment, role: IncrementPage["place"]["role"]): string | undefined {
  return [...pages].find(([, { place }]) => place.role === role)?.[0];
}
