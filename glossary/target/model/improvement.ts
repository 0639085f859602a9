/** `500 ms → 50 ms (10x faster)`: whether what is claimed follows from the two values. */
import type { Span } from "../../text/span.ts";
import { type Quantity, quantitiesIn } from "./quantity.ts";

/** A claim that the two values before it do not bear out. Spans are relative to the line. */
export interface Mismatch {
  readonly span: Span;
  /** What is claimed, in words, where it is no number: `a reduction`. */
  readonly claim?: string;
  /** What the values come to: `23%`, `10x`; undefined where they are no single values. */
  readonly computed: string | undefined;
  readonly from: Quantity;
  readonly to: Quantity;
}

/** Between the two values; in `200 duplicates → 100 duplicates` with what is counted. */
const ARROW = /^[\s*_]*(?:(\p{L}+)[\s*_]+)?(?:→|->|=>|-->|⟶|to)[\s*_]*$/u;
/** The claim stands beside the values: in brackets, or behind a comma. */
const BESIDE = /^[^;.|]{0,30}[(,:=–—-][\s*_]*(?:a |an |by |i\.e\. |over |about |roughly )?$/;
const CHANGE =
  /^[\s*_]*(?:\w+[ -])?(?:faster|slower|less|fewer|lower|higher|more|reduc\w+|improve\w*|increase\w*|decrease\w*|smaller|larger|savings?|saved|cheaper|better|shorter|elimination|speed-?up|drop|gain|cut)\b|^[\s*_]*\)/i;

const LESS = /^[\s*_)]*(?:\w+[ -])?(?:less|fewer|lower|reduc\w+|decreas\w+|smaller|shorter|cheaper|cut)\b/i;
const MORE = /^[\s*_)]*(?:\w+[ -])?(?:more|higher|increas\w+|larger|growth)\b/i;
/** “Reduce the latency from 200 ms to 400 ms” */
const VERB =
  /\b(?:(reduc|decreas|lower|cut|shorten|shrink)|(increas|rais))\w*\s(?!by\b)[^.;:→]{1,60}\sfrom\s[\s*_~<>≤≥]*$/i;

/** Claims of change on a line that do not agree with its `A → B`. */
export function mismatchesIn(text: string): Mismatch[] {
  if (!/→|->|=>|⟶|\bto\b/.test(text)) return [];
  return [...wrongWays(text), ...(/[%x×]/.test(text) ? wrongClaims(text) : [])];
}

/** Verbs that say the opposite of their two values. */
function wrongWays(text: string): Mismatch[] {
  if (!/\bfrom\s/i.test(text)) return [];
  const quantities = quantitiesIn(text);
  return quantities.flatMap((to, i): Mismatch[] => {
    const from = quantities[i - 1];
    if (!from || !comparable(from, to) || !ARROW.test(text.slice(from.span.end, to.span.start))) return [];
    const lead = text.slice(quantities[i - 2]?.span.end ?? 0, from.span.start);
    const [verb, less] = VERB.exec(lead) ?? [];
    if (verb === undefined || !goes(less !== undefined ? "up" : "down", from, to)) return [];
    const claim = less !== undefined ? "a reduction" : "an increase";
    return [{ span: to.number, claim, computed: undefined, from, to }];
  });
}

/** Whether the second value lies beyond the first one, whatever of their intervals is meant. */
function goes(way: "up" | "down", from: Quantity, to: Quantity): boolean {
  return way === "up" ? to.low > from.high : to.high < from.low;
}

/**
 * A claim in one cell of a table that does not agree with the values in two others; `undefined` for one that does, and
 * for cells with anything else. The spans of the claim are those of its cell.
 */
export function mismatchInCells(before: string, after: string, cell: string): Mismatch | undefined {
  const [from, to, claim] = [valueIn(before), valueIn(after), valueIn(cell)];
  if (!from || !to || !claim || (claim.dimension !== "share" && claim.dimension !== "factor"))
    return undefined;
  if (from.of !== to.of || from.dimension !== to.dimension || !comparable(from, to)) return undefined;
  const behind = cell.slice(claim.span.end);
  const less = claim.value < 0 || LESS.test(behind) || /^[\s*_]*(?:⬇|↓)/u.test(behind);
  const size = Math.abs(claim.value);
  const amount = {
    ...claim,
    value: size,
    low: Math.min(size, Math.abs(claim.low)),
    high: Math.max(size, claim.high),
  };
  const wrong = (less && goes("up", from, to)) || (MORE.test(behind) && goes("down", from, to));
  if (!wrong && isBorneOut(from, to, amount, CELL_SLACK)) return undefined;
  return { span: claim.number, computed: wrong ? undefined : compute(from, to, claim), from, to };
}

/** The values of a table are rounded, each in its own way. */
const CELL_SLACK = 3;

