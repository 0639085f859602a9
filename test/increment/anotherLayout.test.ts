/** Whoever adds a layout adds it to the list: nothing else has to know of it. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Increment } from "../../glossary/increment/model/increment.ts";

const LIST = "../../glossary/increment/layouts/list.ts";

/** The engine, loaded anew. */
async function load() {
  const [features, adding, made, uses] = await Promise.all([
    import("../../glossary/index.ts"),
    import("../../glossary/increment/features/add.ts"),
    import("../../glossary/increment/features/new.ts"),
    import("../../glossary/increment/features/idUses.ts"),
  ]);
  const { cards } = await import("./cards.ts");
  const fixture = await import("../fixture.ts");
  return { ...features, ...adding, ...made, ...uses, ...fixture, cards };
}

let engine: Awaited<ReturnType<typeof load>>;

// The other files of tests have the engine as it is, and share it.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(LIST, async (original) => {
    const { LAYOUTS } = await original<typeof import("../../glossary/increment/layouts/list.ts")>();
    const { cards } = await import("./cards.ts");
    return { LAYOUTS: [...LAYOUTS, cards] };
  });
  engine = await load();
}, 60_000);
afterAll(() => {
  vi.doUnmock(LIST);
  vi.resetModules();
});

const FIRST = "cards/card-1 - Login.md";
const SECOND = "cards/card-2 - Pay.md";
const ARCHIVED = "cards/done/card-3 - Search.md";
const CONFIGURATION = "cards/config.yml";

const CARD = (id: string, title: string, status: string, dependencies = "") =>
  `---\nid: ${id}\ntitle: ${title}\nstatus: ${status}\ndependencies: [${dependencies}]\n---\n\n## Description\n\nIt is so.\n\n## Acceptance Criteria\n\n- [x] #1 One can be seen\n- [ ] #2 Two can be seen\n`;

function files(second = CARD("card-2", "Pay", "Doing", "card-1")) {
  return {
    [CONFIGURATION]: "statuses: [To Do, Doing, Shipped]\n",
    [FIRST]: CARD("card-1", "Login", "Doing"),
    [SECOND]: second,
    [ARCHIVED]: CARD("card-3", "Search", "Shipped"),
  };
}

/** The same with the cursor where `$0` stands in the second card. */
function at(text: string) {
  const all = files(text);
  const found = engine.workspace(
    Object.entries(all)
      .map(([path, one]) => `-- ${path} --\n${one}`)
      .join(""),
  );
  return { ...found, ...engine.cursorOf(found) };
}

