/** What the templates of new records are worth: nothing is wrong with them but what the author has to fill in. */
import { describe, expect, it } from "vitest";
import { supersede } from "../../glossary/adr/features/change.ts";
import { newAdr } from "../../glossary/adr/features/new.ts";
import { ADR_TEMPLATES } from "../../glossary/adr/features/templates.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
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
  const made = newAdr(before.snapshot, wanted, [pageOf(before, INDEX)]);
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

describe("a record that is superseded by a new one", () => {
  const OLD: Readonly<
    Record<string, readonly [template: (typeof ADR_TEMPLATES)[number]["id"], text: string]>
  > = {
    SpecWeave: [
      "specweave",
      "# ADR-0001: A\n\n**Status**: Accepted\n**Date**: 2025-01-02\n\n## Decision\n\nA, because it is there.\n",
    ],
    Nygard: [
      "nygard",
      "# 1. A\n\nDate: 2025-01-02\n\n## Status\n\nAccepted\n\n## Decision\n\nA, because it is there.\n",
    ],
    "MADR 4": [
      "madr-minimal",
      "---\nstatus: accepted\ndate: 2025-01-02\n---\n\n# A\n\n## Decision Outcome\n\nChosen option: A, because it is there.\n",
    ],
    "MADR 2": [
      "madr-minimal",
      "# A\n\n* Status: accepted\n* Date: 2025-01-02\n\n## Decision Outcome\n\nChosen option: A, because it is there.\n",
    ],
    "no status": ["specweave", "# ADR-0001: A\n\n## Decision\n\nA, because it is there.\n"],
  };
  for (const [style, [template, text]] of Object.entries(OLD))
    it(`knows it, and nothing is wrong with either: ${style}`, () => {
      const files: Record<string, string> = { ...FILES, [`${FOLDER}/0001-a.md`]: text };
      const before = workspace(files);
      const [known] = before.snapshot.adrs.byKey.get("1") ?? [];
      const old = known && placeAt(before.snapshot, known.path);
      if (!old) throw new Error("there is no record");
      const index = pageOf(before, INDEX);
      const wanted = { title: "B", template, folder: FOLDER, date: "2025-06-07", supersedes: [old] };
      const made = newAdr(before.snapshot, wanted, []);
      for (const one of [
        ...made.changes,
        ...(supersede(before.snapshot, old, made.place, true, [index]) ?? []),
      ]) {
        if (one.kind === "create") files[one.path] = one.text;
        if (one.kind === "edit") files[one.path] = applyEdits(files[one.path] ?? "", one.edits);
      }
      const after = workspace(files);
      expect(after.snapshot.adrs.records.get(old.path)?.relations).toMatchObject([{ kind: "superseded-by" }]);
      expect(after.snapshot.adrs.records.get(made.path)?.relations).toMatchObject([{ kind: "supersedes" }]);
      const found = [old.path, made.path, INDEX].flatMap((path) =>
        diagnose(RULES, after.snapshot, pageOf(after, path), () => {}).map(({ rule }) => rule),
      );
      expect(found).toEqual([]);
    });
});
