/** Backlog.md: each task is a file, with numbered criteria and the tasks that it waits for. */

import { dirname } from "../../../text/paths.ts";
import { BY_FIELDS } from "../byFields.ts";
import type { Layout } from "../layout.ts";
import { addCriterion, taskFile } from "./drafts.ts";
import { idOf, textOf } from "./ids.ts";
import { BACKLOG, BACKLOG_FILES, BACKLOG_PLACES, seriesOf, tasksFolder } from "./places.ts";
import { readBacklog } from "./reading.ts";
import { isDone, statusWord } from "./statuses.ts";
import { matterWords, writingAt } from "./writing.ts";

export const backlog: Layout = {
  id: BACKLOG,
  label: "Backlog.md",
  about: "a task: what is to be done, and its acceptance criteria",
  words: { unit: "task", criterion: "criterion" },

  places: BACKLOG_PLACES,
  files: BACKLOG_FILES,
  menus: {
    inside: "\\.?backlog/(tasks|drafts|completed|archive/(tasks|drafts))/",
    holder: "\\.?backlog/tasks",
  },
  first: [
    { root: "backlog/tasks", sign: "backlog/config.yml" },
    { root: ".backlog/tasks", sign: ".backlog/config.yml" },
  ],
  rootOf: tasksFolder,

  read: readBacklog,
  notation: { isByPlace: true, idOf, textOf, isPlace: () => true },
  criteria: "boxes",
  tasksOfStories: false,
  tasksWithTests: false,
  numberedWithin: seriesOf,
  namesOthers: true,
  ownId: ({ pages, unit }) => pages.get(unit)?.matter.find(({ key }) => key === "id")?.value || undefined,
  isDone,
  statusWord,
  titleOf: (title) => title,

  configurationOf: (root) => `${dirname(root)}${dirname(root) === "" ? "" : "/"}config.yml`,
  draft: taskFile,
  add: {
    page: ({ unit }) => unit,
    edit: (_increment, { what }, page, target) =>
      what === "criterion" ? addCriterion(page, target) : undefined,
    text: () => undefined,
  },
  // No task names a criterion: it is the task's own.
  cover: { ...BY_FIELDS, define: () => undefined },
  refusal: ({ name }, { what }) =>
    what === "task"
      ? `${name} is a task itself: make a new one beside it.`
      : what === "story"
        ? `${name} has no stories: add a criterion to it.`
        : undefined,
  writingAt,
  matterWords,
};
