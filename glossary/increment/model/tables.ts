/** Tables that tie criteria to tasks and tests: `AC Coverage Matrix`. */
import type { Span } from "../../text/span.ts";
import { expand } from "./fields.ts";
import type { MatrixRow } from "./model.ts";
import { startingIn } from "./sorted.ts";
import type { IncrementReading } from "./source.ts";

/** The rows that name a criterion and a task or a test. */
export function matrixOf({ facts, mentions, text }: IncrementReading): MatrixRow[] {
  if (mentions.length === 0) return [];
  return facts.tables.flatMap(({ rows, span: table }) => {
    if (startingIn(mentions, table).length < 2) return [];
    return rows.flatMap((cells): MatrixRow[] => {
      const [first] = cells;
      const last = cells.at(-1);
      if (!first || !last) return [];
      const span: Span = { start: first.start, end: last.end };
      const ids = startingIn(mentions, span);
      const keys = (kind: string) =>
        expand(
          text,
          ids.filter((id) => id.kind === kind),
        );
      const criteria = keys("criterion");
      const tasks = keys("task");
      const tests = keys("test");
      return criteria.length > 0 && tasks.length + tests.length > 0 ? [{ span, criteria, tasks, tests }] : [];
    });
  });
}
