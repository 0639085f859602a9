/** What changes of decisions write, in records of unusual shapes. */
import { describe, expect, it } from "vitest";
import { renumber, setStatus, supersede } from "../../glossary/adr/features/change.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import type { FileChange } from "../../glossary/workspace/fileChange.ts";
import { pageOf, workspace } from "../fixture.ts";

type Files = Readonly<Record<string, string>>;

const ACCEPTED = "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n";

/** The text of a file with all changes. */
function textAfter(files: Files, changes: readonly FileChange[] | undefined, path: string): string {
  const edits = (changes ?? []).flatMap((one) => (one.kind === "edit" && one.path === path ? one.edits : []));
  return applyEdits(files[path] ?? "", edits);
}

function superseded(files: Files, old: string, by: string): Record<string, string> {
  const { snapshot } = workspace(files);
  const [from, to] = [placeAt(snapshot, old), placeAt(snapshot, by)];
  const changes = from && to && supersede(snapshot, from, to, false, []);
  return { [old]: textAfter(files, changes, old), [by]: textAfter(files, changes, by) };
}

const OLD = "docs/adr/0001-a.md";

describe("a relation", () => {
  const WITHOUT_TITLE = [
    [
      "a section",
      "## Decision Outcome\n\nB.\n",
      "Supersedes [ADR-0001](0001-a.md)\n\n## Decision Outcome\n\nB.\n",
    ],
    [
      "an underlined heading",
      "Decision\n---\n\nB.\n",
      "Supersedes [ADR-0001](0001-a.md)\n\nDecision\n---\n\nB.\n",
    ],
    ["a line", "B.\n\n## Decision\n\nB.\n", "B.\n\nSupersedes [ADR-0001](0001-a.md)\n\n## Decision\n\nB.\n"],
  ] as const;
  for (const [what, text, written] of WITHOUT_TITLE)
    it(`stands above a record without a title that begins with ${what}, not in it`, () => {
      const by = "docs/adr/0002-b.md";
      expect(superseded({ [OLD]: ACCEPTED, [by]: text }, OLD, by)[by]).toBe(written);
    });

  const OTHERS = [
    ["of the same folder by its number", "docs/adr/0002-b.md", "superseded by ADR-0002"],
    [
      "of another folder by a link",
      "shop/adr/0002-b.md",
      "superseded by [ADR-0002](../../shop/adr/0002-b.md)",
    ],
    ["without a number by a link", "docs/adr/b.md", "superseded by [B](b.md)"],
  ] as const;
  for (const [what, by, status] of OTHERS)
    it(`in front matter names a record ${what}, and is found again`, () => {
      const files = {
        [OLD]: "---\nstatus: accepted\n---\n\n# A\n\n## Decision Outcome\n\nA.\n",
        [by]: "# B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      };
      const now = superseded(files, OLD, by);
      expect(now[OLD]).toContain(`status: "${status}"`);
      const { snapshot } = workspace(now);
      const found = [...snapshot.pages.keys()].flatMap((path) =>
        diagnose(RULES, snapshot, pageOf({ snapshot }, path), fail),
      );
      expect(found.filter(({ rule }) => rule === "adr/missing-back-link")).toEqual([]);
    });
});

function fail(rule: string, path: string): never {
  throw new Error(`${rule} fails on ${path}`);
}

describe("a status", () => {
  it("is not looked for in the title below a section that stands above it", () => {
    const text = "Status\n---\n\n# Use a queue\n\n## Decision\n\nA.\n";
    const { snapshot } = workspace({ [OLD]: text });
    expect(snapshot.adrs.records.get(OLD)?.status).toBeUndefined();
    const place = placeAt(snapshot, OLD);
    expect(place && setStatus(snapshot, place, "Accepted", [])).toBeUndefined();
  });

  it("that is missing is added above a record that begins with a section", () => {
    const files = {
      [OLD]: ACCEPTED,
      "docs/adr/0002-b.md": ACCEPTED.replace("0001", "0002"),
      "docs/adr/0003-c.md": "## Decision\n\nC.\n",
    };
    const { snapshot } = workspace(files);
    const page = pageOf({ snapshot }, "docs/adr/0003-c.md");
    const [first] = fixesAt(RULES, snapshot, page, { start: 0, end: 3 }, fail).filter(
      ({ diagnostic }) => diagnostic.rule === "adr/missing-status",
    );
    expect(textAfter(files, first?.fix.changes, page.path)).toBe(
      "**Status**: Proposed\n\n## Decision\n\nC.\n",
    );
  });
});

describe("a status in a heading", () => {
  it("is one whatever it says", () => {
    const by = "docs/adr/0002-b.md";
    const files = {
      [OLD]: "# A\n\n## Status: Accepted\n\n## Decision\n\nA.\n",
      [by]: ACCEPTED.replace("0001", "0002"),
    };
    const now = superseded(files, OLD, by);
    expect(now[OLD]).toContain("## Status: Superseded by [ADR-0002](0002-b.md)\n");
    const { status, meanings } = workspace(now).snapshot.adrs.records.get(OLD) ?? {};
    expect([status?.kind, meanings]).toEqual(["superseded", ["decision", "status"]]);
  });
});

describe("another number", () => {
  const renumbered = (files: Files) => {
    const { snapshot } = workspace(files);
    const place = placeAt(snapshot, OLD);
    const changes = (place && renumber(snapshot, place, pageOf({ snapshot }, OLD))) ?? [];
    const moved = changes.flatMap((one) => (one.kind === "rename" ? one.to : []));
    return [moved, textAfter(files, changes, OLD)];
  };

  it("is none that a relation names, in whatever folder", () => {
    const other = "# B\n\n**Status**: Superseded by ADR-0002\n\n## Decision\n\nB.\n";
    const [moved] = renumbered({ [OLD]: ACCEPTED, "shop/adr/0009-b.md": other });
    expect(moved).toEqual(["docs/adr/0003-a.md"]);
  });

  it("is written where the record names itself", () => {
    const [, text] = renumbered({ [OLD]: `${ACCEPTED}\nADR-0001 is about A.\n` });
    expect(text).toBe(`${ACCEPTED.replace("0001", "0002")}\nADR-0002 is about A.\n`);
  });

  it("leaves what a record of the same number says of the other one to that one", () => {
    const again = "docs/adr/0001-again.md";
    const files = {
      [OLD]: ACCEPTED,
      [again]: "# Again\n\n**Status**: Superseded by ADR-0001\n\n## Decision\n\nB.\n",
    };
    const { snapshot } = workspace(files);
    const place = placeAt(snapshot, OLD);
    const changes = place && renumber(snapshot, place, pageOf({ snapshot }, OLD));
    expect(textAfter(files, changes, again)).toContain("Superseded by ADR-0002");
  });
});
