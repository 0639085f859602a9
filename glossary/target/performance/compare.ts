/** Measurements beside the criteria that they are for. */

import type { PlacedMeasure } from "../index/targets.ts";
import type { Measure } from "../model/measure.ts";
import type { CheckState, Outcome } from "./report.ts";
import { boundEvidence, has, nameOf, say } from "./wording.ts";

/** Compares measurements with criteria; `undefined` where there is nothing to compare. */
export function judge(
  criteria: readonly PlacedMeasure[],
  results: readonly PlacedMeasure[],
): Omit<Outcome, "id" | "title"> | undefined {
  const pairs = criteria.map((criterion) => ({
    criterion,
    fitting: results.filter((one) => fits(one.measure, criterion.measure, criteria.length === 1)),
  }));
  const measured = pairs.flatMap(({ fitting }) => fitting);
  if (measured.length === 0) return undefined;
  const broken = pairs.find(({ criterion, fitting }) =>
    fitting.some(({ measure }) => !satisfies(measure, criterion.measure)),
  );
  const open = pairs.filter(({ fitting }) => fitting.length === 0).map(({ criterion }) => criterion);
  const state: CheckState = broken ? "fail" : open.length > 0 ? "planned" : "pass";
  const culprit = broken?.fitting.find(({ measure }) => !satisfies(measure, broken.criterion.measure));
  const note =
    culprit && broken
      ? `The result ${culprit.text} does not meet ${broken.criterion.measure.id ?? `the ${broken.criterion.measure.role}`} (${broken.criterion.text})`
      : open.length > 0
        ? `${nameOf(open)} ${has(open)} no measurement yet`
        : `Measured, and within ${nameOf(criteria)}`;
  return {
    state,
    note,
    required: say(criteria),
    measured: say(measured),
    evidence: [...boundEvidence(criteria, "criterion"), ...boundEvidence(measured, "result")],
  };
}

/** A result belongs to a criterion of the same subject; where one of them names none, to the only criterion. */
function fits(result: Measure, criterion: Measure, only: boolean): boolean {
  const { dimension, of } = criterion.quantity;
  if (result.quantity.dimension !== dimension || result.quantity.of !== of) return false;
  if (criterion.statistic && result.statistic !== criterion.statistic) return false;
  if (result.subject === criterion.subject) return true;
  return (
    only && (result.subject === "" || criterion.subject === "" || shares(result.subject, criterion.subject))
  );
}

function shares(a: string, b: string): boolean {
  const words = new Set(a.split(" "));
  return b.split(" ").some((word) => words.has(word));
}

function satisfies({ quantity }: Measure, criterion: Measure): boolean {
  const { low, high } = quantity;
  const worst = Number.isFinite(high) ? high : low;
  const least = Number.isFinite(low) ? low : high;
  return criterion.better === "higher" ? least >= criterion.low : worst <= criterion.high;
}
