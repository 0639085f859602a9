/** `spec-glossary validate <increment> --performance` */
import { expect, it } from "vitest";
import { repository, run } from "./run.ts";

const SAMPLE = "samples/performance";
const validate = (...args: readonly string[]) =>
  run(".", "validate", ...args, "--performance", "--root", SAMPLE);

it("prints the six checks; what is only planned fails with --strict", async () => {
  const { code, stdout } = await validate("0001");
  expect(code).toBe(0);
  expect(stdout).toContain("planned  P95 latency: required AC-US1-01: <120ms (P95)");
  expect(stdout).toContain("! “4K concurrent users” is not what AC-US1-04 asks for");
  expect(stdout).toContain("Performance: 0 pass, 6 planned, 2 warnings");
  expect((await validate("0001", "--strict")).code).toBe(1);
  expect((await validate("0002-faster-search", "--strict")).code).toBe(0);
});

it("prints JSON with required, measured and evidence", async () => {
  const { stdout } = await validate("2", "--format", "json");
  const { version, increments } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(increments.map(({ title }: { title: string }) => title)).toEqual(["Faster Search"]);
  expect(increments[0].checks[1]).toEqual({
    check: "latency",
    title: "P95 latency",
    state: "pass",
    required: "AC-US1-01: < 150 ms (P95)",
    measured: "96 ms (P95)",
    note: "Measured, and within AC-US1-01",
    evidence: [
      expect.objectContaining({
        kind: "criterion",
        path: ".specweave/increments/0002-faster-search/spec.md",
      }),
      {
        kind: "result",
        path: ".specweave/increments/0002-faster-search/reports/load-test.md",
        text: "96 ms",
        range: { start: { line: 6, character: 46 }, end: { line: 6, character: 51 } },
      },
    ],
    findings: [],
  });
});

it("prints Markdown and SARIF", async () => {
  const { stdout: markdown } = await validate("0001", "--format", "markdown");
  expect(markdown).toContain("| planned | Load tests pass          |");
  const { stdout } = await validate("0001", "--format", "sarif");
  const { version, runs } = JSON.parse(stdout);
  expect([version, runs.length, runs[0].results.length]).toEqual(["2.1.0", 1, 8]);
  expect(runs[0].results[0]).toMatchObject({ ruleId: "performance/load-test", kind: "open", level: "none" });
  expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
    "target/dimension-mismatch",
  );
});

it("fails by a result that breaks a criterion, and by a query without an index", async () => {
  const folder = ".specweave/increments/0001-search";
  const root = repository(`-- ${folder}/spec.md --
# Search

- [ ] **AC-US1-01**: Handle 5K requests/sec
-- ${folder}/reports/load.md --
# Load test

- Throughput: 4K requests/sec
-- ${folder}/plan.md --
# Plan

\`\`\`sql
CREATE TABLE articles (id INT PRIMARY KEY, author_id INT);
SELECT * FROM articles WHERE author_id = 7;
\`\`\`
`);
  const { code, stdout } = await run(root, "validate", "1", "--performance");
  expect(code).toBe(1);
  expect(stdout).toContain("The result 4K requests/sec does not meet AC-US1-01 (5K requests/sec)");
  expect(stdout).toMatch(/fail {5}Database queries indexed\n.*No index covers 1 of 1 query/);
});

it("says what is wrong with its arguments", async () => {
  for (const [args, said] of [
    [["validate", "--performance"], "validate takes one increment"],
    [["validate", "99", "--performance", "--root", SAMPLE], "no increment “99” was found"],
    [
      ["validate", "1", "--performance", "--format", "xml"],
      "--format is one of pretty, json, markdown, sarif",
    ],
  ] as const) {
    const { code, stderr } = await run(".", ...args);
    expect([code, stderr.includes(said)]).toEqual([2, true]);
  }
});
