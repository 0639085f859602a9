/** Front matter: the values of its keys, and where they stand. */
import { describe, expect, it } from "vitest";
import { list, readMatter, scalar } from "../../glossary/markdown/matter.ts";
import { mark, unmark } from "../fixture.ts";

function read(lines: string) {
  const text = `---\n${lines}---\n`;
  return readMatter(text, { start: 0, end: text.length - 1 });
}

describe("values", () => {
  for (const [lines, expected] of [
    ["a: b\n", ["b"]],
    ["A: b\n", ["b"]],
    ["a: b, c ,  d\n", ["b", "c", "d"]],
    ["a: [b, 'c, d']\n", ["b", "c, d"]],
    ["a:\n  - b\n  - c: d\n  - e\n", ["b", "e"]],
    ["a: 1.0\n", ["1.0"]],
    ["a:\n", []],
    ["b: c\n", []],
    ["a:\n  b: c\n", []],
  ] as const)
    it(`of a list: ${JSON.stringify(lines)}`, () => expect(list(read(lines), "a")).toEqual(expected));

  for (const [lines, expected] of [
    ["a: b, c\n", "b, c"],
    ["a: yes\n", "yes"],
    ["a: [b]\n", undefined],
    ["a:\n", undefined],
    ["__proto__: b\n", undefined],
  ] as const)
    it(`of a text: ${JSON.stringify(lines)}`, () => expect(scalar(read(lines), "a")).toBe(expected));

  it("have their places in the file", () => {
    const marked = '---\r\na: «b»\r\nc: «"d"»\r\ne: «[f, g]»\r\n---\r\n';
    const { text } = unmark(marked);
    const { values } = readMatter(text, { start: 0, end: text.length - 2 });
    expect(
      mark(
        text,
        values.map(({ span }) => span),
      ),
    ).toBe(marked);
  });
});
