/** spec-kit: features with a number; their tasks name stories, and their criteria are scenarios. */

import { dirname } from "../../../text/paths.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Grammar } from "../../model/source.ts";
import { userStory } from "../../model/stories.ts";
import { BY_FIELDS } from "../byFields.ts";
import { roleOf } from "../files.ts";
import type { Layout } from "../layout.ts";
import { holderOf, inFolder, numberedName } from "../names.ts";
import { pageNamed } from "../pageNamed.ts";
import { withoutKind } from "../titles.ts";
import { readWritten, WRITTEN } from "../written.ts";
import {
  addSpecKitCriterion,
  addSpecKitStory,
  addSpecKitTask,
  featureFiles,
  REQUIREMENT,
  specKitTask,
  tasksPage,
} from "./drafts.ts";

const ID = "spec-kit";

const GRAMMAR: Grammar = { isStrict: false, storyOf: userStory };

export const specKit: Layout = {
  id: ID,
  label: "spec-kit",
  about: "a feature: spec, plan and tasks",
  words: {
    unit: "feature",
    story: "user story",
    criterion: "scenario",
    whole: { label: "The whole feature", about: "a functional requirement", prefix: REQUIREMENT },
  },

  places: [{ isGeneral: true, claims: (path) => path.includes("specs/"), at: placeOf }],
  menus: { inside: "specs/\\d{3}-" },
  first: [{ root: "specs", sign: ".specify" }],
  rootOf: holderOf,

  read: (source, place) => readWritten(source, place, GRAMMAR),
  notation: WRITTEN,
  criteria: "scenarios",
  tasksOfStories: true,
  tasksWithTests: true,
  titleOf: withoutKind,

  draft({ title, date }, around) {
    const name = numberedName(around, title, ID, 3, ({ unit }) => dirname(unit) === around.root);
    return inFolder(name, featureFiles({ name, title, date }));
  },
  add: {
    page: pageNamed("spec.md"),
    edit(increment, wanted, page, target) {
      if (wanted.what === "story") return addSpecKitStory(increment, page, target);
      if (wanted.what === "criterion") return addSpecKitCriterion(wanted.story, page, target);
      return addSpecKitTask(increment, wanted.story, page, target);
    },
    text: (increment, wanted) =>
      wanted.what === "task"
        ? tasksPage(withoutKind(increment.title) || increment.name, [specKitTask(increment, wanted.story)])
        : undefined,
  },
  cover: BY_FIELDS,
};

function placeOf(path: string): IncrementPlace | undefined {
  const match = /^(?:.*\/)?specs\/((\d{3,4})-[^/]+)\/([^/]+)$/.exec(path);
  const [, name = "", digits, file = ""] = match ?? [];
  const role = roleOf(file);
  if (!match || !role) return undefined;
  return {
    layout: ID,
    role,
    unit: dirname(path),
    name,
    id: undefined,
    number: Number(digits),
    suffix: "",
    shelf: "live",
  };
}
