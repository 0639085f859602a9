import { describe, expect, it } from "vitest";
import { planTermRename } from "../../glossary/terms/features/renameTerm.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { changedLines } from "../changedLines.ts";
import { cursorOf, pageOf, workspace } from "../fixture.ts";

const CACHE = `-- docs/glossary/terms/shared-cache.md --
---
id: shared-cache
title: Shared Cache
sidebar_label: Shared Cache
---

# Shared Cache

## Definition

A store that all servers share.
-- docs/glossary/terms/cdn.md --
---
id: cdn
title: CDN (Content Delivery Network)
related: [shared-cache]
---

# CDN (Content Delivery Network)

## Definition

Servers near the reader.
-- docs/glossary/README.md --
# Glossary

| Term | Definition |
|------|------------|
| [Shared Cache](./terms/shared-cache.md) | A store that all servers share |
| [CDN](./terms/cdn.md) | Servers near the reader |
`;

const PAGE = (text: string) => `${CACHE}-- docs/page.md --\n${text}`;

/** What a rename changes: the lines that are new, by file; or why it is refused. Lines in doubt begin with `?`. */
function rename(fixture: string, to: string, canMove = true) {
  const at = workspace(fixture);
  const { page, offset } = cursorOf(at);
  const plan = planTermRename(at.snapshot, page, offset);
  if (!plan) return "nothing";
  const { paths, search, besides } = plan.needs();
  const others = [...at.files].flatMap(([path, text]) => (search?.test(text) ? [path] : []));
  const pages = new Map([...new Set([...paths, ...others])].map((path) => [path, pageOf(at, path)]));
  const texts = new Map(besides.map((path) => [path, at.files.get(path) ?? ""]));
  const renaming = finishRename(plan, at.snapshot, to, { pages, texts }, canMove);
  if (renaming.kind === "refused") return renaming.reason;
  const changed = changedLines(at.files, renaming.edits);
  for (const { from, to: moved } of renaming.moves) changed[from] = [`=> ${moved}`];
  return changed;
}

describe("renaming a term", () => {
  it("changes its page, links to it and lists of it, and asks about running text", () => {
    expect(
      rename(
        PAGE(
          "A $0shared cache helps; shared caches do.\n\nSee the [Shared cache](glossary/terms/shared-cache.md#definition)\nand [caching](/docs/glossary/terms/shared-cache).\n",
        ),
        "Object Store",
      ),
    ).toEqual({
      "README.md": ["| [Object Store](./terms/object-store.md) | A store that all servers share |"],
      "cdn.md": ["related: [object-store]"],
      "page.md": [
        "? An object store helps; object stores do.",
        "See the [Object store](glossary/terms/object-store.md#definition)",
        "and [caching](/docs/glossary/terms/object-store).",
      ],
      "shared-cache.md": [
        "id: object-store",
        "title: Object Store",
        "sidebar_label: Object Store",
        "# Object Store",
      ],
      "docs/glossary/terms/shared-cache.md": ["=> docs/glossary/terms/object-store.md"],
    });
  });

  it("leaves its page where it is for a client that cannot move it", () => {
    expect(
      rename(PAGE("A [shared $0cache](glossary/terms/shared-cache.md).\n"), "Object Store", false),
    ).toEqual({
      "README.md": ["| [Object Store](./terms/shared-cache.md) | A store that all servers share |"],
      "page.md": ["An [object store](glossary/terms/shared-cache.md)."],
      "shared-cache.md": ["title: Object Store", "sidebar_label: Object Store", "# Object Store"],
    });
  });

  it("leaves the numbers of decisions alone", () => {
    const glossary = "-- docs/glossary/terms/adr.md --\n# ADR\n\nIt keeps a decision.\n";
    expect(rename(`${glossary}-- docs/page.md --\nThe AD$0R is ADR-0002.\n`, "Record", false)).toEqual({
      "adr.md": ["# Record"],
      "page.md": ["? The record is ADR-0002."],
    });
  });

  it("leaves its other names alone", () => {
    expect(rename(PAGE("A $0CDN, a Content Delivery Network.\n"), "Edge Network")).toEqual({
      "README.md": ["| [Edge Network](./terms/edge-network.md) | Servers near the reader |"],
      "cdn.md": [
        "id: edge-network",
        "title: Edge Network (Content Delivery Network)",
        "# Edge Network (Content Delivery Network)",
      ],
      "page.md": ["? An edge network, a Content Delivery Network."],
      "docs/glossary/terms/cdn.md": ["=> docs/glossary/terms/edge-network.md"],
    });
  });

  it("changes the heading of an entry and the links to it", () => {
    const fixture = `
      -- docs/glossary.md --
      # Glossary

      ## Order Line

      One article of an order.

      ## Shelf

      Where articles are.
      -- docs/page.md --
      See [order lines](glossary.md#order-line). Each order $0line has one.

      ## About the order line

      [Above](#about-the-order-line)
    `;
    expect(rename(fixture, "Order Item")).toEqual({
      "glossary.md": ["## Order Item"],
      "page.md": [
        "? See [order items](glossary.md#order-item). Each order item has one.",
        "? ## About the order item",
        "? [Above](#about-the-order-item)",
      ],
    });
  });
});

