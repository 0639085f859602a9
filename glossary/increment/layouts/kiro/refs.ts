/** Where requirements are named: `_Requirements: 1.1, 2.3-2.5_`, `**Validates: Requirements 1.2**`, `as requirement 3 says`. */
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField } from "../../model/model.ts";
import { criterionKey, requirementId } from "./ids.ts";
import { ALL, AND_START, AND_WORD, REQUIREMENT } from "./words.ts";

/** A place that names requirements. Of kind `criteria` it says what a task is for; else it only speaks of them. */
export interface Reference extends IncrementField {
  readonly kind: "criteria" | "references";
  /** Keys of requirements that are named as a whole. */
  readonly wholes: readonly string[];
  /** `Validates: Requirements 1.2`: how it is tested. */
  readonly validates: boolean;
}

const LEAD = new RegExp(
  `(?<![a-zà-ÿа-яё\\d-])(?:${REQUIREMENT})(?: [a-z]{2,12}|[\\u3040-\\u30ff\\u4e00-\\u9fff]{1,4})?(?=[*_]{0,3}[ \\t]*(?:[:：]|(?:R|REQ-|#)?\\d))[*_]{0,3}[ \\t]*(?:[:：][*_]{0,3}[ \\t]*)?`,
  "giu",
);
/** What stands before a label that is a statement of its own: the marker of an item, and `Validates:`. */
const OWN = /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,3}(?:[\p{L} ]{2,30}[*_]{0,3}[:：][*_]{0,3}[ \t]*)?$/u;
/** A label in emphasis behind something else: `Cook **Validates: `. */
const SAID = /[*_]{1,3}[\p{L} ]{2,30}[:：][ \t]*$/u;
const NUMBER = "(\\d{1,3}[A-Z]?)(?:\\.(\\d{1,3}))?(?:\\.\\d{1,3}|[a-z])?";
const PREFIX = `(?:(?:${REQUIREMENT}|req|r|#)[ \\t-]?)?`;
const NOTE = "(?:[ \\t]*[(（][^()（）\\r\\n]{0,80}[)）])?";
const ITEM = new RegExp(
  `${PREFIX}${NUMBER}(?![\\p{L}\\d])${NOTE}(?:[ \\t]*(?:-|–|—|~|〜|～|to\\b|through\\b|\\.{2,3})[ \\t]*${PREFIX}${NUMBER}(?![\\p{L}\\d]|/\\d)${NOTE})?`,
  "iuy",
);
/** What may come behind a number that is all of an entry: `2 new endpoints` names no requirement. */
const BEHIND = new RegExp(`[ \\t]*(?:[,;、，；/&+|*_.)）\\]\\r\\n]|$|[–—-][ \\t]|${AND_START})`, "uy");
/** What says that it is the number of a requirement, whatever comes behind: `Requirement 2 user stories`. */
const CALLED = new RegExp(`^(?:${REQUIREMENT})`, "iu");
const SEPARATOR = new RegExp(`[ \\t]*(?:[,;、，；/&+]|${AND_WORD})\\s*`, "iuy");
/** A label and what has been typed behind it so far. */
const TYPED = new RegExp(
  `(?:${REQUIREMENT})[*_]{0,3}[ \\t]*[:：][*_]{0,3}[ \\t]*(?:[\\d.]+[ \\t]*[,;、，][ \\t]*)*[\\d.]*$`,
  "iu",
);

/** True for the beginning of a line after which the number of a requirement or criterion can stand. */
export function endsInReference(line: string): boolean {
  return TYPED.test(line);
}

const MOST = 60;
const LONGEST = 1_000;

/** Every place of a text that names requirements, in order. */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = [];
  LEAD.lastIndex = 0;
  for (let lead = LEAD.exec(text); lead; lead = LEAD.exec(text)) {
    const start = lead.index;
    const from = start + lead[0].length;
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const colon = /[:：]/.test(lead[0]);
    const validates = !colon && (OWN.test(line) ? /[:：][*_ \t]*$/ : SAID).test(line);
    const states = validates || (colon && (OWN.test(line) || /[_*(（]$/.test(line)));
    const reference = referenceAt(text, { start, end: from }, states, /[_*]{1,3}$/.exec(line)?.[0]);
    if (reference) {
      found.push({ ...reference, validates });
      LEAD.lastIndex = Math.max(from, reference.value.end);
    }
  }
  return found;
}

