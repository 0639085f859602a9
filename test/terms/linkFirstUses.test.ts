import { expect, it } from "vitest";
import { linkFirstUses } from "../../glossary/terms/features/linkFirstUses.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { DEFAULT_SETTINGS } from "../../glossary/workspace/settings/settings.ts";
import { PAGE, pageOf, rethrow, workspace } from "../fixture.ts";

const TERMS = `
-- docs/glossary/terms/adr.md --
# ADR (Architecture Decision Record)

Text.
-- docs/glossary/terms/user-story.md --
# User Story

Text.
`;

function linked(text: string, rules = {}, complete = true): string | undefined {
  const at = workspace(`${text}\n${TERMS}`, { settings: { ...DEFAULT_SETTINGS, rules }, complete });
  const page = pageOf(at);
  const change = linkFirstUses(at.snapshot, page, rethrow);
  expect(change?.path).toBe(change && PAGE);
  return change?.kind === "edit" ? applyEdits(page.text, change.edits).trimEnd() : undefined;
}

const TEXT = `# An ADR

An ADR for user stories, \`ADR\`. Another ADR.

## More ADRs

| ADR |
|-----|

User
stories and [an ADR](glossary/terms/adr.md).

<!-- spec-glossary-disable-next-line glossary/unlinked-term -->

## Silent

<!-- spec-glossary-disable glossary/unlinked-term -->

An ADR.`;

it("links the first uses in each section, whatever the rule is set to", () => {
  for (const rules of [{}, { "glossary/unlinked-term": "off" }, { "glossary/unlinked-term": "error" }])
    expect(linked(TEXT, rules)).toBe(
      TEXT.replace(
        "An ADR for user stories",
        "An [ADR](./glossary/terms/adr.md) for [user stories](./glossary/terms/user-story.md)",
      ).replace("User\nstories", "[User\nstories](./glossary/terms/user-story.md)"),
    );
});

it("has nothing to do where all is linked, and before everything has been read", () => {
  expect(linked(linked(TEXT) as string)).toBeUndefined();
  expect(linked("No term.")).toBeUndefined();
  expect(linked(TEXT, {}, false)).toBeUndefined();
});
