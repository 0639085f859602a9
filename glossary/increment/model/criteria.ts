/** Acceptance criteria: where they are defined, and where they are only said again. */
import type { Head } from "./head.ts";
import { storyOfCriterion } from "./ids.ts";
import type { Criterion, CriterionRole, Flaw } from "./model.ts";
import type { Section } from "./outline.ts";
import { isBlank, isOutside, isPutOff } from "./putOff.ts";
import { startingIn } from "./sorted.ts";
import { type IncrementReading, type Lead, sectionAt } from "./source.ts";

const CRITERION = /^AC-US\d+E?-\d{2,}$/;

/** Sections that say again what others define. */
const SUMMARY =
  /\b(?:summary|overview|status|progress|coverage|matrix|traceability|mapping|checklist|roll-?up|verification|validation|completed?|completion|remaining|deferred|definition of done|success criteria|changelog|history|notes?)\b/i;

interface Found {
  /** What it is to the others is said when all are known. */
  readonly criterion: Omit<Criterion, "standing"> & { standing: CriterionRole };
  /** In a section that only sums up. */
  readonly summed: boolean;
}

/** The criteria of a page, in order. */
export function criteriaOf(reading: IncrementReading): Criterion[] {
  const known = new Map<number, boolean>();
  const summed = (section: number) => {
    const before = known.get(section);
    if (before !== undefined) return before;
    const now = isSummary(reading.sections, section);
    known.set(section, now);
    return now;
  };
  const outside = outsides(reading.sections);
  const found = [
    ...reading.sections.flatMap((section, i) =>
      section.head?.id.kind === "criterion" ? [ofHeading(reading, section, section.head, i, outside)] : [],
    ),
    ...reading.leads.flatMap((lead) => ofLead(reading, lead, summed, outside) ?? []),
  ].sort((a, b) => a.criterion.span.start - b.criterion.span.start);
  const { role } = reading.place;
  return stand(found, role === "spec" || role === "whole" || role === "requirements");
}

function ofHeading(
  reading: IncrementReading,
  section: Section,
  head: Head,
  index: number,
  outside: (section: number) => boolean,
): Found {
  const { heading, span } = section;
  const under = storyAt(reading, index);
  return {
    criterion: {
      id: head.id,
      title: head.title,
      nameSpan: heading.content,
      titleSpan: head.titleSpan,
      span,
      form: "heading",
      depth: heading.depth,
      flaws: flawsOf(reading, head, ["form"]),
      standing: "mirror",
      putOff: isAside(reading.text, head, heading.content.start) || outside(index),
      state: undefined,
      story: storyOfCriterion(head.id.key) ?? under,
      under,
      fields: startingIn(reading.fields, { start: heading.span.end, end: span.end }),
    },
    summed: false,
  };
}

function ofLead(
  reading: IncrementReading,
  { head, line, item, state, span }: Lead,
  summed: (section: number) => boolean,
  outside: (section: number) => boolean,
): Found | undefined {
  if (head.id.kind !== "criterion") return undefined;
  const colon = !head.flaws.includes("separator");
  // `- AC-US1-01, AC-US1-02` and `- AC-US1-01 and others …` speak of criteria.
  if (!state && !head.bold && !colon && !/[—–-][ \t]*$/.test(before(reading.text, head))) return undefined;
  if (!item && !colon) return undefined;
  const section = sectionAt(reading, span.start);
  const more: Flaw[] = [];
  if (!item) more.push("form");
  if (!/[ xX]/.test(state?.mark ?? "")) more.push("box");
  if (!head.bold) more.push("bold");
  const under = storyAt(reading, section);
  return {
    criterion: {
      id: head.id,
      title: head.title,
      nameSpan: { start: line.start, end: Math.max(head.titleSpan.end, head.id.span.end) },
      titleSpan: head.titleSpan,
      span,
      form: item ? "item" : "label",
      depth: 0,
      flaws: flawsOf(reading, head, more),
      standing: "mirror",
      putOff: isAside(reading.text, head, line.start) || outside(section),
      state,
      story: storyOfCriterion(head.id.key) ?? under,
      under,
      fields: item ? startingIn(reading.fields, { start: line.end, end: span.end }) : [],
    },
    summed: summed(section),
  };
}

/** Whether a line says that it is not for now, or nothing yet. */
function isAside(text: string, { id, title, titleSpan }: Head, start: number): boolean {
  return isPutOff(text.slice(start, id.span.start), text.slice(id.span.end, titleSpan.end)) || isBlank(title);
}

/** Whether a section, or one that it is in, holds what is not done now. */
function outsides(sections: readonly Section[]): (index: number) => boolean {
  const known = new Map<number, boolean>();
  const at = (index: number): boolean => {
    const section = sections[index];
    if (!section) return false;
    const before = known.get(index);
    if (before !== undefined) return before;
    const { head, heading, above } = section;
    const own = head
      ? head.id.kind === "story" && isPutOff("", head.title)
      : heading.depth > 1 && isOutside(heading.text);
    const now = own || at(above);
    known.set(index, now);
    return now;
  };
  return at;
}

/** What stands between the id and the title. */
function before(text: string, { id, titleSpan }: Head): string {
  return text.slice(id.span.end, titleSpan.start);
}

function flawsOf({ grammar }: IncrementReading, head: Head, more: readonly Flaw[]): readonly Flaw[] {
  if (!grammar.isStrict) return [];
  const id: Flaw[] = CRITERION.test(head.id.text) ? [] : ["id"];
  return [...head.flaws, ...more, ...id];
}

/** The key of the story that a section is of. */
function storyAt({ sections }: IncrementReading, index: number): string | undefined {
  for (let at = index; at >= 0; at = sections[at]?.above ?? -1) {
    const id = sections[at]?.head?.id;
    if (id?.kind === "story") return id.key;
  }
  return undefined;
}

function isSummary(sections: readonly Section[], index: number): boolean {
  for (let at = index; at >= 0; at = sections[at]?.above ?? -1) {
    const { head, heading } = sections[at] as Section;
    if (head) return false;
    if (heading.depth > 1 && SUMMARY.test(heading.text)) return true;
  }
  return false;
}

/** Says of each place what it is to the others of the same criterion. */
function stand(found: readonly Found[], defines: boolean): Criterion[] {
  const chosen = new Map<string, Found>();
  const rank = ({ summed, criterion }: Found) => (summed ? 2 : 0) + (criterion.state ? 0 : 1);
  if (defines)
    for (const one of found) {
      const known = chosen.get(one.criterion.id.key);
      if (!known || rank(one) < rank(known)) chosen.set(one.criterion.id.key, one);
    }
  return found.map((one) => {
    const { criterion } = one;
    criterion.standing = standingOf(one, chosen.get(criterion.id.key));
    return criterion;
  });
}

function standingOf(one: Found, counts: Found | undefined): CriterionRole {
  if (!counts) return "mirror";
  if (one === counts) return "definition";
  if (one.summed) return "repeat";
  return !one.criterion.state && counts.criterion.state ? "note" : "duplicate";
}
