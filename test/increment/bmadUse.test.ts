/** What an editor does with stories in the layout of BMAD. */
import { describe, expect, it } from "vitest";
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, layoutsFor, newIncrement } from "../../glossary/increment/features/new.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { bmad } from "../../glossary/increment/layouts/bmad/layout.ts";
import type { Increment } from "../../glossary/increment/model/increment.ts";
import { definition, diagnose, fixesAt, hover, RULES, references } from "../../glossary/index.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { cursorOf, pageOf, rethrow, workspace } from "../fixture.ts";
import { FILES, FIRST, FOLDER, SECOND, story } from "./bmadFiles.ts";

function at(path: string, piece: string, files: Readonly<Record<string, string>> = FILES) {
  const parts = Object.entries(files).map(([one, text]) => {
    const marked = () => piece.replace("|", () => "$0");
    return `-- ${one} --\n${one === path ? text.replace(piece.replace("|", ""), marked) : text}`;
  });
  const found = workspace(parts.join(""));
  return { ...found, ...cursorOf(found) };
}

describe("an id", () => {
  it.each([
    ["(AC: #|1, #3)", "**AC1**\n\nThe cart survives a restart\n\nSatisfied by:\n- ✅ 1: Store carts"],
    ["AC |#2 needs", "**AC2**\n\nIt is empty after seven days\n\nSatisfied by:\n- ⬜ 2: Delete old ones"],
    ["Story |1.2 empties", "**Story 1.2: Empty the Cart** · *ready\\-for\\-dev*"],
  ])("says at %s what it stands for", (piece, markdown) => {
    const { snapshot, page, offset } = at(FIRST, piece);
    expect(hover(snapshot, page, offset)?.markdown).toContain(markdown.split("\n")[0]);
  });

  it("leads to the criterion, and is found wherever it is written", () => {
    const { snapshot, page, offset } = at(FIRST, "(AC: |2)");
    expect(definition(snapshot, page, offset)).toHaveLength(1);
    const uses = references(snapshot, page, offset);
    const all = uses?.kind === "known" ? uses.uses : [];
    expect(all.map(({ span }) => page.text.slice(span.start, span.end))).toEqual(["2", "2", "AC #2"]);
  });

  it("of a story leads to its file", () => {
    const { snapshot, page, offset } = at(FIRST, "Story |1.2 empties");
    expect(definition(snapshot, page, offset).map(({ path }) => path)).toEqual([SECOND]);
  });

  it("of a story leads there from the epics, too, and from those of its own project", () => {
    const epics = "# Epics\n\n### Story 1.2: Empty the Cart\n\nBehind Story 1.9 and AC1.\n";
    const files = { ...FILES, "_bmad-output/planning-artifacts/epics.md": epics };
    const { snapshot, page, offset } = at("_bmad-output/planning-artifacts/epics.md", "Story |1.2", files);
    expect(hover(snapshot, page, offset)?.markdown).toContain("**Story 1.2: Empty the Cart**");
    expect(definition(snapshot, page, offset).map(({ path }) => path)).toEqual([SECOND]);
    expect(page.exports.increment?.mentions.map(({ text }) => text)).toEqual(["Story 1.2", "Story 1.9"]);
    const other = at("web/planning-artifacts/epics.md", "Story |1.2", {
      ...FILES,
      "web/planning-artifacts/epics.md": epics,
    });
    expect(definition(other.snapshot, other.page, other.offset)).toEqual([]);
  });

  it("can be another where it is a label, and not where it is a place in a list", () => {
    const list = at(FIRST, "(AC: |2)");
    expect(planIdRename(list.snapshot, list.page, list.offset)).toMatchObject({ kind: "refused" });
    const label = at(SECOND, "**AC|2 — Undo");
    const plan = planIdRename(label.snapshot, label.page, label.offset);
    if (plan?.kind !== "plan") throw new Error("no plan");
    const renaming = plan.begin(label.snapshot, "AC5", new Map(), false);
    if (!("take" in renaming)) throw new Error("refused");
    renaming.take(label.page);
    expect(renaming.finish()).toMatchObject({
      kind: "edits",
      edits: [
        { path: SECOND, text: "AC5" },
        { path: SECOND, text: "AC5" },
      ],
    });
  });
});

