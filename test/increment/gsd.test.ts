/** Requirements, roadmap and plans in the layout of GSD: where they are, what they say, and what an editor does with them. */
import { describe, expect, it } from "vitest";
import { add, pageFor, refusal } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, layoutsFor, newIncrement } from "../../glossary/increment/features/new.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { gsd } from "../../glossary/increment/layouts/gsd/layout.ts";
import { incrementPlace } from "../../glossary/increment/layouts/layouts.ts";
import { definition, diagnose, hover, RULES, references } from "../../glossary/index.ts";
import { cursorOf, pageOf, rethrow, workspace } from "../fixture.ts";
import { readOpen, readPage } from "./read.ts";

const ROOT = ".planning";
const REQUIREMENTS = `${ROOT}/REQUIREMENTS.md`;
const ROADMAP = `${ROOT}/ROADMAP.md`;
const PLAN = `${ROOT}/phases/02-checkout/02-01-PLAN.md`;
const SUMMARY = `${ROOT}/phases/01-cart/01-01-SUMMARY.md`;

const FILES: Readonly<Record<string, string>> = {
  [REQUIREMENTS]: `# Requirements: Shop

## v1 Requirements

### Cart

- [x] **CART-01**: The cart survives a restart
- [x] **CART-02**: It is empty after a week

### Checkout

- [ ] **PAY-01**: Customers pay by card

## v2 Requirements

- **GIFT-01**: Customers wrap gifts

## Traceability

| Requirement | Phase | Status |
|-------------|-------|--------|
| CART-01 | Phase 1 | Complete |
| CART-02 | Phase 1 | Complete |
| PAY-01 | Phase 2 | Pending |
`,
  [ROADMAP]: `# Roadmap: Shop

## Phases

- [x] **Phase 1: Cart** - Keep what customers choose (completed 2025-06-01)
- [ ] **Phase 2: Checkout** - Let them pay

## Phase Details

### Phase 1: Cart
**Goal**: A cart
**Depends on**: Nothing (first phase)
**Requirements**: [CART-01, CART-02]
**Plans**: 1 plan

Plans:
- [x] 01-01: Keep carts

### Phase 2: Checkout
**Goal**: Payments
**Depends on**: Phase 1
**Requirements**: PAY-01
**Plans**: 1 plan

Plans:
- [ ] 02-01: Cards
`,
  [PLAN]: `---
phase: 02-checkout
plan: 01
type: execute
wave: 1
depends_on: []
files_modified: []
autonomous: true
requirements: [PAY-01]
---

<objective>
Take cards
</objective>
`,
  [SUMMARY]: "# Phase 1: Cart Summary\n\nCART-01 is there; Phase 2 can begin.\n",
};

