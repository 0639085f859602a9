/** A rename in three steps: the engine plans it, the host reads what the plan needs, the engine says the edits. */
import type { Span } from "../text/span.ts";
import type { CoreView, Page, ReadPage, SaidIn } from "./workspace.ts";

export interface RenameEdit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  /** Why somebody should look at it before it is made; `undefined` for what is certain. */
  readonly doubt: string | undefined;
}

export interface Refused {
  readonly kind: "refused";
  /** Shown to the user. */
  readonly reason: string;
}

export type Renaming =
  | {
      readonly kind: "edits";
      readonly edits: readonly RenameEdit[];
      /** Files that get another name; the edits are those of the old one. */
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    }
  | Refused;

/** What has to be at hand for a rename. */
export interface RenameNeeds {
  /** The pages that are read. */
  readonly paths: readonly string[];
  /** Fits the texts of further pages that are read; `undefined` where there are none. */
  readonly search: RegExp | undefined;
  /** Files beside pages, such as the sidebars of a site: their texts. */
  readonly besides: readonly string[];
}

/** What the host has read of it. */
export interface RenameRead<Said = unknown> {
  readonly pages: ReadonlyMap<string, ReadPage<Said>>;
  /** The texts of the files beside pages, of those that there are. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What can be renamed at a place. */
export interface RenamePlan<View extends CoreView = CoreView> {
  readonly kind: "plan";
  readonly span: Span;
  readonly name: string;
  needs(): RenameNeeds;
  /**
   * The edits for another name, in a state in which all pages are as they were read; see `finishRename`. Without
   * `canMove` files keep their names.
   */
  edits(now: View, wanted: string, read: RenameRead<SaidIn<View>>, canMove: boolean): Renaming;
}

/**
 * Carries out a plan in the state `now`, which may be a later one. `pages` has all pages that the host had to read, with
 * `undefined` for those that could not be read.
 */
export function finishRename<View extends CoreView>(
  plan: RenamePlan<View>,
  now: View,
  wanted: string,
  {
    pages,
    texts,
  }: { readonly pages: ReadonlyMap<string, ReadPage<SaidIn<View>> | undefined> } & Pick<RenameRead, "texts">,
  canMove: boolean,
): Renaming {
  const read = new Map<string, ReadPage<SaidIn<View>>>();
  for (const [path, page] of pages) {
    if (!page || !hasSameLines(now.pages.get(path), page))
      return refused(`${path} has just been changed: try again in a moment`);
    read.set(path, page);
  }
  return plan.edits(now, wanted, { pages: read, texts }, canMove);
}

/** Whether the lines of a page begin where they are known to: edits are told by lines. */
function hasSameLines(known: Page | undefined, read: ReadPage): boolean {
  return (
    known !== undefined &&
    known.lines.length === read.lines.length &&
    known.lines.every((start, i) => start === read.lines[i])
  );
}

/** No rename; `reason` is shown to the user. */
export function refused(reason: string): Refused {
  return { kind: "refused", reason };
}
