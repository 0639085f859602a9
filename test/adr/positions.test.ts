/** Where decisions stand after keys that change nothing but places. */
import { describe, expect, it } from "vitest";
import { renumber, setStatus, supersede } from "../../glossary/adr/features/change.ts";
import { adrLog } from "../../glossary/adr/features/log.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { definition, hover, lenses } from "../../glossary/answers.ts";
import type { ReadPage, Snapshot } from "../../glossary/domains.ts";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import type { FileChange } from "../../glossary/workspace/fileChange.ts";

const QUEUE = "docs/adr/0001-queue.md";
const LOG = "docs/adr/0002-log.md";
const OTHER = "docs/adr/0001-other.md";
const PLAN = "docs/plan.md";
const DECISIONS = "docs/decisions.md";

const FILES: Readonly<Record<string, string>> = {
  [QUEUE]:
    "# ADR-0001: Use a queue\n\n## Issue\n\nLoad peaks.\n\n## Decision\n\nA queue, because load peaks.\n\n## Status\n\nProposed\n",
  [LOG]:
    "# ADR-0002: Use a log\n\nA note.\n\n**Status**: Accepted\n**Supersedes**: ADR-0005\n\n## Decision\n\nA log.\n",
  [OTHER]: "# ADR-0001: Something else\n\n## Status\n\nAccepted\n\n## Decision\n\nNo.\n",
  "docs/adr/0005-five.md": "# ADR-0005: Five\n\n**Status**: Accepted\n\n## Decision\n\nFive.\n",
  [PLAN]: "# Plan\n\nSee ADR-0002, ADR-0005 and AD-7.\n",
  [DECISIONS]:
    "# Decisions\n\nAs we go.\n\n## ADR-0100: Tabs\n\nBecause of width.\n\n## ADR-0101: Spaces\n\nBecause of tools.\n",
};

/** What is typed, and what nobody else sees of it. */
const TYPED: readonly (readonly [what: string, path: string, before: string, after: string])[] = [
  ["a sentence above a status", QUEUE, "Load peaks.\n", "Load peaks. They come each Monday.\n"],
  ["a comment above a title", QUEUE, "# ADR-0001", "<!-- a note -->\n<!-- more -->\n\n# ADR-0001"],
  ["a paragraph above a relation", LOG, "A note.\n", "Written after the review.\nWith thanks to all.\n"],
  ["a line above a line", "docs/adr/0005-five.md", "**Status**", "A note.\n\n**Status**"],
  ["a paragraph above decisions within a page", DECISIONS, "As we go.\n", "As we go, and as we went.\n"],
  ["less above a status", QUEUE, "Load peaks.\n", "Load.\n"],
];

function hostOf(files: Readonly<Record<string, string>>): AnalysisHost {
  const host = new AnalysisHost();
  host.apply({ open: Object.keys(files), put: new Map(Object.entries(files)), complete: true });
  return host;
}

function pageAt({ pages }: Snapshot, path: string): ReadPage {
  return pages.get(path) as ReadPage;
}

function changesOf(snapshot: Snapshot, path: string): (readonly FileChange[] | undefined)[] {
  const [place, by] = [placeAt(snapshot, path), placeAt(snapshot, "docs/adr/0005-five.md")];
  if (!place || !by) return [];
  return [
    setStatus(snapshot, place, "Rejected", []),
    supersede(snapshot, place, by, false, []),
    supersede(snapshot, by, place, false, []),
    renumber(snapshot, place, pageAt(snapshot, path)),
  ];
}

/** Everything of decisions that has to do with places. */
function seen(snapshot: Snapshot): unknown {
  return [
    adrLog(snapshot),
    [QUEUE, LOG, OTHER].map((path) => changesOf(snapshot, path)),
    [...snapshot.pages.keys()].map((path) => {
      const page = pageAt(snapshot, path);
      const whole = { start: 0, end: page.text.length };
      const at = [...page.text.matchAll(/ADR-\d+/g)].map(({ index }) => index + 5);
      return [
        diagnose(RULES, snapshot, page, () => {}),
        fixesAt(RULES, snapshot, page, whole, () => {}).map(({ fix }) => [fix.title, fix.changes]),
        lenses(snapshot, page),
        at.map((offset) => [definition(snapshot, page, offset), hover(snapshot, page, offset)]),
      ];
    }),
  ];
}

