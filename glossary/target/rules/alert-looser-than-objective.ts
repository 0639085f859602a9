import { defineRule } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import { criteriaFor, type PlacedMeasure, relatedCriterion, targetsOf, written } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import type { Measure } from "../model/measure.ts";

interface Data {
  readonly alert: string;
  readonly criterion: PlacedMeasure;
}

/** What an alert on “response time” is about where it does not say more. */
const SERVICE = /^$|\b(?:api|endpoint|http|service|page|request|site|web)\b/;

export const alertLooserThanObjective = defineRule<Data, TargetView>({
  id: "target/alert-looser-than-objective",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "An alert is raised only far beyond what the criterion allows.",
  why: `A criterion asks for less than 100 ms, the alert comes at 200 ms: between the two nobody notices that the criterion
does not hold. Sometimes that is meant, to be woken up by real trouble only; then a second, quieter alert is usual.

Compared are the thresholds on lines that begin with *Alert*, or say to *page* or *notify* somebody *when* something is above
it, with the criteria for the same metric, and in tables with the objective in the same row. An alert on *response
time* or *latency* without more words is compared with the most tolerant criterion for response times.`,
  measured: `Never in 2,384 pages of six repositories outside of code blocks.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "An alert at twice the bound",
      path: "increments/0001-search/plan.md",
      bad: "# Search\n\n- **AC-US1-01**: API response time <100ms (P95)\n\n## Monitoring\n\n- Alerts: response time «>200ms», error rate >1%\n",
    },
    {
      title: "In a table of objectives",
      path: "docs/slo/search.md",
      bad: "# SLO\n\n| Indicator | Objective | Alert |\n|---|---|---|\n| Search P95 | < 300 ms | «> 600 ms» |\n| Import P95 | < 3 s | > 2 s |\n",
    },
    {
      title: "A sentence of a task",
      path: "specs/001-search/tasks.md",
      given: { "specs/001-search/spec.md": "# Search\n\n- **SC-001**: Search P95 < 300 ms\n" },
      bad: "# Tasks\n\n- [ ] T007 Page the team when search P95 «exceeds 600 ms»\n",
    },
    {
      title: "An alert before it is too late",
      path: "increments/0001-search/plan.md",
      good: "# Search\n\n- **AC-US1-01**: API response time <100ms (P95)\n\n## Monitoring\n\n- Alerts: response time >80ms, error rate >1%\n",
    },
  ],
  message: ({ alert, criterion: { measure, text } }) =>
    `An alert at “${alert}” comes after ${measure.id ?? "the criterion"} is broken (“${text}”): lower the threshold, or add a warning before it`,

  *check({ page, snapshot }) {
    const { measures } = targetsOf(page);
    const alerts = measures.filter(({ role }) => role === "alert");
    if (alerts.length === 0) return;
    const criteria = criteriaFor(snapshot, page);
    // A table of objectives has the alert in the same row.
    const targets = grouped(
      measures.filter(({ role }) => role === "target"),
      ({ group, metric }) => `${group}\n${metric}`,
    );
    for (const alert of alerts) {
      const [measure] = targets.get(`${alert.group}\n${alert.metric}`) ?? [];
      const beside = measure && {
        path: page.path,
        measure,
        text: written(page, measure),
        place: measure.span,
      };
      const fitting = (beside ? [...criteria, beside] : criteria).filter(({ measure }) =>
        isAbout(alert, measure),
      );
      const loosest = fitting.toSorted((a, b) => b.measure.high - a.measure.high)[0];
      if (!loosest || !isLooser(alert, loosest.measure)) continue;
      yield {
        span: alert.span,
        data: { alert: written(page, alert), criterion: loosest },
        related: [relatedCriterion(loosest)],
      };
    }
  },
});

function isAbout(alert: Measure, criterion: Measure): boolean {
  const { dimension, of } = alert.quantity;
  if (dimension !== criterion.quantity.dimension || of !== criterion.quantity.of) return false;
  if (alert.statistic && criterion.statistic && alert.statistic !== criterion.statistic) return false;
  if (criterion.better === undefined) return false;
  if (alert.subject === criterion.subject) return true;
  return alert.subject === "" && dimension === "time" && SERVICE.test(criterion.subject);
}

function isLooser({ quantity }: Measure, criterion: Measure): boolean {
  if (criterion.better === "lower") return quantity.comparator !== "<" && quantity.value > criterion.high;
  return quantity.comparator !== ">" && quantity.value < criterion.low;
}
