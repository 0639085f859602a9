/** Tables of `tasks.md` that say which task is for which requirement: `| Requirement | Tasks |`. */
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { MatrixRow } from "../../model/model.ts";
import type { IncrementSource } from "../../model/source.ts";
import { requirementsAt } from "./refs.ts";
import { NO_TASK, REQUIREMENT_COLUMN, TASK_COLUMN } from "./words.ts";

/** The rows that tie requirements to tasks, or say that they need none, and the requirements that they name. */
export function coveredIn({ text, facts }: IncrementSource): { matrix: MatrixRow[]; ids: WrittenId[] } {
  const matrix: MatrixRow[] = [];
  const ids: WrittenId[] = [];
  for (const { rows } of facts.tables) {
    const [header = [], ...others] = rows;
    const words = header.map(({ start, end }) => text.slice(start, end).replace(/[*_`]/g, "").trim());
    const requirement = words.findIndex((one) => REQUIREMENT_COLUMN.test(one));
    const task = words.findIndex((one, i) => i !== requirement && TASK_COLUMN.test(one));
    if (requirement < 0 || task < 0) continue;
    for (const cells of others) {
      const [of, by, last] = [cells[requirement], cells[task], cells.at(-1)];
      const named = of && requirementsAt(text, of);
      if (!of || !by || !last || !named || named.ids.length === 0) continue;
      ids.push(...named.ids);
      const tasks = tasksIn(text, by);
      const span = { start: (cells[0] ?? of).start, end: last.end };
      const said = text.slice(by.start, by.end);
      const excused = tasks.length === 0 && /\p{L}{2}/u.test(said) && !NO_TASK.test(said.trim());
      if (tasks.length > 0 || excused) matrix.push({ span, criteria: named.keys, tasks, tests: [], excused });
    }
  }
  return { matrix, ids };
}

const NUMBER =
  /(?<![\w.])(?:T-?|Task[ \t]+|#)?(\d{1,3})((?:\.\d{1,3}){0,3})(?:[ \t]*(?:-|–|—|~|〜|～|to\b)[ \t]*(?:T-?)?(\d{1,3})((?:\.\d{1,3}){0,3}))?(?![\w])/giu;
const MOST = 60;

/** The keys of the tasks that a cell names, ranges expanded. */
function tasksIn(text: string, { start, end }: Span): string[] {
  const found = new Set<string>();
  for (const [, from = "", rest = "", to, toRest = ""] of text.slice(start, end).matchAll(NUMBER)) {
    const [first, last] = [`${from}${rest}`, to === undefined ? undefined : `${to}${toRest}`];
    found.add(`T-${first}`);
    if (last === undefined) continue;
    const [stem, a] = apart(first);
    const [other, b] = apart(last);
    // `2.1-3` goes on to 2.3.
    if (stem === other || other === "")
      for (let one = a; one <= Math.min(b, a + MOST); one++) found.add(`T-${stem}${one}`);
    else found.add(`T-${last}`);
  }
  return [...found];
}

/** `2.` and 1 of `2.1`. */
function apart(number: string): readonly [string, number] {
  const dot = number.lastIndexOf(".") + 1;
  return [number.slice(0, dot), Number(number.slice(dot))];
}
