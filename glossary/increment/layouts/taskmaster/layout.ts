/** Taskmaster: tasks with parts in `tasks.json`, made of a document with requirements. Its commands change them. */

import type { Judged } from "../../index/increments.ts";
import { BY_FIELDS } from "../byFields.ts";
import type { Layout } from "../layout.ts";
import { requirementsFile } from "./drafts.ts";
import { textOf } from "./ids.ts";
import { FOLDER, TASKMASTER, TASKMASTER_FILES, TASKMASTER_PLACES } from "./places.ts";
import { readTaskmaster } from "./reading.ts";

export const taskmaster: Layout = {
  id: TASKMASTER,
  label: "Taskmaster",
  about: "a document with requirements (PRD) that tasks are made of",
  words: { unit: "list", criterion: "criterion" },

  places: TASKMASTER_PLACES,
  files: TASKMASTER_FILES,
  menus: { inside: "\\.taskmaster/(docs|tasks)/", holder: "\\.taskmaster" },
  first: [{ root: FOLDER, sign: FOLDER }],
  rootOf: (unit) => unit,

  read: readTaskmaster,
  notation: { isByPlace: true, idOf: () => undefined, textOf, isPlace: () => false },
  criteria: "numbers",
  tasksOfStories: false,
  tasksWithTests: false,
  changedBy: "task-master move",
  isDone,
  titleOf: (title) => title,

  draft: requirementsFile,
  add: {
    page: ({ unit }) => `${unit}/tasks/tasks.json`,
    edit: () => undefined,
    text: () => undefined,
  },
  cover: { ...BY_FIELDS, define: () => undefined },
  refusal: (_increment, { what }) =>
    what === "task"
      ? "Taskmaster adds tasks itself: task-master add-task."
      : "Taskmaster has tasks, and neither stories nor criteria.",
};

/** Taskmaster knows no status of the whole: what has no open task is done. */
function isDone({ tasks }: Judged): boolean {
  return tasks.size > 0 && [...tasks.values()].flat().every(({ what }) => what.work !== "open");
}
