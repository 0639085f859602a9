import { defineRule } from "../../rule/rule.ts";
import { isPromise, targetsOf, written } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import type { Measure } from "../model/measure.ts";

interface Data {
  readonly second: string;
  readonly first: string;
}

const ROLES: ReadonlySet<string> = new Set(["criterion", "target"]);

export const duplicateMetric = defineRule<Data, TargetView>({
  id: "target/duplicate-metric",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "The same metric has two different values in one section.",
  why: `Two bounds for the same thing leave open which one is tested. Either the wording hides that they are about different
things, or one is left over.

Compared are criteria and targets with the same subject, statistic, unit and circumstances, within one section, task or
labelled list.`,
  measured: `Never in 2,384 pages of six repositories: what looked alike (*100 projects* and *500 projects*, two phases) is told apart by its
words.`,
  examples: [
    {
      title: "Two bounds",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: Search response time < 200ms (P95)\n- **AC-US1-02**: Search response time «< 300ms» (P95)\n",
    },
    {
      title: "Different statistics",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: Search response time < 200ms (P95)\n- **AC-US1-02**: Search response time < 300ms (P99)\n",
    },
  ],
  message: ({ first, second }) =>
    `“${second}” and above “${first}” are for the same metric: keep one, or say what tells them apart`,

  *check({ page }) {
    const known = new Map<string, Measure>();
    for (const measure of targetsOf(page).measures) {
      const { subject, quantity } = measure;
      if (!ROLES.has(measure.role) || subject === "" || !isPromise(measure)) continue;
      const key = [measure.group, measure.role, measure.metric, measure.note].join("\n");
      const first = known.get(key);
      if (!first) known.set(key, measure);
      else if (first.line.start !== measure.line.start && first.quantity.value !== quantity.value) {
        yield {
          span: measure.span,
          data: { first: written(page, first), second: written(page, measure) },
          related: [{ path: page.path, span: first.span, message: written(page, first) }],
        };
      }
    }
  },
});
