import { describe, expect, it } from "vitest";
import { linkText, plainName } from "../../glossary/terms/edits/writeLink.ts";
import { completion } from "../../glossary/terms/features/completion.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import {
  DEFAULT_SETTINGS,
  type LinkStyle,
  type Settings,
} from "../../glossary/workspace/settings/settings.ts";
import { cursorOf, workspace } from "../fixture.ts";

const TERMS = `
-- docs/glossary/terms/user-story.md --
---
id: user-story
---

# User Story

Text.
-- docs/glossary/terms/adr.md --
# ADR (Architecture Decision Record)

Text.
-- docs/glossary/terms/cafe.md --
# Café

Text.
`;

/** What the page becomes with the first completion, or the one with this label. */
function first(
  page: string,
  { style = "auto" as Settings["linkStyle"], others = "", label = "" } = {},
): string | undefined {
  const at = workspace(`${page}\n${TERMS}${others}`);
  at.host.apply({ settings: { ...DEFAULT_SETTINGS, linkStyle: style } });
  const { page: read, offset } = cursorOf(at);
  const { items } = completion(at.host.snapshot(), read, offset, true);
  const item = label ? items.find((one) => one.label === label) : items[0];
  return item && applyEdits(read.text, [{ span: item.replace, text: item.text }]).trim();
}

const labels = (page: string, others = "") => {
  const at = workspace(`${page}\n${TERMS}${others}`);
  const { page: read, offset } = cursorOf(at);
  return completion(at.snapshot, read, offset, true).items.map(({ label }) => label);
};

describe("completion after a bracket", () => {
  const WRITTEN: Readonly<Record<LinkStyle, string>> = {
    site: "A [user stories](/docs/glossary/terms/user-story)",
    relative: "A [user stories](./glossary/terms/user-story.md)",
    extensionless: "A [user stories](./glossary/terms/user-story)",
    wiki: "A [[user-story|user stories]]",
    reference: "A [user stories](./glossary/terms/user-story.md)",
    shortcode: 'A {{< glossary_tooltip text="user stories" term_id="user-story" >}}',
    myst: "A {term}`user stories <User Story>`",
  };
  it.each(Object.keys(WRITTEN) as LinkStyle[])("writes the style of the setting: %s", (style) => {
    expect(first("A [user stories$0", { style })).toBe(WRITTEN[style]);
    expect(first("A [user stories$0]", { style })).toBe(WRITTEN[style]);
  });

  const USES: Readonly<Record<string, string>> = {
    site: "[a](/docs/glossary/terms/adr)",
    relative: "[a](glossary/terms/adr.md)",
    extensionless: "[a](glossary/terms/adr)",
    wiki: "Of [[adr]] and [[adr|ADRs]]",
    shortcode: '{{< glossary_tooltip text="ADRs" term_id="adr" >}}',
    myst: "The {term}`ADR`",
  };
  it.each(Object.entries(USES))("writes the style of the repository: %s", (style, use) => {
    const others = `-- docs/other.md --\n${use}\n`;
    expect(first("A [user stories$0", { others })).toBe(WRITTEN[style as "site"]);
  });

  it.each(Object.entries(USES))("writes the style of the page before that: %s", (style, use) => {
    const other = style === "site" ? USES.relative : USES.site;
    const others = `-- docs/other.md --\n${other}\n${other}\n${other}\n`;
    expect(first(`${use}\n\nA [user stories$0`, { others })?.split("\n\n")[1]).toBe(WRITTEN[style as "site"]);
  });

  it("writes references with the labels that the page defines", () => {
    const definitions = "\n\n[story]: glossary/terms/user-story.md\n[other]: https://x.example\n";
    const used = "[a][story] and [b][story]\n\n";
    expect(first(`${used}A [user stories$0${definitions}`)).toContain("A [user stories][story]");
    expect(first(`${used}A [Story$0${definitions}`)).toContain("A [User Story][story]");
    expect(first(`${used}A [adr$0${definitions}`)).toContain("A [adr](./glossary/terms/adr.md)");
  });

  it.each([
    ["[stor", "User Story"],
    ["[stories", "User Stories"],
    ["[user stories", "user stories"],
    ["[User-Stories", "User-Stories"],
    ["[user sto", "User Story"],
    ["[ADRs", "ADRs"],
    ["[adr", "adr"],
    ["[architecture decision records", "architecture decision records"],
    ["[cafes", "cafes"],
    ["[caf", "Café"],
  ])("keeps the word that was typed: %s", (typed, text) => {
    expect(first(`A ${typed}$0`)).toMatch(`[${text}](`);
  });

  it("lets editors find names with diacritics and other spellings", () => {
    const at = workspace(`[cafe$0\n${TERMS}`);
    const { page, offset } = cursorOf(at);
    expect(completion(at.snapshot, page, offset, false).items[0]?.filter).toBe("[cafe Café");
    const begun = workspace(`[cafés$0\n${TERMS}`);
    const cursor = cursorOf(begun);
    expect(completion(begun.snapshot, cursor.page, cursor.offset, false).items[0]?.filter).toBe("[Cafés");
  });

  it("does not break what is around", () => {
    const table = "| a | b |\n|---|---|\n| [user stor$0 | c |";
    expect(first(table, { style: "wiki" })).toContain("| [User Story](./glossary/terms/user-story.md) | c |");
    for (const page of [
      "[outer [user$0] text](x.md)",
      "[us$0](x.md)",
      "`[us$0`",
      "<b title='[us$0'>",
      "[^us$0",
    ])
      expect(first(page), page).toBeUndefined();
  });

  it("writes wiki links where one was begun", () => {
    expect(first("A [[user stor$0")).toBe("A [[user-story|User Story]]");
    expect(first("A [[user stories$0]] here")).toBe("A [[user-story|user stories]] here");
    expect(first("A [[adr$0]]")).toBe("A [[adr]]");
    expect(labels("| a |\n|---|\n| [[user stories$0 |")).toEqual([]);
  });
});

