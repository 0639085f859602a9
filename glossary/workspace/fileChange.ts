/** What fixes and commands do to files, before anybody does it. */
import type { Edit } from "../text/span.ts";

/** A change to one file. Paths are relative to the workspace folder; all are those before the change. */
export type FileChange =
  | { readonly kind: "edit"; readonly path: string; readonly edits: readonly Edit[] }
  /** Never replaces a file. */
  | { readonly kind: "create"; readonly path: string; readonly text: string }
  /** Never replaces a file. Edits of the file are in another change. */
  | { readonly kind: "rename"; readonly path: string; readonly to: string };
