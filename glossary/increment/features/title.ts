/** What an increment is called where it is listed. */

import { layoutOf } from "../layouts/layouts.ts";
import type { Increment } from "../model/increment.ts";

/** What the title of its specification says; the name of the unit where that says nothing. */
export function incrementTitle(increment: Pick<Increment, "title" | "name" | "layout">): string {
  return layoutOf(increment).titleOf(increment.title) || increment.name;
}
