/**
 * Quantities in running text: `P95 < 200 ms`, `10K req/s`, `2-5 min`, `$1,200/month`, `≥ 85 %`, `100,000+`.
 * One pass over the text; each run of digits is looked at once.
 */
import { remembered } from "../../text/remembered.ts";
import type { Span } from "../../text/span.ts";
import { type Dimension, perAt, type Unit, unitAt } from "./units.ts";
import { type Comparator, comparatorBefore, comparatorBehind } from "./words.ts";

export type { Dimension } from "./units.ts";
export { type Comparator, statisticsIn } from "./words.ts";

export interface Quantity {
  /** Comparator, number and unit. */
  readonly span: Span;
  /** The number with its unit, without the comparator. */
  readonly number: Span;
  readonly dimension: Dimension;
  /** What is counted or what it is per, in the singular: `request`, `user`, `$/month`; "" for time and the like. */
  readonly of: string;
  /** The unit as usually written, "" without one. */
  readonly unit: string;
  readonly comparator: Comparator;
  /** As stated, in base units; of a range its upper end. */
  readonly value: number;
  /** All values that satisfy it, in base units; open ends are infinite, `~` is ten percent either way. */
  readonly low: number;
  readonly high: number;
}

const RUN = /\d[\d.,]*/g;
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** More digits than a double holds are no quantity anybody means. */
const LONGEST = 20;
const BEFORE_NUMBER = /[\p{L}\p{N}_#@.,\\&]/u;
const RANGE = /[ \u00a0]?(?:-|–|—)[ \u00a0]?|[ \u00a0]to[ \u00a0]|[ \u00a0]and[ \u00a0]/y;
const MULTIPLIER = /[kKMB](?![\p{L}\p{N}])/uy;
const MULTIPLIERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9 };
const CURRENCY = /(?:[$€£¥]|\b(?:USD|EUR|GBP) )$/;
const CURRENCY_BEHIND = /[ \u00a0]?(USD|EUR|GBP|€|dollars|euros)(?![\p{L}\p{N}])/uy;

/** All quantities of a text, in order. Entities such as `&lt;` are understood where they stand. */
export function readQuantities(written: string): Quantity[] {
  if (!/\d/.test(written)) return [];
  const text = withoutEntities(written);
  const found: Quantity[] = [];
  let from = 0;
  RUN.lastIndex = 0;
  for (let run = RUN.exec(text); run; run = RUN.exec(text)) {
    const quantity = quantityAt(text, run.index, run[0], from);
    if (!quantity) continue;
    from = quantity.span.end;
    RUN.lastIndex = Math.max(RUN.lastIndex, from);
    const merged = joined(found.at(-1), quantity, text);
    if (merged) found[found.length - 1] = merged;
    else found.push(quantity);
  }
  return found;
}

/** As `readQuantities`, for lines of documents: they stay the same while others are edited. */
export const quantitiesIn = remembered<readonly Quantity[]>(readQuantities);

/** `T-001`, `v1.2`, `10:30`, `4/4`, `#12`: digits that are no number of anything. */
function isPartOfName(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  if (BEFORE_NUMBER.test(before)) return true;
  const earlier = text[at - 2] ?? " ";
  if (before === ":") return /\d/.test(earlier);
  if (before === "/") return earlier !== " ";
  if (before !== "-") return false;
  return /[\p{L}\p{N}_]/u.test(earlier) && !/\bsub-$/i.test(text.slice(Math.max(0, at - 5), at));
}

/** One number, where it stands in the text. */
interface Figure {
  readonly value: number;
  readonly decimals: number;
  readonly multiplier: number;
  readonly currency: string;
  readonly unit: Unit | undefined;
  readonly start: number;
  readonly end: number;
}

