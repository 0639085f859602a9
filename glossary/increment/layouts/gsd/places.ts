/** Where GSD keeps what it plans: `.planning/REQUIREMENTS.md`, `ROADMAP.md`, and plans in `phases/02-cart/02-01-PLAN.md`. */

import type { IncrementPlace, IncrementRole } from "../../model/place.ts";
import type { Places } from "../layout.ts";

export const GSD = "gsd";
export const ROOT = ".planning";

/** The folder, or one of several streams of work in it. */
const UNIT = /^((?:.*\/)?\.planning(?:\/workstreams\/[^/]+)?)\/(.+)$/;
/** `phases/02-cart/02-01-PLAN.md`; the folder may begin with the code of a project. */
const PLAN =
  /^phases\/(?:[A-Z]{1,6}-)?(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3})(?:-[^/]*)?\/(?:[^/]*?-(\d{1,3})-)?PLAN\.md$/i;

export const GSD_PLACES: readonly Places[] = [
  { claims: (path) => path.includes(".planning/") && path.endsWith(".md") && UNIT.test(path), at: placeOf },
];

function placeOf(path: string): IncrementPlace | undefined {
  const [, unit = "", file = ""] = UNIT.exec(path) ?? [];
  if (unit === "") return undefined;
  return {
    layout: GSD,
    role: roleOf(file),
    unit,
    name: unit.slice(unit.lastIndexOf("/") + 1),
    id: undefined,
    number: undefined,
    suffix: "",
    shelf: "live",
  };
}

/** What was for earlier milestones, and what is said of plans and phases, only mentions ids. */
function roleOf(file: string): IncrementRole {
  if (file === "REQUIREMENTS.md") return "whole";
  return file === "ROADMAP.md" || PLAN.test(file) ? "tasks" : "report";
}

/** Phase and number of the plan in this file: `["02.1", "03"]`; a phase with one `PLAN.md` has the plan 01. */
export function planAt(path: string): readonly [phase: string, plan: string] | undefined {
  const [, phase, plan = "01"] = PLAN.exec(UNIT.exec(path)?.[2] ?? "") ?? [];
  return phase === undefined ? undefined : [phase, plan];
}

/** The folder of a phase in this path, with its number: `["phases/02-cart", "02"]`. */
export function phaseFolder(path: string): readonly [folder: string, phase: string] | undefined {
  const file = UNIT.exec(path)?.[2] ?? "";
  const match = /^phases\/(?:[A-Z]{1,6}-)?(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3})(?:-[^/]*)?(?=\/)/i.exec(file);
  return match ? [match[0], match[1] as string] : undefined;
}
