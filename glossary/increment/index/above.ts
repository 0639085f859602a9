/** The increment that a file belongs to by its folder, reports and scripts among them. */

import { ancestors, dirname } from "../../text/paths.ts";
import type { Increment, IncrementIndex } from "../model/increment.ts";
import { isActive } from "./active.ts";
import type { IncrementView, Page } from "./view.ts";

/** The increment that a path is, or in whose folder it is, at any depth; `undefined` for all other paths. */
export function incrementAbove(index: IncrementIndex, path: string): Increment | undefined {
  if (index.units.size === 0) return undefined;
  const unit = [path, ...ancestors(dirname(path))].find((one) => index.units.has(one));
  return unit === undefined ? undefined : index.at(unit);
}

/**
 * True for what nobody mends any more: all files of increments that are completed or put away, and copies in the living
 * docs, which are written anew; unless the settings say that they matter too.
 */
export function isFinished(
  { path, exports }: Pick<Page, "path" | "exports">,
  { increments, settings }: Pick<IncrementView, "increments" | "settings">,
): boolean {
  if (settings.archived) return false;
  if (exports.increment?.place.role === "copy") return true;
  const increment = incrementAbove(increments, path);
  return increment !== undefined && !isActive(increment);
}
