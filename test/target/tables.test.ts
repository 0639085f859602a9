/** Baselines, targets and changes beside each other in tables. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { report } from "../query/report.ts";

const SPEC = "specs/001-carts/spec.md";

function inTable(rule: string, head: string, rows: readonly string[]) {
  const columns = head.split("|").length - 1;
  const table = [`| Metric | ${head}`, `${"|---".repeat(columns + 1)}|`, ...rows.map((row) => `| ${row} |`)];
  return report(rule, `-- ${SPEC} --\n# Carts\n\n${table.join("\n")}\n`, SPEC);
}

describe("a target beside its baseline", () => {
  const CASES: readonly (readonly [what: string, severities: string, head: string, ...rows: string[]])[] = [
    [
      "one that is worse",
      "warning",
      "Baseline | Target |",
      "Search | 300 ms | «400 ms»",
      "Import | 5 s | 2 s",
    ],
    [
      "columns that are exchanged",
      "warning warning warning warning warning",
      "Before | After |",
      "Search | 100 ms | «300 ms»",
      "Hit rate | 80% | «0%»",
      "Throughput | 500 | «100»",
      "Tokens per run | 40K | «80K»",
      "Test coverage | 85% | «60%»",
    ],
    [
      "columns with more words",
      "warning warning",
      "Before Tuning | After Tuning |",
      "Search | 100 ms | «300 ms»",
      "Errors | 0.1% | «2%»",
    ],
    ["a bound that was before", "warning", "Current | Target |", "API heap | ≤ 150 MB | «410 MB»"],
    ["income", "", "Baseline | Target |", "MRR (revenue) | $4K | $8K", "Search | 2 s | 1 s"],
    [
      "how bad it was",
      "",
      "Before | After |",
      "Context | 60KB+ | 36KB",
      "Setup | > 5 min | 2 min",
      "Use | < 10% | 40%",
    ],
    [
      "costs that rise on purpose",
      "information information",
      "Baseline | Target |",
      "Cost of the cache | $50 | «$100»",
      "Cost of servers | $200 | «$300»",
    ],
    [
      "a share of which more is better",
      "",
      "Baseline | Target |",
      "Coverage | 90% | 85%",
      "Search | 2 s | 1 s",
    ],
    ["counts", "information", "Baseline | Target |", "Queries per page | 5 | «50»", "Search | 2 s | 1 s"],
    ["what now surpasses its target", "", "Current | Target |", "Heap | 47 MB | ≤ 200 MB", "Score | 92 | 90"],
    ["a bound that leaves room", "", "Baseline | Target |", "Robustness | 0.78 | ≥ 0.76"],
    [
      "values with asides",
      "warning",
      "Baseline | Target |",
      "Search (7 days) | 20 s (7 days) | «25 s» (21 days)",
    ],
    ["what nobody can tell", "", "Baseline | Target |", "Window | 256 KB | 16 MB", "Pages | 17 | 12"],
    [
      "one table of several with the same rows",
      "warning",
      "Baseline | Target |",
      "Search | 300 ms | «400 ms» |\n\n## More\n\n| Metric | Baseline | Target |\n|---|---|---|\n| Search | 3 s | 2 s",
    ],
  ];
  for (const [what, severities, head, ...rows] of CASES) {
    it(what, () => {
      const { text, found, expected } = inTable("target/worse-than-baseline", head, rows);
      expect(text).toBe(expected);
      expect(found.map(({ severity }) => severity).join(" ")).toBe(severities);
    });
  }
});

describe("a change beside the two values", () => {
  const ROWS = [
    "Load | 2 s | 1 s | «75%» faster",
    "Build | 600 s | 120 s | -«50%»",
    "Payload | 2 MB | 1.9 MB | «40%» reduction",
    "Memory | 1 GB | 1.5 GB | «50%» less",
    "Throughput | 100 rps | 300 rps | «5x»",
    "Import | 600 s | 120 s | -80%",
    "Search | 2-5 s | 200-400 ms | 80-92% ⬇️",
    "Calls | 40 | 4 | **10x fewer**",
    "Hit rate | 60% | 90% | +30 pp",
    "Errors | 0.37% | 0% | 100% improvement",
    "Start | 30+ minutes | < 1 minute | 97%",
    "Wait | 300 s | 0 s | 100% eliminated",
    "Score | 0.78 | ≥0.76 | -2% acceptable",
    "Sessions | 40 | 60 | see below (2 of 3: 66%)",
  ];
  it("is computed", () => {
    const { text, expected } = inTable("target/improvement-mismatch", "Before | After | Improvement |", ROWS);
    expect(text).toBe(expected);
  });
});

describe("a verb before two values", () => {
  const LINES = [
    "- Reduce p95 latency from 250ms → «420ms».",
    "- Cut incidents each week from 2 to «7»",
    "- Increase the hit rate from 90% to «60%»",
    "- We lower the number of steps from 5 to 3, and raise the limit from 10 to 20 requests",
    "- Reduce the latency by 20% from 3 s to 2.4 s",
    "- Orders: 100 → 80 («20%» more)",
    "- Costs rise from $200 to $500",
  ];
  it("says which way", () => {
    const page = `-- ${SPEC} --\n# Carts\n\n## Targets\n\n${LINES.join("\n")}\n`;
    const { text, expected } = report("target/improvement-mismatch", page, SPEC);
    expect(text).toBe(expected);
  });
});
