/** A new entry in the glossary of the workspace, in the shape that its entries have. */

import { positionAt } from "../../text/lines.ts";
import type { Edit } from "../../text/span.ts";
import { isExcluded } from "../../workspace/settings/excluded.ts";
import type { Page, TermsView } from "../index/view.ts";
import { type Entry, nameKey } from "../model/term.ts";
import { termFileName, termFolder } from "./termLink.ts";
import { termPageText } from "./termPageText.ts";

/** Where term pages go in a workspace that has none yet. */
const FIRST_FOLDER = "docs/glossary/terms";

export interface NewPage {
  readonly kind: "create";
  readonly path: string;
  readonly text: string;
  /** Where its definition goes. */
  readonly field: number;
}

export interface NewRow {
  readonly kind: "edit";
  readonly path: string;
  readonly edits: readonly Edit[];
  /** Where its definition goes, from the beginning of what is inserted. */
  readonly field: number;
}

/** The page that a term titled `title` would get, beside the other term pages and in their form. */
export function newTermPage(snapshot: TermsView, title: string, file = termFileName(title)): NewPage {
  const path = `${termFolder(snapshot) ?? FIRST_FOLDER}/${file}`;
  const text = termPageText(snapshot, title, file.replace(/\.md$/, ""));
  return { kind: "create", path, text, field: text.indexOf("\n\n\n") + 2 };
}

/**
 * An entry that defines nothing yet: a page where the glossary has pages, else a row of its largest list, else the first
 * page. `undefined` where the page's place is taken.
 */
export function newEntry(snapshot: TermsView, name: string, expansion: string): NewPage | NewRow | undefined {
  const row = newRow(snapshot, name, expansion);
  if (row) return row;
  const page = newTermPage(snapshot, titleOf(name, expansion), termFileName(name));
  return snapshot.pages.has(page.path) ? undefined : page;
}

/** The page with the most entries that others can be written like. */
function listPage({ pages, settings }: TermsView): Page | undefined {
  return [...pages.values()]
    .filter(({ path, exports }) => exports.terms.entryForm !== undefined && !isExcluded(path, settings))
    .sort(
      (a, b) => b.exports.terms.entries.length - a.exports.terms.entries.length || (a.path < b.path ? -1 : 1),
    )[0];
}

/**
 * A row of the largest list of a glossary that has no pages: before the entry that follows it in the alphabet where the
 * entries are in that order, else behind the last one. `undefined` where there is no such list.
 */
export function newRow(snapshot: TermsView, name: string, expansion: string): NewRow | undefined {
  const page = termFolder(snapshot) === undefined ? listPage(snapshot) : undefined;
  const form = page?.exports.terms.entryForm;
  const entries = page?.exports.terms.entries.filter(({ kind }) => kind === form?.kind) ?? [];
  const last = entries.at(-1);
  if (!page || !form || !last) return undefined;
  const key = (entry: Entry) => nameKey(entry.title);
  const isSorted = entries.every((entry, i) => i === 0 || key(entries[i - 1] as Entry) <= key(entry));
  const next = isSorted ? entries.find((entry) => key(entry) > nameKey(name)) : undefined;
  const { before, behind, gap, kind } = form;
  const begun = before + (kind === "abbreviation" ? name : titleOf(name, expansion));
  const row = begun + behind + (kind === "abbreviation" ? expansion : "");
  const field = kind === "table" ? begun.length + behind.indexOf("|") + 2 : row.length;
  const { lines } = page;
  const below = lines[positionAt(lines, last.span.end).line + 1];
  const insert = (at: number, text: string): NewRow => ({
    kind: "edit",
    path: page.path,
    field: field + text.indexOf(row),
    edits: [{ span: { start: at, end: at }, text }],
  });
  if (next) return insert(lines[positionAt(lines, next.span.start).line] as number, row + gap);
  if (gap.split("\n").length === 2 && below !== undefined) return insert(below, row + gap);
  // A table's row goes on behind its last cell.
  return kind === "table" ? undefined : insert(last.span.end, gap + row);
}

function titleOf(name: string, expansion: string): string {
  return expansion === "" ? name : `${name} (${expansion})`;
}
