/** The term that a link leads to: its page, or the place in a page where its entry stands. */
import type { Target } from "../../workspace/links/links.ts";
import { isDefining, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";

const BY_ANCHOR = new WeakMap<Glossary, ReadonlyMap<string, Term>>();

/** `undefined` for a page or a place that defines none. */
export function termOfTarget(
  glossary: Glossary,
  { path, fragment }: Pick<Extract<Target, { kind: "page" }>, "path" | "fragment">,
): Term | undefined {
  return (
    glossary.byPage.get(path) ?? (fragment === "" ? undefined : byAnchor(glossary).get(`${path}#${fragment}`))
  );
}

function byAnchor(glossary: Glossary): ReadonlyMap<string, Term> {
  const known = BY_ANCHOR.get(glossary);
  if (known) return known;
  const found = new Map<string, Term>();
  for (const term of glossary.terms.values())
    for (const entry of term.entries)
      if (entry.anchor !== "" && isDefining(entry)) found.set(`${entry.path}#${entry.anchor}`, term);
  BY_ANCHOR.set(glossary, found);
  return found;
}
