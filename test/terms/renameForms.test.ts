/** Renaming terms: capitals inside names, links in every form, ids in lists; and back again. */
import { describe, expect, it } from "vitest";
import { planTermRename } from "../../glossary/terms/features/renameTerm.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { pageOf, workspace } from "../fixture.ts";

type Files = Readonly<Record<string, string>>;

/** The files after a rename of what is written at the first place of `name` in a file; with `sure` without what asks. */
function renamed(files: Files, path: string, name: string, to: string, sure = false): Files {
  const at = workspace(files);
  const offset = (files[path] as string).indexOf(name) + 1;
  const plan = planTermRename(at.snapshot, pageOf(at, path), offset);
  if (!plan) throw new Error(`nothing to rename at “${name}” in ${path}`);
  const pages = new Map(Object.keys(files).map((one) => [one, pageOf(at, one)]));
  const made = finishRename(plan, at.snapshot, to, { pages, texts: new Map() }, true);
  if (made.kind === "refused") throw new Error(made.reason);
  const moves = new Map(made.moves.map((move) => [move.from, move.to]));
  return Object.fromEntries(
    Object.entries(files).map(([one, text]) => {
      const edits = made.edits.filter((edit) => edit.path === one && !(sure && edit.doubt !== undefined));
      return [moves.get(one) ?? one, applyEdits(text, edits)];
    }),
  );
}

const TERM = "docs/glossary/terms/foo-bar.md";

describe("a new name in running text", () => {
  const text = "We use Foo Bar here, foo bars there.\n\nFoo bars are new.\n";
  it.each([
    ["GitOps", "We use GitOps here, GitOps there.\n\nGitOps are new.\n"],
    ["gRPC", "We use gRPC here, gRPCs there.\n\ngRPCs are new.\n"],
    ["iPhone", "We use iPhone here, iPhones there.\n\niPhones are new.\n"],
    ["Next.js", "We use Next.js here, Next.js there.\n\nNext.js are new.\n"],
    ["eBPF", "We use eBPF here, eBPFs there.\n\neBPFs are new.\n"],
    ["Quay Wall", "We use Quay Wall here, quay walls there.\n\nQuay walls are new.\n"],
  ])("keeps the capitals of %s", (name, expected) => {
    const files = { [TERM]: "# Foo Bar\n\nA thing.\n", "docs/page.md": text };
    expect(renamed(files, TERM, "Foo Bar", name)["docs/page.md"]).toBe(expected);
  });
});

const CDN = "docs/glossary/terms/cdn.md";

describe("links by reference", () => {
  const of = (text: string) => ({ [CDN]: "---\nid: cdn\n---\n\n# CDN\n\nCopies.\n", "docs/a.md": text });
  const kept = (text: string) => renamed(of(text), CDN, "CDN", "Edge Cache")["docs/a.md"];

  it("keep their definition", () => {
    expect(
      kept("The [CDN][], [CDN], [the cdn][CDN] and [CDNs][cdn].\n\n[cdn]: glossary/terms/cdn.md\n"),
    ).toBe(
      "The [Edge Cache][], [Edge Cache], [the cdn][Edge Cache] and [edge caches][edge cache].\n\n[edge cache]: glossary/terms/edge-cache.md\n",
    );
  });

  it("get a label of their own where the name is taken", () => {
    expect(
      kept("The [CDN][] and [CDN]; [edge cache].\n\n[cdn]: glossary/terms/cdn.md\n[Edge Cache]: other.md\n"),
    ).toBe(
      "The [Edge Cache][CDN] and [Edge Cache][CDN]; [edge cache].\n\n[cdn]: glossary/terms/edge-cache.md\n[Edge Cache]: other.md\n",
    );
  });

  it("keep a label that is another word", () => {
    expect(kept("The [CDN][c].\n\n[c]: glossary/terms/cdn.md\n")).toBe(
      "The [Edge Cache][c].\n\n[c]: glossary/terms/edge-cache.md\n",
    );
  });
});

