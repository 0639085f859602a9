/**
 * `*[HTML]: HyperText Markup Language`, as Markdown Extra and MkDocs have it. What an abbreviation stands for is
 * its second name and all that is said of it.
 */

import { inside, type Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import { safeMarkdown } from "./safe.ts";
import { makeEntry, type SourcePage } from "./source.ts";

const LINE = /^[ \t]*\*\[([^\]\r\n]{1,100})\]:[ \t]*([^\r\n]*)/gm;

/** The abbreviations between two offsets of a page, in order; those in lists and quotes are left out. */
export function abbreviations(page: SourcePage, within: Span): Entry[] {
  const { text, facts } = page;
  return inside(facts.paragraphs, within).flatMap(({ span, depth }) => {
    if (depth > 0) return [];
    return [...text.slice(span.start, span.end).matchAll(LINE)].flatMap((match): Entry[] => {
      const [whole, short = "", long = ""] = match;
      const start = span.start + match.index;
      const at = start + whole.indexOf("[") + 1;
      const expansion = long.trim();
      const names = parseNames(short);
      if (names.length === 0) return [];
      const isName = expansion !== "" && expansion.split(/\s+/).length <= 8 && !/[.!?。]$/.test(expansion);
      return [
        makeEntry(page, "abbreviation", {
          span: { start, end: start + whole.length },
          nameSpan: { start: at, end: at + short.length },
          title: short,
          names: isName
            ? distinct([...names, ...parseNames(`${short} (${expansion.replace(/[()]/g, "")})`)])
            : names,
          definition: safeMarkdown(expansion),
          summary: expansion,
        }),
      ];
    });
  });
}