describe("what is added", () => {
  const added = (files: Readonly<Record<string, string>>, what: "criterion" | "task") => {
    const { snapshot } = workspace(files);
    const increment = snapshot.increments.at(FIRST) as Increment;
    const wanted =
      what === "task" ? { what, story: undefined, criteria: ["AC-1"] } : { what, story: undefined };
    const path = pageFor(increment, wanted);
    const page = pageOf({ snapshot }, path);
    const done = add(increment, wanted, page);
    if (!done || done === "code") throw new Error("nothing added");
    return applyEdits(page.text, [{ span: { start: done.at, end: done.at }, text: done.text }]).split("\n");
  };
  const one = (criteria: string, tasks: string) => ({ [FIRST]: story("1.1", "Keep", { criteria, tasks }) });

  it.each([
    ["1. One\n2. Two", "3. **Given**"],
    ["1. **AC1: One**\n2. **AC2: Two**", "3. **AC3:** **Given**"],
    ["**AC1 — One:** so\n\n**AC2 — Two:** so", "**AC3:** **Given**"],
    ["- [x] **AC-1:** One", "- [ ] **AC-2:** **Given**"],
    ["### AC1: One", "### AC2: **Given**"],
  ])("to %j is a criterion in its manner", (criteria, line) => {
    expect(added(one(criteria, "- [ ] Task 1: Do"), "criterion").some((text) => text.startsWith(line))).toBe(
      true,
    );
  });

  it.each([
    ["- [ ] Task 1: Do\n  - [ ] 1.1 Part", "- [ ] Task 2: {{What is done}} (AC: #1)"],
    ["### Task 1: Do\n\n- [ ] 1.1 Part", "### Task 2: {{What is done}} (AC: #1)"],
  ])("to %j is a task in its manner", (tasks, line) => {
    expect(added(one("1. One", tasks), "task")).toContain(line);
  });

  it("by a fix is named by a task, or has one", () => {
    const files = one("1. Carts are stored\n2. Nothing else is", "- [ ] Task 1: Store carts (AC: #1)");
    const { snapshot } = workspace(files);
    const page = pageOf({ snapshot }, FIRST);
    const [finding] = diagnose(RULES, snapshot, page, rethrow).filter(({ rule }) =>
      rule.endsWith("uncovered-criterion"),
    );
    const fixes = fixesAt(RULES, snapshot, page, finding?.span ?? { start: 0, end: 0 }, rethrow);
    const texts = fixes.flatMap(({ fix }) => {
      const [change] = fix.changes;
      return change?.kind === "edit" ? [[fix.title, applyEdits(page.text, change.edits)] as const] : [];
    });
    expect(texts.find(([title]) => title.startsWith("Add AC2 to task 1"))?.[1]).toContain(
      "Store carts (AC: #1, #2)",
    );
    expect(texts.find(([title]) => title.startsWith("Create task 2"))?.[1]).toContain(
      "- [ ] Task 2: Nothing else is (AC: #2)",
    );
  });
});

describe("a new story", () => {
  it("goes beside the others, has the next number of its epic, and nothing is reported of it", () => {
    const { snapshot } = workspace(FILES);
    expect(layoutsFor(snapshot, FIRST).map(({ id }) => id)).toEqual(["bmad"]);
    const root = incrementsRoot(snapshot, FIRST, bmad);
    expect(root).toBe(FOLDER);
    expect(bmad.asks?.(snapshot, root)).toMatchObject([{ key: "epic", values: ["1"] }]);
    const when = { date: "2026-01-31", instant: "2026-01-31T09:12:00Z" };
    const made = newIncrement(
      snapshot,
      root,
      bmad,
      { title: "Share the cart", epic: "1", ...when },
      undefined,
    );
    expect(made.path).toBe(`${FOLDER}/1-3-share-the-cart.md`);
    const other = newIncrement(snapshot, root, bmad, { title: "Pay", epic: "2", ...when }, undefined);
    expect(other.path).toBe(`${FOLDER}/2-1-pay.md`);
    const filled = made.text.replace(/\{\{[^}]+\}\}/g, "something");
    const after = workspace({ ...FILES, [made.path]: filled }).snapshot;
    const found = diagnose(RULES, after, pageOf({ snapshot: after }, made.path), rethrow);
    expect(found.filter(({ rule }) => rule.startsWith("increment/"))).toEqual([]);
  });
});

describe("the traceability view", () => {
  it("has a row for each criterion with the tasks that name it", () => {
    const { snapshot } = workspace(FILES);
    const view = traceability(snapshot, FIRST);
    expect(
      view?.stories.flatMap(({ criteria }) =>
        criteria.map(({ id, tasks }) => [id, tasks.map((one) => one.id)]),
      ),
    ).toEqual([
      ["AC1", ["1"]],
      ["AC2", ["2"]],
      ["AC3", ["1"]],
    ]);
    expect([view?.linked, view?.naming]).toEqual([true, "(AC: #1, #3)"]);
  });
});