/** What stands at the beginning of a piece of text as numbers of requirements: `1.1, 1.2`, `Requirement 2 (cart)`. */
export function requirementsAt(text: string, span: Span): Pick<Reference, "ids" | "keys"> | undefined {
  const from =
    span.start + (/^[ \t*_`]*/.exec(text.slice(span.start, span.end)) as RegExpExecArray)[0].length;
  return referenceAt(text.slice(0, span.end), { start: from, end: from }, false, undefined);
}

function referenceAt(
  text: string,
  lead: Span,
  states: boolean,
  mark: string | undefined,
): Omit<Reference, "validates"> | undefined {
  const end = states ? valueEnd(text, lead.end, mark) : Math.min(text.length, lead.end + LONGEST);
  const named: Named = { ids: [], keys: new Set(), wholes: new Set(), end: lead.end };
  for (let at = lead.end; at < end; ) {
    const next = itemAt(text, at, end, states, named);
    if (next !== undefined) at = next;
    else if (states) at = behindSeparator(text, at, end);
    else break;
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text);
    if (separator) at = SEPARATOR.lastIndex;
    else if (!states) break;
  }
  if (!states && named.ids.length === 0) return undefined;
  const value = { start: lead.end, end: states ? end : named.end };
  const written = text.slice(value.start, value.end);
  const all = states && named.ids.length === 0 && ALL.test(written.replace(/^[^\p{L}]+/u, ""));
  const label = text.slice(lead.start, lead.end).replace(/[*_:： \t]+$/, "");
  return {
    kind: states ? "criteria" : "references",
    label: ownCopy(label),
    labelSpan: { start: lead.start, end: lead.start + label.length },
    span: { start: lead.start, end: value.end },
    value,
    text: ownCopy(written.slice(0, 160)),
    ids: named.ids,
    keys: [...named.keys],
    wholes: [...named.wholes],
    all: all || named.wholes.size > 0,
    none: /^(?:n\/?a\b|none\b|no\b|-|–|—|$)/i.test(written),
    canonical: true,
  };
}

interface Named {
  readonly ids: WrittenId[];
  readonly keys: Set<string>;
  readonly wholes: Set<string>;
  /** Where the last one ends. */
  end: number;
}

/** To the end of the line; of a value in emphasis to the end of that, a line or two further on. */
function valueEnd(text: string, from: number, mark: string | undefined): number {
  const rest = text.slice(from, from + LONGEST);
  const blank = /\r?\n[ \t]*(?:\r?\n|[-*+][ \t]|\d+[.)][ \t]|#)/.exec(rest)?.index ?? rest.length;
  const close = mark === undefined ? -1 : rest.indexOf(mark);
  const line = /\r?\n|[ \t]*\|/.exec(rest)?.index ?? rest.length;
  const length = close >= 0 && close < blank ? close : Math.min(line, blank);
  return from + rest.slice(0, length).trimEnd().length;
}

/** Takes what is named at an offset; gives where it ends, `undefined` where nothing is. */
function itemAt(text: string, at: number, end: number, alone: boolean, named: Named): number | undefined {
  ITEM.lastIndex = at;
  const match = ITEM.exec(text);
  if (!match || at + match[0].length > end) return undefined;
  BEHIND.lastIndex = at + match[0].length;
  if (alone && !BEHIND.test(text) && !CALLED.test(match[0])) return undefined;
  const [all, number = "", , lastNumber] = match;
  // `9.0` is all of requirement 9.
  const [criterion, lastCriterion] = [match[2], match[4]].map((one) => (Number(one) === 0 ? undefined : one));
  const first = place(all, number, criterion, 0);
  const id = (where: Place) => {
    const span = { start: at + where.start, end: at + where.end };
    return requirementId(where.number, where.criterion, text.slice(span.start, span.end), span);
  };
  named.ids.push(id(first));
  if (lastNumber !== undefined) {
    const last = place(all, lastNumber, lastCriterion, first.end);
    // `1.1-5` goes on to 1.5.
    if (criterion !== undefined && lastCriterion === undefined) within(named, number, criterion, lastNumber);
    else {
      named.ids.push(id(last));
      if (number === lastNumber && criterion !== undefined)
        within(named, number, criterion, lastCriterion as string);
      else between(named, number, lastNumber);
    }
  } else if (criterion === undefined) named.wholes.add(id(first).key);
  for (const one of named.ids) named.keys.add(one.key);
  named.end = at + all.length;
  return named.end;
}

interface Place extends Span {
  readonly number: string;
  readonly criterion: string | undefined;
}

/** Where a number stands in what has matched. */
function place(all: string, number: string, criterion: string | undefined, from: number): Place {
  const written = criterion === undefined ? number : `${number}.${criterion}`;
  const start = all.indexOf(written, from);
  return { number, criterion, start, end: start + written.length };
}

/** The criteria of one requirement between two, and both. */
function within({ keys }: Named, number: string, first: string, last: string): void {
  for (let one = Number(first); one <= Math.min(Number(last), Number(first) + MOST); one++)
    keys.add(criterionKey(number, one));
}

/** `1.1-4.3`, `1-4`: all of the requirements between, and both. */
function between({ wholes }: Named, first: string, last: string): void {
  const from = Number.parseInt(first, 10);
  const to = Number.parseInt(last, 10);
  for (let one = from; one <= Math.min(to, from + MOST); one++) wholes.add(`US-${one}`);
}

function behindSeparator(text: string, at: number, end: number): number {
  const match = /[,;、，；/]/.exec(text.slice(at, end));
  return match ? at + match.index : end;
}
