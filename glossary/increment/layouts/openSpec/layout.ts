/** OpenSpec: changes, and the specifications in force that they change. Requirements have names; tasks name none. */

import { incrementSlug } from "../../edits/name.ts";
import { BY_FIELDS } from "../byFields.ts";
import type { Layout } from "../layout.ts";
import { freeName, inFolder } from "../names.ts";
import { pageNamed } from "../pageNamed.ts";
import { withoutKind } from "../titles.ts";
import { WRITTEN } from "../written.ts";
import { OPENSPEC_ARCHIVING } from "./archive.ts";
import { specified } from "./capabilities.ts";
import { versionIn } from "./checks/version.ts";
import {
  addOpenSpecTask,
  addRequirement,
  addScenario,
  changeFiles,
  deltaPage,
  openSpecTasks,
  requirementsPage,
} from "./drafts.ts";
import { OPENSPEC_NAMES } from "./names/all.ts";
import { outsideOf } from "./page.ts";
import { isChange, OPENSPEC, OPENSPEC_FILES, placeOf, rootOf } from "./places.ts";
import { readOpenSpec } from "./reading.ts";

export {
  contested,
  emptied,
  leftOutScenarios,
  unknownRequirements,
} from "./checks/against.ts";
export {
  brokenSettings,
  capabilitiesWithoutDelta,
  incompleteProposals,
  nestedChanges,
  specsDespiteMarker,
  withoutDelta,
} from "./checks/change.ts";
export { halfRenames, saidTwice } from "./checks/entries.ts";
export { emptyDeltas, misplacedDeltas, unreadRequirements, wrongSections } from "./checks/lost.ts";
export {
  tooLong,
  unseenScenarios,
  withoutScenario,
  withoutShall,
  withoutSteps,
  withoutText,
} from "./checks/requirements.ts";
export { incompleteSpecs } from "./checks/spec.ts";
export { openInArchive, taskNumbers, tasksNotCounted } from "./checks/tasks.ts";
export type { Telling } from "./checks/told.ts";

const specification = pageNamed("spec.md");

export const openSpec: Layout = {
  id: OPENSPEC,
  label: "OpenSpec",
  about: "a change: proposal, tasks and requirements",
  words: { unit: "change", story: "requirement", criterion: "scenario" },

  versionIn,
  places: [{ claims: (path) => path.includes("openspec/"), at: placeOf }],
  files: OPENSPEC_FILES,
  menus: { inside: "openspec/changes/[^/]+", holder: "openspec/changes" },
  first: [{ root: "openspec/changes", sign: "openspec" }],
  rootOf: (unit) => `${rootOf(unit)}/changes`,

  read: readOpenSpec,
  outside: outsideOf,
  notation: WRITTEN,
  archiving: OPENSPEC_ARCHIVING,
  names: OPENSPEC_NAMES,
  criteria: "scenarios",
  tasksOfStories: false,
  comparesTasks: true,
  tasksWithTests: true,
  titleOf: withoutKind,

  asks: (view, root) => [
    {
      key: "capability",
      title: "Which capability does it change?",
      values: specified(view, `${root}/x`),
      another: "A new one",
    },
  ],
  draft({ title, date, capability: answer }, around) {
    const known = specified(around.view, `${around.root}/x`);
    const capability =
      answer !== undefined && known.includes(answer) ? answer : capabilityName(answer ?? title);
    const isNew = !known.includes(capability);
    return inFolder(freeName(around, title), changeFiles({ title, date, capability, isNew }));
  },
  add: {
    page: (increment, what, from) =>
      what === "task" ? specification(increment, what, from) : requirementsPage(increment, from),
    edit(_increment, wanted, page, target) {
      if (wanted.what === "story") return addRequirement(page, target);
      if (wanted.what === "task") return addOpenSpecTask(page, target);
      return wanted.story === undefined ? undefined : addScenario(wanted.story, page, target);
    },
    text(increment, { what }) {
      if (what === "story") return deltaPage();
      return what === "task" && isChange(increment) ? openSpecTasks() : undefined;
    },
  },
  cover: BY_FIELDS,
  refusal: ({ name }, { what }) =>
    what === "task" ? `${name} is a specification in force: tasks belong to a change of it.` : undefined,
};

/** A path of small letters and hyphens: `Shop / Check out` is `shop/check-out`. */
function capabilityName(typed: string): string {
  const segments = typed.split("/").filter((one) => one.trim() !== "");
  // What leads elsewhere is no name; whoever writes files refuses it.
  if (segments.includes("..")) return typed;
  return segments.map((one) => incrementSlug(one.trim())).join("/") || incrementSlug(typed);
}
