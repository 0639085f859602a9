/** Another name for a requirement, or for a capability, in all that is in force or open; archived changes stay as they were. */

import {
  fragmentEdits,
  fragmentLinks,
  movedFragments,
  pagesWithFragments,
} from "../../../../workspace/links/fragments.ts";
import {
  type Refused,
  type RenameEdit,
  type RenamePlan,
  type Renaming,
  refused,
} from "../../../../workspace/renaming.ts";
import { isRead } from "../../../../workspace/workspace.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { folded } from "../lines.ts";
import { openSpecPage } from "../page.ts";
import { mainPath, rootOf } from "../places.ts";
import { mentionsOf, type NamedAt, namedAt, namesOf, unitOf } from "./at.ts";
import { capabilityUses, pagesOf } from "./uses.ts";

const IN_TEXT = "In running text";

/** The plan for another name; `undefined` where no name stands. */
export function planNameRename(
  view: IncrementView,
  page: ReadPage,
  offset: number,
): RenamePlan<IncrementView> | Refused | undefined {
  const at = namedAt(view, page, offset);
  const unit = unitOf(page);
  if (!at || unit === undefined) return undefined;
  return {
    kind: "plan",
    span: at.span,
    name: at.name,
    needs: () => {
      const own = pagesOf(view, at.capability);
      return {
        paths: [...new Set([...own, ...pagesWithFragments(view.links, new Set(own))])],
        search: undefined,
        besides: [],
      };
    },
    begin: (now, wanted, _texts, canMove) => {
      const known = now.pages.get(page.path);
      const again = isRead(known) ? namedAt(now, known, offset) : undefined;
      if (!again) return refused("There is no name here");
      // What concerns a capability stands on few pages.
      const pages = new Map<string, ReadPage>();
      return {
        take: (one) => pages.set(one.path, one),
        finish: () =>
          again.kind === "requirement"
            ? renameRequirement(now, again, wanted, pages)
            : renameCapability(now, again, rootOf(unit), wanted, pages, canMove),
      };
    },
  };
}

function renameRequirement(
  view: IncrementView,
  { name, capability, longer }: NamedAt,
  wanted: string,
  read: ReadonlyMap<string, ReadPage>,
): Renaming {
  const text = wanted.trim();
  if (text === "" || /[\r\n`]|[ \t]#+$/.test(text))
    return refused("A requirement is called by one line, without a backtick or # at its end");
  for (const other of namesOf(view, capability))
    if (other !== name && folded(other) === folded(text))
      return refused(`“${other}” is taken in ${capability.name}`);
  const found: RenameEdit[] = [];
  for (const [path, page] of read) {
    const own = openSpecPage(page.exports.increment);
    if (!own || unitOf(page) === undefined || (own.capability !== "" && own.capability !== capability.name))
      continue;
    const written = own.entries.flatMap((one) => [
      ...(one.name === name ? [one.span] : []),
      ...(one.to?.name === name ? [one.to.span] : []),
    ]);
    for (const span of written) found.push({ path, span, text, doubt: undefined });
    for (const { span, isMarked } of mentionsOf(page, { name, longer }))
      found.push({ path, span, text, doubt: isMarked ? undefined : IN_TEXT });
  }
  return { kind: "edits", moves: [], edits: [...found, ...fragments(view, found, read)] };
}

/** Links to headings that are called otherwise now. */
function fragments(
  { links }: IncrementView,
  edits: readonly RenameEdit[],
  read: ReadonlyMap<string, ReadPage>,
): RenameEdit[] {
  const moved = new Map<string, ReadonlyMap<string, string>>();
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const own = edits.filter((edit) => edit.path === path);
    moved.set(path, movedFragments(read.get(path) as ReadPage, own));
  }
  const all = [...read.values()].flatMap(fragmentLinks);
  return fragmentEdits(links, all, moved).map((edit) => ({ ...edit, doubt: undefined }));
}

function renameCapability(
  view: IncrementView,
  { name, capability }: NamedAt,
  root: string,
  wanted: string,
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): Renaming {
  const to = wanted.trim();
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(to))
    return refused(
      "A capability is called in small letters and digits with hyphens between them: shop/checkout",
    );
  if (capabilitiesOf(view).get(root)?.has(to)) return refused(`There is a capability ${to} already`);
  if (!canMove) return refused("A capability is the name of a folder: rename that, and its deltas");
  const moves = [
    ...(capability.main === undefined ? [] : [{ from: capability.main, to: mainPath(root, to) }]),
    ...capability.deltas.map(({ path, unit }) => ({ from: path, to: `${unit}/specs/${to}/spec.md` })),
  ];
  const edits = [...read].flatMap(([path, page]) =>
    unitOf(page) === undefined
      ? []
      : capabilityUses(page, name).map((span): RenameEdit => ({ path, span, text: to, doubt: undefined })),
  );
  return { kind: "edits", edits, moves };
}
