/** Formats by example: a path, a text, and the entries that are read from it. */
import { describe, expect, it } from "vitest";
import { entries, entryLines } from "./outline.ts";

type Case = readonly [path: string, text: string, lines: readonly string[]];

export const GLOSSARY = "docs/GLOSSARY.md";

/** Reads each case, with other line ends and cut anywhere, too. */
export function tryFormats(formats: Readonly<Record<string, Readonly<Record<string, Case>>>>): void {
  for (const [format, cases] of Object.entries(formats)) {
    describe(format, () => {
      for (const [title, [path, text, lines]] of Object.entries(cases))
        it(title, () => expect(entryLines(path, text)).toEqual(lines));
      tryAll(Object.values(cases));
    });
  }
}

function tryAll(all: readonly Case[]): void {
  it("reads the same with CRLF line ends", () => {
    for (const [path, text, lines] of all)
      expect(entryLines(path, text.replace(/\r?\n/g, "\r\n"))).toEqual(lines);
  });

  it("names places that hold the name", () => {
    for (const [path, text] of all) {
      for (const { nameSpan, span, names } of entries(path, text)) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        const written = text.slice(nameSpan.start, nameSpan.end).toLowerCase();
        expect(
          names.some((name) => written.includes(name.toLowerCase())),
          `${names} in ${written}`,
        ).toBe(true);
      }
    }
  });

  it("does not throw on any cut of its files", () => {
    for (const [path, text] of all) {
      for (let at = 0; at < text.length; at += 7) {
        expect(() => entries(path, text.slice(0, at))).not.toThrow();
        expect(() => entries(path, text.slice(at))).not.toThrow();
      }
    }
  });
}
