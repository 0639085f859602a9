/** Where Taskmaster keeps its tasks, `.taskmaster/tasks/tasks.json`, and the documents that it has made them of. */

import type { IncrementPlace, IncrementRole } from "../../model/place.ts";
import type { LayoutFile, Places } from "../layout.ts";

export const TASKMASTER = "taskmaster";
export const FOLDER = ".taskmaster";

const PAGE = /^((?:.*\/)?\.taskmaster)\/(?:tasks\/tasks\.json|docs\/(?:[^/]+\/)*([^/]+)\.(?:md|txt))$/;

export const TASKMASTER_PLACES: readonly Places[] = [
  { claims: (path) => path.includes(".taskmaster/") && PAGE.test(path), at: placeOf },
];

export const TASKMASTER_FILES: readonly LayoutFile[] = [
  {
    glob: "**/.taskmaster/tasks/tasks.json",
    isSent: true,
    starts: ".taskmaster/tasks/tasks.json",
    is: (path) => path.endsWith(".json") && PAGE.test(path),
  },
  {
    glob: "**/.taskmaster/docs/**/*.txt",
    isSent: true,
    is: (path) => path.endsWith(".txt") && PAGE.test(path),
  },
];

function placeOf(path: string): IncrementPlace | undefined {
  const [, unit, document] = PAGE.exec(path) ?? [];
  if (unit === undefined) return undefined;
  const role: IncrementRole =
    document === undefined ? "tasks" : /\bprd\b|(?:^|[-_])prd(?:[-_]|$)/i.test(document) ? "spec" : "other";
  const same = { layout: TASKMASTER, unit, name: FOLDER, id: undefined, number: undefined } as const;
  return { ...same, role, suffix: "", shelf: "live" };
}