describe("decisions that have moved on their pages", () => {
  for (const [what, path, before, after] of TYPED)
    it(`are where they are: ${what}`, () => {
      const host = hostOf(FILES);
      const { adrs } = host.snapshot();
      const text = (FILES[path] as string).replace(before, after);
      host.apply({ put: new Map([[path, text]]) });
      const now = host.snapshot();
      expect(now.adrs.records, "the index holds on").toBe(adrs.records);
      const scratch = hostOf({ ...FILES, [path]: text }).snapshot();
      expect(JSON.stringify(seen(now), null, 1)).toBe(JSON.stringify(seen(scratch), null, 1));
    });

  it("get another status in its place", () => {
    const host = hostOf(FILES);
    host.snapshot();
    const text = (FILES[QUEUE] as string).replace("Load peaks.\n", "Load peaks. They come each Monday.\n");
    host.apply({ put: new Map([[QUEUE, text]]) });
    const snapshot = host.snapshot();
    const place = placeAt(snapshot, QUEUE);
    const [change] = (place && setStatus(snapshot, place, "Accepted", [])) ?? [];
    expect(change?.kind === "edit" && applyEdits(text, change.edits)).toBe(
      text.replace("Proposed", "Accepted"),
    );
  });

  it("that are closed, too", () => {
    const host = hostOf(FILES);
    host.apply({ close: [LOG] });
    host.snapshot();
    const text = `<!-- reviewed -->\n\n${FILES[LOG]}`;
    host.apply({ put: new Map([[LOG, text]]) });
    const snapshot = host.snapshot();
    const page = pageAt(snapshot, PLAN);
    const [found] = definition(snapshot, page, page.text.indexOf("ADR-0002") + 5);
    expect(found && text.slice(found.span.start, found.span.end)).toBe("ADR-0002: Use a log");
  });

  it("are counted again where one of them has another number", () => {
    const host = hostOf(FILES);
    const { adrs } = host.snapshot();
    const text = (FILES[DECISIONS] as string).replace("ADR-0101", "ADR-00101");
    host.apply({ put: new Map([[DECISIONS, text]]) });
    expect(host.snapshot().adrs).not.toBe(adrs);
    expect(adrLog(host.snapshot()).entries.map(({ label }) => label)).toContain("ADR-00101");
  });
});

describe("a change of a record", () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      "below a title that is underlined",
      "Use a queue\n===========\n\n## Decision\n\nA queue.\n",
      "Use a queue\n===========\n\nSuperseded by [ADR-0002](0002-log.md)\n\n## Decision\n\nA queue.\n",
    ],
    [
      "below a title between marks",
      "# Use a queue #\n\n## Decision\n\nA queue.\n",
      "# Use a queue #\n\nSuperseded by [ADR-0002](0002-log.md)\n\n## Decision\n\nA queue.\n",
    ],
    [
      "in front matter",
      "---\nstatus: accepted\ndate: 2025-01-02\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n",
      '---\nstatus: "superseded by ADR-0002"\ndate: 2025-01-02\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n',
    ],
    [
      "in a block of front matter",
      "---\nstatus: |\n  accepted\ndate: 2025-01-02\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n",
      '---\nstatus: "superseded by ADR-0002"\ndate: 2025-01-02\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n',
    ],
  ];
  for (const [what, before, after] of cases)
    it(`stands ${what}`, () => {
      const snapshot = hostOf({ ...FILES, [QUEUE]: before }).snapshot();
      const [old, by] = [placeAt(snapshot, QUEUE), placeAt(snapshot, LOG)];
      const [change] = (old && by && supersede(snapshot, old, by, false, [])) ?? [];
      expect(change?.kind === "edit" && applyEdits(before, change.edits)).toBe(after);
    });

  for (const [status, written] of [
    ["Rejected", '"rejected"'],
    ["On hold: see below", '"on hold: see below"'],
    ["Yes", '"yes"'],
    ["[Draft]", '"[draft]"'],
    ["# none", '"# none"'],
  ] as const)
    it(`is valid YAML in front matter: ${status}`, () => {
      const before = '---\nstatus: "proposed"\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n';
      const snapshot = hostOf({ ...FILES, [QUEUE]: before }).snapshot();
      const place = placeAt(snapshot, QUEUE);
      const [change] = (place && setStatus(snapshot, place, status, [])) ?? [];
      expect(change?.kind === "edit" && applyEdits(before, change.edits)).toBe(
        before.replace('"proposed"', written),
      );
    });

  it("has quotes in front matter where it had some, or needs them", () => {
    const before = "---\nstatus: proposed\n---\n\n# Use a queue\n\n## Decision\n\nA queue.\n";
    const snapshot = hostOf({ ...FILES, [QUEUE]: before }).snapshot();
    const place = placeAt(snapshot, QUEUE);
    const [change] = (place && setStatus(snapshot, place, "Rejected", [])) ?? [];
    expect(change?.kind === "edit" && applyEdits(before, change.edits)).toBe(
      before.replace("proposed", "rejected"),
    );
  });
});

