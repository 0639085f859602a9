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

/** A rename under way. */
export interface RenameWork<Said = unknown> {
  /** Takes in a page that has been read, which need not be kept. */
  take(page: ReadPage<Said>): void;
  /** The edits on all pages that were taken in. */
  finish(): Renaming;
}

/** What can be renamed at a place. */
export interface RenamePlan<View extends CoreView = CoreView> {
  readonly kind: "plan";
  readonly span: Span;
  readonly name: string;
  needs(): RenameNeeds;
  /**
   * Begins to work out the edits for another name, in a state in which all pages are as they will be read; see
   * `beginRename`. `texts`: those of the files beside pages that were asked for, of those that there are. Without
   * `canMove` files keep their names.
   */
  begin(
    now: View,
    wanted: string,
    texts: ReadonlyMap<string, string>,
    canMove: boolean,
  ): RenameWork<SaidIn<View>> | Refused;
}

/** Begins to carry out a plan in the state `now`, which may be a later one, as its `begin` does; pages are compared with that state. */
export function beginRename<View extends CoreView>(
  plan: RenamePlan<View>,
  now: View,
  wanted: string,
  texts: ReadonlyMap<string, string>,
  canMove: boolean,
): RenameWork<SaidIn<View>> | Refused {
  const work = plan.begin(now, wanted, texts, canMove);
  if ("kind" in work) return work;
  const missing = new Set(plan.needs().paths);
  let changed: string | undefined;
  return {
    take(page) {
      missing.delete(page.path);
      if (hasSameLines(now.pages.get(page.path), page)) work.take(page);
      else changed ??= page.path;
    },
    finish() {
      const [first] = changed === undefined ? missing : [changed];
      return first === undefined ? work.finish() : refused(hasChanged(first));
    },
  };
}

/** Carries out a plan with pages that are at hand, in their order; `undefined` stands for those that could not be read. */
export function finishRename<View extends CoreView>(
  plan: RenamePlan<View>,
  now: View,
  wanted: string,
  read: {
    readonly pages: ReadonlyMap<string, ReadPage<SaidIn<View>> | undefined>;
    readonly texts: ReadonlyMap<string, string>;
  },
  canMove: boolean,
): Renaming {
  const changed = [...read.pages].find(([path, page]) => !page || !hasSameLines(now.pages.get(path), page));
  if (changed) return refused(hasChanged(changed[0]));
  const work = beginRename(plan, now, wanted, read.texts, canMove);
  if ("kind" in work) return work;
  for (const page of read.pages.values()) if (page) work.take(page);
  return work.finish();
}

function hasChanged(path: string): string {
  return `${path} has just been changed: try again in a moment`;
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
