/** Kiro: specifications whose requirements, criteria and tasks have numbers for ids, and no status. */

import { ancestors, basename, dirname } from "../../../text/paths.ts";
import type { Judged } from "../../index/increments.ts";
import type { ReadPage } from "../../index/view.ts";
import type { Increment } from "../../model/increment.ts";
import type { IncrementPlace, IncrementRole } from "../../model/place.ts";
import { shelfOf } from "../files.ts";
import type { Layout, Writing } from "../layout.ts";
import { freeName, inFolder } from "../names.ts";
import { pageNamed } from "../pageNamed.ts";
import { BY_NUMBERS } from "./covering.ts";
import { addKiroCriterion, addKiroRequirement, kiroTask, kiroTasksPage, specFiles } from "./drafts.ts";
import { addKiroTask, isByPlace } from "./edits.ts";
import { kiroIdOf, kiroNumber } from "./ids.ts";
import { readKiro } from "./read.ts";
import { endsInReference } from "./refs.ts";

const ID = "kiro";
const ROOT = ".kiro/specs";
/** Where tools keep what they write in the form of Kiro: cc-sdd in `.kiro`, claude-code-spec-workflow, spec-workflow-mcp. */
const ROOTS = [ROOT, ".claude/specs", ".spec-workflow/specs"] as const;
const ANY = ROOTS.map((root) => root.replace(/\./g, "\\.")).join("|");
const PLACE = new RegExp(`(?:^|/)(?:${ANY})/(?:.*/)?([^/]+)/([^/]+)$`);
const HOLDER = new RegExp(`^(?:.*/)?(?:${ANY})(?=/)`);

const ROLES: ReadonlyMap<string, IncrementRole> = new Map(
  Object.entries({
    "requirements.md": "spec",
    "bugfix.md": "requirements",
    "design.md": "plan",
    "tasks.md": "tasks",
  } as const),
);

export const kiro: Layout = {
  id: ID,
  label: "Kiro",
  about: "a specification: requirements, design and tasks",
  words: { unit: "specification", story: "requirement", criterion: "criterion" },

  places: [{ claims: (path) => path.includes("/specs/") && HOLDER.test(path), at: placeOf }],
  menus: { inside: "\\.(kiro|claude|spec-workflow)/specs/", holder: "\\.(kiro|claude|spec-workflow)/specs" },
  first: [
    { root: ROOT, sign: ".kiro" },
    { root: ROOTS[2], sign: ".spec-workflow" },
    { root: ROOTS[1], sign: ROOTS[1] },
  ],
  rootOf: (unit) => HOLDER.exec(unit)?.[0] ?? ROOT,

  read: readKiro,
  notation: { isByPlace: true, idOf: kiroIdOf, textOf: kiroNumber, isPlace: isByPlace },
  criteria: "numbers",
  naming: "_Requirements: 1.1_",
  tasksOfStories: true,
  tasksWithTests: false,
  countsAnew: true,
  isDone,
  // Nearly all are called “Requirements Document”.
  titleOf: (title) => /[:：–—][ \t]*(\S.*)$/.exec(title)?.[1] ?? "",

  draft: ({ title }, around) => inFolder(freeName(around, title), specFiles(title)),
  add: {
    page: pageNamed("requirements.md"),
    edit(increment, wanted, page, target) {
      if (wanted.what === "story") return addKiroRequirement(increment, page, target);
      if (wanted.what === "task") return addKiroTask(target, kiroTask(increment, wanted.criteria));
      return wanted.story === undefined ? undefined : addKiroCriterion(increment, wanted.story, page, target);
    },
    text: (increment, wanted) =>
      wanted.what === "task"
        ? kiroTasksPage(titleOf(increment), kiroTask(increment, wanted.criteria))
        : undefined,
  },
  refusal: ({ stories }, wanted) =>
    wanted.what === "criterion" && wanted.story !== undefined && stories.has(wanted.story)
      ? "The lists of this requirement do not say which number is which criterion: number them on first."
      : undefined,
  cover: BY_NUMBERS,
  writingAt,
};

function titleOf({ title, name }: Increment): string {
  return kiro.titleOf(title) || name;
}

/** Folders may gather others: `.kiro/specs/_archived/login/tasks.md`. */
function placeOf(path: string): IncrementPlace | undefined {
  const match = PLACE.exec(path);
  const [, name = "", file = ""] = match ?? [];
  const role = ROLES.get(file);
  if (!match || !role) return undefined;
  const unit = dirname(path);
  const shelf = ancestors(dirname(unit))
    .map((one) => shelfOf(basename(one)))
    .find((one) => one !== undefined);
  return {
    layout: ID,
    role,
    unit,
    name,
    id: undefined,
    number: undefined,
    suffix: "",
    shelf: shelf ?? "live",
  };
}

/** Kiro knows no status: what has no open task is done. */
function isDone({ tasks }: Judged): boolean {
  return tasks.size > 0 && [...tasks.values()].flat().every(({ what }) => what.work !== "open");
}

/** Behind the label of a reference: `_Requirements: 1.1, `. */
function writingAt({ text, matter }: ReadPage, offset: number): Writing | undefined {
  if (offset < (matter.span?.end ?? 0)) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const behind = /^[\d.]*/.exec(text.slice(offset, offset + 12)) as RegExpExecArray;
  const line = text.slice(start, offset);
  const typed = (/[\d.]*$/.exec(line) as RegExpExecArray)[0];
  if (!endsInReference(line)) return undefined;
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  const word = { start: offset - typed.length, end: offset + behind[0].length };
  return {
    kind: "criteria",
    word,
    value: { start: word.start, end: word.end },
    others: `${text.slice(start, word.start)} ${text.slice(word.end, end)}`,
  };
}