describe("completion of labels", () => {
  const page =
    "See [user stories][$0] here.\n\n[x y]: a.md\n[story]: glossary/terms/user-story.md\n[^1]: Note.\n";
  it("offers those that the page defines, the one for the text first", () => {
    expect(labels(page)).toEqual(["story", "x y"]);
    expect(first(page)).toContain("See [user stories][story] here.");
    expect(first(page.replace("$0]", "sto$0"))).toContain("See [user stories][story here.");
    expect(labels("See [user stories][$0] here.")).toEqual([]);
  });
});

describe("completion of addresses", () => {
  it("offers the one for the text first", () => {
    expect(first("[user stories]($0)")).toBe("[user stories](./glossary/terms/user-story.md)");
    expect(first("[it](sto$0)")).toBe("[it](./glossary/terms/user-story.md)");
    expect(first("[it](./glossary/terms/u$0)")).toBe("[it](./glossary/terms/user-story.md)");
    expect(first("[it](../else/u$0)")).toBeUndefined();
  });
});

describe("completion in text", () => {
  it.each([
    ["A stor$0", "A User Story"],
    ["A user stor$0", "A User Story"],
    ["A user stories$0", "A user stories"],
    ["Many stories$0", "Many User Stories"],
    ["An architecture decision $0", "An Architecture Decision Record"],
    ["The user-sto$0", "The User Story"],
  ])("replaces the words that belong to the name: %s", (page, text) => expect(first(page)).toBe(text));

  it("offers what the document uses first", () => {
    expect(labels("An ADR.\n\nThe $0")[0]).toBe("ADR");
    expect(labels("A café.\n\nThe $0")[0]).toBe("Café");
  });

  it("escapes what would be markup", () => {
    expect(plainName("a*b <T> _x_ c_d `e` [f] g|h", false)).toBe("a\\*b \\<T> \\_x\\_ c_d \\`e\\` [f] g|h");
    expect(plainName("g|h", true)).toBe("g\\|h");
    expect(linkText("[f]", false)).toBe("\\[f\\]");
  });
});

describe("completion in front matter", () => {
  const page = (list: string) => `---\ntitle: X\n${list}\n---\n\n# X\n`;
  it.each([
    ["related:\n  - us$0", "related:\n  - User Story"],
    ["related:\n  - adr\n  - us$0", "related:\n  - adr\n  - user-story"],
    ["related:\n  - ADR\n  - us$0", "related:\n  - ADR\n  - User Story"],
    ["terms: [us$0]", "terms: [User Story]"],
    ["terms: [adr, us$0]", "terms: [adr, user-story]"],
    ['terms: ["adr", "us$0"]', 'terms: ["adr", "user-story"]'],
    ["see_also:\n- us$0er", "see_also:\n- User Story"],
  ])("writes what the list has: %s", (before, after) => expect(first(page(before))).toBe(page(after).trim()));

  it.each(["title: us$0", "authors:\n  - us$0", "related: us$0", "us$0: x"])("is silent in %s", (list) =>
    expect(labels(page(list))).toEqual([]),
  );
});
