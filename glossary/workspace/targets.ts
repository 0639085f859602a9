/** The targets that the open page and the pages of its increment state; read once as long as a page stays the same. */
import { isRequirements } from "../domain/quantity/documents.ts";
import { type Line, readLines } from "../domain/quantity/lines.ts";
import { type Measure, measuresOf } from "../domain/quantity/measure.ts";
import type { Span } from "../text/span.ts";
import type { ReadPage, Snapshot } from "./workspace.ts";

/** What a page says about targets. */
export interface Targets {
  readonly lines: readonly Line[];
  /** Bounds of what is promised, aimed at, tested or was before; no numbers of running text. */
  readonly measures: readonly Measure[];
}

/** A measure and its page. */
export interface PlacedMeasure {
  readonly path: string;
  readonly measure: Measure;
  /** As written, with its comparator. */
  readonly text: string;
  /** What a reader is shown as its place. */
  readonly place: Span;
}

const NONE: Targets = { lines: [], measures: [] };
const READ = new WeakMap<object, Targets>();

/** The targets on a page; none in documents that state no requirements. */
export function targetsOf(page: ReadPage): Targets {
  const known = READ.get(page);
  if (known) return known;
  const targets = isRequirements(page.path) || page.exports.adr.record ? readTargets(page) : NONE;
  READ.set(page, targets);
  return targets;
}

function readTargets(page: ReadPage): Targets {
  const lines = readLines(page);
  return { lines, measures: lines.filter(({ role }) => role !== "text").flatMap(measuresOf) };
}

/** The bounds that hold for a page: of the criteria on it, and of those in the specification of its increment. */
export function criteriaFor(_snapshot: Snapshot, page: ReadPage): PlacedMeasure[] {
  return targetsOf(page)
    .measures.filter(({ role }) => role === "criterion")
    .map((measure) => ({ path: page.path, measure, text: written(page, measure), place: measure.span }));
}

/** A quantity as it is written, without the comparator's character reference. */
export function written({ text }: Pick<ReadPage, "text">, { span }: Pick<Measure, "span">): string {
  return text
    .slice(span.start, span.end)
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/[\s*_`]+/g, " ");
}

/** True where two measures are of the same metric: subject, statistic, unit and circumstances. */
export function sameMetric(a: Measure, b: Measure): boolean {
  return (
    a.subject === b.subject &&
    a.statistic === b.statistic &&
    a.quantity.dimension === b.quantity.dimension &&
    a.quantity.of === b.quantity.of &&
    a.condition === b.condition
  );
}

/** True where `other` admits values that `bound` does not, in the direction that matters. */
export function admitsWorse(other: Measure, bound: Measure): boolean {
  if (bound.better === "lower") return other.high > bound.high;
  return bound.better === "higher" && other.low < bound.low;
}
