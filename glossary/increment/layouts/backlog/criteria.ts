/** The acceptance criteria of a task: `- [x] #1 The cart survives a restart`. */

import type { Facts, Item } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { Criterion } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { criterionId } from "./ids.ts";

type Source = Pick<IncrementSource, "text" | "facts">;

export const BEGIN = "<!-- AC:BEGIN -->";
export const END = "<!-- AC:END -->";
/** What is quoted in a description is none of the task's own. */
const OTHERS = /^<!-- (SECTION:[A-Z_]+|DOD|COMMENTS):BEGIN -->[ \t]*\r?$[\s\S]*?^<!-- \1:END -->/gm;
const MARKED = /^<!-- AC:BEGIN -->[ \t]*\r?$([\s\S]*?)(?=^(?:<!-- AC:END -->|#{1,6} )|(?![\s\S]))/gm;
const HEADING = /^acceptance criteria(?: \(optional\))?$/i;

/** Where criteria stand: between markers, else below the headings that say so. Spans are in order. */
export function placesOfCriteria({ text, facts }: Source): Span[] {
  if (text.includes(BEGIN)) {
    const hidden = [...spansOf(text, OTHERS), ...facts.codes.map(({ span }) => span)];
    const marked = spansOf(text, MARKED).filter(
      ({ start }) => !hidden.some((one) => one.start < start && start < one.end),
    );
    if (marked.length > 0) return marked;
  }
  return facts.headings.flatMap(({ text: words, depth, span }, i) => {
    if (depth > 3 || !HEADING.test(words)) return [];
    const next = facts.headings.slice(i + 1).find((one) => one.depth <= depth);
    return [{ start: span.end, end: next?.span.start ?? text.length }];
  });
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
}

/** The criteria of a task, in order. */
export function criteriaOf(source: Source): Criterion[] {
  const { text, facts } = source;
  const boxed = placesOfCriteria(source).flatMap((within) => boxedIn(text, facts, within));
  const isCounted = boxed.every(({ number = 0 }, i) => number > (boxed[i - 1]?.number ?? 0));
  return boxed.map(({ item, line, number, box }, i): Criterion => {
    const written = number === undefined ? 0 : `#${number}`.length;
    const { start, end } = line;
    // Where no number is written, its box is what stands for it.
    const at = written === 0 ? box.span : { start, end: start + written };
    const title = text.slice(start + written, end);
    const titleSpan = { start: end - title.trimStart().length, end };
    return {
      // The tool counts: written numbers count only where they go up.
      id: criterionId(isCounted ? (number as number) : i + 1, at),
      title: ownCopy(title.trim()),
      nameSpan: { start: Math.min(at.start, start), end },
      titleSpan,
      span: item.span,
      form: "item",
      depth: 0,
      flaws: NOTHING,
      standing: "definition",
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
  /** Where it is written. */
  readonly number: number | undefined;
  readonly box: { readonly span: Span; readonly state: string };
}

function boxedIn(text: string, facts: Facts, within: Span): Boxed[] {
  return startingIn(facts.items, within).flatMap((item): Boxed[] => {
    const box = item.depth === 0 ? boxOf(facts, item) : undefined;
    if (!box || !item.lead) return [];
    const { start } = item.lead;
    const line = (/^[^\r\n]*/.exec(text.slice(start, item.lead.end)) as RegExpExecArray)[0].trimEnd();
    const digits = /^#(\d{1,4})(?=\s|$)/.exec(line)?.[1];
    const number = digits === undefined ? undefined : Number(digits);
    return [{ item, line: { start, end: start + line.length }, number, box }];
  });
}
