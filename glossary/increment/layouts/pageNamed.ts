/** The page that something goes to. */
import type { Increment } from "../model/increment.ts";
import type { IncrementRole } from "../model/place.ts";
import type { Adding } from "./layout.ts";

/** The specification, which has this name where there is none yet, and `tasks.md` for tasks. */
export function pageNamed(specification: string): Adding["page"] {
  return (increment, what) =>
    what === "task"
      ? (pageOf(increment, "tasks") ?? `${increment.unit}/tasks.md`)
      : (pageOf(increment, "spec") ?? `${increment.unit}/${specification}`);
}

function pageOf({ pages }: Increment, role: IncrementRole): string | undefined {
  return [...pages].find(([, { place }]) => place.role === role)?.[0];
}
