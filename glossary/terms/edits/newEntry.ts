/** A new entry in the glossary of the workspace, in the shape that its entries have. */

import type { Edit } from "../../text/span.ts";
import { isExcluded } from "../../workspace/settings/excluded.ts";
import type { EntryForm } from "../index/entryForm.ts";
import type { EntryPlace, LetterHeading } from "../index/entryPlaces.ts";
import type { Page, TermsView } from "../index/view.ts";
import { nameKey } from "../model/term.ts";
import { termFileName, termFolder } from "./termLink.ts";
import { termPageText } from "./termPageText.ts";
import { plainName } from "./writeLink.ts";

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
  const text = termPageText(snapshot, title, path);
  return { kind: "create", path, text, field: text.indexOf("\n\n\n") + 2 };
}

/**
 * An entry that defines nothing yet: a page where the glossary has pages, else a row of its largest list, else the first
 * page. `undefined` where the page's place is taken.
 */
export function newEntry(snapshot: TermsView, name: string, expansion: string): NewPage | NewRow | undefined {
  const row = newRow(snapshot, name, expansion, false);
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
 * A row of the largest list of a glossary that has no pages: below the letter that it begins with where there are such
 * headings; before the entry that follows it in the alphabet where the entries are in that order, else behind the last
 * one. With `room` there is an empty line for its definition. `undefined` where there is no such list.
 */
export function newRow(
  snapshot: TermsView,
  name: string,
  expansion: string,
  room = true,
): NewRow | undefined {
  const page = termFolder(snapshot) === undefined ? listPage(snapshot) : undefined;
  const form = page?.exports.terms.entryForm;
  if (!page || !form) return undefined;
  const { before, behind, gap, kind } = form;
  const begun =
    before + (kind === "abbreviation" ? name : plainName(titleOf(name, expansion), kind === "table"));
  const below = kind === "heading" && room ? gap : "";
  const row = begun + behind + (kind === "abbreviation" ? expansion : "") + below;
  const field = kind === "table" ? begun.length + form.field : row.length;
  const { at, ahead, after } = placeFor(form, name);
  return {
    kind: "edit",
    path: page.path,
    field: field + ahead.length,
    edits: [{ span: { start: at, end: at }, text: ahead + row + after }],
  };
}

/** Where a new entry goes, and what has to stand before and behind it there. */
interface Slot {
  readonly at: number;
  readonly ahead: string;
  readonly after: string;
}

function placeFor(form: EntryForm, name: string): Slot {
  const { letters, places, gap } = form;
  const letter = firstLetter(name);
  const own = letters.find((one) => holds(one, letter));
  if (own) {
    const below = places.filter(({ start }) => start > own.start && start < own.close);
    if (below.length > 0) return among(below, name, gap);
    if (form.kind !== "table") return { at: own.end, ahead: apart(gap), after: "" };
  }
  const [like] = letters;
  if (!like || own || form.kind === "table" || !/^\p{L}$/u.test(letter)) return among(places, name, gap);
  // A letter that has no heading yet.
  const title = `${"#".repeat(like.depth)} ${letter}${apart(gap)}`;
  const next = letters.find(({ from }) => from > letter);
  if (next) return { at: next.start, ahead: title, after: apart(gap) };
  return { at: (letters.at(-1) as LetterHeading).close, ahead: apart(gap) + title, after: "" };
}

/** Among entries in the alphabet's order before the one that follows, else behind the last one. */
function among(places: readonly EntryPlace[], name: string, gap: string): Slot {
  const key = ({ title }: EntryPlace) => nameKey(title);
  const isSorted = places.every((place, i) => i === 0 || key(places[i - 1] as EntryPlace) <= key(place));
  const next = isSorted ? places.find((place) => key(place) > nameKey(name)) : undefined;
  if (next) return { at: next.start, ahead: "", after: gap };
  return { at: (places.at(-1) as EntryPlace).end, ahead: gap, after: "" };
}

/** In capitals, without an accent. */
function firstLetter(name: string): string {
  return ([...nameKey(name)][0] ?? "").toUpperCase();
}

function holds({ from, to }: LetterHeading, letter: string): boolean {
  return from === "#" ? /\P{L}/u.test(letter) : from <= letter && letter <= to;
}

/** An empty line, with the line ends of `gap`. */
function apart(gap: string): string {
  return (gap.startsWith("\r") ? "\r\n" : "\n").repeat(2);
}

function titleOf(name: string, expansion: string): string {
  return expansion === "" ? name : `${name} (${expansion})`;
}
