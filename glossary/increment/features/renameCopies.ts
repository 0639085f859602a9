/** The pages of the living docs whose names begin with the id of a story, when that gets another one. */

import { basename, dirname } from "../../text/paths.ts";
import { overlaps } from "../../text/span.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import type { RenameEdit } from "../../workspace/renaming.ts";
import { copiesOf } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Increment } from "../model/increment.ts";

interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * New names for `us-001-title.md`; `from` and `to` are keys of stories. None where several increments have the number of
 * the feature, so that nobody can tell whose pages these are, and where a name is taken.
 */
export function copyMoves(snapshot: IncrementView, increment: Increment, from: string, to: string): Move[] {
  const { increments, pages, links } = snapshot;
  const [old, wanted] = [from, to].map((key) => /^US-(\d+)$/.exec(key)?.[1]);
  if (!old || !wanted || old === wanted || (increments.byId.get(increment.id ?? "") ?? []).length > 1)
    return [];
  const moves = copiesOf(increments, increment).flatMap((path): Move[] => {
    const [all, prefix = "", digits = ""] = /^(us-?)(\d{1,4})(?=[-.])/i.exec(basename(path)) ?? [];
    if (all === undefined || Number(digits) !== Number(old)) return [];
    const name = `${prefix}${wanted.padStart(digits.length, "0")}${basename(path).slice(all.length)}`;
    return [{ from: path, to: `${dirname(path)}/${name}` }];
  });
  return moves.every((move) => !pages.has(move.to) && !links.files.has(move.to)) ? moves : [];
}

/** The pages with links to any of these. */
export function pagesLinkingTo({ pages }: IncrementView, paths: readonly string[]): string[] {
  const names = paths.map(basename);
  return [...pages.values()].flatMap(({ path, exports }) =>
    exports.links.some(({ url }) => names.some((name) => url.includes(name))) ? [path] : [],
  );
}

/** The new names in links to the pages; `others` are edits that are made already. */
export function linkEdits(
  { links }: IncrementView,
  read: ReadonlyMap<string, ReadPage>,
  moves: readonly Move[],
  others: readonly RenameEdit[],
): RenameEdit[] {
  const taken = (path: string, span: RenameEdit["span"]) =>
    others.some((edit) => edit.path === path && overlaps(edit.span, span));
  return moves.flatMap(({ from, to }) =>
    [...read.values()].flatMap((page) => {
      // Several links may have one definition.
      const destinations = new Map(page.exports.links.map((link) => [link.destination.start, link]));
      return [...destinations.values()].flatMap(({ url, destination }): RenameEdit[] => {
        const at = page.text.slice(destination.start, destination.end).lastIndexOf(basename(from));
        if (at < 0) return [];
        const target = resolveLink(links, page.path, url);
        const start = destination.start + at;
        const span = { start, end: start + basename(from).length };
        if (target.kind !== "page" || target.path !== from || taken(page.path, span)) return [];
        return [{ path: page.path, span, text: basename(to), doubt: undefined }];
      });
    }),
  );
}