describe("what names a term otherwise", () => {
  const CLERK = "docs/glossary/clerk.md";
  it("leaves wiki links to the file, which stays", () => {
    const files = {
      [CLERK]: "# Clerk\n\nA **clerk** is someone at a desk.\n",
      "docs/glossary/office.md": "# Office\n\nAn **office** is a room.\n",
      "docs/a.md": "See [[clerk]], [[clerk|the clerk]], [[clerk|Clerk]] and [[clerk#Definition]]. A clerk.\n",
    };
    const now = renamed(files, CLERK, "Clerk", "Desk Officer");
    expect(Object.keys(now)).toContain(CLERK);
    expect(now["docs/a.md"]).toBe(
      "See [[clerk]], [[clerk|the clerk]], [[clerk|Desk Officer]] and [[clerk#Definition]]. A desk officer.\n",
    );
  });

  it("follows in roles", () => {
    const files = {
      "docs/glossary.md": "# Glossary\n\n## Clerk\n\nSomeone.\n\n## Office\n\nA room.\n",
      "docs/a.md": "{term}`Clerk`, {term}`clerks <Clerk>` and {term}`Office`.\n",
    };
    expect(renamed(files, "docs/glossary.md", "Clerk", "Desk Officer", true)["docs/a.md"]).toBe(
      "{term}`Desk Officer`, {term}`desk officers <Desk Officer>` and {term}`Office`.\n",
    );
  });

  it("follows in lists of ids, definitions that nothing uses, and HTML", () => {
    const files = {
      "docs/glossary/terms/epic.md": "---\nid: epic\ntitle: Epic\n---\n\n## Definition\n\nMany stories.\n",
      "docs/glossary/terms/sprint.md":
        "---\nid: sprint\ntitle: Sprint\nrelated:\n  - epic\n---\n\n## Definition\n\nTwo weeks.\n",
      "docs/a.md": 'A <a href="glossary/terms/epic.md">thing</a>.\n\n[later]: glossary/terms/epic.md\n',
    };
    const now = renamed(files, "docs/glossary/terms/epic.md", "Epic", "Big Story");
    expect(now["docs/glossary/terms/sprint.md"]).toContain("  - big-story\n");
    expect(now["docs/glossary/terms/big-story.md"]).toContain("id: big-story\ntitle: Big Story\n");
    expect(now["docs/a.md"]).toBe(
      'A <a href="glossary/terms/big-story.md">thing</a>.\n\n[later]: glossary/terms/big-story.md\n',
    );
  });
});

describe("another name of a term", () => {
  const PAGE = "docs/page.md";
  it.each([
    [
      "a list of Contextive",
      ".contextive/definitions.yml",
      "contexts:\n  - name: Shop\n    terms:\n      - name: Cart\n        aliases: [Trolley, Basket]\n",
      "[Trolley, Hamper]",
    ],
    [
      "a list of lines in quotes",
      "shop.glossary.yml",
      'contexts:\n  - name: Shop\n    terms:\n      - name: Cart\n        aliases:\n          - Trolley\n          - "Basket"\n',
      '- "Hamper"\n',
    ],
    [
      "a label",
      "docs/glossary.md",
      "# Glossary\n\n## Cart\n\nWhat will be ordered.\n\n_Aliases_: Trolley, Basket\n\n## Order\n\nWhat was bought.\n",
      "_Aliases_: Trolley, Hamper\n",
    ],
    [
      "a label below a name in bold",
      "docs/glossary.md",
      "# Glossary\n\n**Cart**:\nWhat will be ordered.\n_Aliases_: Basket\n\n**Order**:\nWhat was bought.\n",
      "_Aliases_: Hamper\n",
    ],
    [
      "a column",
      "docs/glossary.md",
      "# Glossary\n\n| Term | Definition | Aliases |\n|---|---|---|\n| Cart | What will be ordered | Trolley, Basket |\n| Order | What was bought | |\n",
      "| Trolley, Hamper |",
    ],
    [
      "a second line of a definition list",
      "docs/glossary.md",
      "# Glossary\n\nCart\nBasket\n: What will be ordered.\n\nOrder\n: What was bought.\n",
      "Cart\nHamper\n: What",
    ],
    [
      "front matter",
      "docs/glossary/terms/cart.md",
      "---\naliases: [Trolley, Basket]\n---\n\n# Cart\n\nWhat will be ordered.\n",
      "[Trolley, Hamper]",
    ],
  ])("is renamed in %s", (_where, path, glossary, expected) => {
    const files = { [path]: glossary, [PAGE]: "Put it into the basket. A cart is a cart.\n" };
    const { [PAGE]: page, ...rest } = renamed(files, PAGE, "basket", "Hamper");
    expect(page).toBe("Put it into the hamper. A cart is a cart.\n");
    expect(Object.values(rest)[0]).toContain(expected);
    const sure = renamed(files, PAGE, "basket", "Hamper", true);
    expect(sure[path]).toContain(expected);
  });
});