function quantityAt(text: string, at: number, run: string, from: number): Quantity | undefined {
  if (isPartOfName(text, at)) return undefined;
  const first = figureAt(text, at, run);
  if (!first) return undefined;
  const second = rangeEnd(text, first);
  const last = second ?? first;
  const plus = text[last.end] === "+" && !last.unit ? unitAt(text, last.end + 1) : undefined;
  const { unit = plus, currency } = unitOf(text, last, first);
  if (!unit && /^[:/]\d|^-\d\d?-|^-?[\p{L}_]/u.test(text.slice(last.end, last.end + 4))) return undefined;
  if (/^(?:19|20)\d\ds$/.test(text.slice(first.start, unit?.end))) return undefined;
  const times = unit ?? { ...NO_UNIT, end: last.end };
  const before = comparatorBefore(text, first.start);
  let start = before && before.start >= from ? before.start : first.start;
  let comparator: Comparator = before && before.start >= from ? before.comparator : "=";
  const negative = start === first.start && comparator === "=" && /[-−]/.test(text[start - 1] ?? "");
  if (negative) start -= 1;
  let end = times.end;
  if (plus && plus === unit) comparator = ">=";
  else if (text[end] === "+" && !/[\p{L}\p{N}+]/u.test(text[end + 1] ?? "")) {
    comparator = ">=";
    end++;
  } else if (comparator === "=") {
    const behind = comparatorBehind(text, end);
    if (behind) ({ comparator, end } = behind);
  }
  const value = (negative ? -1 : 1) * inBase(last, times);
  const low = second ? inBase(lowerOf(first, second), times) : value;
  return {
    span: { start, end },
    number: { start: first.start, end: times.end },
    dimension: times.dimension,
    of: currency ? `${currency}${times.of && `/${times.of}`}` : times.of,
    unit: currency ? `${currency}${times.of && `/${times.of}`}` : times.name,
    comparator,
    value,
    ...interval(comparator, low, value),
  };
}

function figureAt(text: string, at: number, run: string): Figure | undefined {
  if (run.length > LONGEST) return undefined;
  const digits = run.replace(/[.,]+$/, "");
  if (!NUMBER.test(digits)) return undefined;
  const plain = digits.replaceAll(",", "");
  const dot = plain.indexOf(".");
  const decimals = dot < 0 ? 0 : plain.length - dot - 1;
  let end = at + digits.length;
  const [symbol] = CURRENCY.exec(text.slice(Math.max(0, at - 4), at)) ?? [""];
  let unit = unitAt(text, end);
  let multiplier = 1;
  MULTIPLIER.lastIndex = end;
  const letter = MULTIPLIER.exec(text)?.[0];
  // `512B` are bytes, `2B users` are two billion.
  if (letter && (letter !== "B" || unitAt(text, end + 1))) {
    multiplier = MULTIPLIERS[letter] as number;
    end += 1;
    unit = unitAt(text, end);
  }
  const start = at - symbol.length;
  const currency = CURRENCIES[symbol.trim()] ?? "";
  return { value: Number(plain.replace(".", "")), decimals, multiplier, currency, unit, start, end };
}

const NO_UNIT: Unit = { dimension: "number", name: "", of: "", times: 1, by: 1, end: 0 };

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "$",
  "€": "€",
  "£": "£",
  "¥": "¥",
  USD: "$",
  EUR: "€",
  GBP: "£",
  dollars: "$",
  euros: "€",
};

/** The second number of a range that begins with `first`. */
function rangeEnd(text: string, first: Figure): Figure | undefined {
  const at = first.unit ? first.unit.end : first.end;
  RANGE.lastIndex = at;
  const joint = RANGE.exec(text)?.[0];
  if (joint === undefined) return undefined;
  if (joint.includes("and") && !/\bbetween $/i.test(text.slice(Math.max(0, first.start - 8), first.start)))
    return undefined;
  if (joint === " to " && /\bfrom $/i.test(text.slice(Math.max(0, first.start - 5), first.start)))
    return undefined;
  const next = /^[$€£]?(\d[\d.,]*)/.exec(text.slice(at + joint.length, at + joint.length + LONGEST + 2));
  if (!next) return undefined;
  const from = at + joint.length + next[0].length - (next[1] as string).length;
  const second = figureAt(text, from, next[1] as string);
  // `2025-11-18` is a date.
  if (!second || (joint === "-" && /^-\d/.test(text.slice(second.end, second.end + 2)))) return undefined;
  if (first.unit && first.unit.dimension !== second.unit?.dimension) return undefined;
  const unit = second.unit ?? NO_UNIT;
  return inBase(lowerOf(first, second), unit) <= inBase(second, unit) ? second : undefined;
}

