/** What fixes and commands do to files, before anybody does it. */
import { withNewlines } from "../text/lines.ts";
import type { Edit } from "../text/span.ts";
import type { Page } from "./workspace.ts";

/** A change to one file. Paths are relative to the workspace folder; all are those before the change. */
export type FileChange =
  | { readonly kind: "edit"; readonly path: string; readonly edits: readonly Edit[] }
  /** Never replaces a file. */
  | { readonly kind: "create"; readonly path: string; readonly text: string }
  /** Never replaces a file. Edits of the file are in another change. */
  | { readonly kind: "rename"; readonly path: string; readonly to: string };

/** The changes with the line ends of the files they are made in, whatever those had that thought of them. */
export function inLineEnds(
  { pages }: { readonly pages: ReadonlyMap<string, Page> },
  changes: readonly FileChange[],
): readonly FileChange[] {
  return changes.map((change) => {
    const newline = pages.get(change.path)?.newline;
    if (change.kind !== "edit" || newline === undefined) return change;
    return {
      ...change,
      edits: change.edits.map(({ span, text }) => ({ span, text: withNewlines(text, newline) })),
    };
  });
}
