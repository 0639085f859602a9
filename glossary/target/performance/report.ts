/** What a validation of performance comes to: six checks, each with what is required, what was measured, and where. */

import type { Span } from "../../text/span.ts";
import type { Severity } from "../../workspace/settings/settings.ts";

/**
 * `pass`: a measurement satisfies the criterion. `planned`: there is a task, a target or a decision, but no result.
 * `fail`: a measurement, or a query, breaks it. `unknown`: nothing is said. `n/a`: declared not to apply, or
 * nothing in the increment to which it could.
 */
export type CheckState = "pass" | "planned" | "fail" | "unknown" | "n/a";

export type CheckId = "load-test" | "latency" | "cache-hit-rate" | "queries-indexed" | "apm" | "alerts";

export interface CheckEvidence {
  readonly path: string;
  readonly span: Span;
  readonly kind: "criterion" | "result" | "target" | "task" | "decision" | "query" | "mention";
  /** On one line, as written. */
  readonly text: string;
}

/** Something wrong with the numbers of a check: the finding of a rule. */
export interface CheckFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

export interface PerformanceCheck {
  readonly id: CheckId;
  readonly title: string;
  readonly state: CheckState;
  readonly required: string | undefined;
  readonly measured: string | undefined;
  /** One sentence without its full stop: why it is in this state, or what to do. */
  readonly note: string;
  readonly evidence: readonly CheckEvidence[];
  readonly findings: readonly CheckFinding[];
}

/** What a check comes to, before the findings of rules are put beside it. */
export type Outcome = Omit<PerformanceCheck, "findings">;

export interface PerformanceReport {
  readonly folder: string;
  readonly title: string;
  readonly checks: readonly PerformanceCheck[];
}

/** How many checks are in a state. */
export function countState({ checks }: PerformanceReport, state: CheckState): number {
  return checks.filter((one) => one.state === state).length;
}

/** How many findings say that numbers do not fit together. */
export function countWarnings({ checks }: PerformanceReport): number {
  return checks.reduce((sum, { findings }) => sum + findings.length, 0);
}