/** The lower end in terms of the upper one: in `10-20K` both are thousands, in `1 min - 2 h` each has its own unit. */
function lowerOf(first: Figure, second: Figure): Figure {
  return first.unit
    ? first
    : { ...first, multiplier: first.multiplier === 1 ? second.multiplier : first.multiplier };
}

function unitOf(text: string, last: Figure, first: Figure): { unit: Unit | undefined; currency: string } {
  const currency = first.currency || last.currency;
  if (!currency) {
    if (last.unit) return { unit: last.unit, currency };
    CURRENCY_BEHIND.lastIndex = last.end;
    const behind = CURRENCY_BEHIND.exec(text);
    if (!behind) return { unit: undefined, currency };
    return money(text, last.end + behind[0].length, CURRENCIES[behind[1] as string] as string);
  }
  return money(text, last.end, currency);
}

function money(text: string, at: number, currency: string): { unit: Unit; currency: string } {
  const per = perAt(text, at);
  const unit = {
    dimension: "money" as const,
    name: "",
    of: per?.per ?? "",
    times: 1,
    by: 1,
    end: per?.end ?? at,
  };
  return { unit, currency };
}

/** In base units. Whole numbers are multiplied first and divided once, so nothing drifts. */
function inBase({ value, decimals, multiplier, unit }: Figure, shared: Unit): number {
  const { times, by } = shared.dimension === "money" ? shared : (unit ?? shared);
  return (value * multiplier * times) / (10 ** decimals * by);
}

function interval(comparator: Comparator, low: number, high: number): { low: number; high: number } {
  if (comparator === "~") return { low: low - Math.abs(low) / 10, high: high + Math.abs(high) / 10 };
  if (comparator === "<" || comparator === "<=") return { low: Number.NEGATIVE_INFINITY, high };
  if (comparator === ">" || comparator === ">=") return { low, high: Number.POSITIVE_INFINITY };
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

/** `1 h 30 min` is one quantity. */
function joined(before: Quantity | undefined, after: Quantity, text: string): Quantity | undefined {
  if (before?.dimension !== "time" || after.dimension !== "time") return undefined;
  if (before.comparator === ">=" && text[before.span.end - 1] === "+") return undefined;
  if (
    after.comparator !== "=" ||
    after.value >= before.value ||
    (before.low === before.high) !== (before.comparator === "=")
  )
    return undefined;
  if (!/^[ \u00a0]{0,2}$/.test(text.slice(before.span.end, after.span.start))) return undefined;
  const value = before.value + after.value;
  return {
    ...before,
    span: { start: before.span.start, end: after.span.end },
    number: { start: before.number.start, end: after.number.end },
    value,
    ...interval(before.comparator, value, value),
  };
}

const ENTITY = /&(?:lt|gt|le|ge|nbsp|#60|#62|#x3c|#x3e|#8804|#8805);/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  le: "≤",
  ge: "≥",
  nbsp: " ",
  "#60": "<",
  "#62": ">",
  "#x3c": "<",
  "#x3e": ">",
  "#8804": "≤",
  "#8805": "≥",
};

/** As long as `text`: the character that an entity stands for takes the place of its first one, blanks that of the rest. */
export function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (all) => (ENTITIES[all.slice(1, -1).toLowerCase()] ?? "").padEnd(all.length));
}
