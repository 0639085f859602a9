import { defineRule } from "../../rule/rule.ts";
import { shift } from "../../text/span.ts";
import { onTargetLines } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { quantitiesIn } from "../model/quantity.ts";

/** What cannot be measured without a unit, right before the number. */
const METRIC =
  /\b(latency|latencies|response times?|load times?|execution time|processing time|start-?up time|duration|throughput|bandwidth|payload|(?:bundle|file|page|image) size|memory(?: usage)?|uptime|availability|(?:hit|error|success|failure) rate|page loads|(?:responds|completes|finishes)(?: \w+)?)\b[^.;,\d]{0,48}$/i;

export const missingUnit = defineRule<string, TargetView>({
  id: "target/missing-unit",
  since: "0.1.0",
  severity: "hint",
  scope: "page",
  summary: "A bound for a metric has a number, but no unit.",
  why: `*Latency < 200* is read as milliseconds by one and as microseconds by the next. A unit costs two letters.

Reported are criteria and targets in which a metric that needs a unit (latency, throughput, a size, a rate) is compared with
a bare number. Rates as fractions (*error rate < 0.01*), settings in code, and numbers followed by what they count are left
alone.`,
  measured: `Never in 2,384 pages of six repositories, archives included. Of three criteria there that bound how long something
takes, all three are found once their unit is taken away.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "A bare number",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: Search latency «< 200» (P95)\n- **AC-US1-02**: The P95 latency of the API for searches stays «below 250»\n",
    },
    {
      title: "A duration",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: The import completes «within 5» (P2)\n- **AC-US1-02**: The start completes «< 30» for 100 projects\n",
    },
    {
      title: "With a unit, or a fraction",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: Search latency < 200 ms, p95 <200ms\n- **AC-US1-02**: Error rate < 0.01\n- **AC-US1-03**: Throughput > 200 orders each minute\n- **AC-US1-04**: `latency: 200` is the default\n- **AC-US1-05**: The wizard completes within 5 steps\n",
    },
  ],
  message: (bound) => `“${bound}” has no unit: add one, such as “ms”, “%” or “requests/sec”`,

  *check({ page }) {
    yield* boundsOn(page);
  },
});

/** The bounds that need a unit and have none. */
const boundsOn = onTargetLines(({ role, text, span: line }) => {
  if (role !== "criterion" && role !== "target") return [];
  return quantitiesIn(text).flatMap(({ dimension, comparator, value, span }) => {
    if (dimension !== "number" || comparator === "=" || comparator === "~") return [];
    const metric = METRIC.exec(text.slice(Math.max(0, span.start - 80), span.start))?.[1];
    if (!metric || (value <= 1 && /rate|availability|uptime/i.test(metric))) return [];
    if (/^\s*(?!for\b)[\p{L}_-]/u.test(text.slice(span.end, span.end + 6))) return [];
    return [{ span: shift(span, line.start), data: text.slice(span.start, span.end) }];
  });
});
