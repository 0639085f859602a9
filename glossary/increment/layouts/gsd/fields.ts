/** What a phase or a plan says of itself as fields. */

import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField } from "../../model/model.ts";
import { phasesIn, requirementKeys, requirementsIn } from "./ids.ts";

/** Behind a colon: that there is nothing. */
const NONE = /^[\s[("'*_]*(?:n\/?a\b|none\b|nothing\b|tbd\b|-|–|—|\]|$)/i;
const LONGEST = 160;

/** A field that names requirements. */
export function requirementsField(text: string, label: Span, value: Span): IncrementField {
  const beside = bracketsIn(text, value);
  const ids = requirementsIn(text, value).filter(
    ({ span }) => !beside.some(({ start, end }) => start < span.start && span.end < end),
  );
  return field(text, "criteria", label, value, ids, requirementKeys(text, ids));
}

/** What stands in brackets behind something is a remark: `AUTH-01 (closes F-9)`. */
function bracketsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S[ \t]{0,9}\([^()\r\n]{0,200}\)/g)].map(
    ({ 0: all, index }) => ({
      start: start + index,
      end: start + index + all.length,
    }),
  );
}

/** A field that names phases. */
export function dependenciesField(text: string, label: Span, value: Span): IncrementField {
  const ids = [...phasesIn(text, value), ...furtherIn(text, value)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return plansField(text, label, value, ids);
}

/** A field that names plans. */
export function plansField(
  text: string,
  label: Span,
  value: Span,
  ids: readonly WrittenId[],
): IncrementField {
  return field(text, "dependencies", label, value, ids, [...new Set(ids.map(({ key }) => key))]);
}

/** That something satisfies no requirement, and need not. */
export function noRequirements(at: number): IncrementField {
  const none = { start: at, end: at };
  return field("", "criteria", none, none, [], []);
}

const LIST = /\bPhases[ \t]+(\d[\d.]*[A-Z]?(?:[ \t]*(?:,|&|and|\+)[ \t]*\d[\d.]*[A-Z]?)*)/gi;

/** `Phases 1, 2 and 3`: each number stands for a phase. */
function furtherIn(text: string, { start, end }: Span): WrittenId[] {
  return [...text.slice(start, end).matchAll(LIST)].flatMap(({ 0: all, 1: list = "", index }) => {
    const from = start + index + all.length - list.length;
    return [...list.matchAll(/\d+(?:\.\d+)*/g)].flatMap(({ 0: number, index: at }) =>
      phasesIn(`Phase ${number}`, { start: 0, end: 6 + number.length }).map((id) => ({
        ...id,
        text: number,
        span: { start: from + at, end: from + at + number.length },
      })),
    );
  });
}

function field(
  text: string,
  kind: IncrementField["kind"],
  labelSpan: Span,
  value: Span,
  ids: readonly WrittenId[],
  keys: readonly string[],
): IncrementField {
  const words = text.slice(value.start, Math.min(value.end, value.start + LONGEST));
  return {
    kind,
    label: ownCopy(text.slice(labelSpan.start, labelSpan.end)),
    labelSpan,
    span: { start: labelSpan.start, end: value.end },
    value,
    text: ownCopy(words),
    ids,
    keys,
    all: false,
    none: ids.length === 0 && NONE.test(words),
    canonical: true,
  };
}
