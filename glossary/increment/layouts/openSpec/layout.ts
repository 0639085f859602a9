/** OpenSpec: changes, and the specifications in force that they change. Requirements have names; tasks name none. */

import { basename, dirname } from "../../../text/paths.ts";
import { incrementSlug } from "../../edits/name.ts";
import type { Increment } from "../../model/increment.ts";
import type { IncrementPlace } from "../../model/place.ts";
import { BY_FIELDS } from "../byFields.ts";
import { roleOf } from "../files.ts";
import type { Layout } from "../layout.ts";
import { freeName, inFolder } from "../names.ts";
import { pageNamed } from "../pageNamed.ts";
import { withoutKind } from "../titles.ts";
import { readWritten, WRITTEN } from "../written.ts";
import {
  addOpenSpecTask,
  addRequirement,
  addScenario,
  changeFiles,
  deltaPage,
  openSpecTasks,
  requirementsPage,
} from "./drafts.ts";
import { OPENSPEC_GRAMMAR } from "./reading.ts";

const ID = "openspec";
const CHANGE =
  /^((?:.*\/)?openspec\/changes\/(?:(archive)\/)?(?!archive\/)([^/]+))\/((?:specs\/[^/]+\/)?[^/]+)$/;
const CAPABILITY = /^((?:.*\/)?openspec\/specs\/([^/]+))\/spec\.md$/;

const specification = pageNamed("spec.md");

export const openSpec: Layout = {
  id: ID,
  label: "OpenSpec",
  about: "a change: proposal, tasks and requirements",
  words: { unit: "change", story: "requirement", criterion: "scenario" },

  places: [{ claims: (path) => path.includes("openspec/"), at: placeOf }],
  menus: { inside: "openspec/changes/[^/]+", holder: "openspec/changes" },
  first: [{ root: "openspec/changes", sign: "openspec" }],
  rootOf: (unit) => `${/^(?:.*\/)?openspec(?=\/)/.exec(unit)?.[0] ?? "openspec"}/changes`,

  read: (source, place) => readWritten(source, place, OPENSPEC_GRAMMAR),
  notation: WRITTEN,
  criteria: "scenarios",
  tasksOfStories: false,
  tasksWithTests: true,
  titleOf: withoutKind,

  asks({ increments }, root) {
    const beside = `${dirname(root)}/specs/`;
    const capabilities = [...increments.units.values()].flatMap(({ layout, unit, name }) =>
      layout === ID && unit.startsWith(beside) ? [name] : [],
    );
    const title = "Which capability does it change?";
    return [{ key: "capability", title, values: capabilities, another: "A new one" }];
  },
  draft: ({ title, capability }, around) =>
    inFolder(freeName(around, title), changeFiles(title, capability ?? incrementSlug(title))),
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

function placeOf(path: string): IncrementPlace | undefined {
  const capability = CAPABILITY.exec(path);
  if (capability) return placed("requirements", capability[1], capability[2], "live");
  const match = CHANGE.exec(path);
  if (!match) return undefined;
  const [, unit, archive, name, file = ""] = match;
  const delta = basename(file) === "spec.md" ? "requirements" : undefined;
  const role = file.startsWith("specs/") ? delta : roleOf(file);
  return role && placed(role, unit, name, archive ? "archived" : "live");
}

function placed(
  role: IncrementPlace["role"],
  unit = "",
  name = "",
  shelf: IncrementPlace["shelf"],
): IncrementPlace {
  return { layout: ID, role, unit, name, id: undefined, number: undefined, suffix: "", shelf };
}

/** What OpenSpec keeps beside its changes has no tasks. */
function isChange({ unit }: Increment): boolean {
  return unit.includes("changes/");
}
