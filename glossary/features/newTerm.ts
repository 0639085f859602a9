/** The page of a new term. */
import { nameKey } from "../domain/term.ts";
import { type NewPage, newTermPage } from "../workspace/newEntry.ts";
import type { Snapshot } from "../workspace/workspace.ts";

export type NewTerm =
  | { readonly kind: "new"; readonly change: NewPage }
  /** The name is taken: the page that has it. */
  | { readonly kind: "known"; readonly path: string };

/** The page that the term `name` would get, beside the other term pages and in their form. */
export function newTerm(snapshot: Snapshot, name: string): NewTerm {
  const known = snapshot.glossary.byName.get(nameKey(name))?.[0]?.entries.find(({ kind }) => kind === "page");
  if (known) return { kind: "known", path: known.path };
  const change = newTermPage(snapshot, name);
  return snapshot.pages.has(change.path) ? { kind: "known", path: change.path } : { kind: "new", change };
}
