/** A page in the layout of Kiro, read into the model of increments. */

import { bySpan } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField } from "../../model/model.ts";
import { outlineOf } from "../../model/outline.ts";
import { stepsOn } from "../../model/pieces.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Grammar, IncrementReading, IncrementSource } from "../../model/source.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { type Reference, referencesIn } from "./refs.ts";
import { clausesOf, requirementsOf } from "./requirements.ts";
import { kiroTasks } from "./tasks.ts";

const GRAMMAR: Grammar = { isStrict: false };

/** What a page says; ids of other layouts mean nothing here. */
export function readKiro(source: IncrementSource, place: IncrementPlace): Said {
  const { text, facts } = source;
  const { role } = place;
  const references = referencesIn(text).filter(
    ({ labelSpan: { start } }) => !facts.codes.some(({ span }) => span.start <= start && start < span.end),
  );
  const reading: IncrementReading = {
    text,
    facts,
    place,
    grammar: GRAMMAR,
    mentions: [],
    leads: [],
    scenarios: [],
    sums: [],
    sections: outlineOf(text, facts.headings, []),
    fields: role === "tasks" ? references.flatMap(withTest) : [],
    steps: role === "tasks" ? stepsOn(source, place) : [],
  };
  const { stories, criteria } =
    role === "spec"
      ? requirementsOf(reading)
      : { stories: [], criteria: role === "requirements" ? clausesOf(reading) : [] };
  const tasks = role === "tasks" ? kiroTasks(reading, references) : [];
  // A page defines either requirements and their criteria, or tasks.
  const defined = [...stories, ...criteria, ...tasks].map(({ id }) => id).sort(bySpan);
  return {
    ...readTop(source),
    stories,
    criteria,
    tasks,
    mentions: together(
      defined,
      references.flatMap(({ ids }) => ids),
    ),
  };
}

/** What validates a requirement says how its task is tested, too. */
function withTest(reference: Reference): IncrementField[] {
  return reference.validates ? [reference, { ...reference, kind: "test", ids: [], keys: [] }] : [reference];
}

/** Both in their order; what is named where it is defined is there once. */
function together(defined: readonly WrittenId[], named: readonly WrittenId[]): WrittenId[] {
  const found: WrittenId[] = [];
  let at = 0;
  let end = 0;
  const add = (one: WrittenId) => {
    if (one.span.start >= end) found.push(one);
    end = Math.max(end, one.span.end);
  };
  for (const one of defined) {
    for (; at < named.length && (named[at] as WrittenId).span.start < one.span.start; at++)
      add(named[at] as WrittenId);
    add(one);
  }
  for (; at < named.length; at++) add(named[at] as WrittenId);
  return found;
}
