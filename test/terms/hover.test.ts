import { describe, expect, it } from "vitest";
import { hover } from "../../glossary/terms/features/hover.ts";
import { cursorOf, mark, workspace } from "../fixture.ts";

const GLOSSARY = `
-- docs/glossary/terms/cdn.md --
---
id: cdn
title: CDN (Content Delivery Network)
category: Hosting
---

# CDN (Content Delivery Network)

## Definition

A **CDN** keeps copies, see [cache](cache.md).
-- docs/glossary/terms/empty.md --
# Empty Term
-- docs/glossary/categories/web.md --
# Web

**[CDN](/docs/glossary/terms/cdn)**
- Other words

**Cache**
- Keeps *what* was computed
- Until it is old

| Term | Use When | Don't Use When |
|------|----------|----------------|
| CDN | Readers are *far* | API calls differ |
`;

/** The page with marks around what the hover is about, and what it says. */
function at(page: string, glossary = GLOSSARY) {
  const one = workspace(`${page}\n${glossary}`);
  const { page: read, offset } = cursorOf(one);
  const found = hover(one.snapshot, read, offset);
  return found && { ...found, marked: mark(read.text, [found.span]).trim() };
}

describe("a hover", () => {
  it("says what a term is, where it is from and when to use it", () => {
    const found = at("The C$0DN is near.");
    expect(found?.marked).toBe("The «CDN» is near.");
    expect(found?.markdown).toBe(
      "**CDN** (Content Delivery Network) · *Hosting*\n\nA **CDN** keeps copies, see cache.\n\n**Use when** readers are far  \n**Don't use when** API calls differ",
    );
    expect(found?.sources.map(({ label, path }) => [label, path])).toEqual([
      ["CDN (Content Delivery Network)", "docs/glossary/terms/cdn.md"],
    ]);
  });

  it.each([
    ["$0CDNs", "«CDNs»"],
    ["CDNs$0", "«CDNs»"],
    ["a content delivery$0 network.", "a «content delivery network»."],
    ["**the ca$0ches**", "**the «caches»**"],
    ["> a content\n> deli$0very network", "> a «content\n> delivery network»"],
    ["# On ca$0ches", "# On «caches»"],
    ["| a |\n|---|\n| ca$0che |", "| a |\n|---|\n| «cache» |"],
    ["see [th$0ere](/docs/glossary/terms/cdn)", "see «[there](/docs/glossary/terms/cdn)»"],
    ["see [there](/docs/glos$0sary/terms/cdn#x)", "see «[there](/docs/glossary/terms/cdn#x)»"],
    ["see [th$0ere][r]\n\n[r]: ./glossary/terms/cdn.md", "see «[there][r]»\n\n[r]: ./glossary/terms/cdn.md"],
  ])("is about %s", (page, marked) => expect(at(page)?.marked).toBe(marked));

  it.each([
    "no t$0erm",
    "`ca$0che`",
    "```\nca$0che\n```",
    "<!-- ca$0che -->",
    "![ca$0che](cache.png)",
    "src/ca$0che/x.ts",
    "https://x.example/ca$0che",
    "---\ntitle: ca$0che\n---\n\nText.",
    "see [there](https://x.ex$0ample)",
    "see [cache](/docs/glossary/te$0rms/redis)",
    "$0",
  ])("is silent on %s", (page) => expect(at(page)).toBeUndefined());

  it("says when there is no definition yet", () => {
    expect(at("an empty$0 term")?.markdown).toBe("**Empty Term**\n\n*No definition yet.*");
  });

  it("does not explain a term on its own page", () => {
    const here = workspace("-- docs/glossary/terms/cdn.md --\n# CDN\n\nA C$0DN keeps copies.\n");
    const { page, offset } = cursorOf(here);
    expect(hover(here.snapshot, page, offset)).toBeUndefined();
  });

  it("names the terms of the same name in other glossaries, the nearest in full", () => {
    const found = at(
      "-- shop/spec.md --\nAn or$0der.",
      "\n-- shop/glossary/terms/order.md --\n# Order\n\nWhat is bought.\n-- factory/glossary/terms/order.md --\n# Order\n\nWhat is made.\n",
    );
    expect(found?.markdown).toBe(
      "**Order**\n\nWhat is bought.\n\n---\n\nElsewhere:\n\n- **Order** in factory/glossary/terms/order.md: What is made.",
    );
    expect(found?.sources).toHaveLength(2);
  });

  it("is safe Markdown, whatever the glossary says", () => {
    const evil =
      "\n-- glossary/terms/x.md --\n# Evil\n\nA <img src=x onerror=alert(1)> ![i](http://x/i.png) [l](command:x) [m](javascript:x) <b>b</b> [w](https://x.example)\n<script>alert(1)</script>\n\n[c]: command:x\n";
    const found = at("so ev$0il", evil)?.markdown ?? "";
    expect(found).not.toMatch(/<\w|!\[|command:|javascript:/);
    expect(found).toContain("[w](https://x.example)");
  });

  it.each([
    ["glossary/terms/x.md", "---\ntitle: Evil\nshort_description: EVIL\n---\n"],
    [
      "x.glossary.yml",
      "contexts:\n  - domainVisionStatement: 'EVIL'\n    meta: {a: 'EVIL'}\n    terms:\n      - name: Evil\n        definition: 'EVIL'\n        examples: ['EVIL']\n        meta: {b: 'EVIL'}\n",
    ],
    ["x.md", "```{glossary}\nevil\n  EVIL\n```\n"],
    ["abbreviations.md", "*[evil]: EVIL\n"],
    [
      "GLOSSARY.md",
      "# Glossary\n\n| Term | Definition | Avoid | Example |\n|---|---|---|---|\n| Evil | EVIL | EVIL | EVIL |\n",
    ],
    ["GLOSSARY.md", "# Glossary\n\nEvil\n: EVIL\n"],
    ["GLOSSARY.md", "# Glossary\n\n### Evil\n\nEVIL\n\n### Good\n\nText.\n"],
    ["GLOSSARY.md", "# Glossary\n\n**Evil**: EVIL\n\n**Good**: text\n"],
  ])("is safe Markdown from %s", (path, text) => {
    const evil =
      "A <img src=x onerror=alert(1)> ![i](http://x/i.png) [l](command:x) [m [n]](javascript:x) <b>b</b> [c]";
    const found = at("so ev$0il", `\n-- ${path} --\n${text.replaceAll("EVIL", evil)}`)?.markdown ?? "";
    expect(found).not.toBe("");
    expect(found).not.toMatch(/(?<!\\)<\w|(?<!\\)!\[|\]\((?:command|javascript):/);
  });

  it("tells what a Contextive glossary adds", () => {
    const yaml =
      "contexts:\n  - name: Orders\n    domainVisionStatement: Take orders.\n    meta: {'Owner:': '[Team A](https://wiki.example/a)'}\n    terms:\n      - name: Order\n        definition: What is bought.\n        aliases: [Purchase]\n        examples: [The order was *shipped*.]\n        meta: {Status: Approved, x-avoid: ticket}\n";
    const found = at("An or$0der.", `\n-- docs/x.glossary.yml --\n${yaml}`);
    expect(found?.markdown).toBe(
      "**Order** (Purchase) · *Orders*\n\nWhat is bought.\n\n**Avoid** ticket\n\n> The order was shipped.\n\n*Take orders.*\n\nOwner: [Team A](https://wiki.example/a)  \nStatus: Approved",
    );
  });

  it("is short", () => {
    const long = `\n-- glossary/terms/long.md --\n# Long\n\n## Definition\n\n${"- a line\n".repeat(50)}`;
    expect((at("so lo$0ng", long)?.markdown ?? "").split("\n").length).toBeLessThan(15);
  });
});
