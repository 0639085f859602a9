/** Names of files and folders that several layouts share. */

import type { IncrementRole, IncrementShelf } from "../model/place.ts";

const ROLES: ReadonlyMap<string, IncrementRole> = new Map(
  Object.entries({
    "spec.md": "spec",
    "plan.md": "plan",
    "tasks.md": "tasks",
    "rubric.md": "rubric",
    "proposal.md": "spec",
    "design.md": "plan",
  } as const),
);

/** What a file in the folder of an increment is to it by its name; `undefined` for what is no Markdown. */
export function roleOf(file: string): IncrementRole | undefined {
  return ROLES.get(file) ?? (/\.(?:md|mdx|markdown)$/i.test(file) ? "other" : undefined);
}

const SHELVES: ReadonlyMap<string, IncrementShelf> = new Map(
  Object.entries({
    _archive: "archived",
    _archived: "archived",
    archive: "archived",
    archived: "archived",
    completed: "archived",
    done: "archived",
    _completed: "archived",
    _abandoned: "abandoned",
    _paused: "paused",
    _backlog: "paused",
    _working: "working",
  } as const),
);

/** Where increments in a folder of this name stand; `undefined` for any other name. */
export function shelfOf(folder: string): IncrementShelf | undefined {
  return SHELVES.get(folder.toLowerCase());
}
