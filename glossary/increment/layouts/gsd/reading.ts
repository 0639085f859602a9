/** What pages of GSD say. */

import { bySpan } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { IncrementSource } from "../../model/source.ts";
import { isInCode, together } from "../bmad/refs.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { phasesIn, requirementsIn } from "./ids.ts";
import { planOf } from "./plans.ts";
import { requirementsOf } from "./requirements.ts";
import { phasesOf } from "./roadmap.ts";

/** What a page says. Its status is none of the increment: front matter states that of a plan or of a report. */
export function readGsd(source: IncrementSource, { role, unit }: IncrementPlace): Said {
  const { title, titleSpan, matter } = readTop(source);
  const top = { title: title ?? "", titleSpan, matter: matter ?? [] };
  if (role === "report") return { ...top, mentions: together(mentionsIn(source)) };
  if (role === "whole") {
    const { criteria, matrix } = requirementsOf(source);
    const rows = matrix.map(({ span, criteria, tasks, tests, excused }) => ({
      span,
      criteria,
      tasks,
      tests,
      excused: excused ?? false,
    }));
    const ids = criteria.map(({ id }) => id).sort(bySpan);
    return { ...top, criteria, matrix: rows, mentions: together(ids, mentionsIn(source)) };
  }
  const tasks = source.path === `${unit}/ROADMAP.md` ? phasesOf(source) : planOf(source);
  return {
    ...top,
    tasks,
    mentions: together(
      tasks.flatMap(({ id }) => (id.span.end > id.span.start ? [id] : [])),
      tasks.flatMap(({ fields }) => fields.flatMap(({ ids }) => ids)),
      mentionsIn(source),
    ),
  };
}

/** Requirements and phases that a page names, outside of code. */
function mentionsIn({ text, facts }: IncrementSource): WrittenId[] {
  const all = { start: 0, end: text.length };
  return [...requirementsIn(text, all), ...phasesIn(text, all)].filter(
    ({ span }) => !isInCode(facts, span.start),
  );
}