describe("a new name", () => {
  it("in brackets is written in the entry only", () => {
    expect(
      rename(
        "See {term}`Outbox` and the $0outbox.\n-- glossary.md --\n## Outbox\n\nA.\n\n## Inbox\n\nB.\n",
        "Pier (dock)",
      ),
    ).toEqual({
      "page.md": ["? See {term}`Pier` and the pier."],
      "glossary.md": ["## Pier (dock)"],
    });
  });

  it("leaves a text that is the label of a link to something else", () => {
    const text = "The [CDN][], [a CDN] and the $0CDN.\n\n[CDN]: ../other.md\n[a CDN]: ../other.md\n";
    expect(rename(PAGE(text), "XYZ")).toMatchObject({ "page.md": ["? The [CDN][], [a CDN] and the XYZ."] });
  });

  it("in capitals keeps the small letter of many", () => {
    expect(rename(PAGE("All $0SHARED CACHES.\n"), "XYZ", false)).toMatchObject({
      "page.md": ["? All XYZs."],
    });
  });

  it("of an abbreviation keeps its capitals wherever it stands", () => {
    const text = "An $0SLA for you, two SLAs.\n-- glossary.md --\n*[SLA]: Service Level Agreement\n";
    expect(rename(text, "Zephyr")).toEqual({
      "page.md": ["? A Zephyr for you, two Zephyrs."],
      "glossary.md": ["*[Zephyr]: Service Level Agreement"],
    });
  });
});

const REFUSED: readonly (readonly [what: string, text: string, to: string, reason: string])[] = [
  [
    "to the name of another term",
    "A $0shared cache.",
    "cdn",
    "“cdn” is another term, in docs/glossary/terms/cdn.md",
  ],
  [
    "to its other name",
    "A $0CDN.",
    "content delivery network",
    "“content delivery network” is another name of “CDN” already",
  ],
  [
    "to no name",
    "A $0shared cache.",
    "[x]",
    "“[x]” cannot be the name of a term: write letters, digits, spaces and hyphens",
  ],
  [
    "to what would be no name in brackets",
    "A $0content delivery network.",
    "XYZ",
    "“XYZ” would not be read as a name in “CDN (XYZ)”",
  ],
  [
    "where only its file names it, and that has to stay",
    "See [[$0outbox]].\n-- docs/glossary/terms/outbox.md --\n",
    "Zephyr",
    "“outbox” is the name of docs/glossary/terms/outbox.md alone, and that file has to stay: give it a title first",
  ],
  ["of other words", "A $0server.", "Host", "nothing"],
  ["in a heading that defines no term", "## The shared $0cache", "Store", "nothing"],
  ["in the address of a link", "[x](glossary/terms/shared-$0cache.md)", "Store", "nothing"],
];

describe("a rename of a term is refused", () => {
  for (const [what, text, to, reason] of REFUSED)
    it(what, () => {
      expect(rename(PAGE(`${text}\n`), to)).toBe(reason);
    });
});
