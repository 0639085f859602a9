/** `requirements.md`: requirements are stories, the numbers of their lists are criteria. */
import type { Item } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import { storyOfCriterion, type WrittenId } from "../../model/ids.ts";
import type { Criterion, Story } from "../../model/model.ts";
import type { Section } from "../../model/outline.ts";
import { isBlank, isPutOff } from "../../model/putOff.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementReading } from "../../model/source.ts";
import { storyOf } from "../../model/stories.ts";
import { requirementId } from "./ids.ts";
import { ACCEPTANCE, REQUIREMENT } from "./words.ts";

const HEAD = new RegExp(
  `^(?:(?:((?:[\\p{L}-]{2,20} ){0,2})(?:${REQUIREMENT})|req|r)[ \\t#-]*)?(\\d{1,3}[A-Z]?)(?![\\p{L}\\d]|\\.\\d)[ \\t]*(?:[-–—:：.)|][ \\t]*)?(.*)$`,
  "iu",
);

/** What is there already needs no task: `… shall show the sum ✅ (already implemented)`. */
const MET = /[✅✔☑][^.!?\r\n]{0,60}$/u;

/** The requirements of a page and their criteria, in order. */
export function requirementsOf(reading: IncrementReading): { stories: Story[]; criteria: Criterion[] } {
  const stories: Story[] = [];
  const criteria: Criterion[] = [];
  const heads = reading.sections.map((section) => headId(reading, section));
  const plain = new Set(heads.flatMap((id) => (id?.named ? [id.story.key] : [])));
  for (const [index, section] of reading.sections.entries()) {
    const id = heads[index];
    // “Non-Functional Requirement 3” is requirement 3 where there is no other.
    if (!id || (!id.named && plain.has(id.story.key))) continue;
    const { within, accepted } = placeOfCriteria(reading, index);
    // `1. Overview` is a heading like others.
    if (id.bare && !accepted) continue;
    const own = criteriaIn(reading, section.span, within, id.story);
    // What is headed so again without criteria sums up.
    if (own.length === 0 && stories.some((one) => one.id.key === id.story.key)) continue;
    stories.push(storyOf(reading, section, id.story, id.title, id.titleSpan));
    criteria.push(...own);
  }
  return { stories, criteria };
}

/** The clauses of a bug report, `1.1` to `3.4`: nobody expects a task for each. */
export function clausesOf(reading: IncrementReading): Criterion[] {
  return writtenOut(reading, { start: 0, end: reading.text.length }).map((one) => ({
    ...criterion(reading, storyOfCriterion(one.id.key) as string, one),
    standing: "mirror",
  }));
}

interface HeadId {
  readonly story: WrittenId;
  readonly title: string;
  readonly titleSpan: Span;
  /** Whether the heading says that it is one, and of no special kind. */
  readonly named: boolean;
  /** Whether the heading begins with the number. */
  readonly bare: boolean;
}

function headId({ text }: IncrementReading, { heading }: Section): HeadId | undefined {
  const { content, depth } = heading;
  if (depth < 2 || depth > 4) return undefined;
  const line = text.slice(content.start, content.end);
  const match = HEAD.exec(line);
  if (!match) return undefined;
  const [, kind = "", number = "", title = ""] = match;
  const end = content.start + line.indexOf(number) + number.length;
  const titleSpan = { start: content.end - title.length, end: content.end };
  const span = { start: content.start, end };
  return {
    story: requirementId(number, undefined, text.slice(span.start, span.end), span),
    title: ownCopy(title.trim()),
    titleSpan,
    named: kind === "" && !/^\d/.test(line),
    bare: /^\d/.test(line),
  };
}

/** The criteria of a requirement; none where its lists do not say which number is which. */
function criteriaIn(reading: IncrementReading, all: Span, within: Span, story: WrittenId): Criterion[] {
  const number = story.key.slice("US-".length);
  const written = writtenOut(reading, all).filter(({ id }) => storyOfCriterion(id.key) === story.key);
  if (written.length > 0) return written.map((one) => criterion(reading, story.key, one));
  const ordered = startingIn(reading.facts.items, within).filter(
    ({ depth, ordered, lead }) => depth === 0 && ordered && lead,
  );
  const digits = ordered.map(({ marker }) =>
    Number.parseInt(reading.text.slice(marker.start, marker.end), 10),
  );
  const counted = countedOn(digits);
  if (!counted) return [];
  return ordered.map((item, i) => {
    const at = { start: item.marker.start, end: item.marker.end - 1 };
    const id = requirementId(number, String(counted[i]), `${number}.${counted[i]}`, at);
    return criterion(reading, story.key, {
      id,
      line: item.lead as Span,
      span: item.span,
      from: (item.lead as Span).start,
    });
  });
}

