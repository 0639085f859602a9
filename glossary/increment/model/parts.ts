/** Tasks that consist of others. */
import type { Task } from "./model.ts";

/** The keys of tasks that others are parts of: `T-2`, where there is a `2.1`. */
export function withParts(tasks: readonly Task[]): ReadonlySet<string> {
  return new Set(
    tasks.flatMap(({ id: { key } }) => (key.includes(".") ? [key.slice(0, key.lastIndexOf("."))] : [])),
  );
}
