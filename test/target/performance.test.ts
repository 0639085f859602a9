/** Validation of performance: the samples, and each state of each check. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import {
  findIncrements,
  lensTitle,
  performanceReport,
  reportMarkdown,
} from "../../glossary/target/performance/performance.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { effort, SOON } from "../effort.ts";
import { rethrow, type Workspace, workspace } from "../fixture.ts";

const SAMPLE = "samples/performance";
const sample = Object.fromEntries(
  readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md"))
    .map((path) => [path, readFileSync(`${SAMPLE}/${path}`, "utf8")]),
);

function reportOf({ snapshot }: Workspace, word = "1") {
  const [found] = findIncrements(snapshot, word);
  if (!found) throw new Error(`no increment ${word}`);
  const pages = [...snapshot.pages.values()]
    .filter(isRead)
    .filter(({ path }) => path.startsWith(found.folder));
  const report = performanceReport(RULES, snapshot, found.folder, pages, rethrow);
  if (!report) throw new Error(`no report of ${word}`);
  return report;
}

/** `check: state`, in order. */
function states(at: Workspace, word?: string): string[] {
  return reportOf(at, word).checks.map(({ id, state }) => `${id}: ${state}`);
}

describe("the sample that is planned", () => {
  const at = workspace(sample);

  it("has six checks that are planned, and two numbers that do not fit", () => {
    expect(states(at, "0001")).toEqual([
      "load-test: planned",
      "latency: planned",
      "cache-hit-rate: planned",
      "queries-indexed: planned",
      "apm: planned",
      "alerts: planned",
    ]);
    expect(lensTitle(reportOf(at, "0001"))).toBe("Performance: 0 pass, 6 planned, 2 warnings");
  });

  it("says what is required, by the criteria", () => {
    expect(reportOf(at, "0001-faster-catalogue").checks.map(({ required }) => required)).toEqual([
      "AC-US1-04: 4K requests/sec",
      "AC-US1-01: <120ms (P95)",
      "AC-US1-03: >75%",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("has the findings about entities, units, alerts and statistics", () => {
    const pages = [...at.snapshot.pages.values()].filter(isRead).filter(({ path }) => path.includes("0001-"));
    const found = pages.flatMap((page) =>
      diagnose(RULES, at.snapshot, page, rethrow)
        .filter(({ rule }) => /^target\/|^markdown\/entity/.test(rule))
        .map(({ rule, span }) => `${rule}: ${page.text.slice(span.start, span.end)}`),
    );
    expect(found.sort()).toEqual([
      "markdown/entity-in-code: &lt;",
      "target/alert-looser-than-objective: >300ms",
      "target/dimension-mismatch: 4K concurrent users",
      "target/missing-statistic: &lt;40ms",
      "target/worse-than-baseline: $700/month",
    ]);
  });

  it("links each check to its evidence, and lets no text be markup", () => {
    const report = reportOf(at, "1");
    const lineOf = (_path: string, offset: number) => offset;
    const { text, links } = reportMarkdown(report, lineOf, (path, line) => `x:${path}#${line}`);
    expect(links).toEqual([]);
    expect(text).toMatch(/\| planned \| P95 latency +\| AC-US1-01: \\<120ms \(P95\) +\| – +\|/u);
    expect(text).toContain("## 🕓 P95 latency: planned\n\nAC-US1-01 has no measured P95\n\n- criterion [");
    expect(text).toContain("(<x:.specweave/increments/0001-faster-catalogue/tasks.md#");
    expect(text).toContain("`target/dimension-mismatch`");
    const plain = reportMarkdown(report, lineOf);
    expect(plain.links.length).toBeGreaterThan(5);
    for (const { span, path, line } of plain.links)
      expect(plain.text.slice(span.start, span.end)).toBe(`${path.split("/").at(-1)}:${line + 1}`);
  });
});

it("the sample that is done passes every check", () => {
  const report = reportOf(workspace(sample), "0002");
  expect(report.checks.map(({ state }) => state)).toEqual(Array(6).fill("pass"));
  expect(report.checks.map(({ measured }) => measured)).toEqual([
    "2,310 requests/sec",
    "96 ms (P95)",
    "88 %",
    undefined,
    "Datadog",
    "time >140 ms (P95)",
  ]);
  expect(lensTitle(report)).toBe("Performance: 6 pass, 0 planned");
});

describe("a check", () => {
  const SPEC = `-- .specweave/increments/0001-search/spec.md --
# Search

## User Stories

### US-001: Find

- [ ] **AC-US1-01**: Search API response time < 100 ms (P95)
- [ ] **AC-US1-02**: Cache hit rate > 80%
- [ ] **AC-US1-03**: Handle 5K requests/sec
`;
  const tasks = (text: string) => `-- .specweave/increments/0001-search/tasks.md --
# Tasks

### T-001: Measure

**Status**: [x] completed

${text}
`;
  const report = (text: string) => `-- .specweave/increments/0001-search/reports/load.md --
# Load test

${text}
`;
  const CASES: readonly (readonly [title: string, fixture: string, ...states: string[]])[] = [
    ["knows nothing where nothing is said", SPEC, "load-test: unknown", "latency: unknown"],
    [
      "fails by a result that breaks the criterion",
      SPEC + report("- Throughput: 4K requests/sec"),
      "load-test: fail",
    ],
    ["passes by a result that meets it", SPEC + report("- Throughput: 5.2K requests/sec"), "load-test: pass"],
    [
      "does not take users for requests",
      SPEC + report("- Throughput: 6K concurrent users"),
      "load-test: planned",
    ],
    [
      "passes by a measured percentile",
      SPEC + tasks("**Result**: Search API P95 53 ms (k6)"),
      "latency: pass",
    ],
    [
      "takes no average for a percentile",
      SPEC + report("- Search API response time: 40 ms (avg)"),
      "latency: planned",
    ],
    ["takes no target for a result", SPEC + tasks("**Target**: Search API P95 53 ms ✅"), "latency: planned"],
    [
      "does not count what a finished task only asks for",
      SPEC + tasks("Load test with k6"),
      "load-test: planned",
    ],
    ["does not apply where nothing is cached", SPEC.replace(/.*hit rate.*\n/, ""), "cache-hit-rate: n/a"],
    [
      "fails by a hit rate below the criterion",
      SPEC + report("- Cache hit rate: 61%"),
      "cache-hit-rate: fail",
    ],
    ["does not apply where that is declared", SPEC + tasks("APM: not needed for a prototype"), "apm: n/a"],
    ["passes with the finished task that names a tool", SPEC + tasks("OpenTelemetry traces"), "apm: pass"],
    ["wants a threshold of an alert", SPEC + tasks("Alerts to the team on duty"), "alerts: planned"],
    [
      "passes with a threshold in a finished task",
      SPEC + tasks("- Alerts: response time > 90 ms"),
      "alerts: pass",
    ],
    ["does not read code", SPEC + report("```\n- Throughput: 6K requests/sec\n```"), "load-test: planned"],
  ];
  for (const [title, fixture, ...expected] of CASES)
    it(title, () => expect(states(workspace(fixture))).toEqual(expect.arrayContaining(expected)));
});

it("reads a large page in time", () => {
  const line = "- Search API P95 < 100 ms at 5K requests/sec, k6, Datadog, alerts > 1%\n";
  const pages = {
    ".specweave/increments/0001-search/spec.md": "# Search\n\n- [ ] **AC-US1-01**: Search API P95 < 100 ms\n",
    ".specweave/increments/0001-search/tasks.md": `# Tasks\n\n${line.repeat(7_000)}`,
  };
  const at = workspace(pages);
  const spent = effort();
  reportOf(at);
  expect(spent()).toBeLessThan(SOON);
});
