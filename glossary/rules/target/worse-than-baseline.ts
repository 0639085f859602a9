import type { Measure } from "../../domain/quantity/measure.ts";
import { sameMetric, targetsOf, written } from "../../workspace/targets.ts";
import { defineRule } from "../rule.ts";

interface Data {
  readonly target: string;
  readonly baseline: string;
}

export const worseThanBaseline = defineRule<Data>({
  id: "target/worse-than-baseline",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A target is worse than what the same document gives as its baseline.",
  why: `A target of 600 ms where the baseline is 500 ms is as a rule a slip: two lines exchanged, or a baseline that was
measured again.

Compared are values of the same metric under headings, labels or columns such as *Baseline*, *Before* or *Current* with
those under *Target*, *After* or *Goal*, and with criteria. Less is better of times, errors and costs, more is better of
throughput, hit rates and availability; of anything else nothing is said. Costs that rise are only information: often
that is the price of the rest.`,
  examples: [
    {
      title: "A target above the baseline",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Baseline\n\n- Search response: 500ms (P95)\n\n## Target\n\n- Search response: «600ms» (P95)\n",
    },
    {
      title: "In a table",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Cache hit rate | 85% | «80%» |\n",
    },
    {
      title: "Better, or not comparable",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Baseline\n\n- Search response: 500ms (P95)\n- Test coverage: 90%\n- Session timeout: 5 min\n\n## Target\n\n- Search response: 600ms (P99)\n- Search response: 200ms (P95)\n- Test coverage: 85%\n- Session timeout: 10 min\n",
    },
  ],
  message: ({ target, baseline }) =>
    `The target “${target}” is worse than the baseline “${baseline}”: correct one of them`,

  *check({ page }) {
    const { measures } = targetsOf(page);
    const baselines = measures.filter(({ role, better }) => role === "baseline" && better);
    if (baselines.length === 0) return;
    for (const target of measures) {
      if (target.role !== "target" && target.role !== "criterion") continue;
      const same = baselines.filter((one) => sameMetric(one, target));
      const [baseline, ...others] = same;
      if (!baseline || others.length > 0 || !isWorse(target, baseline)) continue;
      // Without a subject they belong together only where they stand together.
      if (target.subject === "" && baseline.section !== target.section) continue;
      yield {
        span: target.span,
        data: { target: written(page, target), baseline: written(page, baseline) },
        related: [{ path: page.path, span: baseline.span, message: `Baseline: ${written(page, baseline)}` }],
        ...(target.quantity.dimension === "money" && { severity: "information" as const }),
      };
    }
  },
});

function isWorse({ quantity: target }: Measure, { quantity: baseline, better }: Measure): boolean {
  return better === "lower" ? target.value > baseline.high : target.value < baseline.low;
}
