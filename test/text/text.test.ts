import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash } from "../../glossary/text/hash.ts";
import { lineStarts, offsetAt, positionAt } from "../../glossary/text/lines.ts";
import {
  ancestors,
  basename,
  dirname,
  isMarkdown,
  join,
  relativeTo,
  stem,
} from "../../glossary/text/paths.ts";
import { applyEdits, encloses, overlaps, shift, touches } from "../../glossary/text/span.ts";

const LINES = fc.array(fc.constantFrom("a", "é", "🚀", " ", "\n", "\r\n", "\r", "#"), { maxLength: 30 });

describe("lines", () => {
  it("start after each kind of line end", () => {
    expect([...lineStarts("a\nb\r\nc\rd")]).toEqual([0, 2, 5, 7]);
    expect([...lineStarts("")]).toEqual([0]);
    expect([...lineStarts("\n")]).toEqual([0, 1]);
  });
  it("count in UTF-16 units", () => {
    expect(positionAt(lineStarts("x\n🚀y"), 4)).toEqual({ line: 1, character: 2 });
  });
  it("take what is outside as the nearest end", () => {
    const starts = lineStarts("ab\ncd");
    expect(offsetAt(starts, { line: 9, character: 0 }, 5)).toBe(5);
    expect(offsetAt(starts, { line: 1, character: 99 }, 5)).toBe(5);
    expect(positionAt(starts, 0)).toEqual({ line: 0, character: 0 });
  });
  it("are the way back from a position", () => {
    fc.assert(
      fc.property(LINES, (pieces) => {
        const text = pieces.join("");
        const starts = lineStarts(text);
        for (let offset = 0; offset <= text.length; offset++)
          expect(offsetAt(starts, positionAt(starts, offset), text.length)).toBe(offset);
      }),
    );
  });
});

describe("paths", () => {
  it.each([
    ["docs/a.md", "docs", "a.md", "a"],
    ["a.md", "", "a.md", "a"],
    ["docs/.hidden", "docs", ".hidden", ".hidden"],
    ["docs/a.b.md", "docs", "a.b.md", "a.b"],
    ["docs/LICENSE", "docs", "LICENSE", "LICENSE"],
  ])("%s", (path, folder, base, name) => {
    expect([dirname(path), basename(path), stem(path)]).toEqual([folder, base, name]);
  });
  it.each([
    ["docs", "./a.md", "docs/a.md"],
    ["docs/x", "../a.md", "docs/a.md"],
    ["", "a/./b//c", "a/b/c"],
    ["docs", "..", ""],
    ["docs", "../../a", undefined],
    ["", "../a", undefined],
  ])("join %s and %s", (folder, relative, result) => {
    expect(join(folder, relative)).toBe(result);
  });
  it.each([
    ["docs", "docs/a.md", "./a.md"],
    ["docs/x", "docs/a.md", "../a.md"],
    ["", "docs/a.md", "./docs/a.md"],
    ["a/b", "c/d.md", "../../c/d.md"],
    ["docs", "docs", "../docs"],
  ])("from %s to %s", (folder, path, result) => {
    expect(relativeTo(folder, path)).toBe(result);
    expect(join(folder, result)).toBe(path);
  });
  it("ancestors end at the root", () => {
    expect(ancestors("a/b")).toEqual(["a/b", "a", ""]);
    expect(ancestors("")).toEqual([""]);
  });
  it("knows Markdown by its extension", () => {
    expect(["a.md", "a.MD", "a.mdx", "a.markdown"].every(isMarkdown)).toBe(true);
    expect(["a.txt", "md", "a.md.bak", "amd"].some(isMarkdown)).toBe(false);
  });
});

describe("spans", () => {
  it("touch at their ends, overlap inside", () => {
    expect(touches({ start: 1, end: 3 }, 3)).toBe(true);
    expect(touches({ start: 1, end: 3 }, 4)).toBe(false);
    expect(overlaps({ start: 1, end: 3 }, { start: 3, end: 4 })).toBe(false);
    expect(overlaps({ start: 1, end: 3 }, { start: 3, end: 3 })).toBe(true);
    expect(overlaps({ start: 1, end: 3 }, { start: 2, end: 4 })).toBe(true);
    expect(encloses({ start: 1, end: 3 }, { start: 1, end: 3 })).toBe(true);
    expect(shift({ start: 1, end: 3 }, 2)).toEqual({ start: 3, end: 5 });
  });
  it("edits apply in any order", () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: "" },
      { span: { start: 0, end: 1 }, text: "XY" },
      { span: { start: 2, end: 2 }, text: "!" },
    ];
    expect(applyEdits("abcde", edits)).toBe("XYb!cd");
    expect(applyEdits("abcde", edits.toReversed())).toBe("XYb!cd");
  });
});

describe("hash", () => {
  it("tells texts apart", () => {
    const texts = ["", "a", "b", "ab", "ba", "a\n", "\u0000", "\u0000\u0000", "constructor"];
    expect(new Set(texts.map(hash)).size).toBe(texts.length);
    expect(hash("abc")).toBe(hash("abc"));
    for (const text of texts) expect(Number.isSafeInteger(hash(text))).toBe(true);
  });
});
