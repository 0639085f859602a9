/** Tasks that consist of others. */
import type { Task } from "./model.ts";

/** The keys of tasks that others are parts of: `T-2`, where there is a `2.1`. */
export function withParts(tasks: readonly Task[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id } of tasks) {
    const dot = id.key.lastIndexOf(".");
    if (dot > 0) found.add(id.key.slice(0, dot));
  }
  return found;
}
