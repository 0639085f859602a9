import { defineRule } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import {
  admitsWorse,
  criteriaFor,
  isPromise,
  type PlacedMeasure,
  relatedCriterion,
  targetsOf,
  written,
} from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import type { Measure } from "../model/measure.ts";

interface Data {
  readonly stated: string;
  readonly criterion: PlacedMeasure;
}

const KINDS: ReadonlySet<string> = new Set(["target", "test", "load", "task"]);

export const contradictsCriterion = defineRule<Data, TargetView>({
  id: "target/contradicts-criterion",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A target or test admits values that an acceptance criterion does not.",
  why: `The criterion says \`p50 < 80 ms\`, the task tests for \`p50 < 100 ms\`: the test passes and the criterion does not
hold. One of the two was changed and the other forgotten.

Two numbers are compared only where they are of the same metric: the same subject, statistic, unit and circumstances (load,
data size). A stricter target is no contradiction. Of an increment the criteria in its specification are compared with its
plan and its tasks. Numbers in code blocks are never read.`,
  measured: `Never in 2,384 pages of six repositories. They state few targets, and those agree; the two cases that a looser comparison found
were of different percentiles and of another metric.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "A test below the criterion",
      path: "increments/0001-search/plan.md",
      bad: "# Search\n\n- **AC-US1-01**: Search API p50 < 80ms\n\n## Test Plan\n\n- Search API p50 «< 100ms»\n",
    },
    {
      title: "A task against the specification of its increment",
      path: ".specweave/increments/0001-search/tasks.md",
      given: {
        ".specweave/increments/0001-search/spec.md":
          "# Search\n\n## User Stories\n\n### US-001: Search\n\n- [ ] **AC-US1-01**: Search API P95 < 80ms\n",
      },
      bad: "# Tasks\n\n### T-001: Test the search\n\n**Test**: Given a catalogue → When it is searched → Then search API P95 «< 100ms»\n",
    },
    {
      title: "A load test that sends too little",
      path: "increments/0001-search/plan.md",
      bad: "# Search\n\n- **AC-US1-04**: Handle 10K requests/sec\n\n## Test Plan\n\n- Load test: «5K req/sec» (k6)\n",
    },
    {
      title: "Stricter, or another metric",
      path: "increments/0001-search/plan.md",
      good: "# Search\n\n- **AC-US1-01**: Search API response time <100ms (P95)\n\n## Performance Targets (After)\n\n- Search API response: 50ms (P95)\n- Search API response: 400ms (P99)\n- Import API response: 500ms (P95)\n",
    },
    {
      title: "Below both of two bounds, in a task of spec-kit",
      path: "specs/001-search/tasks.md",
      given: {
        "specs/001-search/spec.md":
          "# Search\n\n- **SC-001**: Cache hit rate above 80%\n- **SC-002**: Cache hit rate above 85%\n",
      },
      bad: "# Tasks\n\n- [ ] T003 Check that the cache hit rate is «at least 70%»\n",
    },
    {
      title: "A target in a label",
      path: "specs/001-search/plan.md",
      given: { "specs/001-search/spec.md": "# Search\n\n- **NFR-001**: Uptime MUST be at least 99.9%\n" },
      bad: "# Search\n\n- Uptime target: «99.5%»\n",
    },
  ],
  message: ({ stated, criterion: { measure, text } }) =>
    `“${stated}” admits what ${measure.id ?? "the criterion"} does not (“${text}”): make them agree`,

  *check({ page, snapshot }) {
    const candidates = targetsOf(page).measures.filter(
      ({ role, quantity }) =>
        KINDS.has(role) && (quantity.comparator !== "=" || role === "target" || role === "load"),
    );
    if (candidates.length === 0) return;
    const criteria = criteriaFor(snapshot, page).filter(({ measure }) => measure.better !== undefined);
    const known = grouped(criteria, ({ measure }) => keyOf(measure));
    for (const measure of candidates) {
      const same = known.get(keyOf(measure)) ?? [];
      const [criterion] = same;
      // Without a subject only the dimension speaks.
      if (!criterion || !isClear(criterion, criteria) || !isPromise(measure)) continue;
      // Which of several is meant is not known.
      if (!same.every((one) => admitsWorse(measure, one.measure))) continue;
      yield {
        span: measure.span,
        data: { stated: written(page, measure), criterion },
        related: [relatedCriterion(criterion)],
      };
    }
  },
});

function keyOf(measure: Measure): string {
  return `${measure.metric}\n${measure.note}`;
}

function isClear({ measure }: PlacedMeasure, criteria: readonly PlacedMeasure[]): boolean {
  if (measure.subject !== "") return true;
  const { dimension } = measure.quantity;
  return criteria.filter((one) => one.measure.quantity.dimension === dimension).length === 1;
}
