import { describe, expect, it } from "vitest";
import { cut, readPage } from "./read.ts";

/** Heading, id as written, key, title, priority, flaws. */
const HEADINGS: readonly (readonly [heading: string, story: string])[] = [
  ["### US-001: Search by title (P1)", "US-001 US-1 | Search by title | P1 |"],
  ["### US-001: Search", "US-001 US-1 | Search |  |"],
  ["### US-001E: Search", "US-001E US-1E | Search |  |"],
  ["### US-SPE-001: Search", "US-SPE-001 US-SPE-1 | Search |  |"],
  ["### US-001 — Search", "US-001 US-1 | Search |  | separator"],
  ["### US-001 Search", "US-001 US-1 | Search |  | separator"],
  ["### US-001", "US-001 US-1 |  |  | separator"],
  ["#### US-001: Search", "US-001 US-1 | Search |  | depth"],
  ["## US-001: Search", "US-001 US-1 | Search |  | depth"],
  ["### US1: Search", "US1 US-1 | Search |  | id"],
  ["### US-012-001: Search", "US-012-001 US-1 | Search |  | id"],
  ["### **US-001**: Search", "US-001 US-1 | Search |  |"],
  ["### User Story: US-001 - Search", "US-001 US-1 | Search |  | prefix separator"],
  ["### ✅ US-001: Search", "US-001 US-1 | Search |  | prefix"],
];

describe("the heading of a story", () => {
  for (const [heading, expected] of HEADINGS)
    it(heading, () => {
      const { stories } = readPage("spec.md", `# Spec\n\n${heading}\n\nText\n`);
      expect(
        stories.map(({ id, title, priority, flaws }) =>
          [`${id.text} ${id.key}`, title, priority?.text ?? "", flaws.join(" ")].join(" | ").trimEnd(),
        ),
      ).toEqual([expected]);
    });

  for (const heading of ["### The story US-001", "### AC-US1-01: Text", "### Use cases", "### US"])
    it(`is not ${heading}`, () => {
      expect(readPage("spec.md", `${heading}\n`).stories).toEqual([]);
    });

  it("in a fence is an example", () => {
    const text = "# Spec\n\n```markdown\n### US-001: A\n- [ ] **AC-US1-01**: B\n```\n";
    const { stories, criteria, mentions } = readPage("spec.md", text);
    expect([stories, criteria, mentions]).toEqual([[], [], []]);
  });
});

const STORY = `# Spec

### US-001: Find (P2)

**Project**: web

**As a** reader of news
**I want** to search by title,
**So that** I find what I read

**Acceptance Criteria**:
- [x] **AC-US1-01**: Results come within a second
  - **Priority**: P0
  - **Testable**: Yes
- [ ] **AC-US1-02**: Nothing found says so

### US-002: Filter

As an editor, I want filters so that lists are short.

- [ ] **AC-US2-01**: Given a list, when I filter, then it is short
`;

describe("a story", () => {
  const { stories, criteria } = readPage("spec.md", STORY);
  const [first, second] = stories;

  it("has all that stands under its heading", () => {
    expect(cut(STORY, first?.span).split("\n")[0]).toBe("### US-001: Find (P2)");
    expect(cut(STORY, first?.span).trimEnd().endsWith("says so")).toBe(true);
    expect(cut(STORY, first?.nameSpan)).toBe("US-001: Find (P2)");
    expect(cut(STORY, first?.id.span)).toBe("US-001");
    expect(cut(STORY, first?.priority?.span)).toBe("P2");
  });

  it("says who wants what and what for", () => {
    expect([first?.role, first?.want, first?.benefit].map((one) => one?.text)).toEqual([
      "reader of news",
      "to search by title",
      "I find what I read",
    ]);
    expect([second?.role, second?.want, second?.benefit].map((one) => cut(STORY, one?.value))).toEqual([
      "editor",
      "filters",
      "lists are short.",
    ]);
  });

  it("names its project", () => {
    expect([first, second].map((one) => one?.project?.text)).toEqual(["web", undefined]);
  });

  it("has criteria with boxes", () => {
    expect(
      criteria.map(({ id, story, state, title, standing }) => [id.key, story, state?.work, title, standing]),
    ).toEqual([
      ["AC-US1-1", "US-1", "done", "Results come within a second", "definition"],
      ["AC-US1-2", "US-1", "open", "Nothing found says so", "definition"],
      ["AC-US2-1", "US-2", "open", "Given a list, when I filter, then it is short", "definition"],
    ]);
    expect(criteria.map(({ state }) => cut(STORY, state?.box))).toEqual(["[x]", "[ ]", "[ ]"]);
    expect(criteria[0]?.fields.map(({ label, text }) => `${label}=${text}`)).toEqual(["Priority=P0"]);
  });

  it("has the scenarios of its criteria", () => {
    expect(second?.scenarios.map(({ form, missing, keys }) => [form, missing, keys])).toEqual([
      ["line", [], []],
    ]);
  });
});

