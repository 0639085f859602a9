/** What is written into a file has its line ends, whoever writes it. */
import { describe, expect, it } from "vitest";
import { setStatus, supersede } from "../../glossary/adr/features/change.ts";
import { newAdr } from "../../glossary/adr/features/new.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { fixAll } from "../../glossary/rule/fixAll.ts";
import type { Example, Rule } from "../../glossary/rule/rule.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import type { FileChange } from "../../glossary/workspace/fileChange.ts";
import { runExample } from "../example.ts";
import { pageOf, workspace } from "../fixture.ts";

const windows = (text: string) => text.replace(/\r?\n/g, "\r\n");
const all = (files: Readonly<Record<string, string>>, of: (text: string) => string) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, of(text)]));

describe("fixes in files whose lines end with CR and LF", () => {
  for (const rule of RULES)
    for (const example of rule.examples)
      if (example.bad !== undefined) it(`${rule.id}: ${example.title}`, () => same(rule, example));
});

/** The example comes to the same in both kinds of files, and in files that differ from those around them. */
function same(rule: Rule, example: Example): void {
  const bad = example.bad as string;
  const given = example.given ?? {};
  const usual = runExample(rule, example, bad);
  const crlf = runExample(rule, { ...example, given: all(given, windows) }, windows(bad));
  expect(crlf.reported.map(({ message }) => message)).toEqual(usual.reported.map(({ message }) => message));
  expect(JSON.stringify(crlf.after)).toBe(JSON.stringify(windows(usual.after)));
  expect([...crlf.changed]).toEqual([...usual.changed].map(([path, text]) => [path, windows(text)]));
  const between = runExample(rule, { ...example, given: all(given, windows) }, bad);
  expect(between.after).toBe(usual.after);
  const other = runExample(rule, example, windows(bad));
  expect([...other.changed]).toEqual([...usual.changed]);
}

describe("commands in files whose lines end with CR and LF", () => {
  const INDEX = "docs/adr/README.md";
  const [OLD, NEW] = ["docs/adr/0001-a.md", "docs/adr/0002-b.md"];
  const LISTS: Readonly<Record<string, string>> = {
    table:
      "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n| [ADR-0002](0002-b.md) | B | Accepted |\n\nAsk us.\n",
    list: "# Decisions\n\n- [ADR-0001: A](0001-a.md)\n- [ADR-0002: B](0002-b.md)\n\nAsk us.\n",
    "list at the end": "# Decisions\n\n* [A](0001-a.md)\n* [B](0002-b.md)",
    "generated list": "# Decisions\n\n<!-- adrlog -->\n<!-- adrlogstop -->\n",
  };
  const STATES: Readonly<Record<string, string>> = {
    section: "# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nA.\n",
    line: "# ADR-0001: A\n\n**Status**: Accepted\n**Date**: 2025-01-02\n\n## Decision\n\nA.\n",
    "front matter": "---\nstatus: accepted\n---\n\n# A\n\n## Decision\n\nA.\n",
    none: "# A\n\n## Decision\n\nA.\n",
    "title below a line": "A\n=\n\n## Decision\n\nA.\n",
  };
  for (const [list, index] of Object.entries(LISTS))
    for (const [state, text] of Object.entries(STATES))
      it(`a record with its status in: ${state}; an index that is a ${list}`, () => {
        const files = { [OLD]: text, [NEW]: text.replace("ADR-0001", "ADR-0002"), [INDEX]: index };
        expect(JSON.stringify(made(all(files, windows)))).toBe(
          JSON.stringify(made(files).map((texts) => all(texts, windows))),
        );
      });

  /** What each command makes of the files that are there. */
  function made(files: Readonly<Record<string, string>>): Record<string, string>[] {
    const before = workspace(files);
    const { snapshot } = before;
    const [old, by] = [placeAt(snapshot, OLD), placeAt(snapshot, NEW)];
    if (!old || !by) throw new Error("there is no record");
    const index = pageOf(before, INDEX);
    const wanted = { title: "C", template: "nygard" as const, folder: "docs/adr", date: "2025-01-31" };
    const added = newAdr(snapshot, { ...wanted, supersedes: [] }, [index]);
    const successor = newAdr(snapshot, { ...wanted, supersedes: [old] }, []);
    return [
      carriedOut(files, added.changes),
      carriedOut(files, [
        ...successor.changes,
        ...(supersede(snapshot, old, successor.place, true, [index]) ?? []),
      ]),
      carriedOut(files, supersede(snapshot, old, by, false, [index]) ?? []),
      carriedOut(files, setStatus(snapshot, old, "Rejected", [index]) ?? []),
      carriedOut(files, fixAll(RULES, snapshot, [index], { safety: "review" }, () => {}).changes),
    ];
  }

  function carriedOut(
    files: Readonly<Record<string, string>>,
    changes: readonly FileChange[],
  ): Record<string, string> {
    const after: Record<string, string> = {};
    for (const one of changes)
      if (one.kind === "edit") after[one.path] = applyEdits(files[one.path] ?? "", one.edits);
    return after;
  }
});
