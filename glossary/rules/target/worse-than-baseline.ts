import type { Measure } from "../../domain/quantity/measure.ts";
import { grouped } from "../../text/groups.ts";
import { targetsOf, written } from "../../workspace/targets.ts";
import { defineRule } from "../rule.ts";

interface Data {
  readonly target: string;
  readonly baseline: string;
}

/** What often rises on purpose. */
const DELIBERATE: ReadonlySet<string> = new Set(["money", "size"]);

export const worseThanBaseline = defineRule<Data>({
  id: "target/worse-than-baseline",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A target is worse than what the same document gives as its baseline.",
  why: `A target of 600 ms where the baseline is 500 ms is as a rule a slip: two lines exchanged, or a baseline that was
measured again.

Compared are values of the same metric under headings, labels or columns such as *Baseline* or *Before* with those under
*Target*, *After* or *Goal*, and with criteria. Less is better of times, errors and costs, more is better of throughput, hit
rates and availability; of anything else nothing is said.

It is only information where the target may be what has to hold at least (*below 600 ms*, error rates, availability), beside a
*current* value, and for costs and sizes, which often rise on purpose. A bound that *current* values surpass is not reported.`,
  measured: `Never in 2,384 pages of six repositories by default. With the reports of increments, which are not looked at, once, and right:
the first call takes 15 ms where it took 5 ms. Of 36 rows of tables there, 8 are found once the two columns change places; the
others are sizes and counts, of which nobody can say whether less is better. Once in eight tables of other public documents,
and wrong: more errors with a remedy are better, which is known since.`,
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
    {
      title: "More errors that are found",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Error detection | 40% | 95% |\n| Failures with a remedy (recovery) | 30% | 80% |\n| Crash-free sessions | 97% | 99% |\n",
    },
  ],
  message: ({ target, baseline }) =>
    `The target “${target}” is worse than the baseline “${baseline}”: correct one of them`,

  *check({ page }) {
    const { measures } = targetsOf(page);
    const baselines = measures.filter(
      ({ role, better }) => (role === "baseline" || role === "current") && better,
    );
    if (baselines.length === 0) return;
    const known = grouped(baselines, ({ metric }) => metric);
    for (const target of measures) {
      if (target.role !== "target" && target.role !== "criterion") continue;
      const same = known.get(target.metric) ?? [];
      const [baseline] = same;
      if (!baseline || same.length > 1 || !isWorse(target, baseline)) continue;
      // A promise may well be less than what is reached today.
      if (baseline.role === "current" && isLeast(target)) continue;
      // Without a subject they belong together only where they stand together.
      if (target.subject === "" && !standTogether(target, baseline, measures)) continue;
      yield {
        span: target.span,
        data: { target: written(page, target), baseline: written(page, baseline) },
        related: [{ path: page.path, span: baseline.span, message: `Baseline: ${written(page, baseline)}` }],
        ...((baseline.role === "current" || isLeast(target)) && {
          severity: "information" as const,
        }),
      };
    }
  },
});

/** In one section, each the only one of its kind on its line. */
function standTogether(target: Measure, baseline: Measure, measures: readonly Measure[]): boolean {
  if (target.section !== baseline.section) return false;
  return [target, baseline].every(
    ({ line, quantity }) =>
      measures.filter((one) => one.line.start === line.start && one.quantity.dimension === quantity.dimension)
        .length === 1,
  );
}

/** `< 500 ms` and `99.9%` may be what has to hold at least, and has held before; costs and sizes rise on purpose. */
function isLeast({ quantity: { comparator, dimension }, subject }: Measure): boolean {
  if (comparator !== "=" && comparator !== "~") return true;
  return DELIBERATE.has(dimension) || /error|fail|availab|uptime/.test(subject);
}

function isWorse({ quantity: target }: Measure, { quantity: baseline, better }: Measure): boolean {
  return better === "lower" ? target.value > baseline.high : target.value < baseline.low;
}
