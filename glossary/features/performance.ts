/** Validates the performance of an increment by what its pages say: criteria, tasks, decisions, results. */
import { RULES } from "../rules/all.ts";
import { type Diagnostic, diagnose, type OnFailure } from "../rules/run.ts";
import { type Increment, incrementOf } from "../workspace/increments.ts";
import { hasPerformanceCriterion } from "../workspace/targets.ts";
import type { ReadPage, Snapshot } from "../workspace/workspace.ts";
import { alerts, apm, cacheHitRate, latency, loadTest, queriesIndexed } from "./performance/checks.ts";
import { readEvidence } from "./performance/evidence.ts";
import { queriesOf } from "./performance/queries.ts";
import { type CheckId, countState, countWarnings, type PerformanceReport } from "./performance/report.ts";

export { reportMarkdown } from "./performance/markdown.ts";
export type {
  CheckEvidence,
  CheckFinding,
  CheckId,
  CheckState,
  PerformanceCheck,
  PerformanceReport,
} from "./performance/report.ts";

/** Which check a rule's findings belong to, by the dimension that they are about. */
const CHECK_OF: Readonly<Record<string, CheckId>> = {
  "target/dimension-mismatch": "load-test",
  "target/alert-looser-than-objective": "alerts",
};
const OF_NUMBERS: ReadonlySet<string> = new Set([
  "target/contradicts-criterion",
  "target/worse-than-baseline",
]);

/** The paths of the pages that say something of an increment: all Markdown in its folder, reports among them. */
export function performancePaths(snapshot: Snapshot, { folder }: Pick<Increment, "folder">): string[] {
  return [...snapshot.pages.keys()]
    .filter((path) => path.startsWith(`${folder}/`) && /\.mdx?$/i.test(path))
    .sort();
}

/** Validates an increment. `pages` are those of `performancePaths`, with their text. */
export function performanceReport(
  snapshot: Snapshot,
  increment: Increment,
  pages: readonly ReadPage[],
  failed: OnFailure,
): PerformanceReport {
  const evidence = readEvidence(pages, increment.pages);
  const rules = RULES.filter(({ id }) => id in CHECK_OF || OF_NUMBERS.has(id));
  const findings = pages.flatMap((page) => diagnose(rules, snapshot, page, failed));
  const outcomes = [
    loadTest(evidence),
    latency(evidence),
    cacheHitRate(evidence),
    queriesIndexed(evidence, queriesOf(snapshot, increment)),
    apm(evidence),
    alerts(evidence),
  ];
  const checks = outcomes.map((outcome) => ({
    ...outcome,
    findings: findings
      .filter((finding) => checkOf(finding, pages) === outcome.id)
      .map(({ rule, severity, path, span, message }) => ({ rule, severity, path, span, message })),
  }));
  return { folder: increment.folder, title: increment.title || increment.name, checks };
}

function checkOf({ rule, path, span }: Diagnostic, pages: readonly ReadPage[]): CheckId | undefined {
  const known = CHECK_OF[rule];
  if (known) return known;
  const text = pages.find((page) => page.path === path)?.text.slice(span.start, span.end) ?? "";
  // Costs belong to no check.
  if (/[$€£]/.test(text)) return undefined;
  if (/%/.test(text)) return "cache-hit-rate";
  return /\/|per /.test(text) ? "load-test" : "latency";
}

/** The increment whose title on this page deserves a line above it; `undefined` on all other pages. */
export function performanceLensAt(
  snapshot: Snapshot,
  page: ReadPage,
):
  | { readonly increment: Increment; readonly span: { readonly start: number; readonly end: number } }
  | undefined {
  const own = page.exports.increment;
  if (own?.place.role !== "spec" || !own.titleSpan) return undefined;
  const increment = incrementOf(snapshot.increments, page);
  return increment && hasPerformanceCriterion(snapshot, page)
    ? { increment, span: own.titleSpan }
    : undefined;
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