describe("superseding", () => {
  const record = (number: number, more: string) =>
    `# ADR-000${number}: X\n\nStatus: Accepted\n${more}\n## Decision\n\nX.\n`;
  const path = (number: number) => `docs/adr/000${number}-x.md`;
  const made = (relations: readonly string[], old: number, by: number) => {
    const files = Object.fromEntries(relations.map((more, i) => [path(i + 1), record(i + 1, more)]));
    const snapshot = hostOf(files).snapshot();
    const [one, other] = [placeAt(snapshot, path(old)), placeAt(snapshot, path(by))];
    return one && other && supersede(snapshot, one, other, false, []);
  };

  it("is refused by what is itself superseded by the record, in one step or more", () => {
    expect(made(["", "Supersedes ADR-0001\n"], 2, 1)).toBeUndefined();
    expect(made(["Superseded by ADR-0002\n", ""], 2, 1)).toBeUndefined();
    expect(made(["Superseded by ADR-0002\n", "Superseded by ADR-0003\n", ""], 3, 1)).toBeUndefined();
  });

  it("goes on from there, and beside it", () => {
    expect(made(["Superseded by ADR-0002\n", "", ""], 2, 3)).toHaveLength(2);
    expect(made(["", "Supersedes ADR-0001\n", ""], 3, 1)).toHaveLength(2);
    expect(made(["", "Supersedes ADR-0001\n"], 1, 2)).toHaveLength(1);
  });
});

describe("a status that is missing", () => {
  const files = {
    [OTHER]: "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
    [LOG]: "# ADR-0002: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
    "docs/adr/0003-c.md": "# ADR-0003: C\n\n## Decision\n\nC.\n",
    "docs/adr/README.md":
      "# Decisions\n\n| ID | Status |\n|----|--------|\n| [ADR-0001](0001-other.md) | Accepted |\n| [ADR-0002](0002-log.md) | Accepted |\n| [ADR-0003](0003-c.md) | Accepted |\n",
  };
  const changed = (host: AnalysisHost) => {
    const snapshot = host.snapshot();
    const page = pageAt(snapshot, "docs/adr/0003-c.md");
    const fixes = fixesAt(RULES, snapshot, page, { start: 0, end: page.text.length }, () => {});
    const { fix } = fixes.find((one) => one.fix.title === "Add the status “Proposed”") ?? {};
    return fix?.changes.map((one) => [one.path, one.kind === "edit" && one.edits.map(({ text }) => text)]);
  };

  it("is added to the index, too, where that is open", () => {
    const host = hostOf(files);
    expect(changed(host)).toEqual([
      ["docs/adr/0003-c.md", ["\n\n**Status**: Proposed"]],
      ["docs/adr/README.md", ["Proposed"]],
    ]);
    host.apply({ close: ["docs/adr/README.md"] });
    expect(changed(host)).toHaveLength(1);
  });
});
