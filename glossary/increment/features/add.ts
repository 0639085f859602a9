/** Adds a story, a criterion or a task to an increment: the right text, with the next id, at the right place. */

import type { Edit } from "../../text/span.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import {
  addTask,
  criterionLine,
  type IncrementTarget,
  linesAfter,
  newCriterion,
  nextCriterion,
  nextStory,
  nextTask,
  ruleBehind,
  TASK_STYLE,
  targetOf,
  taskLines,
  writtenId,
} from "../edits/edits.ts";
import { countOf } from "../index/increments.ts";
import type { ReadPage } from "../index/view.ts";
import { addKiroCriterion, addKiroRequirement, kiroTask, kiroTasksPage } from "../layouts/kiro/drafts.ts";
import { addKiroTask } from "../layouts/kiro/edits.ts";
import {
  addOpenSpecTask,
  addRequirement,
  addScenario,
  deltaPage,
  openSpecTasks,
  requirementsPage,
} from "../layouts/openSpec/drafts.ts";
import {
  addSpecKitCriterion,
  addSpecKitStory,
  addSpecKitTask,
  specKitTask,
  tasksPage,
} from "../layouts/specKit/drafts.ts";
import { newTask, OUTCOME, storyLines, tasksHead } from "../layouts/specWeave/drafts.ts";
import type { Increment } from "../model/increment.ts";
import type { Count, IncrementPage } from "../model/index.ts";
import { incrementTitle } from "./title.ts";

export type Wanted =
  | { readonly what: "story"; readonly project: string | undefined }
  /** `story` is a key: `US-1`. Of spec-kit, `undefined` means a requirement of the whole feature. */
  | { readonly what: "criterion"; readonly story: string | undefined }
  /** `criteria` are keys: `AC-US1-1`. */
  | { readonly what: "task"; readonly story: string | undefined; readonly criteria: readonly string[] };

/** What is put where. `{{…}}` is what the author fills in. */
export interface Addition {
  readonly path: string;
  /** True for a page that does not exist yet: `text` is all of it. */
  readonly create: boolean;
  readonly at: number;
  readonly text: string;
  /** Counts of the increment that were right and are to stay so. */
  readonly counts: readonly FileChange[];
}

/** The page that an addition goes to, and that has to be read for `add`; `from` is the path of the page at hand. */
export function pageFor(increment: Increment, wanted: Wanted, from?: string): string {
  if (wanted.what === "task") return pageOf(increment, "tasks") ?? `${increment.unit}/tasks.md`;
  const story = wanted.what === "criterion" ? (wanted.story ?? "") : "";
  const places = increment.stories.get(story) ?? [];
  const own = places.find(({ path }) => path === from) ?? places[0];
  if (own) return own.path;
  if (increment.layout === "openspec") return requirementsPage(increment, from);
  return pageOf(increment, "spec") ?? `${increment.unit}/${SPECS[increment.layout] ?? "spec.md"}`;
}

const SPECS: Partial<Record<Increment["layout"], string>> = { kiro: "requirements.md" };

/**
 * What to put where. `page` is the one that `pageFor` names, `undefined` where it does not exist. The result is
 * `undefined` where there is no specification to add to, or no such story; "code" where the place for it is in a block
 * of code that nobody has closed.
 */
export function add(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage | undefined,
): Addition | "code" | undefined {
  const target = targetOf(page);
  if (!page || !target) return newPage(increment, wanted);
  const edit = editFor(increment, wanted, page, target);
  if (!edit) return undefined;
  const at = edit.span.start;
  if (isInCode(page, at)) return "code";
  const counts = countEdits(increment, wanted, page.path, at);
  return { path: page.path, create: false, at, text: edit.text, counts };
}

/** True within a block of code, and behind one that runs to the end of the page. */
function isInCode({ facts, text }: ReadPage, at: number): boolean {
  return facts.codes.some(
    ({ span, closed }) =>
      span.start < at && (at < span.end || (!closed && text.slice(span.end, at).trim() === "")),
  );
}