describe("a layout whose increments are files", () => {
  it("has them by file, with its configuration", () => {
    const { increments } = engine.workspace(files()).snapshot;
    expect([...increments.units.keys()]).toEqual([FIRST, SECOND, ARCHIVED]);
    expect(engine.isIndexed(CONFIGURATION)).toBe(true);
    const increment = increments.at(ARCHIVED) as Increment;
    expect([increment.title, increment.shelf, increment.completed]).toEqual(["Search", "archived", true]);
    expect(engine.isActiveIncrement(increments.at(FIRST) as Increment)).toBe(true);
  });

  it("says what a card is, and where it is needed", () => {
    const { snapshot, page, offset } = at(CARD("card-2", "Pay", "Doing", "$0card-1"));
    expect(engine.hover(snapshot, page, offset)?.markdown).toBe(
      "**Login** · *Doing*\n\n1 of 2 criteria done",
    );
    expect(engine.idDefinition(snapshot, page, offset).map(({ path }) => path)).toEqual([FIRST]);
    const own = engine.pageOf({ snapshot }, FIRST);
    const uses = engine.idReferences(snapshot, own, own.text.indexOf("card-1"));
    expect(uses?.map(({ path }) => path)).toEqual([FIRST, SECOND]);
  });

  it("says what a criterion is", () => {
    const { snapshot, page, offset } = at(CARD("card-2", "Pay", "Doing").replace("#2", "$0#2"));
    expect(engine.hover(snapshot, page, offset)?.markdown).toBe(
      "**Criterion \\#2** · *open*\n\nTwo can be seen",
    );
    expect(engine.symbols(page).map(({ name }) => name)).toEqual([
      "#1: One can be seen",
      "#2: Two can be seen",
    ]);
  });

  it("is told of a card that is not there", () => {
    const { snapshot } = engine.workspace(files(CARD("card-2", "Pay", "Doing", "card-4")));
    const page = engine.pageOf({ snapshot }, SECOND);
    const found = engine.diagnose(engine.RULES, snapshot, page, engine.rethrow);
    expect(found.map(({ message }) => message)).toEqual([
      "There is no card-4: correct the id, or take it out",
    ]);
    const fixes = engine.fixesAt(
      engine.RULES,
      snapshot,
      page,
      found[0]?.span ?? { start: 0, end: 0 },
      engine.rethrow,
    );
    expect(fixes.map(({ fix }) => fix.title)).toEqual(["Change card-4 to card-3", "Change card-4 to card-1"]);
  });

  it("has nothing to do with the rules of SpecWeave, and is reopened in its own words", () => {
    const { snapshot } = engine.workspace(files(CARD("card-2", "Pay", "Done")), {
      settings: { archived: true },
    });
    const page = engine.pageOf({ snapshot }, SECOND);
    const whole = { start: 0, end: page.text.length };
    const fixes = engine.fixesAt(engine.RULES, snapshot, page, whole, engine.rethrow);
    expect([...new Set(fixes.map(({ diagnostic }) => diagnostic.rule))]).toEqual([
      "increment/completed-with-open-work",
    ]);
    const reopen = fixes.find(({ fix }) => fix.title === "Reopen the increment")?.fix.changes[0];
    expect(reopen).toMatchObject({ path: SECOND, edits: [{ text: "Doing" }] });
  });

  it.each([
    ["words of its configuration", "Doing", "", "To Do, Doing, Shipped"],
    ["other cards", "Doing", "card-1, $0", "card-3"],
  ])("completes %s", (what, status, dependencies, labels) => {
    const text = CARD("card-2", "Pay", status, dependencies);
    const { snapshot, page, offset } = at(what.startsWith("words") ? text.replace("Doing", "Do$0ing") : text);
    const found = engine.complete(snapshot, page, offset, { invoked: true, trigger: undefined }).items;
    expect(found.map(({ label }) => label).join(", ")).toBe(labels);
  });

  it("is made anew, and added to", () => {
    const { snapshot } = engine.workspace(files());
    expect(engine.layoutsFor(snapshot, SECOND)).toEqual([engine.cards]);
    const root = engine.incrementsRoot(snapshot, SECOND, engine.cards);
    const wanted = { title: "Ship", date: "2025-06-07", instant: "", priority: "high" };
    const { path, text } = engine.newIncrement(snapshot, root, engine.cards, wanted, undefined);
    expect(path).toBe("cards/card-4 - Ship.md");
    expect(text).toContain("priority: high");

    const increment = snapshot.increments.at(SECOND) as Increment;
    const criterion = { what: "criterion", story: undefined } as const;
    const page = engine.pageOf({ snapshot }, engine.pageFor(increment, criterion));
    expect(engine.add(increment, criterion, page)).toMatchObject({
      path: SECOND,
      text: "- [ ] #3 {{What can be seen}}\n",
    });
    const task = { what: "task", story: undefined, criteria: [] } as const;
    expect(engine.add(increment, task, page)).toBeUndefined();
    expect(engine.refusal(increment, task)).toBe("card-2 - Pay has no tasks: make a card for it.");
  });

  it("is reported on", () => {
    const { snapshot } = engine.workspace(files());
    const { text } = engine.incrementReport(snapshot, snapshot.increments.at(SECOND) as Increment, []);
    expect(text).toContain("- Title: Pay\n- Status: Doing\n- Acceptance criteria: 2, 1 done\n");
  });
});
