import { describe, expect, it } from "vitest";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { changedLines } from "../changedLines.ts";
import { cursorOf, pageOf, workspace } from "../fixture.ts";
import { COPY, FEATURE, PLAN, REPORTS, SPEC, shop, shopAt, TASKS } from "./shop.ts";

/** What a rename changes: the lines that are new, by file; or why it is refused. Lines in doubt begin with `?`. */
function rename(fixture: string, to: string, canMove = false): Record<string, string[]> | string {
  const at = workspace(fixture);
  const { page, offset } = cursorOf(at);
  const plan = planIdRename(at.snapshot, page, offset);
  if (!plan) return "nothing";
  if (plan.kind === "refused") return plan.reason;
  const { paths, search } = plan.needs();
  const named = new Set([
    ...paths,
    ...[...at.files].flatMap(([path, text]) => (search?.test(text) ? path : [])),
  ]);
  const pages = new Map([...named].map((path) => [path, pageOf(at, path)]));
  const renaming = finishRename(plan, at.snapshot, to, { pages, texts: new Map() }, canMove);
  if (renaming.kind === "refused") return renaming.reason;
  const changed = changedLines(at.files, renaming.edits);
  const short = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  for (const { from, to } of renaming.moves) changed[`${short(from)} becomes`] = [short(to)];
  return changed;
}

describe("renaming a criterion", () => {
  it("changes every place, each in its own form", () => {
    expect(rename(shopAt(TASKS, "Satisfies ACs**: AC-US1-01, AC-US1|-02"), "AC-US1-12")).toEqual({
      "plan.md": ["The table serves AC-US1-01 and AC-US01-12, see FS-007 and US1."],
      "spec.md": ["- [ ] **AC-US1-12**: An article is added twice"],
      "tasks.md": [
        "**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-12 | **Status**: [x] completed",
        "**User Story**: US-001 | **Satisfies ACs**: AC-US1-12 | **Status**: [ ] pending",
        "| TC-001 | AC-US1-12 |",
      ],
    });
  });

  it("changes copies, and asks about code", () => {
    const found = rename(shopAt(COPY, "**AC|-US1-01"), "AC-US1-7");
    expect(found).toMatchObject({
      "us-001-fill-the-cart.md": ["- [x] **AC-US1-07**: An article is added"],
      "plan.md": ["The table serves AC-US1-07 and AC-US01-02, see FS-007 and US1.", "? # AC-US1-07"],
    });
  });

  it("asks about copies that may be those of another increment", () => {
    const twin = "-- .specweave/increments/_archive/0007-old/spec.md --\n# Old\n";
    expect(rename(shopAt(SPEC, "**AC|-US1-01") + twin, "AC-US1-07")).toMatchObject({
      "us-001-fill-the-cart.md": ["? - [x] **AC-US1-07**: An article is added"],
    });
  });

  it("changes reports, and asks about those on several increments", () => {
    const reports =
      `-- ${REPORTS}/review.md --\n# AC-US1-01 of 0007-cart\n\nOpen: AC-US01-1.\n` +
      `-- ${REPORTS}/2025/audit.md --\nAC-US1-01, as in 0031-login.\n`;
    const found = rename(shopAt(SPEC, "**AC|-US1-01") + reports, "AC-US1-07");
    expect(found).toMatchObject({
      "review.md": ["# AC-US1-07 of 0007-cart", "Open: AC-US01-7."],
      "audit.md": ["? AC-US1-07, as in 0031-login."],
    });
    expect(rename(shop() + reports.replace("US01-1", "US01-$01"), "AC-US1-07")).toEqual(found);
  });

  it("gives it another form", () => {
    const short = { [SPEC]: () => "- [ ] **AC-$01**: A\n", [PLAN]: () => "See AC-01, AC-1.\n" };
    expect(rename(shop({ ...short, [TASKS]: () => "# Tasks\n" }), "AC-US1-01")).toEqual({
      "plan.md": ["See AC-US1-01, AC-US1-01."],
      "spec.md": ["- [ ] **AC-US1-01**: A"],
    });
  });
});

