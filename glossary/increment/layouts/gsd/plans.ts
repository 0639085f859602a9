/** A plan: what its front matter says of the requirements it is for and of the plans that it waits for. */

import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import { firstFrom } from "../../../text/span.ts";
import type { IncrementField, Task } from "../../model/model.ts";
import type { IncrementSource } from "../../model/source.ts";
import { unquoted } from "../written.ts";
import { noRequirements, plansField, requirementsField } from "./fields.ts";
import { phaseKey, phaseOf, planId } from "./ids.ts";
import { planAt } from "./places.ts";

const NAMED = /(?<![\w.])(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3}-\d{1,3})(?![\w.]*\d)/gi;
const OBJECTIVE = /^<objective>[ \t]*(?:\r?\n)*/m;
const LONGEST = 160;

/** The plan on a page; none where its path does not say which it is. */
export function planOf(source: IncrementSource): Task[] {
  const { path, text, matter } = source;
  const [phase = "", plan = ""] = planAt(path) ?? [];
  const spanOf = (key: string) => matter.values.find((one) => one.key === key)?.span;
  const number = spanOf("plan");
  const at = number ? unquoted(text, number) : { start: 0, end: 0 };
  const id = planId(`${phase}-${plan}`, at);
  if (!id) return [];
  const criteria = spanOf("requirements");
  const needs = spanOf("depends_on");
  const fields = [
    criteria ? requirementsField(text, keyBefore(text, criteria), criteria) : noRequirements(at.end),
    ...(needs ? [dependencies(text, phase, needs)] : []),
  ].sort((a, b) => a.span.start - b.span.start);
  const keys = (kind: IncrementField["kind"]) => fields.flatMap((one) => (one.kind === kind ? one.keys : []));
  const title = titleIn(source);
  const end = matter.span?.end ?? 0;
  return [
    {
      id,
      title: ownCopy(text.slice(title.start, title.end)),
      nameSpan: at,
      titleSpan: title,
      span: { start: 0, end },
      bodyEnd: end,
      form: "label",
      depth: 0,
      flaws: NOTHING,
      // The tool takes a plan for done when there is a summary beside it.
      state: undefined,
      work: "unknown",
      fields,
      stories: NOTHING,
      under: undefined,
      criteria: keys("criteria"),
      dependencies: keys("dependencies"),
      priority: undefined,
      steps: NOTHING,
      scenarios: NOTHING,
      marks: NOTHING,
    },
  ];
}

const NOTHING: readonly never[] = [];

/** Plans of the same phase: those of others may have been put away with them. */
function dependencies(text: string, phase: string, value: Span): IncrementField {
  const ids = [...text.slice(value.start, value.end).matchAll(NAMED)].flatMap(({ 1: name = "", index }) => {
    const start = value.start + index;
    const id = planId(name, { start, end: start + name.length });
    return id && phaseOf(id.key) === phaseKey(phase) ? [id] : [];
  });
  return plansField(text, keyBefore(text, value), value, ids);
}

/** The key that a value stands behind. */
function keyBefore(text: string, { start }: Span): Span {
  const colon = text.lastIndexOf(":", start);
  return { start: text.lastIndexOf("\n", colon) + 1, end: Math.max(0, colon) };
}

/** The first line of the objective, else the first heading. */
function titleIn({ text, facts, matter }: IncrementSource): Span {
  const from = matter.span?.end ?? 0;
  const begin = OBJECTIVE.exec(text.slice(from, from + LONGEST * 20));
  if (begin) {
    const start = from + begin.index + begin[0].length;
    const line = text.slice(start, Math.min(lineEnd(text, start), start + LONGEST)).trimEnd();
    if (line !== "" && !line.startsWith("<")) return { start, end: start + line.length };
  }
  return facts.headings[firstFrom(facts.headings, from)]?.content ?? { start: from, end: from };
}
