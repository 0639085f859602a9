/**
 * What a page of an increment says piece by piece. A piece depends on nothing outside of its section, so an edit makes
 * only what it changed be read again.
 */
import { bySection, type SectionText } from "../../markdown/bySection.ts";
import type { Facts, Field, Item, TaskBox } from "../../markdown/facts.ts";
import { firstFrom, type Span, shift } from "../../text/span.ts";
import { movedSum, sumsIn } from "./counts.ts";
import { movedField, readField } from "./fields.ts";
import { type Head, movedHead, readHead } from "./head.ts";
import { type IdKind, idsIn, movedId, type WrittenId } from "./ids.ts";
import type { IncrementField, Scenario } from "./model.ts";
import type { IncrementPlace } from "./place.ts";
import { isPutOff } from "./putOff.ts";
import { mayHaveScenarios, scenariosOf } from "./scenarios.ts";
import { lastUpTo } from "./sorted.ts";
import type { Lead, PlacedStep, Sum } from "./source.ts";
import { movedState, stateOfBox } from "./state.ts";
import { type Work, workOfMark } from "./words.ts";

/** Where fields say something that is asked for: they cost more to read than all else. */
const WITH_FIELDS: ReadonlySet<IncrementPlace["role"]> = new Set([
  "spec",
  "whole",
  "requirements",
  "tasks",
  "rubric",
]);
const WITH_SCENARIOS: ReadonlySet<IncrementPlace["role"]> = new Set([
  "spec",
  "whole",
  "requirements",
  "tasks",
]);

/** The ids of a page in order, but for those in blocks of code. */
export const mentionsOn = bySection<IncrementPlace, WrittenId>(mentionsIn, movedId);

/** What each heading of a page defines. */
export const headsOn = bySection<IncrementPlace, { readonly head: Head | undefined }>(
  ({ text, facts }, { number }) =>
    facts.headings.map(({ content }) => ({ head: readHead(text, content, number) })),
  ({ head }, by) => ({ head: head && movedHead(head, by) }),
);

/** The fields whose labels mean something. */
export const fieldsOn = bySection<IncrementPlace, IncrementField>((section, place) => {
  const mentions = mentionsIn(section, place);
  return fieldsIn(section, place).flatMap(
    (field) => readField(field, section.text, place.number, mentions) ?? [],
  );
}, movedField);

/** The lines that sum up. */
export const sumsOn = bySection<IncrementPlace, Sum>(
  (section, place) => sumsIn(section.text, fieldsIn(section, place)),
  movedSum,
);

/** The items and labels that begin with an id. */
export const leadsOn = bySection<IncrementPlace, Lead>(leadsIn, (lead, by) => ({
  head: movedHead(lead.head, by),
  item: lead.item,
  state: lead.state && movedState(lead.state, by),
  line: shift(lead.line, by),
  span: shift(lead.span, by),
}));

/** The boxes. */
export const stepsOn = bySection<IncrementPlace, PlacedStep>(
  ({ text, facts }) =>
    facts.boxes.map(({ span, state }) => {
      const newline = text.indexOf("\n", span.end);
      let end = newline < 0 ? text.length : newline;
      if (text[end - 1] === "\r") end--;
      const start = Math.min(end, span.end + (/[ \t]/.test(text[span.end] ?? "") ? 1 : 0));
      return {
        span,
        step: { box: span, mark: state, work: workOf(state, text.slice(start, end)), text: { start, end } },
      };
    }),
  ({ step }, by) => {
    const span = shift(step.box, by);
    return { span, step: { box: span, mark: step.mark, work: step.work, text: shift(step.text, by) } };
  },
);

/** How far a step is by its mark; an open one may say in words that it is not for now. */
function workOf(mark: string, words: string): Work {
  const work = workOfMark(mark);
  return work === "open" && isPutOff("", words) ? "deferred" : work;
}

export const scenariosOn = bySection<IncrementPlace, Scenario>(
  (section, place) =>
    WITH_SCENARIOS.has(place.role) && mayHaveScenarios(section)
      ? scenariosOf({
          text: section.text,
          codes: section.facts.codes,
          mentions: mentionsIn(section, place),
        })
      : [],
  (one, by) => ({
    ...one,
    span: shift(one.span, by),
    clauses: one.clauses.map(({ name, span }) => ({ name, span: shift(span, by) })),
  }),
);

function fieldsIn({ facts }: SectionText, { role }: IncrementPlace): readonly Field[] {
  return WITH_FIELDS.has(role) ? facts.fields : [];
}

function mentionsIn({ text, facts }: SectionText, { number }: IncrementPlace): WrittenId[] {
  const found = idsIn(text, { start: 0, end: text.length }, number);
  const { codes } = facts;
  let code = 0;
  return found.filter(({ span }) => {
    while (code < codes.length && (codes[code]?.span.end ?? 0) <= span.start) code++;
    return (codes[code]?.span.start ?? span.end) >= span.end;
  });
}

const LEADING: ReadonlySet<IdKind> = new Set<IdKind>(["criterion", "task", "requirement", "test", "other"]);

/** How far behind the start of its line an id may stand: `**`, `✅ `, `Task `. */
const NEAR = 10;

function leadsIn(section: SectionText, place: IncrementPlace): Lead[] {
  const { text, facts } = section;
  const found: Lead[] = [];
  const add = (line: Span, span: Span, item?: Item) => {
    const head = readHead(text, line, place.number);
    const box = item && boxOf(facts, item);
    if (head) found.push({ head, item: !!item, state: box && stateOfBox(box.state, box.span), line, span });
  };
  let last: Item | undefined;
  for (const { kind, span } of mentionsIn(section, place)) {
    if (!LEADING.has(kind)) continue;
    const { start } = span;
    const item = lastUpTo(facts.items, start);
    if (item?.lead && start >= item.lead.start && start - item.lead.start <= NEAR) {
      // `T002 Test FR-007` has two ids near its beginning.
      if (item !== last) add(item.lead, item.span, item);
      last = item;
      continue;
    }
    const field = lastUpTo(fieldsIn(section, place), start);
    if (field?.labelSpan.start === start) add({ start: field.span.start, end: field.value.end }, field.span);
  }
  return found;
}

/** The task box of an item. */
export function boxOf({ boxes }: Pick<Facts, "boxes">, item: Item): TaskBox | undefined {
  const box = boxes[firstFrom(boxes, item.marker.end)];
  return box && item.lead && box.span.end <= item.lead.start ? box : undefined;
}
