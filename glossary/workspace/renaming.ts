/** What a rename comes to: terms and the ids of increments alike. */
import type { Span } from "../text/span.ts";

export interface RenameEdit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  /** Why somebody should look at it before it is made; `undefined` for what is certain. */
  readonly doubt: string | undefined;
}

export type Renaming =
  | {
      readonly kind: "edits";
      readonly edits: readonly RenameEdit[];
      /** Files that get another name; the edits are those of the old one. */
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** What can be renamed at a place. */
export type Renamable =
  | {
      readonly kind: "name";
      readonly span: Span;
      readonly name: string;
      /** The pages that have to be read for it. */
      readonly paths: readonly string[];
      /** Fits the texts of further pages that have to be read. */
      readonly search: RegExp | undefined;
      /** What its page is called; where a sidebar names it, that has to stay. `undefined` for what has no page. */
      readonly address: string | undefined;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** No rename; `reason` is shown to the user. */
export function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}
