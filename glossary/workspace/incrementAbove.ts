/** The increment that a file belongs to by its folder, reports and scripts among them. */
import { ancestors, dirname } from "../text/paths.ts";
import type { Increment, IncrementIndex } from "./increments.ts";

/** The increment in whose folder a path is, at any depth; `undefined` for all other paths. */
export function incrementAbove(index: IncrementIndex, path: string): Increment | undefined {
  const folder = ancestors(dirname(path)).find((one) => index.folders.has(one));
  return folder === undefined ? undefined : index.at(folder);
}
