/** Blocks of code that end with a block in them: `«…»` stands around the fences that belong together. */
import { describe, expect, it } from "vitest";
import { nestedFences } from "../../glossary/markdown/nestedFences.ts";
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
