/** The tasks of a story: `- [ ] Task 1: Keep carts (AC: #1, #3)`, with their parts below, or headings with boxes below. */

import { patternOf } from "../../../languages/merge.ts";
import type { Facts } from "../../../markdown/facts.ts";
import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField, State, Step, Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { isPutOff } from "../../model/putOff.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { taskOf } from "../../model/tasks.ts";
import { taskId } from "./ids.ts";
import { criteriaFields, isInCode } from "./refs.ts";

const TASK = patternOf(({ requirements }) => requirements?.task);
/** `Task 1: `, `**Task 1** — `, `T1. `, `1. `, `**1.2) `. */
const PART = "(\\d{1,3}(?:\\.\\d{1,3}){0,2}[a-z]?)(?![\\d.]*\\d)";
const NUMBER = new RegExp(
  `^[*_]{0,3}(?:(?:${TASK})[ \\t]*#?${PART}|T?${PART}(?=[.:：)]|[*_]{2}))[*_]{0,3}[ \\t]*[.:：)—–-]?`,
  "iu",
);

/** `### Task 1: Keep carts` */
const HEADING = new RegExp(`^[*_]*(?:${TASK})[ \\t]*#?\\d`, "iu");

interface Named {
  /** Where it begins, and the words on its first line. */
  readonly start: number;
  readonly line: Span;
  readonly box: { readonly span: Span; readonly state: string } | undefined;
  readonly depth: number;
  /** Of an item: where that ends. Of a heading: the next one. */
  readonly end: number;
}

/** The tasks in a section, in order. */
export function tasksIn(source: IncrementSource, section: Span): Task[] {
  const { text, facts } = source;
  const heads = headsIn(source, section);
  const named = (heads.length > 0 ? heads : itemsIn(source, section)).toSorted((a, b) => a.start - b.start);
  const fields = criteriaFields(text, section).filter(({ span }) => !isInCode(facts, span.start));
  const numbers = named.map(({ line }) => numberIn(text, line));
  // A list without numbers is counted.
  const isCounted = numbers.every((one) => one === undefined);
  const reviewed = reviewsIn(facts, section);
  return named.map((one, i) => {
    const review = reviewed.some(({ start, end }) => start <= one.start && one.start < end);
    return taskAt(source, one, numbers[i], isCounted ? i + 1 : -i, review ? [forNone(one)] : [], fields);
  });
}

interface Numbered {
  readonly number: string;
  readonly span: Span;
  /** Where the title may begin. */
  readonly end: number;
}

function numberIn(text: string, { start, end }: Span): Numbered | undefined {
  const match = NUMBER.exec(text.slice(start, end));
  const number = match?.[1] ?? match?.[2];
  if (!match || number === undefined) return undefined;
  const at = start + match[0].lastIndexOf(number);
  return { number, span: { start: at, end: at + number.length }, end: start + match[0].length };
}

/** What reviews have left to do below a heading of its own satisfies no criterion of the story. */
function reviewsIn({ headings }: Facts, section: Span): Span[] {
  return startingIn(headings, section).flatMap(({ text, span, depth }) => {
    if (!/\b(?:review|follow-?ups?)\b/i.test(text)) return [];
    const next = headings.find((one) => one.span.start > span.start && one.depth <= depth);
    return [{ start: span.start, end: Math.min(next?.span.start ?? section.end, section.end) }];
  });
}

/** What says of a task without being written there that it is for no criterion. */
function forNone({ start }: Named): IncrementField {
  const span = { start, end: start };
  return {
    kind: "criteria",
    label: "",
    labelSpan: span,
    span,
    value: span,
    text: "",
    ids: NOTHING,
    keys: NOTHING,
    all: false,
    none: true,
    canonical: true,
  };
}

