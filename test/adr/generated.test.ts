/** Which part of an index a tool writes. */
import { describe, expect, it } from "vitest";
import { generatedPart } from "../../glossary/adr/edits/generated.ts";
import { rowChanges } from "../../glossary/adr/features/new.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";

const PATH = "docs/adr/README.md";

function partIn(text: string): string | undefined {
  const page = pageOf(workspace({ [PATH]: text }), PATH);
  const part = generatedPart(page);
  return part && page.text.slice(part.start, part.end).trim();
}

describe("the generated part of an index", () => {
  const PAIRS: readonly (readonly [string, string])[] = [
    ["adrlog", "adrlogstop"],
    ["adr-list", "/adr-list"],
    ["adr-list:start", "adr-list:end"],
    ["ADR INDEX START", "ADR INDEX END"],
    ["BEGIN adr-index", "END adr-index"],
    ["decisions", "/decisions"],
  ];
  for (const [open, close] of PAIRS)
    it(`is between ${open} and ${close}`, () =>
      expect(partIn(`# D\n\n<!-- ${open} -->\n\n- a\n\n<!-- ${close} -->\n\n- b\n`)).toBe("- a"));

  const OTHERS = [
    "# D\n\n<!-- Add new ADRs below -->\n\n- a\n",
    "# D\n\n<!-- toc -->\n\n- a\n\n<!-- tocstop -->\n",
    "# D\n\n<!-- adrlogstop -->\n\n- a\n\n<!-- adrlog -->\n",
    "# D\n\n```md\n<!-- adrlog -->\n- a\n<!-- adrlogstop -->\n```\n",
  ];
  for (const text of OTHERS)
    it(`is not in ${JSON.stringify(text)}`, () => expect(partIn(text)).toBeUndefined());
});

it("a new record gets the first row of a list that is to be generated", () => {
  const text = "# D\n\n<!-- adrlog -->\n<!-- adrlogstop -->\n";
  const record = "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n";
  const { snapshot } = workspace({ [PATH]: text, "docs/adr/0001-a.md": record });
  const place = snapshot.adrs.byKey.get("1")?.[0];
  const [change] = (place && rowChanges(snapshot, [pageOf({ snapshot }, PATH)], place)) ?? [];
  expect(change?.kind === "edit" && applyEdits(text, change.edits)).toBe(
    "# D\n\n<!-- adrlog -->\n* [ADR-0001](0001-a.md) - A\n<!-- adrlogstop -->\n",
  );
});
