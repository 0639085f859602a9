/** Which of the domains gives something at a place another name. */
import { planIdRename } from "./increment/features/rename.ts";
import { planTermRename } from "./terms/features/renameTerm.ts";
import type { Refused, RenamePlan } from "./workspace/renaming.ts";
import type { ReadPage, Snapshot } from "./workspace/workspace.ts";

const PLANS = [planIdRename, planTermRename];

/** The plan for a rename at an offset; `undefined` where nothing stands that has a name. */
export function planRename(
  snapshot: Snapshot,
  page: ReadPage,
  offset: number,
): RenamePlan | Refused | undefined {
  for (const plan of PLANS) {
    const found = plan(snapshot, page, offset);
    if (found) return found;
  }
  return undefined;
}
