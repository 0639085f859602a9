/** Blocks of code that end with a block in them: `«…»` stands around the fences that belong together. */
import { describe, expect, it } from "vitest";
import { labelledClose, nestedFences } from "../../glossary/markdown/nestedFences.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { effort, SOON } from "../effort.ts";
import { mark, unmark } from "../fixture.ts";

const PAGES: Readonly<Record<string, string>> = {
  "one block": "«```»markdown\n# A\n\n```sh\nx\n```\n\n«```»\n",
  "two blocks": "«```»md\n```sh\nx\n```\n```js\ny\n```\n«```»\n\n```sh\nz\n```\n",
  "two outer blocks": "«```»md\n```sh\nx\n```\n«```»\n\ntext\n\n«```»md\n```sh\ny\n```\n«```»\n",
  "no info on the outer block": "«```»\ntext\n```json\n{}\n```\n«```»\n\n```js\nx\n```\n",
  tildes: "«~~~»md\n~~~sh\nx\n~~~\n«~~~»\n",
  "in a list": "- item\n\n  «```»md\n  ```sh\n  x\n  ```\n  «```»\n\n- item\n",
  "Windows line ends": "«```»md\r\n```sh\r\nx\r\n```\r\n«```»\r\n",
  "a longer outer fence": "````md\n```sh\nx\n```\n````\n",
  "another kind of fence": "~~~md\n```sh\nx\n```\n~~~\n",
  "deeper lines of code": "```md\n    ```sh\n    x\n    ```\n```\n",
  "a fence that was forgotten": "```sh\nx\n\n```js\ny\n```\n\ntext\n\n```\nz\n```\n",
  "an inner block without an end": "```md\n```sh\nx\n```\n\ntext\n",
  "code in running text": "```a``` b\n```sh\nx\n```\n",
};

describe("blocks of code in blocks of code", () => {
  for (const [title, page] of Object.entries(PAGES))
    it(title, () => {
      const { text } = unmark(page);
      const found = nestedFences(text);
      const markers = found.flatMap(({ open, close }) => [open, close]);
      expect(mark(text, markers)).toBe(page);
      const longer = applyEdits(
        text,
        found.flatMap(({ open, close, length }) =>
          [open, close].map((span) => ({ span, text: (text[span.start] as string).repeat(length) })),
        ),
      );
      expect(nestedFences(longer)).toEqual([]);
    });

  it("are found quickly among many", () => {
    const text = "```md\n```sh\n".repeat(1_400);
    const spent = effort();
    expect(nestedFences(text)).toEqual([]);
    expect(spent()).toBeLessThan(SOON);
  });
});

describe("what was to close a block of code", () => {
  const CASES: readonly (readonly [what: string, text: string, label: string])[] = [
    ["the name of a language", "```python\nx\n```bash\n\ntext\n\n```\ny\n```\n", "bash"],
    ["an indented block", " ``` python\n x\n```bash\n\ntext\n", "bash"],
    ["a heading", "```bash\nx\n```## Next\n\ntext\n", "## Next"],
    ["a block in Markdown", "```md\nx\n```bash\n\ny\n```\n", ""],
    ["a block of no language", "```\nx\n```bash\n\ny\n```\n", ""],
    ["a block that was forgotten", "```sh\nx\n\n```js\ny\n```\n", ""],
    ["a block in a docstring", '```python\n"""\n\n    ```bash\n\n    x\n    ```\n"""\n```\n', ""],
    ["a block that begins at once", "```python\nx\n```bash\ny\n```\n", ""],
    ["two blocks", "```python\nx\n```\n\n```bash\n\ny\n```\n", ""],
    ["Windows line ends", "```python\r\nx\r\n```bash\r\n\r\ntext\r\n", "bash"],
  ];
  it.each(CASES)("%s", (_, text, label) => {
    const found = labelledClose(text)?.label;
    expect(found ? text.slice(found.start, found.end) : "").toBe(label);
  });
});
