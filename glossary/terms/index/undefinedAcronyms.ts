/** The acronyms that the documents of a workspace use and do not explain. */

import { append } from "../../text/groups.ts";
import { isArchived } from "../../workspace/archived.ts";
import { countedPages } from "../../workspace/settings/excluded.ts";
import { nameKey } from "../model/term.ts";
import type { PageAcronym } from "./acronyms.ts";
import type { Glossary } from "./glossary.ts";
import type { TermsView } from "./view.ts";

export interface Undefined {
  readonly documents: number;
  /** What it may stand for; "" where no document has anything like it. */
  readonly phrase: string;
}

/** How many documents must use an acronym before it is the vocabulary of the repository and not theirs. */
const DOCUMENTS = 5;

const KNOWN = new WeakMap<Glossary, ReadonlyMap<string, Undefined>>();

/** The acronyms of the repository that nothing explains. */
export function undefinedAcronyms(snapshot: TermsView): ReadonlyMap<string, Undefined> {
  const known = KNOWN.get(snapshot.glossary);
  if (known) return known;
  const found = findUndefined(snapshot);
  KNOWN.set(snapshot.glossary, found);
  return found;
}

function findUndefined({ pages, settings, glossary }: TermsView): Map<string, Undefined> {
  const said = new Map<string, PageAcronym[]>();
  for (const { path, exports } of countedPages(pages, settings).values()) {
    // What is put away no longer says how people write, but may explain.
    const counts = settings.archived || !isArchived(path);
    for (const acronym of exports.terms.acronyms) {
      append(said, acronym.name, counts ? acronym : { ...acronym, used: false });
    }
  }
  const named = new Set([...glossary.byName.keys()].flatMap((key) => [key, ...key.split(/[^\p{L}\p{N}]+/u)]));
  const found = new Map<string, Undefined>();
  for (const [name, all] of said) {
    const documents = all.filter(({ used }) => used).length;
    if (documents < DOCUMENTS || named.has(nameKey(name)) || all.some(({ expanded }) => expanded)) continue;
    if (all.some(({ ordinary }) => ordinary)) continue;
    // Few letters fit many phrases: one document alone proves nothing.
    const phrases = all.map(({ phrase }) => phrase);
    found.set(name, { documents, phrase: most(phrases, name.length < 4 ? 2 : 1) });
  }
  return found;
}

/** The text that is there most often, at least `least` times; "" where there is none. */
function most(texts: readonly string[], least: number): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best && best[1] >= least ? best[0] : "";
}
