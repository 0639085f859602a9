/** The parts that a fuzz is made of. */
import { describe, expect, it } from "vitest";
import { applied, mixesLineEnds } from "./apply.ts";
import { mutated } from "./mutate.ts";
import { randomFrom } from "./random.ts";
import { editsIn, textAfter } from "./session/fitting.ts";
import { fewer } from "./shrink.ts";
import type { World } from "./world.ts";

const world = (texts: Record<string, string>): World => ({
  texts: new Map(Object.entries(texts)),
  open: new Set(),
  settings: {},
});

describe("random numbers", () => {
  it("are the same for the same seed, and others for another one", () => {
    const draw = (seed: number) => {
      const random = randomFrom(seed);
      return Array.from({ length: 20 }, () => random.below(1000));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(new Set(draw(7)).size).toBeGreaterThan(15);
  });

  it("choose some of a list, each once and in order", () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    for (let seed = 0; seed < 50; seed++) {
      const some = randomFrom(seed).some(list, 3);
      expect(some).toEqual([...new Set(some)].sort());
      expect(some).toHaveLength(3);
    }
    expect(randomFrom(1).some([], 3)).toEqual([]);
  });
});

describe("mutations", () => {
  it("do not let a text grow for ever", () => {
    const random = randomFrom(3);
    let text = "# A\n\nSome text.\n";
    for (let i = 0; i < 3_000; i++) text = mutated(random, text, ["A line.", "- another"]);
    expect(text.length).toBeLessThan(40_000);
  });
});

describe("an edit", () => {
  const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });
  const make = (text: string, ...edits: ReturnType<typeof edit>[]) =>
    applied(world({ "a.md": text }), [{ kind: "edit", path: "a.md", edits }]);

  it("is made where it fits", () => {
    const made = make("one two\n", edit(4, 7, "2"), edit(0, 3, "1"));
    expect(made.kind === "world" && made.world.texts.get("a.md")).toBe("1 2\n");
  });

  it("is refused outside of the text, within another one and within a character", () => {
    for (const made of [
      make("one", edit(2, 9, "")),
      make("one two", edit(0, 4, ""), edit(3, 7, "")),
      make("a\r\nb", edit(2, 2, "x")),
      make("😀", edit(1, 1, "x")),
      applied(world({}), [{ kind: "edit", path: "b.md", edits: [] }]),
      applied(world({ "b.md": "" }), [{ kind: "create", path: "b.md", text: "" }]),
      applied(world({ "a.md": "", "b.md": "" }), [{ kind: "rename", path: "a.md", to: "b.md" }]),
    ])
      expect(made.kind).toBe("fault");
  });

  it("keeps the line ends of its file", () => {
    expect(mixesLineEnds("a\r\nb\r\n", "a\r\nx\nb\r\n")).toBe(true);
    expect(mixesLineEnds("a\nb\n", "a\r\nb\n")).toBe(true);
    expect(mixesLineEnds("a\r\nb\n", "a\nb\r\n")).toBe(false);
    expect(mixesLineEnds("a\r\n", "a\r\nb\r\n")).toBe(false);
  });

  it("of the protocol is found in an answer, and refused where its places are none", () => {
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    const answer = {
      edit: {
        documentChanges: [
          { textDocument: { uri: "u", version: 1 }, edits: [{ range: at(1, 0, 3), newText: "2" }] },
        ],
      },
    };
    const [found] = editsIn(answer);
    expect(textAfter("one\r\ntwo\r\n", found?.edits ?? [])).toEqual({ text: "one\r\n2\r\n" });
    expect(textAfter("one\r\n", [{ range: at(0, 4, 4), newText: "x" }])).toHaveProperty("fault");
    expect(textAfter("one\n", [{ range: at(7, 0, 0), newText: "x" }])).toHaveProperty("fault");
  });
});

describe("what fails", () => {
  it("is made smaller, as far as it goes on failing", async () => {
    const list = Array.from({ length: 100 }, (_, i) => i);
    expect(await fewer(list, (some) => some.includes(17) && some.includes(80))).toEqual([17, 80]);
    expect(await fewer(list, () => true)).toEqual([]);
    expect(await fewer(list, () => false)).toEqual(list);
  });
});
