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
  | { readonly kind: "edits"; readonly edits: readonly RenameEdit[] }
  | { readonly kind: "refused"; readonly reason: string };

/** What can be renamed at a place. */
export type Renamable =
  | {
      readonly kind: "name";
      readonly span: Span;
      readonly name: string;
      /** The pages that have to be read for it. */
      readonly paths: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };

export function refused(reason: string): { readonly kind: "refused"; readonly reason: string } {
  return { kind: "refused", reason };
}
