/** What changes on each page when a term gets another name. */

import { stem } from "../../text/paths.ts";
import { isGlossaryName } from "../../workspace/glossaryFolder.ts";
import {
  type FragmentLink,
  fragmentEdits,
  fragmentLinks,
  movedFragments,
} from "../../workspace/links/fragments.ts";
import type { RenameEdit, RenameWork } from "../../workspace/renaming.ts";
import { addressName } from "../edits/rename.ts";
import { abbreviated } from "../index/matcher.ts";
import type { SaysTerms, TermsView } from "../index/view.ts";
import { parseNames, type Term } from "../model/term.ts";
import type { Change } from "./renameChange.ts";
import { editsOn } from "./renameOnPage.ts";
import { addressesOf, IN_HEADINGS } from "./termNames.ts";

/**
 * The edits on the pages that are taken in, and the files that are moved, for `name` instead of the term's name `old`.
 * Without `canMove` its page keeps its place. Of pages only their edits are kept, and what links to headings need.
 */
export function termEdits(
  snapshot: TermsView,
  { term, old, name }: { readonly term: Term; readonly old: string; readonly name: string },
  canMove: boolean,
): RenameWork<SaysTerms> {
  const change = changeOf(snapshot, term, old, name, canMove);
  const edits: RenameEdit[] = [];
  const links: FragmentLink[] = [];
  const moved = DOUBTS.map((doubt) => ({ doubt, by: new Map<string, ReadonlyMap<string, string>>() }));
  return {
    take(page) {
      const own = editsOn(snapshot, page, change);
      for (const one of own) edits.push(one);
      for (const link of fragmentLinks(page)) links.push(link);
      for (const { doubt, by } of moved) {
        const some = own.filter((edit) => edit.doubt === doubt);
        const fragments = some.length > 0 ? movedFragments(page, some) : undefined;
        if (fragments && fragments.size > 0) by.set(page.path, fragments);
      }
    },
    finish() {
      const inLinks = moved.flatMap(({ doubt, by }) =>
        fragmentEdits(snapshot.links, links, by).map((edit) => ({ ...edit, doubt })),
      );
      return { kind: "edits", edits: [...edits, ...inLinks], moves: change.moves };
    },
  };
}

/** Of those edits of headings that are in doubt, the links to them are too. */
const DOUBTS = [undefined, IN_HEADINGS];

function changeOf(snapshot: TermsView, term: Term, old: string, name: string, canMove: boolean): Change {
  const [from, to] = [addressName(old), addressName(name)];
  const named = term.entries.filter(({ kind, path }) => kind === "page" && stem(path) === from);
  const moves = named.map(({ path }) => ({
    from: path,
    to: path.slice(0, path.lastIndexOf("/") + 1) + path.slice(path.lastIndexOf("/") + 1).replace(from, to),
  }));
  // A page that is one of a glossary by its name alone would be none by another.
  const free = moves.every(
    (move) =>
      !snapshot.pages.has(move.to) && !snapshot.links.files.has(move.to) && !isGlossaryName(move.from),
  );
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
