/** Where a new term is written in a glossary of one page, and where its definition goes. */
import { expect, it } from "vitest";
import { newTerm } from "../../glossary/terms/features/newTerm.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { workspace } from "../fixture.ts";

/** The glossary with a new term; `$0` is where its definition goes. */
function added(text: string, name: string): string {
  const result = newTerm(workspace({ "docs/glossary.md": text }).snapshot, name);
  if (result.kind !== "new" || result.change.kind !== "edit") throw new Error("expected a row");
  const { edits, field } = result.change;
  const [edit] = edits;
  if (!edit) throw new Error("expected an edit");
  return applyEdits(text, [{ ...edit, text: `${edit.text.slice(0, field)}$0${edit.text.slice(field)}` }]);
}

const CASES: Record<string, readonly [text: string, name: string, part: string]> = {
  "in the column of definitions, whatever is emphasised in them": [
    "# Glossary\n\n| Term | Also known as | Definition |\n|---|---|---|\n| Hull | body | The **outer** part |\n| Buoy | | A `red` sign |\n",
    "Keel",
    "| Keel |  | $0 |",
  ],
  "behind all paragraphs and lists of the last entry": [
    "# Glossary\n\n## Buoy\n\nA sign.\n\n## Hull\n\nA body.\n\nIt is painted.\n\n- red\n- grey\n",
    "Keel",
    "- grey\n\n## Keel\n\n$0\n",
  ],
  "behind the last entry, before the next chapter": [
    "# Glossary\n\n## Terms\n\n### Hull\n\nA body.\n\n### Buoy\n\nA sign.\n\nIt floats.\n\n## Sources\n\nBooks.\n",
    "Keel",
    "It floats.\n\n### Keel\n\n$0\n\n## Sources",
  ],
  "behind the paragraphs of bold names": [
    "# Glossary\n\n**Buoy** — A sign.\n\nIt floats.\n\n**Hull** — A body.\n\nIt is painted.\n",
    "Keel",
    "It is painted.\n\n**Keel** — $0\n",
  ],
  "behind what is below an item": [
    "# Glossary\n\n- **Buoy** — a sign\n  - it floats\n- **Hull** — a body\n  - it is painted\n\n  and dry\n",
    "Keel",
    "  and dry\n- **Keel** — $0\n",
  ],
  "before what follows it, with its anchor": [
    '# Glossary\n\n<a id="buoy"></a>\n## Buoy\n\nA sign.\n\n<a id="hull"></a>\n## Hull\n\nA body.\n',
    "Crane",
    'A sign.\n\n## Crane\n\n$0\n\n<a id="hull"></a>\n## Hull',
  ],
  "below its letter, though others are in no order": [
    "# Glossary\n\n## B\n\n### Buoy\n\nA sign.\n\n### Berth\n\nA place.\n\n## C\n\n### Cargo\n\nGoods.\n\n### Cabin\n\nA room.\n\n## Z\n",
    "Crane",
    "A room.\n\n### Crane\n\n$0\n\n## Z",
  ],
  "below its letter, where nothing stands yet": [
    "# Glossary\n\n## A–F\n\n### Buoy\n\nA sign.\n\n### Berth\n\nA place.\n\n## G–Z\n",
    "Keel",
    "## G–Z\n\n### Keel\n\n$0\n",
  ],
  "below a letter of its own": [
    "# Glossary\n\n## B\n\n### Buoy\n\nA sign.\n\n## H\n\n### Hull\n\nA body.\n",
    "Crane",
    "A sign.\n\n## C\n\n### Crane\n\n$0\n\n## H",
  ],
  "in a table without pipes at its ends": [
    "# Glossary\n\nTerm | Meaning\n---- | ----\nAnchor | It holds.\nHull | A body.\n",
    "Buoy",
    "It holds.\nBuoy | $0\nHull",
  ],
  "in a table whose definitions stand in the last column": [
    "# Glossary\n\n| Term | Short | Definition |\n|---|---|---|\n| Anchor | AN | It holds. |\n| Hull | HU | A body. |\n",
    "Keel",
    "| A body. |\n| Keel |  | $0 |\n",
  ],
  "in a definition list": [
    "# Glossary\n\nAnchor\n: It holds.\n\nHull\n: A body.\n\n    It is painted.\n\nThe end.\n",
    "Keel",
    "    It is painted.\n\nKeel\n: $0\n\nThe end.",
  ],
  "with the line ends of the file": [
    "# Glossary\r\n\r\n## Buoy\r\n\r\nA sign.\r\n\r\n## Hull\r\n\r\nA body.\r\n",
    "Crane",
    "A sign.\r\n\r\n## Crane\r\n\r\n$0\r\n\r\n## Hull",
  ],
  "at the end of a file without a line end": [
    "# Glossary\n\n| Term | Definition |\n|---|---|\n| Hull | A body. |\n| Buoy | A sign. |",
    "Keel",
    "| A sign. |\n| Keel | $0 |",
  ],
  "with signs that mean themselves": [
    "# Glossary\n\n- **Buoy**: A sign.\n- **Hull**: A body.\n",
    "C*",
    "A sign.\n- **C\\***: $0\n- **Hull**",
  ],
  "with the definition on the next line": [
    "# Glossary\n\n**Buoy**:\nA sign.\n\n**Hull**:\nA body.\n",
    "Keel",
    "A body.\n\n**Keel**:\n$0\n",
  ],
};

for (const [what, [text, name, part]] of Object.entries(CASES))
  it(`a new term is written ${what}`, () => {
    expect(added(text, name)).toContain(part);
    expect(added(text, name).replace(/\r\n/g, "").includes("\r")).toBe(false);
  });

it("leaves an entry that stands alone what it is while another one is written", () => {
  const text = "- **Cart**: what was chosen\n- **Crane**: \n";
  expect([...workspace({ "docs/glossary.md": text }).snapshot.glossary.terms.keys()]).toEqual(["cart"]);
});
