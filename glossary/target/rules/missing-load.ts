import { defineRule } from "../../rule/rule.ts";
import { remembered } from "../../text/remembered.ts";
import { isResponseCriterion, targetsOf, written } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { quantitiesIn } from "../model/quantity.ts";

/** Words for load or size without a number of their own. */
const LOAD =
  /\b(?:load|concurren\w+|users?|rps|qps|traffic|dataset|rows|records|items|entries|files|tenants|cold|warm|single user|idle)\b/i;

/** What one user does, or a machine by itself, takes as long whatever others do. */
const ALONE =
  /\b(?:start(?:s|ed|ing)?[- ]?up|cold start|launch\w*|boot\w*|builds?|compil\w*|deploy\w*|install\w*|animat\w*|transitions?|frames?|keystrokes?|typing|scroll\w*|drag\w*|taps?|gestures?|hover\w*|tooltips?|themes?|dialogs?|modals?|toggl\w*|cli|command[- ]line|on (?:the )?(?:device|client)|offline|local storage|lcp|inp|fid|cls|fcp|tti|first (?:contentful )?paint|time to interactive|largest contentful paint|hot reload|lint\w*|test suite|pipelines?|ci|failover|recover\w*|restor\w*|alerts?|e-?mails?|keyboard|clipboard|sidebar|menus?|preview|zoom\w*|autocomplet\w*)\b/i;

/** The load of all of a specification. */
const SHARED =
  /\d[\d,.]*[kK]?\+? (?:concurrent|simultaneous|parallel)\b|\d[\d,.]*[kK]?\+? (?:requests?|req|transactions|queries|orders)(?:\/| per )s/;

export const missingLoad = defineRule<string, TargetView>({
  id: "target/missing-load",
  since: "0.1.0",
  severity: "hint",
  scope: "page",
  summary: "Response times are bounded without saying under which load or for how much data.",
  why: `A response within 200 ms is easy for one user on an empty table. Whoever tests it needs to know the load: *at 50
requests/sec*, *with 10,000 rows*.

Reported once for each section whose criteria bound a response time while neither they, nor another criterion beside them,
nor a test on the page names a load or an amount of data. What one user does alone, such as starting a program or
scrolling, needs none. It is a hint: not every bound needs it.`,
  measured: `Once in 2,384 pages of six repositories, and once more in their archives. Of the five found with the test
data four are worth a question. Twice on 81 pages made of requirements of some 70 other public repositories, both right. Six
times on 159 further pages, two of them arguable.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "A bound for any load",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: Search API response time «< 100ms» (P95)\n- **AC-US1-02**: Product API response time < 200ms (P95)\n",
    },
    {
      title: "The load is stated",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: API response time < 100ms (P95) at 50 requests/sec\n\n## More\n\n- **AC-US1-02**: Search < 200ms (P95) with 10,000 rows\n",
    },
    {
      title: "No load can change it",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n## Acceptance Criteria\n\n- **AC-US1-01**: The page renders within 100ms (P95) after a theme is toggled\n- **AC-US1-02**: The CLI responds within 200ms (P95)\n",
    },
  ],
  message: (bound) =>
    `“${bound}” holds under which load? Add it, such as “at 50 requests/sec” or “with 10,000 rows”`,

  *check({ page }) {
    const targets = targetsOf(page);
    const responses = targets.measures.filter(
      (one) => isResponseCriterion(one) && !one.id?.startsWith("SLO"),
    );
    if (responses.length === 0) return;
    const { lines } = targets;
    const alone = new Set(
      lines.flatMap(({ span, row, text }) => (ALONE.test(`${row} ${text}`) ? [span.start] : [])),
    );
    const bounds = responses.filter(({ line }) => !alone.has(line.start));
    if (lines.some((line) => (line.role === "test" || line.role === "load") && namesLoad(line.text))) return;
    if (lines.some(({ role, text }) => role === "criterion" && SHARED.test(text))) return;
    const loaded = new Set(lines.filter(({ text }) => namesLoad(text)).map(({ section }) => section));
    for (const bound of bounds) {
      if (loaded.has(bound.section)) continue;
      loaded.add(bound.section);
      yield { span: bound.span, data: written(page, bound) };
    }
  },
});

const namesLoad = remembered(
  (text) =>
    LOAD.test(text) ||
    quantitiesIn(text).some(
      ({ dimension, value }) =>
        dimension === "rate" || dimension === "count" || (dimension === "number" && value >= 100),
    ),
);
