import { describe, expect, it } from "vitest";
import { idHover } from "../../glossary/increment/features/idHover.ts";
import { idDefinition, idHighlights, idReferences } from "../../glossary/increment/features/idUses.ts";
import { incrementLenses } from "../../glossary/increment/features/lenses.ts";
import { incrementSymbols } from "../../glossary/increment/features/symbols.ts";
import type { Outlined } from "../../glossary/workspace/answers.ts";
import { cursorOf, mark, pageOf, workspace } from "../fixture.ts";
import { COPY, FEATURE, FOLDER, PLAN, REPORTS, SPEC, shop, shopAt, TASKS } from "./shop.ts";

const short = (path: string) => path.slice(path.lastIndexOf("/") + 1);

function hoverAt(path: string, piece: string, change = {}) {
  const at = workspace(shopAt(path, piece), change);
  const { page, offset } = cursorOf(at);
  const hover = idHover(at.snapshot, page, offset);
  return (
    hover && {
      ...hover,
      shown: hover.markdown.replace(/\\/g, ""),
      on: page.text.slice(hover.span.start, hover.span.end),
    }
  );
}

const HOVERS: readonly (readonly [path: string, piece: string, on: string, shows: string, links: string])[] =
  [
    [
      TASKS,
      "Satisfies ACs**: AC-US1|-01",
      "AC-US1-01",
      `**AC-US1-01** · *done*

An article is added

Story: US-001: Fill the cart

Satisfied by:
- ☑ T-001: Add an article

Tested by: T-001`,
      "AC-US1-01 in spec.md, US-001 in spec.md, T-001 in tasks.md",
    ],
    [
      SPEC,
      "**|AC-US1-02**",
      "AC-US1-02",
      `**AC-US1-02** · *open*

An article is added twice

Story: US-001: Fill the cart

Satisfied by:
- ☑ T-001: Add an article
- ☐ T-002: Refuse what is sold out

Tested by: T-001, TC-001`,
      "US-001 in spec.md, T-001 in tasks.md, T-002 in tasks.md",
    ],
    [
      SPEC,
      "AC-US1-03|",
      "AC-US1-03",
      `**AC-US1-03** · *open*

A sold-out article is refused

Story: US-001: Fill the cart

*No task satisfies it*`,
      "US-001 in spec.md",
    ],
    [
      PLAN,
      "see FS-007 and |US1",
      "US1",
      `**US-001: Fill the cart** · *P1*

**As a** shopper  
**I want** to collect articles  
**So that** I pay once

1 of 3 criteria done
- ☑ AC-US1-01: An article is added
- ☐ AC-US1-02: An article is added twice
- ☐ AC-US1-03: A sold-out article is refused

1 of 2 tasks done
- ☑ T-001: Add an article
- ☐ T-002: Refuse what is sold out`,
      "US-001 in spec.md, T-001 in tasks.md, T-002 in tasks.md",
    ],
    [
      TASKS,
      "Dependencies**: T-0|01",
      "T-001",
      `**T-001: Add an article** · *completed*

Story: US-001: Fill the cart

Satisfies:
- ☑ AC-US1-01: An article is added
- ☐ AC-US1-02: An article is added twice

2 of 2 steps done`,
      "T-001 in tasks.md, US-001 in spec.md, AC-US1-01 in spec.md, AC-US1-02 in spec.md",
    ],
    [
      TASKS,
      "### T-|002",
      "T-002",
      `**T-002: Refuse what is sold out** · *pending*

Story: US-001: Fill the cart

Satisfies:
- ☐ AC-US1-02: An article is added twice

Depends on:
- ☑ T-001: Add an article`,
      "US-001 in spec.md, AC-US1-02 in spec.md, T-001 in tasks.md",
    ],
    [
      SPEC,
      "### FR|-001",
      "FR-001",
      "**FR-001: One cart**\n\nThere is one cart for each shopper, on all devices.",
      "",
    ],
    [TASKS, "TC-0|01", "TC-001", "**TC-001**\n\nTests:\n- ☐ AC-US1-02: An article is added twice", ""],
    [
      PLAN,
      "see FS|-007",
      "FS-007",
      "**Feature: Cart** · *active*\n\n1 of 4 criteria done · 1 of 2 tasks done",
      "spec.md, FEATURE.md",
    ],
    [
      COPY,
      "**AC|-US1-01",
      "AC-US1-01",
      `**AC-US1-01** · *done*

An article is added

Story: US-001: Fill the cart

Satisfied by:
- ☑ T-001: Add an article

Tested by: T-001`,
      "AC-US1-01 in spec.md, US-001 in spec.md, T-001 in tasks.md",
    ],
  ];

