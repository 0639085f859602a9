/** Conductor: tracks with a specification and a plan. */

import { textOf } from "../bmad/ids.ts";
import { BY_FIELDS } from "../byFields.ts";
import type { Layout } from "../layout.ts";
import { pageNamed } from "../pageNamed.ts";
import { addCriterion, addTask, trackFiles } from "./drafts.ts";
import { CONDUCTOR, CONDUCTOR_PLACES, TRACKS, tracksFolder } from "./places.ts";
import { readConductor } from "./reading.ts";

const planOf = pageNamed("spec.md");

export const conductor: Layout = {
  id: CONDUCTOR,
  label: "Conductor",
  about: "a track: specification and plan",
  words: { unit: "track", criterion: "criterion" },

  places: CONDUCTOR_PLACES,
  menus: { inside: "conductor/(tracks|archive)/", holder: "conductor/tracks" },
  first: [{ root: TRACKS, sign: "conductor/tracks.md" }],
  rootOf: tracksFolder,

  read: readConductor,
  notation: { isByPlace: true, idOf: () => undefined, textOf, isPlace: () => true },
  criteria: "boxes",
  tasksOfStories: false,
  tasksWithTests: false,
  countsAnew: true,
  titleOf: (title) =>
    title.replace(/^(?:track |implementation )?(?:spec(?:ification)?|plan)[ \t]*[:–—-][ \t]*/i, ""),

  draft: trackFiles,
  add: {
    page: (increment, what, from) =>
      what === "task" ? `${increment.unit}/plan.md` : planOf(increment, what, from),
    edit: (_increment, { what }, _page, target) =>
      what === "task" ? addTask(target) : what === "criterion" ? addCriterion(target) : undefined,
    text: () => undefined,
  },
  // No task names a criterion, for these have no ids.
  cover: { ...BY_FIELDS, define: () => undefined },
  refusal: ({ name }, { what }) =>
    what === "story" ? `${name} has no stories: add a criterion to it.` : undefined,
};
