/** Where Backlog.md keeps its tasks: each is a file, `backlog/tasks/task-7 - Keep-the-cart.md`. */

import { basename, dirname } from "../../../text/paths.ts";
import type { IncrementPlace, IncrementShelf } from "../../model/place.ts";
import type { LayoutFile, Places } from "../layout.ts";
import { taskKey } from "./ids.ts";

export const BACKLOG = "backlog.md";

/** The folders of tasks, below the folder of the backlog. */
const SHELVES: ReadonlyMap<string, IncrementShelf> = new Map(
  Object.entries({
    tasks: "live",
    drafts: "paused",
    completed: "completed",
    "archive/tasks": "archived",
    "archive/drafts": "archived",
  } as const),
);
const FOLDERS = [...SHELVES.keys()].join("|");

const NAME = "([a-z]+(?:-[a-z]+)*)-(\\d+(?:\\.\\d+)*) - [^/]+\\.md";
const TASK = new RegExp(`^((?:.*/)?\\.?backlog)/(${FOLDERS})/(?:.*/)?${NAME}$`, "i");
/** In a folder that a configuration at the top names: only what is called as the tool calls it anyway. */
const ELSEWHERE = new RegExp(`^(?:(.*?)/)??(${FOLDERS})/(task|draft)-(\\d+(?:\\.\\d+)*) - [^/]+\\.md$`, "i");
const CONFIGURATION = /(?:^|\/)(?:\.?backlog\/config\.ya?ml|backlog\.config\.yml)$/;

export const BACKLOG_PLACES: readonly Places[] = [
  { claims: (path) => path.includes(" - ") && TASK.test(path), at: (path) => taskAt(path, TASK) },
  { claims: isConfiguration, at: configuration },
  {
    isGeneral: true,
    claims: (path) => path.includes(" - ") && ELSEWHERE.test(path),
    at: (path) => taskAt(path, ELSEWHERE),
  },
];

export const BACKLOG_FILES: readonly LayoutFile[] = [
  {
    glob: "**/{backlog,.backlog}/config.{yml,yaml}",
    isSent: false,
    starts: "{backlog,.backlog}/config.{yml,yaml}",
    is: isConfiguration,
  },
  { glob: "**/backlog.config.yml", isSent: false, starts: "backlog.config.yml", is: isConfiguration },
];

/** The folder of the backlog that a task is in; "" for the top of the workspace folder. */
export function backlogOf(unit: string): string {
  return (TASK.exec(unit) ?? ELSEWHERE.exec(unit))?.[1] ?? "";
}

/** The folder of new tasks beside this one. */
export function tasksFolder(unit: string): string {
  const backlog = backlogOf(unit);
  return backlog === "" ? "tasks" : `${backlog}/tasks`;
}

/** An archived task may have the id of another: the tool gives it away again. */
export function seriesOf(unit: string): string | undefined {
  const shelf = (TASK.exec(unit) ?? ELSEWHERE.exec(unit))?.[2]?.toLowerCase() ?? "";
  return shelf.startsWith("archive/") ? undefined : backlogOf(unit);
}

/** What the id of a task in this file begins with: `task`. */
export function prefixOf(path: string): string {
  return new RegExp(`^${NAME}$`, "i").exec(basename(path))?.[1] ?? "task";
}

function isConfiguration(path: string): boolean {
  return CONFIGURATION.test(path);
}

const SAME = { layout: BACKLOG, suffix: "" } as const;

function configuration(path: string): IncrementPlace {
  const unit = dirname(path);
  return { ...SAME, role: "configuration", unit, name: "", id: undefined, number: undefined, shelf: "live" };
}

function taskAt(path: string, pattern: RegExp): IncrementPlace | undefined {
  const [all, backlog = "", folder = "", prefix = "", number = ""] = pattern.exec(path) ?? [];
  if (all === undefined) return undefined;
  return {
    ...SAME,
    role: "whole",
    unit: path,
    name: basename(path).replace(/\.md$/i, ""),
    id: taskKey(backlog, prefix, number),
    number: Number.parseInt(number, 10),
    shelf: SHELVES.get(folder.toLowerCase()) ?? "live",
  };
}
