/** The targets that the open page and the pages of its increment state; read once as long as a page stays the same. */

import { incrementOf } from "../../increment/index/increments.ts";
import type { IncrementPage } from "../../increment/model/index.ts";
import { type Span, shift } from "../../text/span.ts";
import { isReport, isRequirements } from "../model/documents.ts";
import { type Line, type LinesOfPart, moveLine, readLines } from "../model/lines.ts";
import { type Measure, measuresOf, moveMeasure } from "../model/measure.ts";
import { withoutEntities } from "../model/quantity.ts";
import type { ReadPage, TargetView } from "./view.ts";

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
const PARTS = new WeakMap<object, readonly LinesOfPart[]>();

/** The targets on a page; none in documents that state no requirements. */
export function targetsOf(page: ReadPage): Targets {
  return statesTargets(page) ? targetsIn(page) : NONE;
}

function statesTargets({ path, exports }: ReadPage): boolean {
  return isRequirements(path) || exports.adr.record !== undefined;
}

/** The targets on a page, whatever document it is. */
export function targetsIn(page: ReadPage): Targets {
  const known = READ.get(page);
  if (known) return known;
  const parts = partsOf(page);
  const targets: Targets = {
    get lines() {
      return linesIn(parts);
    },
    measures: measuresIn(parts),
  };
  READ.set(page, targets);
  return targets;
}

function partsOf(page: ReadPage): readonly LinesOfPart[] {
  const known = PARTS.get(page);
  if (known) return known;
  const parts = readLines(page, isReport(page.path) ? "result" : "text");
  PARTS.set(page, parts);
  return parts;
}

/**
 * What `find` finds on the lines of a page that states targets; spans are relative to what the line's is relative to.
 * It is asked again only for the section that an edit has changed.
 */
export function onTargetLines<T extends { readonly span: Span }>(
  find: (line: Line) => readonly T[],
): (page: ReadPage) => readonly T[] {
  const found = byLine(find, (one, by) => ({ ...one, span: shift(one.span, by) }));
  return (page) => (statesTargets(page) ? found(partsOf(page)) : []);
}

/** What is found in a section, and the same for the place where the section stood last. */
interface Found<T> {
  readonly found: readonly T[];
  start: number;
  moved: readonly T[];
}

/**
 * `find` for all lines of a page. `move` gives a found thing as it is `by` UTF-16 units further on. An edit leaves most
 * sections as they were, and those before it where they are.
 */
function byLine<T>(
  find: (line: Line) => readonly T[],
  move: (found: T, by: number) => T,
): (parts: readonly LinesOfPart[]) => readonly T[] {
  const known = new WeakMap<readonly Line[], Found<T>>();
  return (parts) => {
    const all: T[] = [];
    for (const { start, lines } of parts) {
      let of = known.get(lines);
      if (!of) {
        const found = lines.flatMap(find);
        of = { found, start: 0, moved: found };
        known.set(lines, of);
      }
      if (of.start !== start && of.found.length > 0) {
        of.moved = of.found.map((one) => move(one, start));
        of.start = start;
      }
      for (const one of of.moved) all.push(one);
    }
    return all;
  };
}

const linesIn = byLine((line) => [line], moveLine);
const measuresIn = byLine((line) => (line.role === "text" ? [] : measuresOf(line)), moveMeasure);

/** True where the criteria of a page's increment bound a response time, a load, a hit rate or availability. */
export function hasPerformanceCriterion(snapshot: TargetView, page: ReadPage): boolean {
  return criteriaFor(snapshot, page).some(
    ({ measure: { quantity, better, statistic, subject, low, latency } }) => {
      if (better === undefined) return false;
      if (quantity.dimension === "rate" || /^P\d/.test(statistic)) return true;
      if (quantity.dimension === "share") return better === "higher" && /hit|availab|uptime/.test(subject);
      return quantity.dimension === "time" && low === Number.NEGATIVE_INFINITY && latency;
    },
  );
}

/** The bounds that hold for a page: of the criteria on it, and of those on the other pages of its increment. */
export function criteriaFor(snapshot: TargetView, page: ReadPage): readonly PlacedMeasure[] {
  const own = ownCriteria(page);
  const increment = incrementOf(snapshot.increments, page);
  if (!increment) return own;
  const others = [...increment.pages].filter(([path]) => path !== page.path);
  return [...own, ...others.flatMap(([path, one]) => statedCriteria(path, one))];
}

const OWN = new WeakMap<ReadPage, readonly PlacedMeasure[]>();

/** The bounds of the criteria on a page. */
function ownCriteria(page: ReadPage): readonly PlacedMeasure[] {
  const known = OWN.get(page);
  if (known) return known;
  const own = targetsOf(page)
    .measures.filter(({ role }) => role === "criterion")
    .map((measure) => ({ path: page.path, measure, text: written(page, measure), place: measure.span }));
  OWN.set(page, own);
  return own;
}

const STATED = new WeakMap<IncrementPage, readonly PlacedMeasure[]>();
const STATING: ReadonlySet<string> = new Set(["spec", "requirements"]);

/** The bounds in the criteria and requirements that a specification defines; its text is not needed for it. */
function statedCriteria(path: string, page: IncrementPage): readonly PlacedMeasure[] {
  if (!STATING.has(page.place.role)) return [];
  const known = STATED.get(page);
  if (known) return known;
  const definitions = [
    ...page.criteria.filter(({ standing }) => standing === "definition"),
    ...page.others.filter(({ id }) => /^(?:N?FR|SC)-/.test(id.key)),
  ];
  const stated = definitions.flatMap(({ id, title, titleSpan, nameSpan }) => {
    const line: Line = {
      span: titleSpan,
      role: "criterion",
      id: id.text,
      row: "",
      setting: "",
      section: nameSpan.start,
      group: nameSpan.start,
      text: withoutEntities(title),
    };
    return measuresOf(line).map((measure): PlacedMeasure => {
      const { start, end } = measure.quantity.span;
      return { path, measure, text: plain(title.slice(start, end)), place: nameSpan };
    });
  });
  STATED.set(page, stated);
  return stated;
}

/** A quantity as it is written, without the comparator's character reference. */
export function written({ text }: Pick<ReadPage, "text">, { span }: Pick<Measure, "span">): string {
  return plain(text.slice(span.start, span.end));
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/[\s*_`\\]+/g, " ")
    .trim();
}

/** True where `other` admits values that `bound` does not, in the direction that matters. */
export function admitsWorse(other: Measure, bound: Measure): boolean {
  if (bound.better === "lower") return other.high > bound.high;
  return bound.better === "higher" && other.low < bound.low;
}

/** A minute, in nanoseconds: what takes longer is no answer that somebody waits for. */
export const LONGEST_RESPONSE = 60e9;

/** True for a criterion that bounds how long somebody waits for an answer. */
export function isResponseCriterion({ role, quantity, better, low, latency }: Measure): boolean {
  return (
    role === "criterion" &&
    latency &&
    better === "lower" &&
    low === Number.NEGATIVE_INFINITY &&
    quantity.comparator !== "=" &&
    quantity.value <= LONGEST_RESPONSE
  );
}

/** The place of a criterion, as it is shown beside a finding. */
export function relatedCriterion({ path, place, measure, text }: PlacedMeasure): {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
} {
  return { path, span: place, message: `${measure.id ?? "Criterion"}: ${text}` };
}

/** True for a promise: `scale out when P95 > 300 ms` is none. */
export function isPromise({ better, low, high }: Measure): boolean {
  if (better === "lower") return low === Number.NEGATIVE_INFINITY;
  return better === "higher" && high === Number.POSITIVE_INFINITY;
}
