/** References, highlights and a rename cost what the uses cost, not their square. */
import { expect, it } from "vitest";
import { planTermRename } from "../../glossary/terms/features/renameTerm.ts";
import { termHighlights } from "../../glossary/terms/features/termUses.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { effort } from "../effort.ts";
import { pageOf, workspace } from "../fixture.ts";

/** In milliseconds of processor time, the least of a few rounds. */
function spentOn(count: number): number {
  const at = workspace({
    "docs/glossary.md": "# Glossary\n\n## Hull\n\nA body.\n\n## Keel\n\nA beam.\n",
    "docs/page.md": "The hull is [hull](glossary.md#hull) in words. ".repeat(count / 2),
  });
  const page = pageOf(at, "docs/page.md");
  const pages = new Map(["docs/glossary.md", "docs/page.md"].map((path) => [path, pageOf(at, path)]));
  const rounds = Array.from({ length: 5 }, () => {
    const spent = effort();
    expect(termHighlights(at.snapshot, page, 5)).toHaveLength(count);
    const plan = planTermRename(at.snapshot, page, 5);
    const made = plan && finishRename(plan, at.snapshot, "Body", { pages, texts: new Map() }, true);
    expect(made?.kind === "edits" && made.edits.length).toBeGreaterThan(count);
    return spent();
  });
  return Math.min(...rounds);
}

it("twice as many uses take about twice as long", { timeout: 120_000 }, () => {
  spentOn(2_000);
  const once = spentOn(10_000);
  // What grows with the square takes four times as long; the figure itself is measured by the bench.
  expect(spentOn(20_000)).toBeLessThan(3 * once);
});