function editFor(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  if (increment.layout === "spec-kit") return specKitEdit(increment, wanted, page, target);
  if (increment.layout === "openspec") return openSpecEdit(wanted, page, target);
  if (increment.layout === "kiro") return kiroEdit(increment, wanted, page, target);
  switch (wanted.what) {
    case "story":
      return addStory(increment, wanted.project, page, target);
    case "criterion": {
      if (wanted.story === undefined) return undefined;
      const line = criterionLine(nextCriterion(increment, wanted.story), OUTCOME);
      return newCriterion(target, wanted.story, line);
    }
    case "task":
      return addTask(target, taskOf(increment, wanted), wanted.story);
  }
}

function specKitEdit(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  if (wanted.what === "story") return addSpecKitStory(increment, page, target);
  if (wanted.what === "criterion") return addSpecKitCriterion(wanted.story, page, target);
  return addSpecKitTask(increment, wanted.story, page, target);
}

function kiroEdit(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage,
  target: IncrementTarget,
): Edit | undefined {
  if (wanted.what === "story") return addKiroRequirement(increment, page, target);
  if (wanted.what === "task") return addKiroTask(target, kiroTask(increment, wanted.criteria));
  return wanted.story === undefined ? undefined : addKiroCriterion(increment, wanted.story, page, target);
}

function openSpecEdit(wanted: Wanted, page: ReadPage, target: IncrementTarget): Edit | undefined {
  if (wanted.what === "story") return addRequirement(page, target);
  if (wanted.what === "task") return addOpenSpecTask(page, target);
  return wanted.story === undefined ? undefined : addScenario(wanted.story, page, target);
}

/** Behind the last story, else below the heading for stories, else at the end of the page. */
function addStory(
  increment: Increment,
  project: string | undefined,
  { facts, text }: ReadPage,
  target: IncrementTarget,
): Edit {
  const { stories } = target.page;
  const last = stories.at(-1);
  const id = nextStory(increment);
  const lines = storyLines({
    id,
    // Not every repository gives its stories priorities.
    priority: last ? last.priority?.text : "P1",
    project: last?.project?.text || project,
    criteria: [writtenId(`AC-US${Number(/\d+$/.exec(id)?.[0] ?? 1)}-1`)],
  });
  if (last)
    return linesAfter(target, last.bodyEnd, ["", ...(ruleBehind(target, last) ? ["---", ""] : []), ...lines]);
  const heading = facts.headings.find((one) => /^(?:user )?stories\b/i.test(one.text));
  return linesAfter(target, heading?.content.end ?? text.trimEnd().length, ["", ...lines]);
}

function taskOf(increment: Increment, { story, criteria }: Extract<Wanted, { what: "task" }>) {
  return newTask(
    nextTask(increment),
    story && (increment.stories.get(story)?.[0]?.what.id.text ?? writtenId(story)),
    criteria.map((key) => increment.criteria.get(key)?.[0]?.what.id.text ?? writtenId(key)),
  );
}

/** A page with what is wanted, where there is none; a specification is made only where it is one of several. */
function newPage(increment: Increment, wanted: Wanted): Addition | undefined {
  const { layout, unit } = increment;
  // What OpenSpec keeps beside its changes has no tasks.
  if (wanted.what === "task" && layout === "openspec" && !unit.includes("changes/")) return undefined;
  const text =
    wanted.what === "task"
      ? newTasks(increment, wanted)
      : wanted.what === "story" && layout === "openspec"
        ? deltaPage()
        : undefined;
  return text === undefined
    ? undefined
    : { path: pageFor(increment, wanted), create: true, at: 0, text, counts: [] };
}

function newTasks(increment: Increment, wanted: Extract<Wanted, { what: "task" }>): string {
  const title = incrementTitle(increment);
  if (increment.layout === "openspec") return openSpecTasks();
  if (increment.layout === "kiro") return kiroTasksPage(title, kiroTask(increment, wanted.criteria));
  if (increment.layout === "spec-kit") return tasksPage(title, [specKitTask(increment, wanted.story)]);
  const lines = [tasksHead(title), "", ...taskLines(TASK_STYLE, taskOf(increment, wanted))];
  return `${lines.join("\n")}\n`;
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
