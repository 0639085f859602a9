/** Rules are silent where nobody works any more. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

const SPEC = "---\nincrement: 0012-search\n---\n\n### US-001: Search\n\n- [x] AC-US1-01: A title is found\n";

/** The rules on increments that speak of `spec.md` in `folder`, by their names. */
function reported(folder: string, files: Record<string, string> = {}, archived = false): string[] {
  const path = `${folder}/spec.md`;
  const at = workspace({ [path]: SPEC, ...files }, { settings: { archived } });
  const fail = (rule: string) => {
    throw new Error(rule);
  };
  const found = diagnose(RULES, at.snapshot, pageOf(at, path), fail).map(({ rule }) => rule);
  return found.filter((rule) => rule.startsWith("increment/"));
}

const ALL = ["increment/unparseable-criterion"];
const LIVE = ".specweave/increments/0012-search";
const status = (word: string) => ({ [`${LIVE}/metadata.json`]: `{ "status": "${word}" }` });

describe("rules on increments", () => {
  it.each(["planning", "active", "paused", "backlog", "ready_for_review"])("speak of what is %s", (word) => {
    expect(reported(LIVE, status(word))).toEqual(ALL);
  });

  it.each(["completed", "abandoned", "done"])("are silent about what is %s, unless asked", (word) => {
    expect(reported(LIVE, status(word))).toEqual([]);
    expect(reported(LIVE, status(word), true)).toEqual(ALL);
  });

  it.each(["_archive", "_abandoned", "_completed"])(
    "are silent about what is in %s, unless asked",
    (shelf) => {
      const folder = `.specweave/increments/${shelf}/0012-search`;
      expect(reported(folder)).toEqual([]);
      expect(reported(folder, {}, true)).toEqual(ALL);
    },
  );

  it("are silent about copies in the living docs", () => {
    expect(reported(".specweave/docs/internal/specs/shop/FS-012")).toEqual([]);
    expect(reported(".specweave/docs/internal/specs/shop/FS-012", {}, true)).toEqual([]);
  });
});
