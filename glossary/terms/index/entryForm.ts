/** How a list or table of terms is written and where its entries stand, so that another one can be written beside them. */

import { plainText } from "../../markdown/excerpt.ts";
import type { Facts } from "../../markdown/facts.ts";
import { lineStart } from "../../text/lines.ts";
import { encloses } from "../../text/span.ts";
import type { Entry, EntryKind } from "../model/term.ts";
import { type EntryPlace, entryPlaces, type LetterHeading, letterHeadings } from "./entryPlaces.ts";

/** What stands before and behind a name. */
interface Form {
  readonly kind: EntryKind;
  readonly before: string;
  readonly behind: string;
  /** Where the definition goes, from the end of the name. */
  readonly field: number;
  /** What parts an entry from the next one: one line end or two. */
  readonly gap: string;
}

export interface EntryForm extends Form {
  /** The entries that are written so, by place. Never empty. */
  readonly places: readonly EntryPlace[];
  /** By place; empty where entries do not stand below letters. */
  readonly letters: readonly LetterHeading[];
}

/** The form of the first entry that others can be written like; `undefined` where there is none. */
export function entryForm(text: string, entries: readonly Entry[], facts: Facts): EntryForm | undefined {
  for (const entry of entries) {
    const form = entry.scope === undefined && entry.link === "" ? formOf(text, entry, facts) : undefined;
    if (!form) continue;
    const alike = entries.filter(({ kind }) => kind === form.kind);
    const places = entryPlaces(text, facts, alike, entries);
    const isApart = /\n[ \t]*\r?\n/.test(text.slice(places[0]?.end, places[1]?.start));
    const gap = places.length > 1 && isApart && form.kind !== "table" ? newline(text).repeat(2) : form.gap;
    return { ...form, gap, places, letters: letterHeadings(text, facts) };
  }
  return undefined;
}

function newline(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function formOf(text: string, entry: Entry, facts: Facts): Form | undefined {
  const { kind, nameSpan } = entry;
  const line = newline(text);
  const lead = text.slice(lineStart(text, nameSpan.start), nameSpan.start);
  const tail = text.slice(nameSpan.end, nameSpan.end + 400);
  const form = (before: string, behind: string, gap: string, field = behind.length): Form => ({
    kind,
    before,
    behind,
    field,
    gap,
  });
  switch (kind) {
    case "list":
    case "index": {
      const behind =
        /^[*_`]{0,3}(?: \([^()\r\n]{1,80}\))?[*_`]{0,3}(?:[ \t]*[:：]|[ \t]+[-–—]{1,3})[*_]{0,3}[ \t]*/.exec(
          tail,
        )?.[0];
      if (behind === undefined || !/^(?:[-*+][ \t]+)?[*_`]{0,3}$/.test(lead)) return undefined;
      // The definition may begin on the next line.
      const below = /^\r?\n[ \t]*(?=[^\s#>*_-])/.exec(tail.slice(behind.length))?.[0] ?? "";
      // Paragraphs are apart from each other, items are not.
      const gap = /^[-*+][ \t]/.test(lead) ? line : line + line;
      return form(lead, behind.replace(/ \([^()]*\)/, "") + below, gap);
    }
    case "table":
      return rowForm(text, entry, facts, lead, form);
    case "heading":
      return /^#{2,6} $/.test(lead) ? form(lead, "", line + line) : undefined;
    case "definition-list": {
      const behind = /^(?:\r?\n(?:[ \t]*\r?\n)?:[ \t]+|\r?\n[ \t]+(?:[-*][ \t]+:[ \t]+)?)(?=\S)/.exec(
        tail,
      )?.[0];
      return behind !== undefined && /^(?:[ \t]*|[-*][ \t]+)$/.test(lead)
        ? form(lead, behind, /^[-*]/.test(lead) ? line : line + line)
        : undefined;
    }
    case "abbreviation":
      return form("*[", "]: ", line);
    default:
      return undefined;
  }
}

/** A row whose first cell is the name, with or without the pipes at both ends. */
function rowForm(
  text: string,
  { nameSpan, summary }: Entry,
  facts: Facts,
  lead: string,
  form: (before: string, behind: string, gap: string, field: number) => Form,
): Form | undefined {
  const table = facts.tables.find(({ span }) => encloses(span, nameSpan));
  const cells = table?.rows.find((row) => row.some((cell) => encloses(cell, nameSpan)));
  if (!table || !cells || !/^(?:\|[ \t]*)?[*_`]{0,3}$/.test(lead)) return undefined;
  const marks = /^[*_`]{0,3}/.exec(text.slice(nameSpan.start, nameSpan.end))?.[0] ?? "";
  const count = table.rows[0]?.length ?? cells.length;
  const begin = summary.slice(0, 12);
  const own = cells.findIndex((cell, i) => i > 0 && plainText(text, facts, cell).includes(begin));
  const column = Math.max(1, begin === "" ? 1 : own);
  const line = newline(text);
  if (lead.startsWith("|")) {
    const field = marks.length + 3 * column;
    return form(lead + marks, `${marks} |${"  |".repeat(count - 1)}`, line, field);
  }
  return form(lead + marks, marks + " | ".repeat(count - 1), line, marks.length + 3 * column);
}
