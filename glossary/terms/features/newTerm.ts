/** The entry of a new term: its page, or its row where the glossary is a list. */

import { type NewPage, type NewRow, newRow, newTermPage } from "../edits/newEntry.ts";
import type { TermsView } from "../index/view.ts";
import { isDefining, nameKey } from "../model/term.ts";

export type NewTerm =
  | { readonly kind: "new"; readonly change: NewPage | NewRow }
  /** The name is taken: where it is defined. */
  | { readonly kind: "known"; readonly path: string; readonly offset: number };

/** What the term `title` would get, beside the other terms and in their form. */
export function newTerm(snapshot: TermsView, title: string): NewTerm {
  const entries = (snapshot.glossary.byName.get(nameKey(title)) ?? []).flatMap(({ entries }) =>
    // What holds in a part of the repository only leaves the name free for the rest of it.
    entries.filter((entry) => isDefining(entry) && entry.scope === undefined),
  );
  const known = entries.find(({ kind }) => kind === "page") ?? entries[0];
  if (known) return { kind: "known", path: known.path, offset: known.nameSpan.start };
  const [, name = title, expansion = ""] = /^([^()]+) \(([^()]+)\)$/.exec(title) ?? [];
  const change = newRow(snapshot, name, expansion) ?? newTermPage(snapshot, title);
  if (change.kind === "edit" || !snapshot.pages.has(change.path)) return { kind: "new", change };
  return { kind: "known", path: change.path, offset: 0 };
}
