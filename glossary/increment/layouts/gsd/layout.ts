/** GSD (get-shit-done): requirements, a roadmap of phases that name them, and plans of these phases. */

import type { Increment } from "../../model/increment.ts";
import type { Task } from "../../model/model.ts";
import type { Layout } from "../layout.ts";
import { addRequirement, BY_PHASES, openPhases, planFiles } from "./drafts.ts";
import { idOf, phaseOf, textOf } from "./ids.ts";
import { GSD, GSD_PLACES, ROOT } from "./places.ts";
import { readGsd } from "./reading.ts";

export const gsd: Layout = {
  id: GSD,
  label: "GSD",
  about: "a plan of a phase: the requirements it is for, and its tasks",
  words: { unit: "plan", criterion: "requirement" },

  places: GSD_PLACES,
  menus: { inside: "\\.planning/", holder: "\\.planning" },
  first: [{ root: ROOT, sign: `${ROOT}/ROADMAP.md` }],
  rootOf: (unit) => unit,

  read: readGsd,
  notation: { isByPlace: true, idOf, textOf, isPlace: () => false },
  criteria: "boxes",
  naming: "**Requirements**: AUTH-01",
  tasksOfStories: false,
  tasksWithTests: false,
  tasksInParts: true,
  isPast,
  titleOf: (title) => title.replace(/^requirements?[ \t]*[:–—-][ \t]*/i, ""),

  asks: (view, root) => [
    { key: "phase", title: "The phase that the plan belongs to", values: openPhases(view, root) },
  ],
  draft: planFiles,
  add: {
    page: ({ unit }, what) => `${unit}/${what === "task" ? "ROADMAP" : "REQUIREMENTS"}.md`,
    edit: (_increment, { what }, _page, target) =>
      what === "criterion" ? addRequirement(target) : undefined,
    text: () => undefined,
  },
  cover: BY_PHASES,
  refusal: (_increment, { what }) =>
    what === "criterion"
      ? undefined
      : "GSD adds phases itself: gsd-tools phase add. To plan one, make a new plan.",
};

/** True for a phase that is done, and for the plans of one or of none that the roadmap still has. */
function isPast({ tasks }: Increment, { id }: Task): boolean {
  const phase = tasks.get(phaseOf(id.key))?.[0]?.what;
  return phase === undefined || phase.work === "done" || phase.work === "dropped";
}
