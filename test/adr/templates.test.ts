/** What the templates of new records are worth: nothing is wrong with them but what the author has to fill in. */
import { describe, expect, it } from "vitest";
import { newAdr } from "../../glossary/features/adrNew.ts";
import { ADR_TEMPLATES } from "../../glossary/features/adrTemplates.ts";
import { RULES } from "../../glossary/rules/all.ts";
import { diagnose } from "../../glossary/rules/run.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";

const FOLDER = "docs/adr";
const INDEX = `${FOLDER}/README.md`;
const FILES = {
  [`${FOLDER}/0001-a.md`]:
    "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA, because it is there.\n",
  [INDEX]:
    "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n",
};

/** The findings in the new record and in the index, after `change` of its text. */
function findings(template: (typeof ADR_TEMPLATES)[number]["id"], change: (text: string) => string) {
  const before = workspace(FILES);
  const wanted = { title: "Use a Queue", template, folder: FOLDER, date: "2025-06-07", supersedes: [] };
  const made = newAdr(before.snapshot, wanted, pageOf(before, INDEX));
  const files: Record<string, string> = { ...FILES };
  for (const one of made.changes) {
    if (one.kind === "create") files[one.path] = change(one.text);
    if (one.kind === "edit") files[one.path] = applyEdits(files[one.path] ?? "", one.edits);
  }
  const after = workspace(files);
  return [made.path, INDEX].flatMap((path) =>
    diagnose(RULES, after.snapshot, pageOf(after, path), (rule, _path, error) => {
      throw new Error(rule, { cause: error });
    }).map(({ rule }) => rule),
  );
}

describe("a new record", () => {
  for (const { id, name } of ADR_TEMPLATES) {
    it(`in the style of ${name} has no findings as long as it is proposed`, () =>
      expect(findings(id, (text) => text)).toEqual([]));

    it(`in the style of ${name} is not accepted with its placeholders`, () => {
      const found = findings(id, (text) => text.replace(/\b([Pp])roposed\b/, "Accepted"));
      const own = found.filter((rule) => rule !== "adr/index-out-of-date");
      expect(own.length).toBeGreaterThan(0);
      expect(new Set([...own, "adr/template-left", "adr/missing-rationale"]).size).toBe(2);
    });
  }
});
