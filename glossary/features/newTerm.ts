/** The page of a new term. */
import { nameKey } from "../domain/term.ts";
import type { FileChange } from "../rules/rule.ts";
import { termFileName, termFolder } from "../workspace/termLink.ts";
import { termPageText } from "../workspace/termPageText.ts";
import type { Snapshot } from "../workspace/workspace.ts";

/** Where term pages go in a workspace that has none yet. */
const FIRST_FOLDER = "docs/glossary/terms";

export type NewTerm =
  | { readonly kind: "new"; readonly change: Extract<FileChange, { kind: "create" }> }
  /** The name is taken: the page that has it. */
  | { readonly kind: "known"; readonly path: string };

/** The page that the term `name` would get, beside the other term pages and in their form. */
export function newTerm(snapshot: Snapshot, name: string): NewTerm {
  const known = snapshot.glossary.byName.get(nameKey(name))?.[0]?.entries.find(({ kind }) => kind === "page");
  if (known) return { kind: "known", path: known.path };
  const file = termFileName(name);
  const path = `${termFolder(snapshot) ?? FIRST_FOLDER}/${file}`;
  if (snapshot.pages.has(path)) return { kind: "known", path };
  return {
    kind: "new",
    change: { kind: "create", path, text: termPageText(snapshot, name, file.replace(/\.md$/, "")) },
  };
}
