/** Names with capitals of their own, such as `GitHub`, where they are written in others. */

import { bySection } from "../../markdown/bySection.ts";
import type { Section } from "../../markdown/facts.ts";
import { type Span, shift } from "../../text/span.ts";
import { isAcronym, nameKey, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";
import { compileMatcher, findUses, type Matcher, type Use } from "./matcher.ts";
import { nearest } from "./nearest.ts";
import { isWanted, usesIn } from "./uses.ts";
import type { ReadPage, TermsView } from "./view.ts";
import {
  addFirstWord,
  type FirstWords,
  nextFirst,
  nextWord,
  noFirstWords,
  type Word,
  wordsIn,
} from "./words.ts";

/** A name that is spelled otherwise than the glossary has it. */
export interface Miscapitalised {
  readonly span: Span;
  readonly written: string;
  /** As the glossary spells it. */
  readonly name: string;
}

/** The terms that have such names: few do. */
interface Capitals {
  readonly matcher: Matcher;
  readonly first: FirstWords;
  /** What a name may begin with, and how names of that one word are spelled; empty where more has to follow. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>>;
}

const KNOWN = new WeakMap<Glossary, Capitals>();

function capitalsOf(glossary: Glossary): Capitals {
  const known = KNOWN.get(glossary);
  if (known) return known;
  const terms = new Map([...glossary.terms].filter(([, term]) => namesWithCapitals(term).length > 0));
  const first = noFirstWords();
  const spellings = new Map<string, Set<string>>();
  for (const name of [...terms.values()].flatMap(namesWithCapitals)) {
    const [word, more] = wordsIn(name, 0, name.length);
    if (!word) continue;
    addFirstWord(first, word.key);
    const spelled = spellings.get(word.key);
    const isPlain = !more && spelled?.size !== 0;
    spellings.set(word.key, isPlain ? new Set(spelled).add(name.slice(word.start, word.end)) : new Set());
  }
  const capitals = { matcher: compileMatcher({ ...glossary, terms }), first, spellings };
  KNOWN.set(glossary, capitals);
  return capitals;
}

const candidatesOn = bySection<Capitals, Use>(
  ({ text, facts }, capitals, path) =>
    mayBeMisspelled(text, capitals) ? findUses(capitals.matcher, text, facts, path) : [],
  (use, by) => ({ ...use, span: shift(use.span, by) }),
);

/** A look at a text as it is written: of most there is no need to find out what is running text. */
function mayBeMisspelled(text: string, { first, spellings }: Capitals): boolean {
  const end = text.length;
  for (let at = nextFirst(first, text, 0, end); at >= 0; ) {
    const word = nextWord(text, at, end) as Word;
    const spelled = spellings.get(word.key);
    const written = text.slice(word.start, word.end);
    if (spelled && !spelled.has(written) && written !== written.toUpperCase() && !isInAddress(text, word))
      return true;
    at = nextFirst(first, text, word.end, end);
  }
  return false;
}

/** `github` in `https://github.com` and in `src/github`; no name is looked for there. */
function isInAddress(text: string, { start, end }: Word): boolean {
  if (text[end] === "." && /[\p{L}\p{N}]/u.test(text[end + 1] ?? "")) return true;
  return text[start - 1] === "/" && /\p{Ll}/u.test(text[start] as string);
}

/** By place, in the zones that the settings name. */
export function miscapitalisedOn(snapshot: TermsView, page: ReadPage): Miscapitalised[] {
  const candidates = candidatesOn(page, capitalsOf(snapshot.glossary));
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
  const term = nearest(terms, path);
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