/** Headings such as `### Task 1: Keep carts`, where tasks are these. */
function headsIn({ facts: { headings } }: IncrementSource, section: Span): Named[] {
  return startingIn(headings, section).flatMap(({ text: words, span, content, depth }): Named[] => {
    if (!HEADING.test(words)) return [];
    const next = headings.find((one) => one.span.start >= span.end && one.depth <= depth)?.span.start;
    return [
      {
        start: span.start,
        line: content,
        box: undefined,
        depth,
        end: Math.min(next ?? section.end, section.end),
      },
    ];
  });
}

function itemsIn({ text, facts }: IncrementSource, section: Span): Named[] {
  return startingIn(facts.items, section).flatMap((item): Named[] => {
    const box = item.depth === 0 ? boxOf(facts, item) : undefined;
    if (!box || !item.lead) return [];
    const { start } = item.lead;
    const end = Math.min(item.lead.end, lineEnd(text, start));
    const line = { start, end: start + text.slice(start, end).trimEnd().length };
    return [{ start: item.span.start, line, box, depth: 0, end: item.span.end }];
  });
}

function taskAt(
  { text, facts }: IncrementSource,
  { start, line, box, depth, end }: Named,
  numbered: Numbered | undefined,
  /** Below zero where others have numbers. */
  place: number,
  stated: readonly IncrementField[],
  all: readonly IncrementField[],
): Task {
  const span = { start, end: start + text.slice(start, end).trimEnd().length };
  const named = startingIn(all, span);
  const fields = named.length > 0 ? named : stated;
  const [first] = named;
  const until = first && first.span.start < line.end ? first.span.start : line.end;
  const words = trimmed(text, { start: numbered?.end ?? line.start, end: until });
  const title = ownCopy(text.slice(words.start, words.end));
  // Where no number is written, its box is what stands for it.
  const idSpan = numbered?.span ?? box?.span ?? line;
  const head = {
    id:
      numbered || place > 0
        ? taskId(numbered?.number ?? String(place), idSpan)
        : unnumbered(-place, title, idSpan),
    title,
    titleSpan: words,
    marks: NOTHING,
    priority: undefined,
    bold: false,
    sign: undefined,
    flaws: NOTHING,
  };
  const state = box && unless(stateOfBox(box.state, box.span), text.slice(line.start, line.end));
  return taskOf({ ...EMPTY, text, fields }, head, {
    nameSpan: line,
    span,
    bodyEnd: span.end,
    body: span,
    form: box ? "item" : "heading",
    depth,
    flaws: NOTHING,
    state,
    under: undefined,
    steps: stepsIn(text, facts, { start: line.end, end: span.end }),
    stories: NOTHING,
  });
}

/** A task without a number among others that have some: it is called by its words. */
function unnumbered(place: number, title: string, span: Span): WrittenId {
  const words = title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
  return { kind: "task", key: `T-@${place}`, text: `“${words}”`, span };
}

const LONGEST = 40;

/** A task that is left open because nobody has to do it now. */
function unless(state: State, line: string): State {
  const isLeft =
    state.work === "open" && (isPutOff("", line) || /[([*][^)\]*]{0,40}\boptional\b/i.test(line));
  return isLeft ? { ...state, work: "deferred" } : state;
}

/** The part of a reading that tasks ask for. */
const EMPTY = { scenarios: [], steps: [] } as const;
const NOTHING: readonly never[] = [];

/** The boxes in a task. */
function stepsIn(text: string, { boxes }: Facts, within: Span): Step[] {
  return startingIn(boxes, within).map(({ span, state }) => {
    const end = span.end + text.slice(span.end, lineEnd(text, span.end)).trimEnd().length;
    const start = Math.min(end, span.end + 1);
    return { box: span, mark: state, work: stateOfBox(state, span).work, text: { start, end } };
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, Math.max(start, end));
  const before = (/^[\s*_:：.)—–-]*/.exec(words) as RegExpExecArray)[0].length;
  const rest = words.slice(before).replace(/[\s*_:：—–-]+$/, "");
  return { start: start + before, end: start + before + rest.length };
}