describe("hover", () => {
  for (const [path, piece, on, shows, links] of HOVERS)
    it(`tells what ${on} is in ${short(path)}`, () => {
      const hover = hoverAt(path, piece);
      expect([hover?.on, hover?.shown]).toEqual([on, shows]);
      expect(hover?.sources.map(({ label }) => label).join(", ")).toBe(links);
    });

  it("shows titles without markup", () => {
    const spec =
      "- [ ] **AC-US1-01**: Press *Pay*, see the [receipt](/r/a_b), **not** `pay_once` 2 * 3 _now_\n";
    const at = workspace(
      shop({ [SPEC]: () => spec, [PLAN]: () => "AC-US1$0-01\n", [TASKS]: () => "# Tasks\n" }),
    );
    const { page, offset } = cursorOf(at);
    const hover = idHover(at.snapshot, page, offset);
    expect(hover?.markdown.replace(/\\/g, "").split("\n")[2]).toBe(
      "Press Pay, see the receipt, not pay_once 2 * 3 now",
    );
  });

  it("says nothing in code and beside ids", () => {
    expect(hoverAt(PLAN, "# AC-US|1-01")).toBeUndefined();
    expect(hoverAt(PLAN, "The ta|ble")).toBeUndefined();
  });

  it("names an id that is not defined, when all has been read", () => {
    const hover = (complete: boolean) => {
      const at = workspace(shop({ [PLAN]: () => "See AC-US1$0-09.\n" }), { complete });
      const { page, offset } = cursorOf(at);
      return idHover(at.snapshot, page, offset)?.markdown;
    };
    expect(hover(true)).toBe("**AC\\-US1\\-09** is not defined in 0007\\-cart.");
    expect(hover(false)).toBeUndefined();
  });
});

/** Where the cursor is, and all that is marked: `!` before what defines. */
const USES: readonly (readonly [path: string, piece: string, definition: string, uses: readonly string[]])[] =
  [
    [
      TASKS,
      "Satisfies ACs**: AC-US1|-01",
      "spec.md AC-US1-01",
      ["!spec.md 15", "plan.md 3", "tasks.md 13", "!us-001-fill-the-cart.md 8"],
    ],
    [
      PLAN,
      "AC-US|01-02",
      "spec.md AC-US1-02",
      ["!spec.md 16", "plan.md 3", "tasks.md 13", "tasks.md 22", "tasks.md 27"],
    ],
    [
      SPEC,
      "### US-0|01",
      "spec.md US-001",
      [
        "!spec.md 9",
        "plan.md 3",
        "tasks.md 4",
        "tasks.md 9",
        "tasks.md 13",
        "tasks.md 22",
        "us-001-fill-the-cart.md 2",
        "!us-001-fill-the-cart.md 6",
      ],
    ],
    [TASKS, "Dependencies**: T-00|1", "tasks.md T-001", ["!tasks.md 11", "tasks.md 23"]],
    [SPEC, "FR|-001", "spec.md FR-001", ["!spec.md 23"]],
  ];

describe("an id", () => {
  for (const [path, piece, defined, uses] of USES)
    it(`${piece.replace("|", "")} in ${short(path)} is found again`, () => {
      const at = workspace(shopAt(path, piece));
      const { page, offset } = cursorOf(at);
      const text = (one: string) => at.files.get(one) ?? "";
      expect(
        idDefinition(at.snapshot, page, offset).map(
          (one) => `${short(one.path)} ${text(one.path).slice(one.span.start, one.span.end)}`,
        ),
      ).toEqual([defined]);
      const found = idReferences(at.snapshot, page, offset) ?? [];
      const line = (one: string, start: number) => text(one).slice(0, start).split("\n").length;
      expect(
        found
          .map(
            ({ path: one, span, defines }) => `${defines ? "!" : ""}${short(one)} ${line(one, span.start)}`,
          )
          .sort(),
      ).toEqual([...uses].sort());
      expect(idHighlights(at.snapshot, page, offset)).toEqual(found.filter((one) => one.path === path));
    });

  it("is found in reports, which define nothing and belong to no list of pages", () => {
    const report = `-- ${REPORTS}/a/review.md --\n# US-001: Fill the cart\n\nSee AC-US1-$003.\n`;
    const at = workspace(shop() + report);
    const { page, offset } = cursorOf(at);
    expect(idHover(at.snapshot, page, offset)?.markdown).toContain("A sold\\-out article is refused");
    expect(idDefinition(at.snapshot, page, offset).map(({ path }) => path)).toEqual([SPEC]);
    expect(idReferences(at.snapshot, page, offset)?.map(({ path }) => short(path))).toEqual([
      "spec.md",
      "review.md",
    ]);
    expect(
      idReferences(at.snapshot, page, page.text.indexOf("US-001"))?.filter(({ defines }) => defines),
    ).toHaveLength(2);
    expect(at.snapshot.increments.units.get(FOLDER)?.paths).not.toContain(page.path);
  });

  it("is meant by a range and by All", () => {
    const at = workspace(
      shop({
        [SPEC]: (text) => text.replace("AC-US1-02", "AC-US1$0-02"),
        [TASKS]: () =>
          "### T-001: A\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01 through AC-US1-03\n\n### T-002: B\n**User Story**: US-001\n**Satisfies ACs**: All\n",
      }),
    );
    const { page, offset } = cursorOf(at);
    const found = (idReferences(at.snapshot, page, offset) ?? []).filter(({ path }) => path === TASKS);
    expect(
      mark(
        at.files.get(TASKS) ?? "",
        found.map(({ span }) => span),
      ).match(/«[^»]*»/g),
    ).toEqual(["«AC-US1-01 through AC-US1-03»", "«All»"]);
  });

  it("of a feature leads to its specification and its page in the living docs", () => {
    const at = workspace(shopAt(PLAN, "FS-0|07"));
    const { page, offset } = cursorOf(at);
    expect(idDefinition(at.snapshot, page, offset).map(({ path }) => path)).toEqual([SPEC, FEATURE]);
  });
});

