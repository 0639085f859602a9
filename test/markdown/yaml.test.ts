/** YAML as anybody may have written it: `«…»` stands around the mistakes, with what is said of them. */
import { describe, expect, it } from "vitest";
import { readYaml } from "../../glossary/markdown/yaml.ts";
import { effort, SOON } from "../effort.ts";
import { mark, unmark, workspace } from "../fixture.ts";

const MISTAKES: readonly (readonly [string, string, ...string[]])[] = [
  ["nothing wrong", "a: 1\nb: [c, d]\n"],
  ["a key that is given twice", "key: 1\nb: 2\n«key»: 3\n", "Map keys must be unique"],
  ["a key that is given twice below another", "a:\n  b: 1\n  «b»: 2\n", "Map keys must be unique"],
  ["a key that is given twice in braces", "a: {b: 1, «b»: 2}\n", "Map keys must be unique"],
  ["one key in two maps", "- a: 1\n- a: 2\n"],
  ["a colon in a value", "a: «b»: c\n", "Nested mappings are not allowed in compact mappings"],
];

describe("mistakes in YAML", () => {
  for (const [title, marked, ...messages] of MISTAKES)
    it(title, () => {
      const { text } = unmark(marked);
      const { problems } = readYaml(text);
      const said = problems.map(({ span, message }) => [mark(text, [span]), message]);
      expect(said).toEqual(messages.map((message) => [marked, message]));
    });
});

/** What the parser calls itself for, once for each time. */
const DEEP = ["- ", "a: ", "? ", "*a : ", "a: b: c\n", "[a b: ", "{a: ", "["];

function deep(piece: string): string {
  return `${piece.repeat(5_000)}${piece.endsWith("\n") ? "" : "\n"}}\n`;
}

describe("YAML without end", () => {
  for (const piece of DEEP)
    it(`many ${JSON.stringify(piece)}`, () => {
      expect(readYaml(deep(piece)).problems).not.toEqual([]);
    });

  it("keeps no other file from being read", () => {
    const text = deep("- ");
    const { snapshot } = workspace({ "a.md": `---\n${text}---\n\n# A\n`, "b.glossary.yml": text });
    expect([...snapshot.pages.keys()]).toEqual(["a.md", "b.glossary.yml"]);
  });
});

/** What there can be much of without being deep. */
const MUCH: Readonly<Record<string, (i: number) => string>> = {
  keys: (i) => `k${i}: v\n`,
  "one key": () => "a: v\n",
  "keys without values": () => "? a\n",
  "texts one after the other": () => '"\\q" ',
  anchors: () => "- &x y\n",
};

describe("much YAML is read quickly", () => {
  for (const [title, piece] of Object.entries(MUCH))
    it(title, () => {
      const text = Array.from({ length: 50_000 }, (_, i) => piece(i)).join("");
      const spent = effort();
      readYaml(text);
      expect(spent()).toBeLessThan(SOON);
    });
});
