/** Whatever stands in a document, the rules about targets and the reports take little time and do not fail. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { quantityHover } from "../../glossary/target/features/hover.ts";
import { performanceReport } from "../../glossary/target/performance/performance.ts";
import { effort, SOON } from "../effort.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

const FOLDER = ".specweave/increments/0001-search";
const SPEC = `${FOLDER}/spec.md`;
const SIZE = 1_000_000;
const rules = RULES.filter(({ id }) => /^target\/|^markdown\/entity/.test(id));
const head =
  "# S\n\n- [ ] **AC-US1-01**: Search API P95 < 100 ms\n- [ ] **AC-US1-02**: Handle 5K requests/sec\n\n";

function look(text: string): number {
  const at = workspace({ [SPEC]: text });
  const page = pageOf(at, SPEC);
  const spent = effort();
  diagnose(rules, at.snapshot, page, rethrow);
  for (const offset of [0, head.length + 5, text.length >> 1]) quantityHover(at.snapshot, page, offset);
  performanceReport(RULES, at.snapshot, FOLDER, [page], rethrow);
  return spent();
}

describe("a megabyte of", () => {
  const PIECES = [
    "1,",
    "9",
    "<",
    "&lt;",
    "100 ms ",
    "P95 ",
    "1 → 2 ms (3% faster) ",
    "at at ",
    "reduce        ",
    "(",
    "(1 ms) ",
    "- ",
    "`&lt;` ",
    "`p95 < 1ms` ",
    "no index ",
    "add index on ",
    "→ then ",
    "1-",
    "$1/",
    "x ",
    "Given 1 user → ",
  ];
  for (const piece of PIECES) {
    it(`“${piece}” on one line, and on many lines`, () => {
      const line = `- **AC-US1-03**: ${piece.repeat(1900 / piece.length)}`;
      look(head);
      expect(look(`${head}- **AC-US1-03**: ${piece.repeat(SIZE / piece.length)}\n`)).toBeLessThan(SOON);
      expect(look(`${head}${`${line}\n`.repeat(SIZE / 5 / line.length)}`)).toBeLessThan(SOON);
    });
  }

  it("fences, tables and headings", () => {
    const many = (text: string) => head + text.repeat(SIZE / text.length);
    expect(look(many("```\na &lt; b\n```\n"))).toBeLessThan(SOON);
    expect(
      look(many("| Metric | Baseline | Target |\n|---|---|---|\n| Search | 1 s | 2 s |\n\n")),
    ).toBeLessThan(SOON);
    expect(look(many("## Target 1 ms\n"))).toBeLessThan(SOON);
  }, 60_000);
});
