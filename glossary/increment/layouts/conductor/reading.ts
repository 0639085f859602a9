/** What the pages of a track say: acceptance criteria without ids, and tasks with boxes, commits behind those that are done. */

import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { bySpan, type Span } from "../../../text/span.ts";
import type { Criterion, Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import type { IncrementPlace } from "../../model/place.ts";
import { isBlank, isPutOff } from "../../model/putOff.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { criterionId } from "../bmad/ids.ts";
import { tasksIn } from "../bmad/tasks.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";

/** `## Acceptance Criteria`, `## 4. Acceptance Criteria`. */
const CRITERIA = /^[^\p{L}]*(?:acceptance|success) criteria\b/iu;
/** In front of the words of a task, and the commit behind them: `Task: Keep carts [39870a4]`. */
const BEFORE = /^[*_]{0,2}(?:Sub-?)?Task[ \t]*[:：][*_]{0,2}[ \t]*/i;
const BEHIND =
  /[*_]{0,2}(?:[ \t]+(?:\[(?:(?:checkpoint|commit)[ \t]*:[ \t]*)?[0-9a-f]{6,40}\]|\(?[0-9a-f]{7,40}\)?))+[ \t]*$/i;

export function readConductor(source: IncrementSource, { role }: IncrementPlace): Said {
  const criteria = role === "spec" ? criteriaOf(source) : [];
  const tasks = role === "tasks" ? tasksOf(source) : [];
  const { title, titleSpan, matter } = readTop(source);
  const mentions = [...criteria, ...tasks].map(({ id }) => id).sort(bySpan);
  return { title: title ?? "", titleSpan, matter: matter ?? [], criteria, tasks, mentions };
}

/** The tasks, counted through the page, for most have no numbers. */
function tasksOf(source: IncrementSource): Task[] {
  return tasksIn(source, { start: 0, end: source.text.length }).map((task) => {
    const { start, end } = task.titleSpan;
    const words = source.text.slice(start, end);
    const before = BEFORE.exec(words)?.[0].length ?? 0;
    const behind = BEHIND.exec(words)?.[0].length ?? 0;
    const titleSpan = { start: start + before, end: Math.max(start + before, end - behind) };
    return { ...task, title: ownCopy(source.text.slice(titleSpan.start, titleSpan.end)), titleSpan };
  });
}

function criteriaOf({ text, facts }: IncrementSource): Criterion[] {
  const { headings } = facts;
  const at = headings.findIndex(({ text: words, depth }) => depth > 1 && CRITERIA.test(words));
  const heading = headings[at];
  if (!heading) return [];
  const next = headings.slice(at + 1).find(({ depth }) => depth <= heading.depth);
  const section: Span = { start: heading.span.end, end: next?.span.start ?? text.length };
  const items = startingIn(facts.items, section).filter(({ depth, lead }) => depth === 0 && lead);
  return items.map((item, i): Criterion => {
    const { start, end } = item.lead as Span;
    const box = boxOf(facts, item);
    const line = {
      start,
      end: start + text.slice(start, Math.min(end, lineEnd(text, start))).trimEnd().length,
    };
    const title = text.slice(line.start, line.end);
    return {
      id: criterionId(String(i + 1), box?.span ?? item.marker),
      title: ownCopy(title),
      nameSpan: line,
      titleSpan: line,
      span: item.span,
      form: "item",
      depth: 0,
      flaws: NOTHING,
      standing: "definition",
      putOff: isPutOff("", title) || isBlank(title),
      state: box && stateOfBox(box.state, box.span),
      story: undefined,
      under: undefined,
      fields: NOTHING,
    };
  });
}

const NOTHING: readonly never[] = [];
