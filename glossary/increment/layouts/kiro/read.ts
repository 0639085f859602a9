/** A page in the layout of Kiro, read into the model of increments. */

import { bySpan } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import { outlineOf } from "../../model/outline.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Grammar, IncrementReading, IncrementSource } from "../../model/source.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { isInCode } from "./chunks.ts";
import { coveredIn } from "./matrix.ts";
import { referencesIn } from "./refs.ts";
import { clausesOf, requirementsOf } from "./requirements.ts";
import { kiroTasks } from "./tasks.ts";

const GRAMMAR: Grammar = { isStrict: false };

/** What a page says; ids of other layouts mean nothing here. */
export function readKiro(source: IncrementSource, place: IncrementPlace): Said {
  if (place.role === "tasks") return readTasks(source);
  const { text, facts } = source;
  const { role } = place;
  const references = referencesIn(text).filter(({ labelSpan }) => !isInCode(facts, labelSpan.start));
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
    fields: [],
    steps: [],
  };
  const { stories, criteria } =
    role === "spec"
      ? requirementsOf(reading)
      : { stories: [], criteria: role === "requirements" ? clausesOf(reading) : [] };
  const defined = [...stories, ...criteria].map(({ id }) => id).sort(bySpan);
  return {
    ...readTop(source),
    stories,
    criteria,
    mentions: together(
      defined,
      references.flatMap(({ ids }) => ids),
    ),
  };
}

function readTasks(source: IncrementSource): Said {
  const { tasks, named } = kiroTasks(source);
  const { matrix, ids } = coveredIn(source);
  const all = ids.length === 0 ? named : [...named, ...ids].sort(bySpan);
  return {
    ...readTop(source),
    tasks,
    matrix,
    mentions: together(
      tasks.map(({ id }) => id),
      all,
    ),
  };
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
