/** The increment that a file belongs to by its folder, reports and scripts among them. */

import { ancestors, dirname } from "../../text/paths.ts";
import type { Increment, IncrementIndex } from "../model/increment.ts";
import { isActive } from "./active.ts";
import type { IncrementView, Page } from "./view.ts";

/** The increment in whose folder a path is, at any depth; `undefined` for all other paths. */
export function incrementAbove(index: IncrementIndex, path: string): Increment | undefined {
  if (index.folders.size === 0) return undefined;
  const folder = ancestors(dirname(path)).find((one) => index.folders.has(one));
  return folder === undefined ? undefined : index.at(folder);
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
