/** What changes on each page when a term gets another name. */

import { stem } from "../../text/paths.ts";
import { fragmentEdits, movedFragments } from "../../workspace/links/fragments.ts";
import type { RenameEdit } from "../../workspace/renaming.ts";
import { addressName } from "../edits/rename.ts";
import { abbreviated } from "../index/matcher.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { parseNames, type Term } from "../model/term.ts";
import type { Change } from "./renameChange.ts";
import { editsOn } from "./renameOnPage.ts";
import { addressesOf, IN_HEADINGS } from "./termNames.ts";

/**
 * The edits on the pages in `read`, and the files that are moved, for `name` instead of the term's name `old`. Without
 * `canMove` its page keeps its place.
 */
export function termEdits(
  snapshot: TermsView,
  { term, old, name }: { readonly term: Term; readonly old: string; readonly name: string },
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): { readonly edits: RenameEdit[]; readonly moves: Change["moves"] } {
  const change = changeOf(snapshot, term, old, name, canMove);
  const edits = [...read.values()].flatMap((page) => editsOn(snapshot, page, change));
  return { edits: [...edits, ...headingLinks(snapshot, read, edits)], moves: change.moves };
}

function changeOf(snapshot: TermsView, term: Term, old: string, name: string, canMove: boolean): Change {
  const [from, to] = [addressName(old), addressName(name)];
  const moves = term.entries
    .filter(({ kind, path }) => kind === "page" && stem(path) === from)
    .map(({ path }) => ({
      from: path,
      to: path.slice(0, path.lastIndexOf("/") + 1) + path.slice(path.lastIndexOf("/") + 1).replace(from, to),
    }));
  const free = moves.every((move) => !snapshot.pages.has(move.to) && !snapshot.links.files.has(move.to));
  const movable =
    canMove && free && !hasOtherLinks(snapshot) && from !== to && to !== "" && old === term.name;
  return {
    term,
    old,
    renamed: { ...term, name: parseNames(name)[0] ?? name, plurals: [] },
    titled: { ...term, name, plurals: [] },
    asItIs: abbreviated(term).includes(old),
    names: addressesOf(snapshot, term),
    ids: addressesOf(snapshot, { ...term, entries: term.entries.filter(({ kind }) => kind === "page") }),
    address: movable ? { from, to } : undefined,
    moves: movable ? moves : [],
  };
}

/** Whether pages are linked in ways that name them by their files or ids, such as `[[id]]`: those stay as they are. */
function hasOtherLinks({ pages }: TermsView): boolean {
  return [...pages.values()].some(({ exports: { forms } }) => forms.wiki + forms.shortcode > 0);
}

/** What of the links to headings changes with them. */
function headingLinks(
  { links }: TermsView,
  read: ReadonlyMap<string, ReadPage>,
  edits: readonly RenameEdit[],
): RenameEdit[] {
  const found: RenameEdit[] = [];
  for (const [path, page] of read) {
    for (const doubt of [undefined, IN_HEADINGS]) {
      const own = edits.filter((edit) => edit.path === path && edit.doubt === doubt);
      const moved = own.length > 0 ? movedFragments(page, own) : new Map<string, string>();
      if (moved.size === 0) continue;
      for (const [from, one] of read)
        for (const edit of fragmentEdits(links, one, path, moved)) found.push({ path: from, doubt, ...edit });
    }
  }
  return found;
}