describe("renaming a story", () => {
  it("takes its criteria with it", () => {
    expect(rename(shopAt(SPEC, "### US-0|01"), "US-003")).toEqual({
      "plan.md": ["The table serves AC-US3-01 and AC-US03-02, see FS-007 and US3.", "? # AC-US3-01"],
      "spec.md": [
        "### US-003: Fill the cart (P1)",
        "- [x] **AC-US3-01**: An article is added",
        "- [ ] **AC-US3-02**: An article is added twice",
        "- [ ] **AC-US3-03**: A sold-out article is refused",
      ],
      "tasks.md": [
        "  US-003: 2",
        "## User Story: US-003 - Fill the cart",
        "**User Story**: US-003 | **Satisfies ACs**: AC-US3-01, AC-US3-02 | **Status**: [x] completed",
        "**User Story**: US-003 | **Satisfies ACs**: AC-US3-02 | **Status**: [ ] pending",
        "| TC-001 | AC-US3-02 |",
      ],
      "us-001-fill-the-cart.md": [
        "id: US-003",
        "# US-003: Fill the cart",
        "- [x] **AC-US3-01**: An article is added",
      ],
    });
  });

  it("gives its page in the living docs another name, with links to it", () => {
    const fixture = shopAt(SPEC, "### US-0|01");
    const links = [
      `-- ${FEATURE.replace("FEATURE", "README")} --\n[One](us-001-fill-the-cart.md#x), [it][1], [again][1]\n\n[1]: ./us-001-fill-the-cart.md\n`,
      `-- docs/a.md --\n[The story](../${COPY}), [another](us-001-fill-the-cart.md)\n`,
    ].join("");
    expect(rename(fixture + links, "US-003", true)).toMatchObject({
      "us-001-fill-the-cart.md becomes": ["us-003-fill-the-cart.md"],
      "us-001-fill-the-cart.md": [
        "id: US-003",
        "# US-003: Fill the cart",
        "- [x] **AC-US3-01**: An article is added",
      ],
      "README.md": [
        "[One](us-003-fill-the-cart.md#x), [it][1], [again][1]",
        "[1]: ./us-003-fill-the-cart.md",
      ],
      "a.md": [`[The story](../${COPY.replace("001", "003")}), [another](us-001-fill-the-cart.md)`],
    });
    for (const [change, canMove] of [
      ["", false],
      [`-- ${COPY.replace("001", "003")} --\n# Taken\n`, true],
      ["-- .specweave/increments/_archive/0007-old/spec.md --\n# Of which increment?\n", true],
    ] as const)
      expect(rename(fixture + links + change, "US-003", canMove)).not.toHaveProperty(
        "us-001-fill-the-cart.md becomes",
      );
    expect(rename(shopAt(TASKS, "### T-|001") + links, "T-003", true)).not.toHaveProperty("README.md");
  });

  it("keeps ranges of its criteria, and links to its heading", () => {
    const fixture = shop({
      [SPEC]: (text) => text.replace("### US-001", "### US-$0001"),
      [TASKS]: () => "### T-001: A\n**Satisfies ACs**: AC-US1-01 through AC-US1-03\n",
      [PLAN]: () =>
        "See [the story](spec.md#us-001-fill-the-cart-p1) and [the next](spec.md#us-002-empty-the-cart-p2).\n",
    });
    expect(rename(fixture, "US-010")).toMatchObject({
      "tasks.md": ["**Satisfies ACs**: AC-US10-01 through AC-US10-03"],
      "plan.md": [
        "See [the story](spec.md#us-010-fill-the-cart-p1) and [the next](spec.md#us-002-empty-the-cart-p2).",
      ],
    });
  });

  it("takes links to its heading along that are written in HTML where nothing else names it", () => {
    const fixture = shop({ [SPEC]: (text) => text.replace("### US-001", "### US-$0001") });
    const page = `-- docs/start.md --\n<a href="../${SPEC}#us-001-fill-the-cart-p1">The story</a>\n`;
    expect(rename(fixture + page, "US-010")).toMatchObject({
      "start.md": [`<a href="../${SPEC}#us-010-fill-the-cart-p1">The story</a>`],
    });
  });

  it("of spec-kit changes its heading and the marks of its tasks", () => {
    const fixture = `
      -- specs/001-login/spec.md --
      ### User Story 1 - Log in (Priority: P1)
      -- specs/001-login/tasks.md --
      - [ ] T001 [US$01] Add the form
    `;
    expect(rename(fixture, "US2")).toEqual({
      "spec.md": ["### User Story 2 - Log in (Priority: P1)"],
      "tasks.md": ["- [ ] T001 [US2] Add the form"],
    });
  });
});

describe("renaming a task", () => {
  it("changes what depends on it", () => {
    expect(rename(shopAt(TASKS, "### T-|001"), "T-010")).toEqual({
      "tasks.md": ["### T-010: Add an article", "**Dependencies**: T-010"],
    });
  });

  it("may only change how it is written", () => {
    const tasks = { [TASKS]: () => "### T-$01: A\n\n### T-002: B\n**Dependencies**: T-001\n" };
    expect(rename(shop(tasks), "T-001")).toEqual({ "tasks.md": ["### T-001: A"] });
  });
});

const REFUSED: readonly (readonly [path: string, piece: string, to: string, reason: string])[] = [
  [SPEC, "### US-0|01", "US-002", "US-002 is taken: “Empty the cart”"],
  [SPEC, "**AC-US1-0|1", "AC-US1-2", "AC-US1-02 is taken: “An article is added twice”"],
  [TASKS, "### T-|001", "T-2", "T-002 is taken: “Refuse what is sold out”"],
  [SPEC, "### US-0|01", "T-009", "“T-009” is not an id of a story: write one like US-001"],
  [SPEC, "### US-0|01", "The first", "“The first” is not an id of a story: write one like US-001"],
  [SPEC, "### FR|-001", "NFR-001", "“NFR-001” is not an id of a requirement: write one like FR-001"],
  [SPEC, "**AC-US1-0|1", "AC-US9-01", "There is no story US-009 for AC-US9-01"],
  [PLAN, "FS-0|07", "FS-008", "FS-007 is the number of the increment 0007-cart: rename its folder instead"],
  [PLAN, "The ta|ble", "US-009", "nothing"],
  [PLAN, "# AC-US|1-01", "AC-US1-09", "nothing"],
];

describe("a rename is refused", () => {
  for (const [path, piece, to, reason] of REFUSED)
    it(`of ${piece.replace("|", "")} to ${to}`, () => {
      expect(rename(shopAt(path, piece), to)).toBe(reason);
    });

  it("where a range would mean something else", () => {
    const fixture = shop({
      [SPEC]: (text) => text.replace("AC-US1-03", "AC-US1$0-03"),
      [TASKS]: () => "### T-001: A\n**Satisfies ACs**: AC-US1-01 through AC-US1-03\n",
    });
    expect(rename(fixture, "AC-US1-05")).toBe(
      "tasks.md names it by a range in line 2: write out the ids there first",
    );
  });
});
