/** The hover over a quantity. */
import { describe, expect, it } from "vitest";
import { quantityHover } from "../../glossary/target/features/hover.ts";
import { hover } from "../../glossary/terms/features/hover.ts";
import { cursorOf, workspace } from "../fixture.ts";

const SPEC = ".specweave/increments/0001-search/spec.md";

function hovered(text: string, path = SPEC, more = ""): string | undefined {
  const at = workspace(`-- ${path} --\n${text}\n${more}`);
  const { page, offset } = cursorOf(at);
  return quantityHover(at.snapshot, page, offset)?.markdown;
}

describe("a quantity explains itself", () => {
  const CASES: readonly (readonly [text: string, ...parts: string[]])[] = [
    [
      "- **AC-US1-01**: Search < 1$0500 ms (P95)",
      "less than 1.5 s",
      "AC\\-US1\\-01",
      "P95: 95% of all cases",
    ],
    ["- **AC-US1-01**: Search &l$0t;100ms", "\\<100ms", "less than 100 ms"],
    ["- **AC-US1-01**: Search < 100 ms at 5K$0 requests/sec", "5,000 requests/s"],
    ["- **AC-US1-01**: Search < 10$00 ms at 5K requests/sec", "Holds at 5k requests/sec"],
    ["- **AC-US1-01**: Costs at most $1,2$000/month", "$1,200 per month or less"],
    ["The import takes about 2$0 min.", "about 2 min, taken as 1.8 min to 2.2 min"],
  ];
  for (const [text, ...parts] of CASES) {
    it(text, () => {
      const markdown = hovered(text);
      for (const part of parts) expect(markdown).toContain(part);
    });
  }

  it("names the other places of the metric", () => {
    const more = "-- .specweave/increments/0001-search/tasks.md --\n# Tasks\n";
    const markdown = hovered(
      "# S\n\n- [ ] **AC-US1-01**: Search API < 10$00 ms (P95)\n\n## Performance Targets\n\n- Search API: 60 ms (P95)",
      SPEC,
      more,
    );
    expect(markdown).toContain("The same metric:\n- target: 60 ms \\(P95\\)");
  });
});

describe("nothing is said", () => {
  const NONE: readonly (readonly [text: string, path?: string])[] = [
    ["- **AC-US1-0$01**: Search < 100 ms"],
    ["- Room 1$02 is taken"],
    ["```\nbelow 10$00 ms\n```"],
    ["below 10$00 ms", "docs/guide.md"],
    ["below 10$00 ms", "docs/glossary/terms/api.md"],
  ];
  for (const [text, path] of NONE)
    it(`${text} ${path ?? ""}`, () => expect(hovered(text, path)).toBeUndefined());
});

it("a term keeps its own hover", () => {
  const term = "-- docs/glossary/terms/p95.md --\n# P95\n\n## Definition\n\nThe 95th percentile.\n";
  const at = workspace(`-- ${SPEC} --\n- **AC-US1-01**: Search P$095 < 100 ms\n${term}`);
  const { page, offset } = cursorOf(at);
  expect(hover(at.snapshot, page, offset)?.markdown).toContain("The 95th percentile");
  expect(quantityHover(at.snapshot, page, offset)).toBeUndefined();
});
