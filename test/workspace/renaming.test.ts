/** What all renames have in common. */
import { describe, expect, it } from "vitest";
import { planRename } from "../../glossary/answers.ts";
import type { ReadPage } from "../../glossary/domains.ts";
import { namesPage } from "../../glossary/workspace/links/sidebars.ts";
import { finishRename, type RenamePlan } from "../../glossary/workspace/renaming.ts";
import { cursorOf, PAGE, pageOf, workspace } from "../fixture.ts";

const FILES = `-- docs/glossary/terms/cart.md --
# Cart

## Definition

What somebody is about to buy.
-- docs/page.md --
A $0cart.
`;
const CART = "docs/glossary/terms/cart.md";

function planAt(fixture: string) {
  const at = workspace(fixture);
  const { page, offset } = cursorOf(at);
  const plan = planRename(at.snapshot, page, offset);
  if (plan?.kind !== "plan") throw new Error("there is nothing to rename");
  const pages = new Map(plan.needs().paths.map((path) => [path, pageOf(at, path)]));
  return { ...at, plan, pages };
}

const NO_TEXTS = new Map<string, string>();

describe("a rename", () => {
  it("is of the first thing at a place that has a name", () => {
    const increment = "-- .specweave/increments/0001-x/spec.md --\n# X\n\n### US-$0001: Cart\n";
    expect(planAt(increment).plan).toMatchObject({ kind: "plan", name: "US-001" });
    expect(planAt(FILES).plan).toMatchObject({ kind: "plan", name: "Cart" });
    const at = workspace("Nothing $0here.\n");
    const { page, offset } = cursorOf(at);
    expect(planRename(at.snapshot, page, offset)).toBeUndefined();
  });

  it("is refused where a page has other lines than those that are known", () => {
    const { host, plan, pages, snapshot } = planAt(FILES);
    const finish = (now = snapshot, read: ReadonlyMap<string, ReadPage | undefined> = pages) =>
      finishRename(plan, now, "Basket", { pages: read, texts: NO_TEXTS }, true);
    expect(finish()).toMatchObject({ kind: "edits", moves: [{ from: CART }] });
    const reason = `${CART} has just been changed: try again in a moment`;
    expect(finish(snapshot, new Map([...pages, [CART, undefined]]))).toEqual({ kind: "refused", reason });
    host.apply({ put: new Map([[CART, "# Cart\n\nWhat somebody buys.\n"]]) });
    expect(finish(host.snapshot())).toEqual({ kind: "refused", reason });
    host.apply({ drop: [CART] });
    expect(finish(host.snapshot())).toEqual({ kind: "refused", reason });
  });

  it("is refused where the name is gone", () => {
    const { host, plan, pages } = planAt(FILES);
    host.apply({ put: new Map([[PAGE, "A chart\n"]]) });
    const renaming = finishRename(plan, host.snapshot(), "Basket", { pages, texts: NO_TEXTS }, true);
    expect(renaming).toEqual({ kind: "refused", reason: "There is no term here" });
  });

  it("asks for the sidebars of a site, and leaves the page that one of them names where it is", () => {
    const at = workspace(FILES, { files: ["docs/sidebars.js", "docs/bars.js", "site/sidebar.json"] });
    const { page, offset } = cursorOf(at);
    const plan = planRename(at.snapshot, page, offset) as RenamePlan;
    const { paths, besides } = plan.needs();
    expect(besides).toEqual(["docs/sidebars.js", "site/sidebar.json"]);
    const pages = new Map(paths.map((path) => [path, pageOf(at, path)]));
    const moves = (text: string) => {
      const texts = new Map([["docs/sidebars.js", text]]);
      const renaming = finishRename(plan, at.snapshot, "Basket", { pages, texts }, true);
      return renaming.kind === "edits" ? renaming.moves.map(({ from }) => from) : renaming.reason;
    };
    expect(moves('["glossary/terms/cart"]')).toEqual([]);
    expect(moves('["glossary/terms/cartoon"]')).toEqual([CART]);
  });
});

describe("a sidebar", () => {
  it.each([
    ['items: ["cart"]', "cart", true],
    ["items: ['terms/cart']", "cart", true],
    ["items: [`a/cart/b`, 'cart']", "cart", true],
    ['items: ["cart/b"]', "cart", false],
    ['items: ["go-cart"]', "cart", false],
    ["// a cart", "cart", false],
    ['items: ["a.b+(c)"]', "a.b+(c)", true],
    ['items: ["axbb(c)"]', "a.b+(c)", false],
    ['items: ["c++"]', "c++", true],
    ['items: [""]', "", false],
  ])("%s names %s: %s", (sidebar, address, expected) => {
    expect(namesPage(sidebar, address)).toBe(expected);
  });
});
