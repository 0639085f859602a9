import { describe, expect, it } from "vitest";
import { completion } from "../../glossary/terms/features/completion.ts";
import { hover } from "../../glossary/terms/features/hover.ts";
import { cursorOf, workspace } from "../fixture.ts";

const FILES = `-- content/en/glossary/terms/container.md --
# Container

A process by itself.
-- content/de/glossary/terms/container.md --
# Container

Ein Prozess für sich.
-- content/de/glossary/terms/behälter.md --
# Conbehälter

Ein Gefäß.
-- docs/glossary/terms/host.md --
# Host

A machine.
`;

const hoverIn = (path: string, text: string) => {
  const at = workspace(`${FILES}-- ${path} --\n${text}`);
  const { page, offset } = cursorOf(at);
  return hover(at.snapshot, page, offset)?.markdown;
};

const offered = (path: string) => {
  const at = workspace(`${FILES}-- ${path} --\nA [con$0\n`);
  const { page, offset } = cursorOf(at);
  return completion(at.snapshot, page, offset, true).items.map(({ text }) => text.replace(/^.*\(/, ""));
};

describe("terms in several languages", () => {
  it("are those of the document's language", () => {
    expect(hoverIn("content/en/page.md", "A con$0tainer.\n")).toBe("**Container**\n\nA process by itself.");
    expect(hoverIn("content/de/page.md", "Ein Con$0tainer.\n")).toBe(
      "**Container**\n\nEin Prozess für sich.",
    );
  });

  it("are all where none is in the document's language", () => {
    const markdown = hoverIn("content/fr/page.md", "Un con$0tainer.\n");
    expect(markdown).toContain("A process by itself.");
    expect(markdown).toContain("Ein Prozess für sich.");
    expect(hoverIn("content/de/page.md", "Ein Ho$0st.\n")).toBe("**Host**\n\nA machine.");
  });

  it("are offered in the document's language", () => {
    expect(offered("content/en/page.md")).toEqual(["./glossary/terms/container.md)"]);
    expect(offered("content/de/page.md").join(" ")).not.toContain("en/");
    expect(offered("content/fr/page.md").join(" ")).toContain("/de/");
  });
});