/** The line of a criterion, then its key, how far it is, and its flaws; "" where it is none. */
const LINES: readonly (readonly [line: string, criterion: string])[] = [
  ["- [ ] **AC-US1-01**: Text", "AC-US1-1 open"],
  ["- [x] **AC-US1-01**: Text", "AC-US1-1 done"],
  ["- [X] **AC-US1-01**: Text", "AC-US1-1 done"],
  ["* [x] **AC-US1-01**: Text", "AC-US1-1 done"],
  ["- [~] **AC-US1-01**: Text", "AC-US1-1 deferred box"],
  ["- [-] **AC-US1-01**: Text", "AC-US1-1 dropped box"],
  ["- [ ] AC-US1-01: Text", "AC-US1-1 open bold"],
  ["- **AC-US1-01**: Text", "AC-US1-1 - box"],
  ["- AC-US1-01: Text", "AC-US1-1 - box bold"],
  ["- [ ] **AC-US1-01:** Text", "AC-US1-1 open separator"],
  ["- [ ] **AC-US1-01** — Text", "AC-US1-1 open separator"],
  ["- [ ] **AC-US1-01 — Text**", "AC-US1-1 open separator bold"],
  ["- [x] ✅ **AC-US1-01**: Text", "AC-US1-1 done prefix"],
  ["- [ ] **AC-001**: Text", "AC-1 open id"],
  ["- [ ] **AC-NFR1-01**: Text", "AC-NFR1-1 open id"],
  ["- [ ] **AC-US1E-01(E)**: Text", "AC-US1E-1 open"],
  ["### AC-US1-01: Text", "AC-US1-1 - form"],
  ["**AC-US1-01**: Text", "AC-US1-1 - form box"],
  ["- AC-US1-01, AC-US1-02", ""],
  ["- AC-US1-01 and others", ""],
  ["AC-US1-01 is met.", ""],
  ["- [ ] Meets AC-US1-01", ""],
  ["| AC-US1-01 | Text |\n|---|---|", ""],
];

describe("the line of a criterion", () => {
  for (const [line, expected] of LINES)
    it(line, () => {
      const { criteria } = readPage("spec.md", `# Spec\n\n${line}\n`);
      const [found] = criteria.map(({ id, state, flaws }) =>
        [id.key, state?.work ?? "-", ...flaws].join(" "),
      );
      expect(found ?? "").toBe(expected);
    });
});

describe("a criterion that stands several times", () => {
  const standings = (text: string) =>
    readPage("spec.md", text).criteria.map(({ id, standing }) => `${id.text} ${standing}`);

  it("is defined by the first with a box, and noted without one", () => {
    expect(standings("## Stories\n\n- **AC-US1-01**: note\n- [ ] **AC-US1-01**: A\n")).toEqual([
      "AC-US1-01 note",
      "AC-US1-01 definition",
    ]);
  });

  it("is defined twice where both have boxes", () => {
    expect(standings("## Stories\n\n- [ ] **AC-US1-01**: A\n- [ ] **AC-US01-01**: B\n")).toEqual([
      "AC-US1-01 definition",
      "AC-US01-01 duplicate",
    ]);
  });

  it("is repeated where a section sums up", () => {
    expect(
      standings("## Status summary\n\n- [x] AC-US1-01: A\n\n## Stories\n\n- [x] **AC-US1-01**: A\n"),
    ).toEqual(["AC-US1-01 repeat", "AC-US1-01 definition"]);
  });

  it("counts where it stands alone in such a section", () => {
    expect(standings("## Success criteria\n\n- [x] **AC-US1-01**: A\n")).toEqual(["AC-US1-01 definition"]);
  });

  it("is no definition in tasks, plans and copies", () => {
    const copy = ".specweave/docs/internal/specs/web/FS-012/us-001-find.md";
    for (const file of ["tasks.md", "plan.md", copy])
      expect(readPage(file, "# A\n\n- [ ] **AC-US1-01**: A\n").criteria[0]?.standing).toBe("mirror");
  });
});

describe("what else is defined", () => {
  it("are requirements and decisions by id", () => {
    const text =
      "# Spec\n\n### FR-001: Fast\n\n- **FR-002**: Small\n- [ ] **NFR-1**: Safe\n- FR-003 is old\n\n**SC-001**: Used\n\n### R-001: Risk [blocking]\n";
    expect(readPage("spec.md", text).others.map(({ id, title }) => `${id.key} ${title}`)).toEqual([
      "FR-1 Fast",
      "FR-2 Small",
      "NFR-1 Safe",
      "SC-1 Used",
      "R-1 Risk [blocking]",
    ]);
  });
});

describe("other formats", () => {
  it("spec-kit numbers its stories in words", () => {
    const text =
      "# Feature\n\n### User Story 1 - Albums (Priority: P1)\n\nText\n\n### User Story 2 - Sharing\n";
    const { stories } = readPage("specs/003-photos/spec.md", text);
    expect(stories.map(({ id, title, priority, flaws }) => [id.key, title, priority?.text, flaws])).toEqual([
      ["US-1", "Albums", "P1", []],
      ["US-2", "Sharing", undefined, []],
    ]);
  });

  it("OpenSpec has requirements with scenarios", () => {
    const text =
      "## ADDED Requirements\n\n### Requirement: Two factors\n\nThe system SHALL ask.\n\n#### Scenario: Code asked\n\n- **GIVEN** a user\n- **WHEN** they sign in\n- **THEN** a code is asked\n";
    const { stories } = readPage("openspec/changes/login/specs/auth/spec.md", text);
    expect(stories.map(({ id, title }) => [id.kind, id.text, title])).toEqual([
      ["requirement", "Two factors", "Two factors"],
    ]);
    expect(stories[0]?.scenarios.map(({ form, missing }) => [form, missing])).toEqual([["list", []]]);
  });
});
