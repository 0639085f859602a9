/** Phrases of a list, found in texts. */
import { describe, expect, it } from "vitest";
import { Phrases } from "../../glossary/adr/model/phrases.ts";

const PHRASES = new Phrases([
  "accepted",
  "accepted with changes",
  "^on hold",
  "done$",
  "not done",
  "已接受",
  "接受了$",
]);

describe("what a text begins with", () => {
  it.each([
    ["Accepted on Monday", "accepted"],
    ["- **Accepted** with changes, and more words behind it", "accepted with changes"],
    ["accepted. With changes", "accepted"],
    ["is accepted", undefined],
    ["on hold for long", "^on hold"],
    ["done", "done$"],
    ["done by us", undefined],
    ["done by each of us together", undefined],
    ["> not done yet", "not done"],
    ["已接受并实施", "已接受"],
    ["**已接受**", "已接受"],
    ["我们已接受", undefined],
    ["接受了", "接受了$"],
    ["接受了吗", undefined],
    ["", undefined],
    ["\u0301 accepted", "accepted"],
  ])("%j: %s", (text, phrase) => {
    const found = PHRASES.findAtStart(text);
    expect(found?.phrase).toBe(phrase);
    // All matches say the same; they are looked for in the whole text.
    const lead = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
    expect(found ?? undefined).toEqual([...PHRASES.all(text)].find(({ start }) => start <= lead));
  });
});
