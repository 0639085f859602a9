import { describe, expect, it } from "vitest";
import { adrHighlights } from "../../glossary/adr/features/uses.ts";
import { cursorOf, mark, workspace } from "../fixture.ts";

describe("the number of a decision", () => {
  it.each([
    [
      "is marked wherever the page says it",
      "«ADR-$00002», ADR-0003, «ADR-2» and [«ADR-0002»](adr/0002-x.md).",
    ],
    ["is marked whether there is such a decision or not", "# «ADR$0-0009»\n\nAn ADR, «ADR-0009».\n"],
  ])("%s", (_, text) => {
    const one = workspace(`-- docs/page.md --\n${text}\n`);
    const { page, offset } = cursorOf(one);
    const spans = adrHighlights(page, offset)?.map(({ span }) => span) ?? [];
    expect(mark(page.text, spans)).toBe(mark(page.text, one.spans.get(page.path) ?? []));
  });

  it("is not marked where the cursor is elsewhere", () => {
    const { page, offset } = cursorOf(workspace("-- docs/page.md --\nAn A$0DR, ADR-0002.\n"));
    expect(adrHighlights(page, offset)).toBeUndefined();
  });
});
