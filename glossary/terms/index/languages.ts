/** Glossaries in several languages: a page in one of them wants the terms of its own. */

import { dirname } from "../../text/paths.ts";
import { languagesIn } from "../../workspace/glossaryFolder.ts";
import type { Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";

/** The terms that are defined in the language of the page at `from`, as its folders name it; all where none is. */
export function inLanguageOf(terms: readonly Term[], from: string): readonly Term[] {
  const language = languagesIn(dirname(from));
  const own = terms.filter((term) => languagesOf(term).has(language));
  return own.length > 0 ? own : terms;
}

/** The same for all terms of a glossary, as a test of each; those of no language are for everybody. */
export function speaking({ terms }: Glossary, from: string): (term: Term) => boolean {
  const language = languagesIn(dirname(from));
  for (const term of terms.values())
    if (languagesOf(term).has(language))
      return (one) => languagesOf(one).has(language) || languagesOf(one).has("");
  return () => true;
}

const KNOWN = new WeakMap<Term, ReadonlySet<string>>();

/** "" for a folder that names no language. */
function languagesOf(term: Term): ReadonlySet<string> {
  let languages = KNOWN.get(term);
  if (!languages) {
    languages = new Set(term.entries.map(({ path }) => languagesIn(dirname(path))));
    KNOWN.set(term, languages);
  }
  return languages;
}