describe("lenses", () => {
  it("count criteria and tasks above each story, and tasks above the title of the tasks", () => {
    const at = workspace(shop());
    const lenses = [SPEC, TASKS, PLAN, COPY].flatMap((path) =>
      incrementLenses(at.snapshot, pageOf(at, path)).map(({ span, title, shows }) => [
        (at.files.get(path) ?? "").slice(span.start, span.end),
        title,
        shows.map((one) => (at.files.get(one.path) ?? "").slice(one.span.start, one.span.start + 9)).join(),
      ]),
    );
    expect(lenses).toEqual([
      ["US-001: Fill the cart (P1)", "3 criteria · 2 covered · 1/2 tasks done", "T-001: Ad,T-002: Re"],
      ["US-002: Empty the cart (P2)", "1 criterion · 0 covered", "AC-US2-01"],
      ["Tasks: Cart", "1/2 tasks done · 2 criteria uncovered", "AC-US1-03,AC-US2-01"],
    ]);
  });

  it("count the scenarios of spec-kit", () => {
    const path = "specs/001-login/spec.md";
    const at = workspace({
      [path]:
        "### User Story 1 - Log in\n\n1. **Given** a name, **When** it is sent, **Then** it is known\n\n### User Story 2 - Log out\n",
      "specs/001-login/tasks.md": "- [x] T001 [US1] Form\n- [ ] T002 [US1] Check\n",
    });
    expect(incrementLenses(at.snapshot, pageOf(at, path)).map(({ title }) => title)).toEqual([
      "1 scenario · 1/2 tasks done",
    ]);
  });

  it("do not count as open what says nothing", () => {
    const at = workspace(shop({ [TASKS]: () => "# Tasks\n\n### T-001: A\n**Satisfies ACs**: AC-US2-01\n" }));
    const titles = [SPEC, TASKS].flatMap((path) =>
      incrementLenses(at.snapshot, pageOf(at, path)).map(({ title }) => title),
    );
    expect(titles).toEqual([
      "3 criteria · 0 covered",
      "1 criterion · 1 covered · 1 task",
      "1 task · 3 criteria uncovered",
    ]);
  });

  it("are only for increments that somebody works on", () => {
    const done = shop({ [SPEC]: (text) => text.replace("status: active", "status: completed") });
    const lenses = (change = {}) => {
      const at = workspace(done, change);
      return incrementLenses(at.snapshot, pageOf(at, SPEC)).length;
    };
    expect([lenses(), lenses({ settings: { archived: true } })]).toEqual([0, 2]);
    const reading = workspace(shop(), { complete: false });
    expect(incrementLenses(reading.snapshot, pageOf(reading, SPEC))).toEqual([]);
  });
});

describe("the outline", () => {
  const lines = (symbols: readonly Outlined[], indent = ""): string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail && ` (${detail})`}`,
      ...lines(children ?? [], `${indent}  `),
    ]);

  it("of a specification has stories with their criteria", () => {
    expect(lines(incrementSymbols(pageOf(workspace(shop()), SPEC)))).toEqual([
      "story US-001: Fill the cart (P1)",
      "  criterion AC-US1-01: An article is added (done)",
      "  criterion AC-US1-02: An article is added twice (open)",
      "  criterion AC-US1-03: A sold-out article is refused (open)",
      "story US-002: Empty the cart (P2)",
      "  criterion AC-US2-01: All articles go (open)",
      "other FR-001: One cart",
    ]);
  });

  it("of tasks has them below their story, where the page groups them", () => {
    expect(lines(incrementSymbols(pageOf(workspace(shop()), TASKS)))).toEqual([
      "story US-001",
      "  task T-001: Add an article (completed)",
      "  task T-002: Refuse what is sold out (pending)",
    ]);
  });

  it("of other pages is empty", () => {
    expect(incrementSymbols(pageOf(workspace("# T-001: A\n")))).toEqual([]);
  });
});
