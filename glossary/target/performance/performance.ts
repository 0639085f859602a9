/** Validates the performance of an increment by what its pages say: criteria, tasks, decisions, results. */

import { incrementTitle } from "../../increment/features/title.ts";
import { isSpecification } from "../../increment/model/place.ts";
import type { Rule, RuleContext } from "../../rule/rule.ts";
import { type Diagnostic, diagnose, type OnFailure } from "../../rule/run.ts";
import type { Span } from "../../text/span.ts";
import { hasPerformanceCriterion } from "../index/targets.ts";
import type { PerformancePage, PerformanceView, ReadPage, TargetView } from "../index/view.ts";
import { alerts, apm, cacheHitRate, latency, loadTest, queriesIndexed } from "./checks.ts";
import { readEvidence } from "./evidence.ts";
import { queriesOf, UNINDEXED } from "./queries.ts";
import { type CheckId, countState, countWarnings, type PerformanceReport } from "./report.ts";

export { reportMarkdown } from "./markdown.ts";
export type { CheckState, PerformanceReport } from "./report.ts";

/** Which check a rule's findings belong to, by the dimension that they are about. */
const CHECK_OF: Readonly<Record<string, CheckId>> = {
  "target/dimension-mismatch": "load-test",
  "target/alert-looser-than-objective": "alerts",
};
const OF_NUMBERS: ReadonlySet<string> = new Set([
  "target/contradicts-criterion",
  "target/worse-than-baseline",
]);

/** An increment that can be validated. */
export interface Validatable {
  readonly folder: string;
  readonly title: string;
}

/**
 * The increments that a word of the user means: by number (`50`, `0050`), by name, by folder, or by the path of a page in
 * the folder. All of them where nothing is given.
 */
export function findIncrements({ increments }: TargetView, word?: string): Validatable[] {
  const wanted = word?.replace(/(?<!\/)\/+$/, "");
  const found = [...increments.units.values()].filter(({ unit, name, number, suffix }) => {
    if (wanted === undefined || wanted === unit || wanted === name || wanted.startsWith(`${unit}/`))
      return true;
    const digits = /^(\d+)([A-Z]?)$/i.exec(wanted);
    return (
      digits !== null &&
      Number(digits[1]) === number &&
      (digits[2] ?? "").toUpperCase() === suffix.toUpperCase()
    );
  });
  return found.map(({ unit, name }) => {
    const increment = increments.at(unit);
    return { folder: unit, title: increment ? incrementTitle(increment) : name };
  });
}

/** The paths of the pages that say something of an increment: all Markdown in its folder, reports among them. */
export function performancePaths(snapshot: TargetView, folder: string): string[] {
  return [...snapshot.pages.keys()]
    .filter((path) => (path === folder || path.startsWith(`${folder}/`)) && /\.mdx?$/i.test(path))
    .sort();
}

/**
 * Validates the increment in a folder. `rules`: all there are; those that have to do with performance are run. `pages` are those of `performancePaths`, with their text. `undefined` where there is
 * no increment.
 */
export function performanceReport<View extends PerformanceView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  folder: string,
  pages: readonly (PerformancePage & RuleContext<View>["page"])[],
  failed: OnFailure,
): PerformanceReport | undefined {
  const increment = snapshot.increments.at(folder);
  if (!increment) return undefined;
  const evidence = readEvidence(pages, increment.pages);
  const own = rules.filter(({ id }) => id in CHECK_OF || OF_NUMBERS.has(id) || id === UNINDEXED);
  const findings = pages.flatMap((page) => diagnose(own, snapshot, page, failed));
  const outcomes = [
    loadTest(evidence),
    latency(evidence),
    cacheHitRate(evidence),
    queriesIndexed(evidence, queriesOf(snapshot, pages, findings)),
    apm(evidence),
    alerts(evidence),
  ];
  const checks = outcomes.map((outcome) => ({
    ...outcome,
    findings: findings
      .filter((finding) => checkOf(finding, pages) === outcome.id)
      .map(({ rule, severity, path, span, message }) => ({ rule, severity, path, span, message })),
  }));
  return { folder: increment.unit, title: incrementTitle(increment), checks };
}

function checkOf({ rule, path, span }: Diagnostic, pages: readonly ReadPage[]): CheckId | undefined {
  // Those are the evidence of their check.
  if (rule === UNINDEXED) return undefined;
  const known = CHECK_OF[rule];
  if (known) return known;
  const text = pages.find((page) => page.path === path)?.text.slice(span.start, span.end) ?? "";
  // Costs belong to no check.
  if (/[$€£]/.test(text)) return undefined;
  if (/%/.test(text)) return "cache-hit-rate";
  return /\/|per /.test(text) ? "load-test" : "latency";
}

/** The folder of the increment whose title on this page deserves a line above it; `undefined` on all other pages. */
export function performanceLensAt(
  snapshot: TargetView,
  page: ReadPage,
): { readonly folder: string; readonly span: Span } | undefined {
  const own = page.exports.increment;
  if (!own?.titleSpan || !isSpecification(own.place) || !hasPerformanceCriterion(snapshot, page))
    return undefined;
  return { folder: own.place.unit, span: own.titleSpan };
}

/** `Performance: 0 pass, 6 planned, 2 warnings`: states that occur, pass and planned always. */
export function lensTitle(report: PerformanceReport): string {
  const parts = [`${countState(report, "pass")} pass`, `${countState(report, "planned")} planned`];
  for (const state of ["fail", "unknown"] as const) {
    const count = countState(report, state);
    if (count > 0) parts.push(`${count} ${state}`);
  }
  const warnings = countWarnings(report);
  if (warnings > 0) parts.push(`${warnings} ${warnings === 1 ? "warning" : "warnings"}`);
  return `Performance: ${parts.join(", ")}`;
}
