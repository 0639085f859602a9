/** spec-kit: features with a number; their tasks name stories, and their criteria are scenarios. */

import { dirname } from "../../../text/paths.ts";
import { incrementSlug } from "../../edits/name.ts";
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

/** Whether new features are numbered by the time: `"feature_numbering": "timestamp"`. */
function hasTimestamps(options: string | undefined): boolean {
  return options !== undefined && /"(?:feature|branch)_numbering"\s{0,20}:\s{0,20}"timestamp"/.test(options);
}

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
  menus: { inside: "specs/([A-Za-z]{2,10}-)?\\d{3,8}-" },
  first: [{ root: "specs", sign: ".specify" }],
  rootOf: holderOf,

  read: (source, place) => readWritten(source, place, GRAMMAR),
  notation: WRITTEN,
  criteria: "scenarios",
  tasksOfStories: true,
  tasksWithTests: true,
  titleOf: withoutKind,

  configurationOf: (root) => `${dirname(root)}${dirname(root) === "" ? "" : "/"}.specify/init-options.json`,
  draft({ title, date, instant }, around) {
    const name = hasTimestamps(around.configuration)
      ? `${instant.replace(/\D/g, "").replace(/^(\d{8})(\d{6}).*$/, "$1-$2")}-${incrementSlug(title)}`
      : numberedName(around, title, ID, 3, ({ unit }) => dirname(unit) === around.root);
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

/** `003-pay`, `12345-pay`, `20260319-143022-pay`; `USR-001-pay`, which people write and scripts do not number on from. */
const FEATURE =
  /^((?:.*\/)?specs\/((?:\d{8}-\d{6}|(\d{3,6})|([A-Za-z]{2,10})-\d{1,6})-[^/]+))\/(checklists\/)?([^/]+)$/;
/** The pages that a folder has to have where its name may mean something else. */
const OWN: ReadonlySet<string> = new Set([
  "spec.md",
  "plan.md",
  "tasks.md",
  "research.md",
  "data-model.md",
  "quickstart.md",
]);

function placeOf(path: string): IncrementPlace | undefined {
  const match = FEATURE.exec(path);
  const [, unit = "", name = "", digits, prefix, checklists, file = ""] = match ?? [];
  const role = checklists ? (/\.md$/i.test(file) ? "other" : undefined) : roleOf(file);
  if (!match || !role || (prefix !== undefined && !OWN.has(file) && !checklists)) return undefined;
  return {
    layout: ID,
    role,
    unit,
    name,
    id: undefined,
    number: digits === undefined ? undefined : Number(digits),
    suffix: "",
    shelf: "live",
  };
}
