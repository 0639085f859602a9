import { defineRule, replace } from "../../rule/rule.ts";
import { type Span, shift } from "../../text/span.ts";
import { onTargetLines } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { mismatchesIn, mismatchInCells } from "../model/improvement.ts";

interface Data {
  readonly claim: string;
  readonly computed: string | undefined;
  readonly from: string;
  readonly to: string;
}

export const improvementMismatch = defineRule<Data, TargetView>({
  id: "target/improvement-mismatch",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A stated improvement does not follow from the two values beside it.",
  why: `*31 → 24 files (26% fewer)* is 23%. Such figures are copied into announcements and status reports, and nobody
computes them again.

A claim is compared with the two values right before it, \`A → B\` or *A to B*. Every usual way to compute it counts: the
share of the old value, of the new one, the ratio, for percentages the difference. Ranges, \`<\` and \`~\` are taken as the
intervals that they are, and rounding is forgiven. The fix writes what the values come to.

So are the cells of a column such as *Improvement* or *Change* beside *Before* and *After*, within three points, and verbs: to
*reduce* something *from 250 ms to 420 ms* is none.`,
  measured: `Once in 2,384 pages of six repositories, and right: *127 → 26 (81% reduction)* is 80%. With the reports
of increments, which are not looked at, four times, all right. Of 17 true claims there, each is found once its percentage is
changed by 25. Never on 159 further pages with 26 tables of values before and after.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "A percentage",
      path: "docs/adr/0007-merge-helpers.md",
      bad: "# 7. Merge Helpers\n\n- Files: 31 → 24 files («26%» fewer)\n",
      good: "# 7. Merge Helpers\n\n- Files: 31 → 24 files (23% fewer)\n",
    },
    {
      title: "What is counted stands twice",
      path: "docs/adr/0007-merge-helpers.md",
      bad: "# 7. Merge Helpers\n\n- 200 duplicates → 100 duplicates («25%» reduction)\n- 40 tests → 10 minutes (20% reduction)\n",
      good: "# 7. Merge Helpers\n\n- 200 duplicates → 100 duplicates (50% reduction)\n- 40 tests → 10 minutes (20% reduction)\n",
    },
    {
      title: "A factor",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Performance Targets\n\n- Search: 500 ms → 100 ms («10x» faster)\n",
      good: "# Search\n\n## Performance Targets\n\n- Search: 500 ms → 100 ms (5x faster)\n",
    },
    {
      title: "In a table",
      path: "docs/prd/search.md",
      bad: "# Search\n\n| Metric | Before | After | Improvement |\n|---|---|---|---|\n| Load | 2 s | 1 s | «75%» faster |\n| Build | 600 s | 120 s | -80% |\n",
      good: "# Search\n\n| Metric | Before | After | Improvement |\n|---|---|---|---|\n| Load | 2 s | 1 s | 50% faster |\n| Build | 600 s | 120 s | -80% |\n",
    },
    {
      title: "The wrong way",
      path: "docs/prd/search.md",
      bad: "# Search\n\n- Reduce the P95 latency from 250 ms to «420 ms»\n",
    },
    {
      title: "Ranges and bounds leave room",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Performance Targets\n\n- Import: 2-5 min → <30 s (80% faster)\n- Search: 5000 ms → 50 ms (100x faster)\n- Errors: 40% → <5% (95% fewer)\n",
    },
  ],
  message: ({ claim, computed, from, to }) =>
    computed === undefined
      ? `From ${from} to ${to} is not ${claim}: correct one of them`
      : `From ${from} to ${to} is ${computed}, not ${claim}: correct one of them`,

  *check({ page }) {
    yield* mismatchesOn(page);
  },

  fixes({ span, data: { computed } }, context) {
    if (computed === undefined) return [];
    return [
      {
        title: `Write “${computed}”`,
        changes: [replace(context, span, computed)],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

const mismatchesOn = onTargetLines(({ text, span: line, cells }) => {
  const say = (one: Span, of = text) => of.slice(one.start, one.end);
  const inLine = mismatchesIn(text).map(({ span, claim, computed, from, to }) => {
    const data: Data = { claim: claim ?? say(span), computed, from: say(from.span), to: say(to.span) };
    return { span: shift(span, line.start), data };
  });
  const inRow = cells && mismatchInCells(cells.before, cells.after, text);
  if (!inRow) return inLine;
  const { span, computed, from, to } = inRow;
  const said = { from: say(from.span, cells.before), to: say(to.span, cells.after) };
  return [...inLine, { span: shift(span, line.start), data: { claim: say(span), computed, ...said } }];
});
