/** Names that a glossary asks people not to use, where they are written all the same. */

import { encloses, type Span } from "../../text/span.ts";
import { FIRST_OF_SENTENCE } from "../model/expansion.ts";
import { nameKey, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";
import { compileMatcher, findUses, type Matcher, type Use } from "./matcher.ts";
import { nearestFirst } from "./nearest.ts";
import { isWanted, usesOn } from "./uses.ts";
import type { ReadPage, TermsView } from "./view.ts";
import { formsOf } from "./wordForms.ts";

export interface AvoidedUse {
  readonly span: Span;
  /** The terms that are to be called otherwise, the nearest first. Never empty. */
  readonly terms: readonly AvoidedTerm[];
}

export interface AvoidedTerm {
  readonly term: Term;
  /** The name to avoid, as the glossary has it. */
  readonly avoided: string;
}

interface Avoided {
  readonly matcher: Matcher;
  /** The terms behind those that the matcher finds. */
  readonly terms: ReadonlyMap<Term, Term>;
}

/**
 * By place, in the zones that the settings name. Not where another term is named so, nor where it overlaps a name of a
 * term that is no part of it, nor in a compound, nor in quotation marks or emphasis, where a name is spoken of, nor on the page that says what
 * to avoid.
 */
export function avoidedUses(snapshot: TermsView, page: ReadPage): readonly AvoidedUse[] {
  const { matcher, terms } = avoidedIn(snapshot.glossary);
  if (terms.size === 0) return [];
  const prose = page.facts.prose.filter(({ zone }) => isWanted(snapshot, zone));
  const uses = findUses(matcher, page.text, { prose }, page.path);
  if (uses.length === 0) return [];
  const named = usesOn(page, snapshot.matcher);
  let next = 0;
  return uses.flatMap(({ span, terms: found }) => {
    while (next < named.length && (named[next] as { span: Span }).span.end <= span.start) next++;
    // A term within a longer name to avoid is no use of its own.
    for (let i = next; (named[i]?.span.start ?? span.end) < span.end; i++)
      if (!isWithin((named[i] as Use).span, span)) return [];
    if (isSpokenOf(page.text, span) || isJoined(page.text, span) || isInName(page.text, span)) return [];
    const written = page.text.slice(span.start, span.end);
    const all = nearestFirst(found, page.path).flatMap((one): AvoidedTerm[] => {
      const term = terms.get(one) as Term;
      const avoided = [one.name, ...one.aliases].find((name) => isFormOf(written, name));
      const isOwn = term.entries.some((entry) => entry.path === page.path && entry.avoid.length > 0);
      return avoided === undefined || isOwn ? [] : [{ term, avoided }];
    });
    return all.length > 0 ? [{ span, terms: all }] : [];
  });
}

/** All places on a page that look like a name to avoid, also those of which nothing is said. */
export function avoidedMatches({ glossary }: TermsView, page: ReadPage): readonly { readonly span: Span }[] {
  const { matcher, terms } = avoidedIn(glossary);
  return terms.size === 0 ? [] : findUses(matcher, page.text, page.facts, page.path);
}

const KNOWN = new WeakMap<Glossary, Avoided>();

/** The names to avoid, compiled like the names of terms: they are found in the same way. */
function avoidedIn(glossary: Glossary): Avoided {
  const known = KNOWN.get(glossary);
  if (known) return known;
  const terms = new Map<Term, Term>();
  for (const term of glossary.terms.values()) {
    const [name, ...aliases] = term.avoid.filter((one) => !isNamed(glossary, one));
    if (name !== undefined) terms.set({ ...term, name, aliases, plurals: [] }, term);
  }
  const stand = new Map([...terms.keys()].map((term) => [term.id, term] as const));
  const found = { matcher: compileMatcher({ ...glossary, terms: stand }), terms };
  KNOWN.set(glossary, found);
  return found;
}

/** What one term is not to be called may be the name of another one. */
function isNamed({ byName }: Glossary, name: string): boolean {
  return formsOf(name).some((form) => byName.has(nameKey(form)));
}

/** True for a part of `outer` that is not all of it. */
function isWithin(inner: Span, outer: Span): boolean {
  return encloses(outer, inner) && !encloses(inner, outer);
}

function isFormOf(written: string, name: string): boolean {
  const key = nameKey(written.replace(/[\s>]+/g, " "));
  return formsOf(name).some((form) => nameKey(form) === key);
}

/** `client-side`, `client/server` and `NEW\_CLIENT` are words of their own. */
function isJoined(text: string, { start, end }: Span): boolean {
  return (
    /[-‐‑/_]/.test(text[start - 1] ?? "") || /^(?:[-‐‑/]|\\_)[\p{L}\p{N}]/u.test(text.slice(end, end + 3))
  );
}

/** In quotation marks, in emphasis, or alone in brackets behind the better name. */
function isSpokenOf(text: string, { start, end }: Span): boolean {
  const [before = "", after = ""] = [text[start - 1], text[end]];
  return (
    (/[“"'‘«‹„「『*_]/.test(before) && /[”"'’»›“」』*_]/.test(after)) ||
    (/[(（]/.test(before) && /[)）]/.test(after))
  );
}

/** The `Machine` in `Amazon Machine Image` and the `Work Item` in `Work Item Type`: capitals among others. */
function isInName(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,5}$/u.test(written)) return false;
  const before = text.slice(Math.max(0, start - 30), start);
  return (
    /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) ||
    (!written.includes(" ") &&
      /(?:^|[^\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{0,27} $/u.test(before) &&
      !FIRST_OF_SENTENCE.test(before))
  );
}
