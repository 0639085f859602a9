/** The ids that are written out: how pages with them are read, and how they are written. */

import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import { writtenId } from "../edits/edits.ts";
import { countsOf } from "../model/counts.ts";
import { criteriaOf } from "../model/criteria.ts";
import { idOf, idsIn, type WrittenId } from "../model/ids.ts";
import type { MatterField } from "../model/model.ts";
import { outlineOf } from "../model/outline.ts";
import { fieldsOn, headsOn, leadsOn, mentionsOn, scenariosOn, stepsOn, sumsOn } from "../model/pieces.ts";
import { hasTasks, type IncrementPlace, isSpecification } from "../model/place.ts";
import type { Grammar, IncrementReading, IncrementSource } from "../model/source.ts";
import { othersOf, storiesOf } from "../model/stories.ts";
import { matrixOf } from "../model/tables.ts";
import { groupsOf, tasksOf } from "../model/tasks.ts";
import { type IncrementStatus, readIncrementStatus } from "../model/words.ts";
import type { Notation, Said } from "./layout.ts";

/** `US-001`, `AC-US1-01`, `T-001` */
export const WRITTEN: Notation = {
  isByPlace: false,
  idOf: (typed, _kind, number) => idOf(typed, number),
  textOf: writtenId,
  isPlace: () => false,
};

/** What a page of Markdown says by ids. */
export function readWritten(source: IncrementSource, place: IncrementPlace, grammar: Grammar): Said {
  const { text, facts } = source;
  const { role } = place;
  const mentions = mentionsIn(source, place);
  const page: Said = { ...readTop(source), mentions };
  if (role === "other") return page;
  const inTasks = hasTasks(place);
  const inSpecification = isSpecification(place);
  const reading: IncrementReading = {
    text,
    facts,
    place,
    grammar,
    mentions,
    sections: outlineOf(text, facts.headings, headsOn(source, place)),
    fields: fieldsOn(source, place),
    leads: leadsOn(source, place),
    steps: inTasks ? stepsOn(source, place) : [],
    scenarios: scenariosOn(source, place),
    sums: sumsOn(source, place),
  };
  const criteria = criteriaOf(reading);
  // Copies say again what a specification defines.
  const defines = inSpecification || role === "requirements" || role === "copy";
  return {
    ...page,
    stories: defines ? storiesOf(reading) : [],
    criteria,
    tasks: inTasks ? tasksOf(reading, criteria) : [],
    others: role === "copy" ? [] : othersOf(reading),
    groups: role === "tasks" ? groupsOf(reading) : [],
    matrix: role === "copy" ? [] : matrixOf(reading),
    counts: inTasks || inSpecification ? countsOf(reading, source.matter.span) : [],
    status: page.status ?? (inSpecification ? lineStatus(reading) : undefined),
  };
}

/** What a page says of itself: its title, its front matter, its status by that. */
export function readTop(source: IncrementSource): Said {
  const [first] = source.facts.headings;
  const matter = matterOf(source);
  return { matter, title: first?.text ?? "", titleSpan: first?.content, status: matterStatus(matter) };
}

/** Without the quotes around a value; the one at the end may be missing. */
export function unquoted(text: string, { start, end }: Span): Span {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end };
  return { start: start + 1, end: end - 1 > start && text[end - 1] === quote ? end - 1 : end };
}

function matterOf({ matter, text }: IncrementSource): MatterField[] {
  return matter.values.flatMap(({ key, value, span }) => {
    if (typeof value !== "string") return [];
    return [{ key, value: ownCopy(value), span: unquoted(text, span) }];
  });
}

function matterStatus(matter: readonly MatterField[]): IncrementStatus | undefined {
  const field = matter.find(({ key, value }) => key.toLowerCase() === "status" && value !== "");
  return field && readIncrementStatus(field.value, field.span, "matter");
}

/** `**Status**: completed` before the first section. */
function lineStatus({ text, fields, sections }: IncrementReading): IncrementStatus | undefined {
  const end = sections.find(({ heading }) => heading.depth > 1)?.span.start ?? text.length;
  const field = fields.find(({ label, span }) => span.start < end && label.toLowerCase() === "status");
  const match =
    field &&
    /^[^\p{L}\r\n]{0,6}(\p{L}[\p{L} _-]{0,30}\p{L})/u.exec(text.slice(field.value.start, field.value.end));
  if (!field || !match) return undefined;
  const word = match[1] as string;
  const start = field.value.start + match[0].length - word.length;
  return readIncrementStatus(ownCopy(word), { start, end: start + word.length }, "line");
}

/** Ids anywhere but in blocks of code; those of the front matter too, behind which sections begin. */
export function mentionsIn(source: IncrementSource, place: IncrementPlace): readonly WrittenId[] {
  const { text, matter, sections } = source;
  const found = mentionsOn(source, place);
  return sections && matter.span ? [...idsIn(text, matter.span, place.number), ...found] : found;
}
