/** BMAD v6: each story is a file, with numbered criteria, and tasks that name them. */

import type { Criterion } from "../../model/model.ts";
import type { Layout } from "../layout.ts";
import { addCriterion, addTask, BY_BRACKETS, epicsIn, nextTask, storyFile } from "./drafts.ts";
import { idOf, textOf } from "./ids.ts";
import { BMAD, BMAD_PLACES, STORIES, storiesFolder } from "./places.ts";
import { readBmad } from "./reading.ts";
import { BMAD_STATUSES, statusWord } from "./statuses.ts";

export const bmad: Layout = {
  id: BMAD,
  label: "BMAD",
  about: "a story: acceptance criteria, and tasks that name them",
  words: { unit: "story", criterion: "criterion" },

  places: BMAD_PLACES,
  menus: {
    inside: "(implementation-artifacts|sprint-artifacts)/",
    holder: "(implementation-artifacts|sprint-artifacts)",
  },
  first: [
    { root: STORIES, sign: "_bmad/bmm/config.yaml" },
    { root: STORIES, sign: "_bmad" },
    { root: "docs/stories", sign: ".bmad-core" },
  ],
  rootOf: storiesFolder,

  read: readBmad,
  notation: { isByPlace: true, idOf, textOf, isPlace: isInList },
  criteria: "numbers",
  naming: "(AC: #1, #3)",
  tasksOfStories: false,
  tasksWithTests: false,
  countsAnew: true,
  namesOthers: true,
  filledLast: "{{agent_model_name_version}}",
  statusWord,
  titleOf: (title) => title.replace(/^story[ \t]+[\w.-]*\w[ \t]*[:：—–-]?[ \t]*/i, ""),

  asks: (view, root) => [
    {
      key: "epic",
      title: "The epic that the story belongs to",
      values: epicsIn(view, root),
      another: "Another epic",
    },
  ],
  draft: storyFile,
  add: {
    page: ({ unit }) => unit,
    edit(increment, wanted, page, target) {
      if (wanted.what === "criterion") return addCriterion(page, target);
      if (wanted.what === "story") return undefined;
      return addTask(target, nextTask(increment), "{{What is done}}", wanted.criteria.map(textOf), page);
    },
    text: () => undefined,
  },
  cover: BY_BRACKETS,
  refusal: ({ name }, { what }) =>
    what === "story" ? `${name} is a story itself: make a new one beside it.` : undefined,
  matterWords: (key) => (key === "status" ? BMAD_STATUSES : undefined),
};

/** A number that a list gives; `AC3` is a name that can be another. */
function isInList({ id: { span, text } }: Pick<Criterion, "id">): boolean {
  return span.end - span.start < text.length;
}
