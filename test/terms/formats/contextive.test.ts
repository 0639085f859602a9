import { describe, expect, it } from "vitest";
import { pageOf, workspace } from "../../fixture.ts";
import { entries, entryLines } from "./outline.ts";

const PATH = "shop/orders.glossary.yml";

const FULL = `# Orders
contexts:
  - name: Orders
    domainVisionStatement: Take _and_ keep orders.
    paths:
      - src/**/orders
    meta:
      "👥 Owner:": "[Team A](https://wiki.example/a)"
    terms:
      - name: Order
        definition: >-
          What a *customer* asked for, see [there](../x.md)

          and <b>paid</b>.
        examples:
          - The _order_ was shipped.
        aliases:
          - Purchase
          - PO (Purchase Order)
        meta:
          Status: Approved
          x-avoid: "ticket; request"
      - name: 'no'
      - name: 注文
        definition: An order.
`;

describe("a Contextive glossary", () => {
  it("is read with all that it says", () => {
    expect(entryLines(PATH, FULL)).toEqual([
      "contextive: Order = Purchase = PO = Purchase Order | What a customer asked for, see there and <b>paid</b>. | in Orders | not: ticket, request | e.g. The order was shipped. | only shop, src/**/orders",
      "contextive: no | in Orders | only shop, src/**/orders",
      "contextive: 注文 | An order. | in Orders | only shop, src/**/orders",
    ]);
    const [order, no] = entries(PATH, FULL);
    expect(order?.definition).toBe("What a *customer* asked for, see there\nand \\<b>paid\\</b>.");
    expect(order?.context).toEqual({
      name: "Orders",
      vision: "Take _and_ keep orders.",
      meta: [["👥 Owner:", "[Team A](https://wiki.example/a)"]],
    });
    expect(order?.meta).toEqual([["Status", "Approved"]]);
    expect(FULL.slice(no?.nameSpan.start, no?.nameSpan.end)).toBe("no");
    expect(FULL.slice(order?.span.start, order?.span.end)).toMatch(/^name: Order[\s\S]*x-avoid/);
  });

  it("is found by its name", () => {
    const text = "contexts:\n  - terms:\n      - name: A\n";
    for (const path of [
      "a.glossary.yml",
      "a/b.glossary.yaml",
      ".contextive/definitions.yml",
      "x/.contextive/definitions.yml",
    ])
      expect(entries(path, text)).toHaveLength(1);
    expect(entries(".contextive/definitions.yml", text)[0]?.scope).toBeUndefined();
    expect(entries("x/.contextive/definitions.yml", text)[0]?.scope).toEqual({ within: ["x"], paths: [] });
  });

  const MISTAKES: Readonly<
    Record<string, readonly [text: string, entries: number, problems: readonly string[]]>
  > = {
    "nothing at all": ["", 0, []],
    "only a comment": ["# later\n", 0, []],
    "empty lists": ["contexts:\nimports:\n", 0, []],
    "an empty list of terms": ["contexts:\n  - name: A\n    terms:\n  - terms:\n      - name: B\n", 1, []],
    "an unknown key": [
      "contexts:\n  - terms:\n      - name: A\n        example: [x]\n      - name: B\n",
      2,
      ["example: Contextive does not know “example” here and rejects the file: did you mean “examples”?"],
    ],
    "unknown keys at every level": [
      "version: 1\ncontexts:\n  - title: A\n    terms:\n      - name: B\n",
      1,
      [
        "version: Contextive does not know “version” here and rejects the file: it knows “contexts”, “imports”",
        "title: Contextive does not know “title” here and rejects the file: it knows “name”, “domainVisionStatement”, “paths”, “meta”, “terms”",
      ],
    ],
    "a term without a name": [
      "contexts:\n  - terms:\n      - definition: x\n      - name:\n      - name: C\n",
      1,
      ["definition: This term has no name: add “name:”", ": This term has no name: add “name:”"],
    ],
    "the wrong kind of value": [
      "contexts:\n  terms: []\n",
      0,
      ["terms: []\n: “contexts” is a list: begin each item with “- ”"],
    ],
    "text for a list, a list for text": [
      "contexts:\n  - terms:\n      - name: A\n        aliases: B\n        definition: [x]\n      - C\n",
      1,
      [
        "B: “aliases” is a list: begin each item with “- ”",
        "[x]: A definition is text",
        "C: A term has keys, of which there are “name”, “definition”, “examples”, “aliases”, “meta”",
      ],
    ],
    "a key twice": [
      "contexts:\n  - terms:\n      - name: A\n        name: B\n",
      1,
      ["name: This is not valid YAML: Map keys must be unique"],
    ],
    "text that is no YAML": [
      "- : [\n",
      0,
      [expect.stringContaining("This is not valid YAML")] as unknown as string[],
    ],
    "an import from elsewhere": [
      "imports:\n  - https://x.example/a.glossary.yml\n  - ../../../a.glossary.yml\n",
      0,
      [
        "https://x.example/a.glossary.yml: Imports from the network are not followed: copy the file into the repository",
        "../../../a.glossary.yml: This import leads out of the workspace folder: it is not followed",
      ],
    ],
  };
  for (const [title, [text, count, problems]] of Object.entries(MISTAKES)) {
    it(`with ${title}`, () => {
      const { exports } = pageOf(workspace({ [PATH]: text }), PATH);
      expect(exports.terms.entries).toHaveLength(count);
      const said = exports.terms.problems.map(
        ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
      );
      if (title === "text that is no YAML") expect(said.length).toBeGreaterThan(0);
      else expect(said).toEqual(problems);
    });
  }

  it("does not throw on any cut of it, nor on anchors", () => {
    for (let at = 0; at < FULL.length; at += 3) {
      expect(() => entries(PATH, FULL.slice(0, at))).not.toThrow();
      expect(() => entries(PATH, FULL.slice(at))).not.toThrow();
    }
    expect(entries(PATH, "a: &a [*a, *a]\ncontexts: *a\n")).toEqual([]);
  });

  it("takes names of built-in properties for what they are", () => {
    const text =
      "constructor: 1\ncontexts:\n  - terms:\n      - name: constructor\n        __proto__: x\n      - name: toString\n";
    const { exports } = pageOf(workspace({ [PATH]: text }), PATH);
    expect(exports.terms.entries.map(({ names }) => names[0])).toEqual(["constructor", "toString"]);
    expect(exports.terms.problems).toHaveLength(2);
  });
});