describe("renaming there and back", () => {
  const files = {
    [CDN]: "---\nid: cdn\ntitle: CDN\n---\n\n# CDN\n\nCopies.\n",
    "docs/glossary/terms/queue.md":
      "---\nid: queue\ntitle: Queue\nrelated: [cdn]\n---\n\n# Queue\n\nA line.\n",
    "docs/a.md":
      "The [CDN][], [CDN], [CDNs](glossary/terms/cdn.md) and {term}`the CDN <CDN>`. A [queue](glossary/terms/queue.md).\n\n[cdn]: glossary/terms/cdn.md\n[later]: glossary/terms/queue.md\n",
  };
  it.each([
    [CDN, "CDN", "Edge Cache"],
    ["docs/glossary/terms/queue.md", "Queue", "Waiting Line"],
    ["docs/glossary/terms/queue.md", "Queue", "gRPC"],
    [CDN, "CDN", "GitOps"],
  ])("gives %s the bytes it had (%s, %s)", (path, name, to) => {
    const there = renamed(files, path, `${name}\n\n`, to, true);
    const moved = Object.keys(there).find((one) => !(one in files)) ?? path;
    expect(renamed(there, moved, `${to}\n\n`, name, true)).toEqual(files);
  });
});

describe("a heading that gets another name", () => {
  const glossary = "# Glossary\n\n## Keel\n\nA beam.\n\n## Hull\n\nA body.\n";
  const follow = (text: string) =>
    renamed({ "docs/glossary.md": glossary, "docs/a.md": text }, "docs/glossary.md", "Keel", "Spar")[
      "docs/a.md"
    ];
  it.each([
    ['<a href="glossary.md#keel">it</a>', '<a href="glossary.md#spar">it</a>'],
    [
      "<p>\n<a class='x' href='glossary.md#keel'>it</a>\n</p>",
      "<p>\n<a class='x' href='glossary.md#spar'>it</a>\n</p>",
    ],
    ['A <a href="./glossary.md#keel">keel</a>.', 'A <a href="./glossary.md#spar">spar</a>.'],
    ["See [it](glossary.md#keel).", "See [it](glossary.md#spar)."],
    ["[it]: glossary.md#keel", "[it]: glossary.md#spar"],
    // What leads elsewhere stays.
    ['<a href="glossary.md#hull">it</a>', '<a href="glossary.md#hull">it</a>'],
    ['<a href="other.md#keel">it</a>', '<a href="other.md#keel">it</a>'],
    [
      '<a href="https://example.org/glossary.md#keel">it</a>',
      '<a href="https://example.org/glossary.md#keel">it</a>',
    ],
    ['`<a href="glossary.md#keel">`', '`<a href="glossary.md#keel">`'],
    ['<!-- <a href="glossary.md#keel"> -->', '<!-- <a href="glossary.md#keel"> -->'],
  ])("takes the links to it along: %s", (before, after) => {
    expect(follow(`# A\n\n${before}\n`)).toBe(`# A\n\n${after}\n`);
  });
});

it("renames another name where Contextive lists it", () => {
  const path = ".contextive/definitions.yml";
  const text =
    "contexts:\n  - name: Shop\n    terms:\n      - name: Cart\n        aliases:\n          - Basket\n";
  expect(renamed({ [path]: text }, path, "Basket", "Trolley")[path]).toBe(text.replace("Basket", "Trolley"));
});

it("leaves the file that is called glossary where it is", () => {
  const files = { "docs/glossary.md": "# Glossary\n\n## Definition\n\nA list of words.\n" };
  expect(Object.keys(renamed(files, "docs/glossary.md", "Glossary", "Lexicon"))).toEqual([
    "docs/glossary.md",
  ]);
});
