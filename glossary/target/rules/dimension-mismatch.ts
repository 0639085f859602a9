import { defineRule } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import { shift } from "../../text/span.ts";
import { criteriaFor, onTargetLines, type PlacedMeasure, relatedCriterion } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { quantitiesIn } from "../model/quantity.ts";

interface Data {
  readonly stated: string;
  readonly criterion: PlacedMeasure;
}

/** Whoever sends requests: as many of them are not as many requests each second. */
const SENDERS = new Set(["user", "client", "connection", "session", "customer", "visitor", "vu"]);
/** A thousand users in a table are no load. */
const AT_ONCE =
  /\b(?:concurrent|concurrently|simultaneous|simultaneously|parallel|virtual|active|load|stress|vus)\b/i;
/** Small numbers are equal by chance. */
const SMALLEST = 50;

export const dimensionMismatch = defineRule<Data, TargetView>({
  id: "target/dimension-mismatch",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A test uses the number of a criterion with another unit.",
  why: `*Handle 10K requests/sec* and a test with *10K concurrent users* look alike, but are two different loads: a user
sends a request every few seconds, or ten at once. The test says nothing about the criterion.

Reported are tests whose number of users, clients or connections equals the requests per second of a criterion, or the
other way round, where no criterion has that number with the test's own unit and the test does not state both. Users
that are only there, not active at once, are left alone.`,
  measured: `Never in 2,384 pages of six repositories outside of code blocks.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "Users for requests per second",
      path: "increments/0001-search/plan.md",
      bad: "# Search\n\n- **AC-US1-04**: Handle 10K requests/sec\n\n## Test Plan\n\n**Given** «10K concurrent users» → **When** load test → **Then** P95 latency <100ms\n",
    },
    {
      title: "Both are stated",
      path: "increments/0001-search/plan.md",
      good: "# Search\n\n- **AC-US1-04**: Handle 10K requests/sec\n- **AC-US1-05**: Handle 500 concurrent users\n\n## Test Plan\n\n**Given** 10K concurrent users who send 10K requests/sec → **When** load test → **Then** P95 latency <100ms\n\n**Given** 500 concurrent users → **When** load test → **Then** P95 latency <100ms\n\n**Given** 10K users in the table → **When** one logs in → **Then** it takes 1 s\n",
    },
  ],
  message: ({ stated, criterion: { measure, text } }) =>
    `“${stated}” is not what ${measure.id ?? "the criterion"} asks for (“${text}”): test with the unit of the criterion`,

  *check({ page, snapshot }) {
    const tests = testsOn(page);
    if (tests.length === 0) return;
    const loads = criteriaFor(snapshot, page).filter(({ measure }) => isLoad(measure.quantity));
    if (loads.length === 0) return;
    const known = grouped(loads, ({ measure }) => measure.quantity.value);
    for (const { text, span: line } of tests) {
      const stated = quantitiesIn(text).filter(isLoad);
      for (const one of stated) {
        const equal = known.get(one.value) ?? [];
        const [criterion] = equal;
        if (!criterion || equal.some(({ measure }) => measure.quantity.dimension === one.dimension)) continue;
        if (stated.some((other) => other.dimension === criterion.measure.quantity.dimension)) continue;
        yield {
          span: shift(one.span, line.start),
          data: { stated: text.slice(one.span.start, one.span.end), criterion },
          related: [relatedCriterion(criterion)],
        };
      }
    }
  },
});

/** The lines of tests that say how many do something at once. */
const testsOn = onTargetLines(({ role, text, span }) =>
  (role === "test" || role === "load") && AT_ONCE.test(text) ? [{ text, span }] : [],
);

function isLoad({ dimension, of, value }: { dimension: string; of: string; value: number }): boolean {
  if (value < SMALLEST) return false;
  return dimension === "rate" ? of === "request" : dimension === "count" && SENDERS.has(of);
}