/** The only value of a cell, or its first one where the others stand in brackets behind it. */
function valueIn(cell: string): Quantity | undefined {
  const [first, second] = quantitiesIn(cell);
  if (!first || /[\p{L}\p{N}(]/u.test(cell.slice(0, first.span.start))) return undefined;
  return second && !cell.slice(first.span.end, second.span.start).includes("(") ? undefined : first;
}

function wrongClaims(text: string): Mismatch[] {
  const quantities = quantitiesIn(text);
  return quantities.flatMap((claim, i): Mismatch[] => {
    const [from, to] = [quantities[i - 2], quantities[i - 1]];
    if (!from || !to || (claim.dimension !== "share" && claim.dimension !== "factor")) return [];
    const arrow = ARROW.exec(text.slice(from.span.end, to.span.start));
    if (!arrow || (arrow[1] && !text.slice(to.span.end).trimStart().startsWith(`${arrow[1]} `))) return [];
    // `A → B → C`: which of them the claim is about is not known.
    const before = quantities[i - 3];
    if (before && ARROW.test(text.slice(before.span.end, from.span.start))) return [];
    const between = text.slice(to.span.end, claim.span.start);
    const behind = text.slice(claim.span.end, claim.span.end + 40);
    // A total has been computed from values that stand elsewhere.
    if (/\b(?:total|overall|combined|cumulative|average)\b/i.test(between + behind)) return [];
    if (!BESIDE.test(between) || /trade-?off/i.test(between) || !CHANGE.test(behind)) return [];
    if (!isAbout(from, behind) || /^[^.;)]{0,30}\b(?:than|vs|compared|versus|from|of)\b/i.test(behind))
      return [];
    if (!comparable(from, to)) return [];
    const wrong = LESS.test(behind) ? goes("up", from, to) : MORE.test(behind) && goes("down", from, to);
    if (wrong) return [{ span: claim.number, computed: undefined, from, to }];
    if (isBorneOut(from, to, claim)) return [];
    const bare = /^[\s*_]*\)/.test(behind);
    // `10 → 45 (90%)` may be 45 of 50.
    if (bare && Math.abs(claim.value - percentOf(from, to)) > NEAR) return [];
    return [{ span: claim.number, computed: compute(from, to, claim), from, to }];
  });
}

/** How far from the computed percentage a bare one may be and still be meant as it. */
const NEAR = 8;

/** Fewer tests may well make a build faster, by another share. */
function isAbout({ dimension }: Quantity, behind: string): boolean {
  if (/^[^.;)]{0,20}(?:fast|slow|quick|speed)/i.test(behind))
    return dimension === "time" || dimension === "rate";
  if (/^[^.;)]{0,20}(?:cheap|sav|cost)/i.test(behind)) return dimension === "money";
  return true;
}

/** `31 → 24 files`: the unit may stand once. */
function comparable(from: Quantity, to: Quantity): boolean {
  const alike = from.dimension === to.dimension && from.of === to.of;
  return (alike || from.dimension === "number") && from.value > 0 && to.value >= 0;
}

function isBorneOut(from: Quantity, to: Quantity, claim: Quantity, rounding = 1.01): boolean {
  const a = ends(from);
  const b = ends(to);
  // Rounded as written, and a little more: nobody computes with the digits that are not shown.
  const slack = claim.dimension === "share" ? rounding : Math.max(0.51, claim.value * 0.06);
  const low = Math.max(0, claim.comparator === "<" || claim.comparator === "<=" ? 0 : claim.low) - slack;
  const high = claim.high + slack;
  const hits = ([from, to]: readonly [number, number]) => to >= low && from <= high;
  const shrinks: readonly [number, number] = [ratio(a[0], b[1]), ratio(a[1], b[0])];
  const grows: readonly [number, number] = [ratio(b[0], a[1]), ratio(b[1], a[0])];
  if (claim.dimension === "factor") return [shrinks, grows, less(shrinks), less(grows)].some(hits);
  const reduction: readonly [number, number] = [100 * (1 - ratio(b[1], a[0])), 100 * (1 - ratio(b[0], a[1]))];
  const points: readonly [number, number] = [Math.abs(b[0] - a[1]), Math.abs(b[1] - a[0])];
  const percent = [times(less(shrinks)), times(less(grows)), times(shrinks), times(grows), reduction];
  if (from.dimension === "share") percent.push([Math.min(...points), Math.max(...points)]);
  return percent.some(hits);
}

function ends({ low, high }: Quantity): readonly [number, number] {
  return [Math.max(0, low), high];
}

function ratio(a: number, b: number): number {
  return b === 0 ? Number.POSITIVE_INFINITY : a / b;
}

function less([low, high]: readonly [number, number]): readonly [number, number] {
  return [low - 1, high - 1];
}

function times([low, high]: readonly [number, number]): readonly [number, number] {
  return [100 * low, 100 * high];
}

function compute(from: Quantity, to: Quantity, claim: Quantity): string | undefined {
  if (from.low !== from.high || to.low !== to.high || to.value === 0) return undefined;
  if (claim.dimension === "share") return `${Math.round(percentOf(from, to))}%`;
  const factor = Math.max(from.value / to.value, to.value / from.value);
  return `${Number(factor.toFixed(factor < 10 ? 1 : 0))}x`;
}

function percentOf(from: Quantity, to: Quantity): number {
  return (100 * Math.abs(from.value - to.value)) / from.value;
}
