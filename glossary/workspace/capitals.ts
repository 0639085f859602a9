/** Names with capitals of their own, such as `GitHub`, where they are written in others. */
import { isAcronym, nameKey, type Term } from "../domain/term.ts";
import { bySection } from "../markdown/bySection.ts";
import type { Section } from "../markdown/facts.ts";
import { type Span, shift } from "../text/span.ts";
import type { Glossary } from "./glossary.ts";
import { compileMatcher, findUses, type Matcher, type Use } from "./matcher.ts";
import { isWanted, usesIn } from "./uses.ts";
import { nearestFirst, type ReadPage, type Snapshot } from "./workspace.ts";

/** A name that is spelled otherwise than the glossary has it. */
export interface Miscapitalised {
  readonly span: Span;
  readonly written: string;
  /** As the glossary spells it. */
  readonly name: string;
}

const KNOWN = new WeakMap<Glossary, Matcher>();

/** A matcher of the terms that have such names: few do, so it finds next to nothing in most texts. */
function matcherOf(glossary: Glossary): Matcher {
  const known = KNOWN.get(glossary);
  if (known) return known;
  const terms = new Map([...glossary.terms].filter(([, term]) => namesWithCapitals(term).length > 0));
  const matcher = compileMatcher({ ...glossary, terms });
  KNOWN.set(glossary, matcher);
  return matcher;
}

const candidatesOn = bySection<Matcher, Use>(
  ({ text, facts }, matcher, path) => findUses(matcher, text, facts, path),
  (use, by) => ({ ...use, span: shift(use.span, by) }),
);

/** By place, in the zones that the settings name. */
export function miscapitalisedOn(snapshot: Snapshot, page: ReadPage): Miscapitalised[] {
  const candidates = candidatesOn(page, matcherOf(snapshot.glossary));
  const inCode = snapshot.settings.zones.includes("code");
  const suspects = candidates.filter(
    (use) => isWanted(snapshot, use.zone) && misspelled(page, use, use.terms) !== undefined,
  );
  if (suspects.length === 0 && !inCode) return [];
  const near = inCode ? page : { ...page, sections: page.sections?.filter(holding(suspects)) };
  // Within a longer name of another term it is no use of its own.
  return usesIn(snapshot, near).flatMap((use) => misspelled(page, use, use.terms) ?? []);
}

function holding(uses: readonly Use[]): (section: Section) => boolean {
  return ({ start, length }) => uses.some(({ span }) => start <= span.start && span.start < start + length);
}

function misspelled(
  { text, path }: ReadPage,
  { span }: Use,
  terms: readonly Term[],
): Miscapitalised | undefined {
  if (terms.every((one) => namesWithCapitals(one).length === 0)) return undefined;
  const written = text.slice(span.start, span.end);
  const [term] = nearestFirst(terms, path);
  const key = nameKey(written);
  const name = term && namesWithCapitals(term).find((one) => nameKey(one) === key);
  return name && name !== written && written !== written.toUpperCase() ? { span, written, name } : undefined;
}

const NAMES = new WeakMap<Term, readonly string[]>();

/** Most terms have none, and each is asked for at every use. */
function namesWithCapitals(term: Term): readonly string[] {
  const known = NAMES.get(term);
  if (known) return known;
  const names = [term.name, ...term.aliases].filter(hasOwnCapitals);
  NAMES.set(term, names);
  return names;
}

/** A capital after a small letter; acronyms are found in their own case only. */
function hasOwnCapitals(name: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(name) && !isAcronym(name) && !/\s/.test(name);
}
