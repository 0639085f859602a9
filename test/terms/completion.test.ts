import { describe, expect, it } from "vitest";
import { completedTerm, completion } from "../../glossary/terms/features/completion.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { DEFAULT_SETTINGS } from "../../glossary/workspace/settings/settings.ts";
import { effort, SOON } from "../effort.ts";
import { cursorOf, workspace } from "../fixture.ts";

const GLOSSARY = `
-- docs/glossary/terms/cdn.md --
---
id: edge
---

# CDN (Content Delivery Network)

Copies.
-- docs/glossary/categories/web.md --
# Web

**[CDN](/docs/glossary/terms/edge)**
- Copies

**Cache [L1]**
- Keeps
-- docs/linked.md --
[a](/docs/glossary/terms/edge)
`;

function at(page: string, invoked = true) {
  const one = workspace(`${page}\n${GLOSSARY}`);
  const { page: read, offset } = cursorOf(one);
  return completion(one.snapshot, read, offset, invoked).items.map((item) => ({
    ...item,
    after: applyEdits(read.text, [{ span: item.replace, text: item.text }]).trim(),
  }));
}

const completed = (page: string, invoked?: boolean) => at(page, invoked).map((item) => item.after);

describe("completion", () => {
  it("of names in prose, when asked for", () => {
    expect(completed("The co$0 here.")).toEqual(["The Content Delivery Network here."]);
    expect(completed("The c$0 here.")).toEqual([
      "The Cache [L1] here.",
      "The CDN here.",
      "The Content Delivery Network here.",
    ]);
    expect(completed("The c$0 here.", false)).toEqual([]);
    expect(completed("$0")).toHaveLength(3);
    for (const start of ["- ", "> ", "# ", "1. **", "| a |\n|---|\n| "])
      expect(completed(`${start}$0`), start).toHaveLength(3);
    expect(completed("Text.\n\n$0\n\nText.")).toHaveLength(3);
  });

  it("of links after a bracket, without being asked", () => {
    expect(completed("See [C$0 now.", false)).toEqual([
      "See [Cache \\[L1\\]](/docs/glossary/categories/web) now.",
      "See [CDN](/docs/glossary/terms/edge) now.",
      "See [Content Delivery Network](/docs/glossary/terms/edge) now.",
    ]);
    expect(completed("See [C$0] now.", false)[1]).toBe("See [CDN](/docs/glossary/terms/edge) now.");
    expect(at("See [C$0 now.")[1]?.filter).toBe("[CDN");
  });

  it("of addresses", () => {
    expect(completed("See [x]($0) now.", false)).toEqual([
      "See [x](/docs/glossary/categories/web) now.",
      "See [x](/docs/glossary/terms/edge) now.",
    ]);
    expect(completed("See [x](/docs/gl$0ossary/old) now.", false)[1]).toBe(
      "See [x](/docs/glossary/terms/edge) now.",
    );
    expect(completed("See [x](/docs/$0", false)[1]).toBe("See [x](/docs/glossary/terms/edge");
  });

  it("writes links as the page does, else as the others do", () => {
    expect(completed("[b](./glossary/terms/cdn.md) [C$0")[1]).toBe(
      "[b](./glossary/terms/cdn.md) [CDN](./glossary/terms/cdn.md)",
    );
    const one = workspace("[C$0\n-- glossary/terms/a b.md --\n# C\n\nText.\n");
    const { page, offset } = cursorOf(one);
    expect(completion(one.snapshot, page, offset, false).items.map(({ text }) => text)).toEqual([
      "[C](../glossary/terms/a%20b.md)",
    ]);
  });

  it("keeps to the setting", () => {
    const one = workspace(`[CD$0\n${GLOSSARY}`);
    const { page, offset } = cursorOf(one);
    one.host.apply({ settings: { ...DEFAULT_SETTINGS, linkStyle: "relative" } });
    const [cdn] = completion(one.host.snapshot(), page, offset, false).items;
    expect(cdn?.text).toBe("[CDN](./glossary/terms/cdn.md)");
  });

  it("offers no link from a term's page to itself", () => {
    const one = workspace(
      "-- docs/glossary/terms/cdn.md --\n# CDN\n\n[$0\n-- docs/glossary/terms/b.md --\n# B\n\nb\n",
    );
    const { page, offset } = cursorOf(one);
    expect(completion(one.snapshot, page, offset, true).items.map(({ label }) => label)).toEqual(["B"]);
  });

  it.each([
    "---\ntitle: $0\n---\n",
    "`[$0`",
    "```\n[$0\n```",
    "```\n[$0",
    "    code $0",
    "<!-- $0 -->",
    '<a href="$0">x</a>',
    "- [$0x] done",
    "- [x$0] done",
    "![a$0lt](x.png)",
    "https://x.example/ab$0",
    "[r]: /docs/$0",
    "- [$0 ] to do",
    "```\n[x](y)\n\n\n$0",
    "    code\n    more$0",
    "[te$0xt](address)",
  ])("is silent in %s", (page) => {
    expect(completed(page)).toEqual([]);
  });

  it("takes no link for one that is escaped", () => {
    expect(completed("\\[C$0")).toContain("\\[CDN");
    expect(completed("\\[C$0", false)).toEqual([]);
  });

  it("goes on after code", () => {
    for (const page of ["```\ncode\n```\n\n$0", "    code\n\nC$0", "`code` $0"])
      expect(completed(page), page).toHaveLength(3);
  });

  it("is there in headings, tables, quotes and lists", () => {
    expect(completed("# On C$0")).toContain("# On CDN");
    expect(completed("| a |\n|---|\n| C$0 |")).toContain("| a |\n|---|\n| CDN |");
    expect(completed("> C$0")).toContain("> CDN");
    expect(completed("1. **C$0**")).toContain("1. **CDN**");
  });

  it("says when there is more than it shows, and keeps what begins as typed", () => {
    const many = Array.from({ length: 300 }, (_, n) => `**Alpha ${n}**\n- Text\n`).join("\n");
    const one = (page: string) => {
      const all = workspace(
        `${page}\n-- docs/glossary/categories/x.md --\n# X\n\n${many}\n**Zeta Alp**\n- Text\n\n**Alp Zeta**\n- Text\n`,
      );
      const { page: read, offset } = cursorOf(all);
      return completion(all.snapshot, read, offset, true);
    };
    expect(one("[al$0")).toMatchObject({ incomplete: true });
    expect(one("[al$0").items).toHaveLength(200);
    expect(one("[alp z$0").items.map(({ label }) => label)).toEqual(["Alp Zeta"]);
    expect(one("[zet$0").items.map(({ label }) => label)).toEqual(["Zeta Alp", "Alp Zeta"]);
    expect(one("[zet$0").incomplete).toBe(false);
  });

  it("comes soon in a line that nobody would write", () => {
    const spent = effort();
    expect(completed(`[${"\\a".repeat(60)}$0`)).toEqual([]);
    expect(spent()).toBeLessThan(SOON);
  });

  it("finds the term again", () => {
    const { snapshot } = workspace(GLOSSARY);
    expect(completedTerm(snapshot, "cdn")?.summary).toBe("Copies.");
    expect(completedTerm(snapshot, "gone")).toBeUndefined();
    expect(completedTerm(snapshot, "constructor")).toBeUndefined();
  });
});