/** What numbers of a list stand for: `1. 1. 1.` counts on. \`undefined\` where they begin anew. */
function countedOn(digits: readonly number[]): number[] | undefined {
  const counted: number[] = [];
  for (const [i, digit] of digits.entries()) {
    const before = counted.at(-1) ?? 0;
    if (i > 0 && digit === digits[i - 1]) counted.push(before + 1);
    else if (i > 0 && digit <= before) return undefined;
    else counted.push(digit);
  }
  return counted;
}

/** Below the heading or the label that speaks of acceptance, else anywhere in the requirement. */
function placeOfCriteria(
  { sections, text }: IncrementReading,
  index: number,
): { readonly within: Span; readonly accepted: boolean } {
  const { span, heading } = sections[index] as Section;
  const accepting: Section[] = [];
  for (let next = index + 1; (sections[next]?.span.start ?? span.end) < span.end; next++) {
    const one = sections[next] as Section;
    if (ACCEPTANCE.test(one.heading.text)) accepting.push(one);
  }
  const [first] = accepting;
  const end = Math.max(...accepting.map((one) => one.span.end));
  if (first) return { within: { start: first.heading.span.end, end }, accepted: true };
  const body = text.slice(heading.span.end, span.end);
  const label = /^[ \t]*\*\*([^*\r\n]{3,60})\*\*[ \t]*[:：]?[ \t]*$/gm;
  for (let match = label.exec(body); match; match = label.exec(body))
    if (ACCEPTANCE.test(match[1] as string))
      return {
        within: { start: heading.span.end + match.index + match[0].length, end: span.end },
        accepted: true,
      };
  return { within: { start: heading.span.end, end: span.end }, accepted: false };
}

/** A criterion where it stands. */
interface Written {
  readonly id: WrittenId;
  readonly line: Span;
  readonly span: Span;
  /** Where its text begins. */
  readonly from: number;
}

/** Criteria that begin with their number in full: `1.2 WHEN …`, `- **1.2** …`, `#### AC 1.2: …`. */
function writtenOut({ text, facts, sections }: IncrementReading, within: Span): Written[] {
  const lines: { readonly line: Span; readonly span: Span }[] = [
    ...startingIn(facts.items, within).flatMap(({ lead, span, depth }: Item) =>
      lead && depth === 0 ? [{ line: lead, span }] : [],
    ),
    ...startingIn(facts.paragraphs, within).flatMap(({ span, depth }) =>
      depth === 0 ? linesOf(text, span) : [],
    ),
    ...startingIn(sections, within).map(({ heading, span }) => ({ line: heading.content, span })),
  ];
  const found = lines.flatMap(({ line, span }): Written[] => {
    const match = WRITTEN.exec(text.slice(line.start, line.end));
    if (!match) return [];
    const [all, before = "", own = "", last = ""] = match;
    const start = line.start + before.length;
    const at = { start, end: start + own.length + 1 + last.length };
    const id = requirementId(own, last, text.slice(at.start, at.end), at);
    return [{ id, line, span, from: line.start + all.length }];
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function linesOf(text: string, { start, end }: Span): { readonly line: Span; readonly span: Span }[] {
  let at = start;
  return text
    .slice(start, end)
    .split("\n")
    .map((line) => {
      const span = { start: at, end: at + line.trimEnd().length };
      at += line.length + 1;
      return { line: span, span };
    });
}

const WRITTEN = new RegExp(
  `^((?:\\*\\*|__)?(?:(?:AC|Criterion|R|REQ|${REQUIREMENT})[ \\t#-]?)?)(\\d{1,3}[A-Z]?)\\.(\\d{1,3})(?![\\d.]\\d|[\\p{L}\\d])[.):：]?(?:\\*\\*|__)?[ \\t]*[:：–—-]?[ \\t]*`,
  "iu",
);

function criterion({ text }: IncrementReading, story: string, { id, line, span, from }: Written): Criterion {
  const newline = text.slice(from, line.end).search(/\r?\n/);
  const titleSpan = { start: from, end: newline < 0 ? line.end : from + newline };
  const title = text.slice(titleSpan.start, titleSpan.end).trim();
  return {
    id,
    title: ownCopy(title),
    nameSpan: { start: Math.min(id.span.start, line.start), end: titleSpan.end },
    titleSpan,
    span,
    form: "item",
    depth: 0,
    flaws: [],
    standing: "definition",
    putOff: isPutOff("", title) || isBlank(title) || MET.test(title),
    state: undefined,
    story,
    under: story,
    fields: [],
  };
}
