import { defineRule } from "../../rule/rule.ts";
import { isPromise, targetsOf, written } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import type { Measure } from "../model/measure.ts";
import { quantitiesIn } from "../model/quantity.ts";
import { subjectOf } from "../model/subject.ts";

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
labelled list, where the words and numbers before them are the same too.`,
  measured: `Never in 2,384 pages of six repositories: what looked alike (*100 projects* and *500 projects*, two phases) is told apart by its
words.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
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
    {
      title: "Told apart at the start of the line",
      path: "docs/slos.md",
      good: "# SLO\n\n**SLO**:\n\n- Files < 1MB: parse P95 < 100ms\n- Files 1-10MB: parse P95 < 1s\n- Files < 10MB: parse P95 < 2s\n\n**Targets**:\n\n- Heartbeats — Redis `written_at` age ≤ 1 hour\n- Archives (all) — Redis `written_at` age ≤ 24 hours\n",
    },
  ],
  message: ({ first, second }) =>
    `“${second}” and above “${first}” are for the same metric: keep one, or say what tells them apart`,

  *check({ page }) {
    const known = new Map<string, Measure>();
    const targets = targetsOf(page);
    let texts: ReadonlyMap<number, string> | undefined;
    for (const measure of targets.measures) {
      const { subject, quantity } = measure;
      if (!ROLES.has(measure.role) || subject === "" || !isPromise(measure)) continue;
      texts ??= new Map(targets.lines.map(({ span, row, text }) => [span.start, `${row}\0${text}`]));
      const what = before(texts.get(measure.line.start) ?? "", measure);
      const key = [measure.group, measure.role, measure.metric, measure.note, what].join("\n");
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

/** What stands before a measure on its line: what it is of may be said at the start, `Files of 1-10 MB: P95 < 1 s`. */
function before(line: string, { line: { start }, span, quantity }: Measure): string {
  const [row = "", text = ""] = line.split("\0");
  const lead = text.slice(0, span.start - start);
  const numbers = quantitiesIn(text).filter((one) => one.span.end <= span.start - start);
  const written = numbers.map((one) => text.slice(one.span.start, one.span.end).replace(/\s/g, ""));
  return [subjectOf(`${row} ${lead}`, quantity.dimension), ...written].join(" ");
}
