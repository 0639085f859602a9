/** How a list or table of terms is written, so that another entry can be written beside the others. */

import { lineStart } from "../../text/lines.ts";
import type { Entry, EntryKind } from "../model/term.ts";

/** What stands before and behind a name, without line ends. */
export interface EntryForm {
  readonly kind: EntryKind;
  readonly before: string;
  readonly behind: string;
  /** What parts an entry from the next one: one line end or two. */
  readonly gap: string;
}

/** The form of the first entry that others can be written like; `undefined` where there is none. */
export function entryForm(text: string, entries: readonly Entry[]): EntryForm | undefined {
  for (const entry of entries) {
    const form = entry.scope === undefined && entry.link === "" ? formOf(text, entry) : undefined;
    if (form) return form;
  }
  return undefined;
}

function formOf(text: string, { kind, span, nameSpan }: Entry): EntryForm | undefined {
  const line = text.includes("\r\n") ? "\r\n" : "\n";
  const lead = text.slice(lineStart(text, nameSpan.start), nameSpan.start);
  const tail = /^[^\r\n]{0,400}/.exec(text.slice(nameSpan.end, nameSpan.end + 400))?.[0] ?? "";
  switch (kind) {
    case "list":
    case "index": {
      const behind =
        /^[*_`]{0,3}(?: \([^()]{1,80}\))?[*_`]{0,3}(?:[ \t]*[:：]|[ \t]+[-–—]{1,3})[*_]{0,3}[ \t]*/.exec(
          tail,
        )?.[0];
      if (behind === undefined || !/^(?:[-*+][ \t]+)?[*_`]{0,3}$/.test(lead)) return undefined;
      // Paragraphs are apart from each other, items are not.
      const gap = /^[-*+][ \t]/.test(lead) ? line : line + line;
      return { kind, before: lead, behind: behind.replace(/ \([^()]*\)/, ""), gap };
    }
    case "table": {
      const marks = /^[*_`]{0,3}/.exec(text.slice(nameSpan.start, nameSpan.end))?.[0] ?? "";
      // Without the pipes at both ends.
      const cells = text.slice(span.start, span.end).split("|").length;
      return /^\|[ \t]*[*_`]{0,3}$/.test(lead)
        ? { kind, before: lead + marks, behind: `${marks} |${"  |".repeat(cells - 1)}`, gap: line }
        : undefined;
    }
    case "heading":
      return /^#{2,6} $/.test(lead) ? { kind, before: lead, behind: "", gap: line + line } : undefined;
    case "abbreviation":
      return { kind, before: "*[", behind: "]: ", gap: line };
    default:
      return undefined;
  }
}
