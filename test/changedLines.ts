import { applyEdits } from "../glossary/text/span.ts";
import type { RenameEdit } from "../glossary/workspace/renaming.ts";

/** The lines that edits make new, by the names of the files. Lines in doubt begin with `?`. */
export function changedLines(
  files: ReadonlyMap<string, string>,
  edits: readonly RenameEdit[],
): Record<string, string[]> {
  const changed: Record<string, string[]> = {};
  for (const path of [...new Set(edits.map((edit) => edit.path))].sort()) {
    const text = files.get(path) ?? "";
    const own = edits.filter((edit) => edit.path === path);
    const lineOf = (offset: number) => text.slice(0, offset).split("\n").length - 1;
    const doubtful = new Set(own.filter(({ doubt }) => doubt).map(({ span }) => lineOf(span.start)));
    const lines = applyEdits(text, own).split("\n");
    changed[path.slice(path.lastIndexOf("/") + 1)] = lines.flatMap((line, i) =>
      line === text.split("\n")[i] ? [] : [(doubtful.has(i) ? "? " : "") + line],
    );
  }
  return changed;
}
