/** Where Link first uses puts a link, and where it puts none. */
import { describe, expect, it } from "vitest";
import { definition } from "../../glossary/terms/features/definition.ts";
import { linkFirstUses } from "../../glossary/terms/features/linkFirstUses.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { cursorOf, PAGE, pageOf, rethrow, workspace } from "../fixture.ts";

const TERMS = {
  "docs/glossary/terms/adr.md": "# ADR (Architecture Decision Record)\n\nText.\n",
  "docs/glossary/terms/story.md": "# Story\n\nText.\n",
  "docs/glossary/terms/accepted.md": "# Accepted\n\nText.\n",
};

function linked(text: string, path = PAGE, terms: Readonly<Record<string, string>> = TERMS): string {
  const at = workspace({ ...terms, [path]: text });
  const page = pageOf(at, path);
  const change = linkFirstUses(at.snapshot, page, rethrow);
  return change?.kind === "edit" ? applyEdits(text, change.edits) : text;
}

describe("link first uses", () => {
  it.each([
    "As decided in ADR-0002 and adr-7.",
    "An ADR_1, an ADR-first team, the pre-ADR time, ADR() and docs/ADR.",
    "The [ADR] and the [[adr]] and {ADR}.",
    "See the [[adr|records]]. Each ADR counts.",
    'See <a href="glossary/terms/adr.md">this ADR</a>.',
    "**Story**: a text.",
    "- **Story** — a text.",
    "- Story: a text.",
    "| ADR |\n|-----|\n| ADR |",
    "ADR\n===",
    ":::note ADR",
    "The ADR Template Service and the Release ADR.",
    "ADR\n: A record.",
  ])("leaves %j alone", (text) => {
    expect(linked(`${text}\n`)).toBe(`${text}\n`);
  });

  it("takes the next use where the first one is no place for a link", () => {
    expect(linked("ADR-0002 is an ADR.\n")).toBe("ADR-0002 is an [ADR](./glossary/terms/adr.md).\n");
    expect(linked("**Story**: a story of two.\n")).toBe(
      "**Story**: a [story](./glossary/terms/story.md) of two.\n",
    );
    expect(linked("The ADR's author.\n")).toBe("The [ADR](./glossary/terms/adr.md)'s author.\n");
  });

  it("leaves the status of a record and the fields of an increment alone", () => {
    const record = "# ADR-0001: Keep a log\n\n## Status\n\nAccepted\n\n## Decision\n\nA log.\n";
    expect(linked(record, "docs/adr/0001-log.md")).toBe(record);
    const tasks =
      "# Tasks\n\n### T-001: Write\n\n**Story**: US-001 | **Status**: Accepted\n**Project**: story\n";
    expect(linked(tasks, ".specweave/increments/0001-a/tasks.md")).toBe(tasks);
  });

  const LIST = { "docs/glossary.md": "# Glossary\n\n## Hub\n\nA building.\n\n## Waybill (WB)\n\nA paper.\n" };

  it("leads to the entries of a glossary of one page", () => {
    expect(linked("The hub has a WB.\n\n## More\n\nSee [hub](glossary.md#hub). A hub.\n", PAGE, LIST)).toBe(
      "The [hub](./glossary.md#hub) has a [WB](./glossary.md#waybill-wb).\n\n## More\n\nSee [hub](glossary.md#hub). A hub.\n",
    );
    const own = "# Glossary\n\n## Hub\n\nA building.\n\n## Waybill\n\nA paper for a hub.\n";
    expect(linked(own, "docs/glossary.md", {})).toBe(own);
  });

  it("is followed to the entry", () => {
    const at = workspace(
      `See [hub](glossary.md#h$0ub).\n-- docs/glossary.md --\n${LIST["docs/glossary.md"]}`,
    );
    const { page, offset } = cursorOf(at);
    expect(definition(at.snapshot, page, offset)).toMatchObject([
      { path: "docs/glossary.md", span: { start: 15, end: 18 } },
    ]);
  });
});