function findingsIn(changed: Readonly<Record<string, string>> = {}): string[] {
  const files = { ...FILES, ...changed };
  const { snapshot } = workspace(files);
  return Object.keys(files)
    .flatMap((path) => diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const changed = (path: string, from: string, to: string) => ({
  [path]: (FILES[path] as string).replace(from, () => to),
});

function at(path: string, piece: string) {
  const parts = Object.entries(FILES).map(([one, text]) => {
    const marked = () => piece.replace("|", () => "$0");
    return `-- ${one} --\n${one === path ? text.replace(piece.replace("|", ""), marked) : text}`;
  });
  const found = workspace(parts.join(""));
  return { ...found, ...cursorOf(found) };
}

describe("a place", () => {
  it.each([
    [REQUIREMENTS, "whole", ROOT],
    [ROADMAP, "tasks", ROOT],
    [PLAN, "tasks", ROOT],
    [SUMMARY, "report", ROOT],
    [`${ROOT}/milestones/v1.0-REQUIREMENTS.md`, "report", ROOT],
    [`${ROOT}/milestones/v1.0-phases/01-cart/01-01-PLAN.md`, "report", ROOT],
    [`shop/${ROOT}/phases/CK-02.1-fix/02.1-01-PLAN.md`, "tasks", `shop/${ROOT}`],
    [`${ROOT}/workstreams/web/ROADMAP.md`, "tasks", `${ROOT}/workstreams/web`],
  ])("is seen in %s", (path, role, unit) => {
    expect(incrementPlace(path)).toMatchObject({ layout: "gsd", role, unit });
  });

  it("is none elsewhere", () => {
    for (const path of ["docs/ROADMAP.md", "planning/REQUIREMENTS.md", `${ROOT}/config.json`])
      expect(incrementPlace(path)).toBeUndefined();
  });
});

describe("a page", () => {
  it("says the same when it is open", () => {
    for (const [path, text] of Object.entries(FILES))
      for (const one of [text, text.replaceAll("\n", "\r\n")])
        expect(readPage(path, one)).toEqual(readOpen(path, one));
  });

  it.each(["\n", "\r\n"])("has requirements and phases with line ends %j", (newline) => {
    const read = (path: string) => readPage(path, (FILES[path] as string).replaceAll("\n", newline));
    expect(
      read(REQUIREMENTS).criteria.map(({ id, title, state, putOff }) => [
        id.text,
        title,
        state?.work,
        putOff,
      ]),
    ).toEqual([
      ["CART-01", "The cart survives a restart", "done", false],
      ["CART-02", "It is empty after a week", "done", false],
      ["PAY-01", "Customers pay by card", "open", false],
      ["GIFT-01", "Customers wrap gifts", undefined, true],
    ]);
    expect(
      read(ROADMAP).tasks.map(({ id, title, work, criteria, dependencies }) => [
        id.text,
        title,
        work,
        criteria,
        dependencies,
      ]),
    ).toEqual([
      ["Phase 1", "Cart", "done", ["AC-CART-01", "AC-CART-02"], []],
      ["Phase 2", "Checkout", "open", ["AC-PAY-01"], ["T-1"]],
    ]);
    expect(read(PLAN).tasks.map(({ id, title, criteria }) => [id.text, title, criteria])).toEqual([
      ["02-01", "Take cards", ["AC-PAY-01"]],
    ]);
  });

  it.each([
    ["**Requirements:** CART-01 through CART-03", ["AC-CART-01", "AC-CART-02", "AC-CART-03"]],
    ["**Requirements**: CART-01 (closes F-9)", ["AC-CART-01"]],
    ["**Requirements:**\n- CART-01: keep\n- CART-02: drop", ["AC-CART-01", "AC-CART-02"]],
    ["**Requirements**: TBD", []],
    ["**Requirements**: OBS-v2-01, D-01", ["AC-OBS-V2-01"]],
  ])("names requirements by %j", (line, keys) => {
    const { tasks } = readPage(ROADMAP, `## Phase 1: Cart\n\n${line}\n`);
    expect(tasks[0]?.criteria).toEqual(keys);
  });

  it("has phases that are only listed, and those in what is folded away", () => {
    const text =
      "## Phases\n\n<details>\n<summary>v1.0</summary>\n\n- [x] Phase 1: Cart (1/1 plan)\n\n</details>\n\n- [ ] **Phase 2: Pay** - Cards\n";
    expect(readPage(ROADMAP, text).tasks.map(({ id, title, work }) => [id.text, title, work])).toEqual([
      ["Phase 1", "Cart (1/1 plan)", "done"],
      ["Phase 2", "Pay", "open"],
    ]);
  });

  it.each([
    "",
    "---\nplan: [\n",
    "- [x] **",
    "### Phase 9999999999999: x",
    "| A-1 |\n|-|\n| A-1 |",
    "**Requirements**:",
  ])("is read whatever it says: %j", (text) => {
    for (const path of Object.keys(FILES)) expect(() => readPage(path, text)).not.toThrow();
  });
});

describe("findings", () => {
  it("are none in what the tool's templates become", () => {
    expect(findingsIn()).toEqual([]);
  });

  it.each([
    [
      "a requirement that no phase names",
      changed(REQUIREMENTS, "## v2", "- [ ] **PAY-02**: Refunds\n\n## v2"),
      "increment/uncovered-criterion",
    ],
    [
      "a requirement twice",
      changed(REQUIREMENTS, "## v2", "- [ ] **PAY-01**: Refunds\n\n## v2"),
      "increment/duplicate-id",
    ],
    ["a requirement that there is not", changed(ROADMAP, "PAY-01", "PAY-07"), "increment/unknown-reference"],
    ["one in a plan", changed(PLAN, "[PAY-01]", "[PAY-01, PAY-07]"), "increment/unknown-reference"],
    [
      "a phase that there is not",
      changed(ROADMAP, "on**: Phase 1", "on**: Phase 7"),
      "increment/unknown-reference",
    ],
    [
      "phases in a circle",
      changed(ROADMAP, "Nothing (first phase)", "Phase 2"),
      "increment/circular-dependency",
    ],
    [
      "a requirement behind its phase",
      changed(REQUIREMENTS, "[x] **CART-02", "[ ] **CART-02"),
      "increment/criterion-behind-tasks",
    ],
    [
      "a phase without requirements",
      {
        [ROADMAP]: `${FILES[ROADMAP]}\n### Phase 3: Refunds\n**Requirements**: PAY-01\n\n### Phase 4: Refunds\n**Requirements**: PAY-01\n\n### Phase 5: Refunds\n**Requirements**: PAY-01\n\n### Phase 6: Refunds\n**Requirements**: PAY-01\n\n### Phase 7: Gifts\n**Goal**: Bows\n`,
      },
      "increment/task-without-criterion",
    ],
  ])("tell of %s", (_what, files, rule) => {
    expect(findingsIn(files).map((one) => one.split(":")[0])).toContain(rule);
  });

  it.each([
    ["what a phase that is done names", changed(ROADMAP, "CART-02]", "CART-02, OLD-01]")],
    ["what is for later", changed(REQUIREMENTS, "wrap gifts\n", "wrap gifts\n- **GIFT-02**: Bows\n")],
    [
      "what the table puts off",
      changed(
        REQUIREMENTS,
        "| PAY-01 | Phase 2 | Pending |",
        "| PAY-01 | Phase 2 | Pending |\n| PAY-02 | — | Deferred |",
      ),
    ],
    [
      "phases of earlier milestones",
      changed(ROADMAP, "on**: Phase 1\n", "on**: Phase 1, Phase 0\n\nv0 had Phases 0-0.\n"),
    ],
    [
      "an urgent phase without requirements",
      { [ROADMAP]: `${FILES[ROADMAP]}\n### Phase 2.1: Fix (INSERTED)\n**Depends on**: Phase 2\n` },
    ],
    ["a requirement that is done before its phase", changed(REQUIREMENTS, "[ ] **PAY-01", "[x] **PAY-01")],
  ])("say nothing of %s", (_what, files) => {
    expect(findingsIn(files)).toEqual([]);
  });

  it("keep to their own layout where two tools are in use", () => {
    const other = ".kiro/specs/cart/tasks.md";
    const { snapshot } = workspace({ ...FILES, [other]: "# Tasks\n\n- [ ] 1. Phase 1 and CART-01\n" });
    expect(snapshot.increments.units.get(".kiro/specs/cart")?.layout).toBe("kiro");
    expect(pageOf({ snapshot }, other).exports.increment?.mentions.map(({ text }) => text)).toEqual(["1"]);
  });
});

describe("an editor", () => {
  it.each([
    [ROADMAP, "**Requirements**: PAY|-01", "PAY-01: Customers pay by card"],
    [SUMMARY, "CART|-01 is", "CART-01: The cart survives a restart"],
    [SUMMARY, "Pha|se 2 can", "Phase 2: Checkout"],
  ])("says in %s at %s what is meant", (path, piece, words) => {
    const { snapshot, page, offset } = at(path, piece);
    expect(hover(snapshot, page, offset)?.markdown.replace(/\*\*(?:\S+)\*\*.*\n\n/, (all) => all)).toContain(
      words.split(": ")[1],
    );
  });

  it("leads to the requirement, and finds it wherever it is written", () => {
    const { snapshot, page, offset } = at(SUMMARY, "CART|-01 is");
    expect(definition(snapshot, page, offset).map(({ path }) => path)).toEqual([REQUIREMENTS]);
    const uses = references(snapshot, page, offset);
    expect(uses?.kind === "known" ? uses.uses.map(({ path }) => path).sort() : []).toEqual([
      REQUIREMENTS,
      REQUIREMENTS,
      ROADMAP,
      SUMMARY,
    ]);
  });

  it("renames requirements, not phases", () => {
    expect([
      gsd.notation.idOf("CARD-01", "criterion", undefined)?.key,
      gsd.notation.idOf("3", "task", undefined),
    ]).toEqual(["AC-CARD-01", undefined]);
    const { snapshot, page, offset } = at(ROADMAP, "**Requirements**: PAY|-01");
    expect(planIdRename(snapshot, page, offset)).toBeDefined();
  });

  it("shows which phases and plans satisfy a requirement", () => {
    const { snapshot } = workspace(FILES);
    const rows = traceability(snapshot, ROOT)?.stories.flatMap(({ criteria }) => criteria);
    expect(rows?.map(({ id, tasks }) => [id, tasks.map((task) => task.id)])).toEqual([
      ["CART-01", ["Phase 1"]],
      ["CART-02", ["Phase 1"]],
      ["PAY-01", ["Phase 2", "02-01"]],
      ["GIFT-01", []],
    ]);
  });

  it("adds a requirement behind the last one of the version, and leaves phases to the tool", () => {
    const { snapshot } = workspace(FILES);
    const increment = snapshot.increments.at(ROOT);
    if (!increment) throw new Error("there is no increment");
    const wanted = { what: "criterion", story: undefined } as const;
    const page = pageFor(increment, wanted);
    expect(page).toBe(REQUIREMENTS);
    const made = add(increment, wanted, pageOf({ snapshot }, page));
    expect(JSON.stringify(made)).toContain("- [ ] **PAY-02**: ");
    expect(refusal(increment, { what: "task", story: undefined, criteria: [] })).toContain(
      "gsd-tools phase add",
    );
  });

  it("makes the next plan of a phase", () => {
    const { snapshot } = workspace(FILES);
    expect(layoutsFor(snapshot, `${ROOT}/x`).map(({ id }) => id)).toEqual(["gsd"]);
    const root = incrementsRoot(snapshot, `${ROOT}/x`, gsd);
    expect(gsd.asks?.(snapshot, root)[0]?.values).toEqual(["2 Checkout"]);
    const wanted = {
      title: "Refund",
      date: "2025-06-01",
      instant: "2025-06-01T09:12:00Z",
      phase: "2 Checkout",
    };
    const { path, text } = newIncrement(snapshot, root, gsd, wanted, undefined);
    expect(path).toBe(`${ROOT}/phases/02-checkout/02-02-PLAN.md`);
    expect(text).toContain("requirements: [PAY-01]\n");
    const files = { [path]: text.replace(/\{\{[^}]*\}\}/g, "x") };
    expect(findingsIn(files)).toEqual([]);
  });

  it("makes requirements and a roadmap where there are none", () => {
    const { snapshot } = workspace({ "README.md": "# Shop\n" });
    const wanted = { title: "Shop", date: "2025-06-01", instant: "2025-06-01T09:12:00Z" };
    const { changes } = newIncrement(snapshot, ROOT, gsd, wanted, undefined);
    expect(changes.map(({ path }) => path)).toEqual([REQUIREMENTS, ROADMAP]);
  });
});
