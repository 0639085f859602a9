/** The acceptance criteria of a task: `- [x] #1 The cart survives a restart`. */

import type { Facts, Item } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { firstFrom, type Span } from "../../../text/span.ts";
import type { Criterion } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { criterionId } from "./ids.ts";

type Source = Pick<IncrementSource, "text" | "facts">;

export const BEGIN = "<!-- AC:BEGIN -->";
export const END = "<!-- AC:END -->";
const HEADING = /^acceptance criteria(?: \(optional\))?$/i;

/** Where criteria stand: between markers, else below the headings that say so. In order, and none in another. */
export function placesOfCriteria(source: Source): Span[] {
  const marked = source.text.includes(BEGIN) ? markedIn(source) : [];
  return marked.length > 0 ? marked : headedIn(source);
}

interface Marker {
  readonly family: string;
  readonly isBegin: boolean;
  readonly span: Span;
}

const MARKER = /^<!-- (SECTION:[A-Z_]+|DOD|COMMENTS|AC):(BEGIN|END) -->[ \t]*\r?$/gm;

function markersIn(text: string): Marker[] {
  return [...text.matchAll(MARKER)].map(({ 0: all, 1: family = "", 2: kind, index }) => ({
    family,
    isBegin: kind === "BEGIN",
    span: { start: index, end: index + all.length },
  }));
}

/** Between markers; up to the next heading where the second one is missing. */
function markedIn({ text, facts }: Source): Span[] {
  const markers = markersIn(text);
  const isHidden = within([...quotedBy(markers), ...facts.codes.map(({ span }) => span)]);
  const own = markers.filter(({ family, span }) => family === "AC" && !isHidden(span.start));
  return own.flatMap(({ isBegin, span: { start, end } }, i) => {
    if (!isBegin) return [];
    const heading = facts.headings[firstFrom(facts.headings, end)]?.span.start ?? text.length;
    return [{ start, end: Math.min(own[i + 1]?.span.start ?? text.length, heading) }];
  });
}

/** What stands between markers of something else: what is quoted there is none of the task's own. */
function quotedBy(markers: readonly Marker[]): Span[] {
  const open = new Map<string, number>();
  return markers.flatMap(({ family, isBegin, span }) => {
    if (family === "AC") return [];
    const start = open.get(family);
    if (isBegin) open.set(family, span.start);
    else open.delete(family);
    return isBegin || start === undefined ? [] : [{ start, end: span.end }];
  });
}

/** Says of offsets that go up whether they are in any of these. */
function within(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return (offset) => {
    for (; next < sorted.length && (sorted[next] as Span).start <= offset; next++)
      end = Math.max(end, (sorted[next] as Span).end);
    return offset < end;
  };
}

function headedIn({ text, facts: { headings } }: Source): Span[] {
  const found: Span[] = [];
  for (const [i, { text: words, depth, span }] of headings.entries()) {
    if (depth > 3 || !HEADING.test(words) || span.start < (found.at(-1)?.end ?? 0)) continue;
    let next = i + 1;
    while ((headings[next]?.depth ?? 0) > depth) next++;
    found.push({ start: span.end, end: headings[next]?.span.start ?? text.length });
  }
  return found;
}

/** The criteria of a task, in order. */
export function criteriaOf(source: Source): Criterion[] {
  const { text, facts } = source;
  const boxed = placesOfCriteria(source).flatMap((within) => boxedIn(text, facts, within));
  return boxed.map(({ item, line, written, box }, i): Criterion => {
    const { start, end } = line;
    // Where no number is written, its box is what stands for it.
    const at = written === 0 ? box.span : { start, end: start + written };
    const title = text.slice(start + written, end);
    const titleSpan = { start: end - title.trimStart().length, end };
    return {
      // The tool counts, whatever number is written.
      id: criterionId(i + 1, at),
      title: ownCopy(title.trim()),
      nameSpan: { start: Math.min(at.start, start), end },
      titleSpan,
      span: item.span,
      form: "item",
      depth: 0,
      flaws: NOTHING,
      standing: "definition",
      putOff: false,
      state: stateOfBox(box.state, box.span),
      story: undefined,
      under: undefined,
      fields: NOTHING,
    };
  });
}

const NOTHING: readonly never[] = [];

interface Boxed {
  readonly item: Item;
  /** The first line behind the box. */
  readonly line: Span;
  /** How long the number is that it begins with: 2 of `#9 Nine`; 0 where there is none. */
  readonly written: number;
  readonly box: { readonly span: Span; readonly state: string };
}

function boxedIn(text: string, facts: Facts, within: Span): Boxed[] {
  return startingIn(facts.items, within).flatMap((item): Boxed[] => {
    const box = item.depth === 0 ? boxOf(facts, item) : undefined;
    if (!box || !item.lead) return [];
    const { start } = item.lead;
    const line = (/^[^\r\n]*/.exec(text.slice(start, item.lead.end)) as RegExpExecArray)[0].trimEnd();
    const written = /^#\d{1,4}(?=\s|$)/.exec(line)?.[0].length ?? 0;
    return [{ item, line: { start, end: start + line.length }, written, box }];
  });
}
