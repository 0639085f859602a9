/** A page as headings that hold one another, with what each defines. */
import type { Heading } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";
import type { Head } from "./head.ts";

export interface Section {
  readonly heading: Heading;
  readonly head: Head | undefined;
  /** To the next heading of this depth or above. */
  readonly span: Span;
  /** The index of the heading above it; -1 at the top. */
  readonly above: number;
}

/** The sections of a page in order. `heads`: what each heading defines. */
export function outlineOf(
  text: string,
  headings: readonly Heading[],
  heads: readonly { readonly head: Head | undefined }[],
): Section[] {
  const ends = new Array<number>(headings.length).fill(text.length);
  const above = new Array<number>(headings.length).fill(-1);
  const open: number[] = [];
  for (const [i, heading] of headings.entries()) {
    while (open.length > 0 && (headings[open.at(-1) as number] as Heading).depth >= heading.depth)
      ends[open.pop() as number] = heading.span.start;
    above[i] = open.at(-1) ?? -1;
    open.push(i);
  }
  return headings.map((heading, i) => ({
    heading,
    head: heads[i]?.head,
    span: { start: heading.span.start, end: ends[i] as number },
    above: above[i] as number,
  }));
}

/** The nearest section above that a test holds for. */
export function sectionAbove(
  sections: readonly Section[],
  index: number,
  test: (section: Section) => boolean,
): Section | undefined {
  for (let at = sections[index]?.above ?? -1; at >= 0; at = sections[at]?.above ?? -1) {
    const section = sections[at] as Section;
    if (test(section)) return section;
  }
  return undefined;
}

const RULE = /^[ \t]{0,3}(?:(?:-[ \t]{0,3}){3,80}|(?:\*[ \t]{0,3}){3,80}|(?:_[ \t]{0,3}){3,80})$/;

/** Where a section ends without the blank lines and thematic breaks behind it. */
export function bodyEnd(text: string, { start, end }: Span): number {
  for (let at = end; ; ) {
    while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
    const line = Math.max(text.lastIndexOf("\n", at - 1) + 1, start);
    if (line <= start || at - line > 80 || !RULE.test(text.slice(line, at))) return at;
    at = line;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
