/** Targets of an open page follow the criteria of the other pages of its increment. */
import { expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

const FOLDER = ".specweave/increments/0001-search";
const SPEC = `${FOLDER}/spec.md`;
const TASKS = `${FOLDER}/tasks.md`;
const spec = (bound: string) => `# Search\n\n- [ ] **AC-US1-01**: Search API P95 < ${bound}\n`;
const tasks = "# Tasks\n\n### T-001: Test it\n\n**Test**: Given a catalogue → Then search API P95 < 100 ms\n";

it("a criterion that changes on a closed page is compared anew", () => {
  const at = workspace({ [SPEC]: spec("200 ms"), [TASKS]: tasks }, { open: [TASKS] });
  const found = () => {
    const snapshot = at.host.snapshot();
    return diagnose(RULES, snapshot, pageOf({ snapshot }, TASKS), (rule) => {
      throw new Error(rule);
    }).flatMap(({ rule, related }) => (rule === "target/contradicts-criterion" ? related : []));
  };
  expect(found()).toEqual([]);
  const before = at.host.generation;
  at.host.apply({ put: new Map([[SPEC, spec("80 ms")]]) });
  expect(at.host.generation).toBeGreaterThan(before);
  expect(found().map(({ path, message }) => [path, message])).toEqual([[SPEC, "AC-US1-01: < 80 ms"]]);
});

it("pages that state no requirements have no targets", () => {
  const text = "# Guide\n\n- **AC-US1-01**: The search is fast\n\n- Files: 31 → 24 files (26% fewer)\n";
  for (const path of [
    "docs/guide.md",
    "docs/glossary/terms/api.md",
    "docs/learn/spec.md",
    "README.md",
    "CHANGELOG.md",
  ]) {
    const at = workspace({ [path]: text });
    const found = diagnose(RULES, at.snapshot, pageOf(at, path), () => {});
    expect([path, found.filter(({ rule }) => rule.startsWith("target/"))]).toEqual([path, []]);
  }
});
