import { defineRule } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import { targetsOf, written } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { leaningOf } from "../model/leaning.ts";
import type { Measure } from "../model/measure.ts";

interface Data {
  readonly target: string;
  readonly baseline: string;
  /** All that stands beside it goes the wrong way, too. */
  readonly exchanged: boolean;
}

/** What often rises on purpose. */
const DELIBERATE: ReadonlySet<string> = new Set(["money", "size"]);

export const worseThanBaseline = defineRule<Data, TargetView>({
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

In a table with the two columns the words of a row tell which way is better of counts and plain numbers, too (*queries per
page*, *test coverage*), and so does a bound such as \`≤ 150 MB\`. Where all rows go the wrong way, the columns are exchanged.

It is only information where the target may be what has to hold at least (*below 600 ms*, error rates, availability), beside a
*current* value, and for costs and sizes, which often rise on purpose. A bound that *current* values surpass is not reported.`,
  measured: `Never in 2,384 pages of six repositories by default. In 26 tables of other repositories, in which 85 rows have two
numbers, it reports 4 rows as they stand: three of one table, in which all gets worse as the text beside it says, and one that
is worse on purpose. Once the two columns change places it finds 44 of the 85; of the rest nobody can say whether less is
better, or they are what already surpasses its target. Before it learnt to compare counts, bounds and all rows of a table
these were 26.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
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
      title: "Columns that are exchanged",
      path: "docs/prd/search.md",
      bad: "# Search\n\n| Metric | Before | After |\n|---|---|---|\n| Search | 100 ms | «300 ms» |\n| Requests per page | 4 | «40» |\n| Test coverage | 80% | «60%» |\n",
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
  message: ({ target, baseline, exchanged }) =>
    `The target “${target}” is worse than the baseline “${baseline}”: ${exchanged ? "are they exchanged? As all beside them, they go the wrong way" : "correct one of them"}`,

  *check({ page }) {
    const { measures } = targetsOf(page);
    const baselines = measures.filter(({ role }) => role === "baseline" || role === "current");
    if (baselines.length === 0) return;
    const known = grouped(baselines, ({ metric }) => metric);
    const near = grouped(baselines, nearKey);
    const pairs = measures.flatMap((target) => {
      if (target.role !== "target" && target.role !== "criterion") return [];
      const baseline = only(near.get(nearKey(target))) ?? only(known.get(target.metric));
      // Without a subject they belong together only where they stand together.
      if (!baseline || (target.subject === "" && !standTogether(target, baseline, measures))) return [];
      // “> 5 s” and “60 KB+” say how bad it was; a promise has another sign.
      const promised = /^(?:[≤≥]|[<>]=)/.test(written(page, baseline)) && !isBound(target);
      return [{ target, baseline, promised, better: directionOf(target, promised ? baseline : undefined) }];
    });
    const groups = grouped(pairs, ({ target }) => target.group);
    const exchanges = new Map([...groups].map(([group, some]) => [group, isExchanged(some)]));
    for (const pair of pairs) {
      if (!isWorse(pair)) continue;
      const { target, baseline } = pair;
      const exchanged = exchanges.get(target.group) ?? false;
      const severity = severityOf(pair, exchanged);
      if (!severity) continue;
      yield {
        span: target.span,
        data: { target: written(page, target), baseline: written(page, baseline), exchanged },
        related: [{ path: page.path, span: baseline.span, message: `Baseline: ${written(page, baseline)}` }],
        ...(severity !== "warning" && { severity }),
      };
    }
  },
});

/** What a target says of these is as a rule the least that is accepted. */
const FLOOR = /coverage|documentation|quality|security|pass|score/;

/** A target, and what was before. */
interface Pair {
  readonly target: Measure;
  readonly baseline: Measure;
  /** The baseline is written as nobody writes what was before: the two are exchanged. */
  readonly promised: boolean;
  /** Which way is better, as far as anything tells. */
  readonly better: Measure["better"];
}

/** What a baseline has in common with a target in the same table or list. */
function nearKey({ group, metric }: Measure): string {
  return `${group}\n${metric}`;
}

function only<T>(some: readonly T[] | undefined): T | undefined {
  return some?.length === 1 ? some[0] : undefined;
}

/** A bound says itself which way is better. */
function directionOf(target: Measure, promise: Measure | undefined): Measure["better"] {
  if (target.better) return target.better;
  const bound = promise ?? (isBound(target) ? target : undefined);
  if (bound) return bound.quantity.comparator.startsWith("<") ? "lower" : "higher";
  return leaningOf(target);
}

function severityOf(
  { target, baseline, promised }: Pair,
  exchanged: boolean,
): "warning" | "information" | undefined {
  if (promised) return "warning";
  const current = baseline.role === "current";
  const least = isLeast(target);
  // A promise may well be less than what is reached today.
  if (least && (current || (!target.better && isBound(target)))) return undefined;
  if (current && !target.better) return undefined;
  if (exchanged && !current) return "warning";
  if (!target.better && FLOOR.test(target.subject)) return undefined;
  return current || least || !target.better ? "information" : "warning";
}

function isBound({ quantity: { comparator } }: Measure): boolean {
  return comparator !== "=" && comparator !== "~";
}

/** Several pairs, all of which go the wrong way, and not all of them on purpose. */
function isExchanged(pairs: readonly Pair[]): boolean {
  const decided = pairs.filter(
    ({ better, target, baseline }) => better && target.quantity.value !== baseline.quantity.value,
  );
  const isSure = ({ target }: Pair) => target.better !== undefined && !isLeast(target);
  return decided.length > 1 && decided.some(isSure) && decided.every(isWorse);
}

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
function isLeast(target: Measure): boolean {
  const { quantity, subject } = target;
  if (isBound(target)) return true;
  return DELIBERATE.has(quantity.dimension) || /error|fail|availab|uptime/.test(subject);
}

function isWorse({ target, baseline, better }: Pair): boolean {
  if (better === undefined) return false;
  return better === "lower"
    ? target.quantity.value > baseline.quantity.high
    : target.quantity.value < baseline.quantity.low;
}
